"""Beside the pages: send them, see who got what, read what came back, and take the plan elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop.console.report.act_row import ActRow
from desktop.console.report.elsewhere import Elsewhere
from desktop.console.report.mail_view import MailView
from desktop.console.report.outbox_view import OutboxView
from desktop.console.report.posted_list import PostedList
from desktop.console.report.reply_view import ReplyView
from desktop.system.long_text import breakable
from desktop.system.outgoing import OutgoingFolder
from desktop.system.programs import SystemPrograms
from desktop.theme import Theme
from desktop.view_models.exporting import Exporting
from desktop.view_models.replying import Replying
from desktop.view_models.reporting import MadeDocument
from desktop.view_models.sending import Sending
from desktop.view_models.session import EngagementSession
from desktop.view_models.workshop.lettering import Lettering
from desktop.view_models.workshop.posted import PostBook
from desktop.widgets.file_dialogs import ask_another_name, ask_folder, ask_which, documents_folder
from desktop.widgets.flow import Flow
from desktop.widgets.labels import button, keep_focus, label, restyle, rule, section_head
from desktop.widgets.parts.scrolled import scrolled
from desktop.words import gettext, ngettext

MAIL, OUTBOX, REPLY = range(3)
"""What opens in the column in place of who got what."""

BEFORE_WORDS = 10
"""Pixels at the left of the panel, for the ground of an act whose words begin a line."""


class SendPanel(QWidget):
    """What the acts open stands in `views`, in the column, in place of who got what."""

    save_wanted = Signal()

    def __init__(self, session: EngagementSession) -> None:
        super().__init__()
        self.sending = Sending(session, SystemPrograms(), OutgoingFolder())
        self.replying, self.exporting, self.lettering = Replying(session), Exporting(session), Lettering(session)
        self._mail, self._outbox = MailView(self.sending), OutboxView(self.sending)
        self._reply = ReplyView(self.replying)
        self.views = QStackedWidget()
        self.views.hide()
        for view in (self._mail, self._outbox, self._reply):
            view.setObjectName("content")
            self.views.addWidget(scrolled(view, on_page=True))
        self._told, self._since = label("", "muted", wrap=True), label("", "caption", wrap=True)
        self._told.hide()
        self._so_far = label("", "caption")
        self._book = PostBook(session)
        self.posted = PostedList(self._book)
        self.setObjectName("sendPanel")
        self._lay_out()
        for model in (self.sending, self.replying, self.exporting, self.lettering):
            model.told.connect(self._tell)
        for writer in (self.sending, self.exporting):
            writer.taken.connect(lambda other, write: ask_another_name(self, other, write))
        self._book.changed.connect(lambda: self._so_far.setText(self.posted.sentence()))
        self.replying.changed.connect(self._reply.refresh)
        self._reply.closed.connect(self._next_reply)

    def show_theme(self, theme: Theme) -> None:
        """Takes on another look."""
        self.posted.show_danger(theme.danger)

    def show_document(self, document: MadeDocument | None, title: str) -> None:
        """What is on show, called `title`; None while its pages are being made."""
        self.sending.show(document, title)
        self.refresh()

    def refresh(self) -> None:
        """Draws what is open anew, after something in the engagement has changed."""
        sent = len(self.sending.outbox())
        self._out.setText(gettext("Files sent") + (f"  {sent}" if sent else ""))
        since = self.sending.since_then()
        self._since.setText(since)
        self._since.setVisible(bool(since))
        self.posted.refresh()
        self._so_far.setText(self.posted.sentence())
        self._area.setMaximumHeight(self.posted.sizeHint().height() + 1)
        self._book.ask()
        late = self.lettering.late()
        self._chase.setText(gettext("Chase") + (f"  {late}" if late else ""))
        self._chase.setEnabled(bool(late))
        if self._open() == MAIL:
            self._mail.refresh()
        elif self._open() == OUTBOX:
            self._outbox.refresh()

    def stand_as(self, before: SendPanel) -> None:
        """The same view is open, on the same reply, to the same people."""
        self.sending.go_on_from(before.sending)
        self.replying.go_on_from(before.replying)
        if before._open() >= 0:
            self._turn(before._open())
            self.refresh()

    def read_replies(self, paths: Sequence[Path]) -> None:
        """Shows what returned PDFs would change, one after another."""
        self._say("")
        self._turn(REPLY)
        self.replying.read_all(paths)
        self._tell_waiting()

    def _next_reply(self) -> None:
        """After one reply the next; where none waits the view closes."""
        if self.replying.next():
            self._tell_waiting()
        else:
            self._close()

    def _tell_waiting(self) -> None:
        if waiting := self.replying.waiting:
            text = ngettext("{n} more reply waits to be looked at.", "{n} more replies wait to be looked at.", waiting)
            self._say(text.format(n=waiting))

    def step_out(self) -> bool:
        """Closes what is open; False where nothing is."""
        open_ = self._open() >= 0
        if open_:
            self._close()
        return open_

    def finish(self) -> None:
        """Waits for what is under way."""
        self.replying.finish()
        self.lettering.finish()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(BEFORE_WORDS, 0, 0, 12)
        column.setSpacing(8)
        column.addLayout(self._head())
        column.addWidget(self._since)
        column.addWidget(self._told)
        self._who = QWidget()
        who = QVBoxLayout(self._who)
        who.setContentsMargins(0, 8, 0, 0)
        who.setSpacing(4)
        who.addLayout(section_head(gettext("Outbox"), self._so_far, worked_on=True))
        inside = QWidget()
        inside.setObjectName("content")
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, 8, 0)
        lines.addWidget(self.posted)
        lines.addStretch(1)
        self._area = scrolled(inside, on_page=True)
        who.addWidget(self._area, 100)
        who.addStretch(1)
        column.addWidget(self._who, 1)
        column.addWidget(self.views, 1)
        column.addStretch(0)
        column.addLayout(self._also())

    def _head(self) -> Flow:
        self._send = button(gettext("Send"), "primary", key="Ctrl+E", tip=gettext("Send by e-mail"))
        self._send.setAccessibleName(gettext("Send by e-mail"))
        self._send.clicked.connect(lambda: self.toggle(MAIL))
        self.save = button(gettext("Save PDF…"), "quiet", key="Ctrl+S")
        self.save.clicked.connect(self.save_wanted)
        line = Flow(8, down=4)
        line.addWidget(self._send)
        line.addWidget(self.save)
        return line

    def _also(self) -> QLayout:
        """What else can leave, and what comes back: one group of three lines."""
        self._out = self._opener(gettext("Files sent"), OUTBOX)
        self._read = self._opener(gettext("Read a reply…"), REPLY)
        self._read.setToolTip(gettext("Or drop what came back anywhere on this window, several files or a folder too"))
        owners = ActRow(gettext("To owners"), self._letters())
        back = ActRow(gettext("Files"), (self._read, self._out))
        self._elsewhere = Elsewhere(self.exporting)
        self._elsewhere.stand_below((owners, back))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(rule())
        column.addSpacing(4)
        for row in (owners, back, self._elsewhere):
            column.addWidget(row)
        return column

    def _letters(self) -> tuple[QPushButton, ...]:
        """Each writes to all owners concerned in one act."""
        everyone = button(
            gettext("Letters"),
            "quiet",
            edge="left",
            tip=gettext("Write each owner their actions, with a reply to fill in, a calendar and a message to send"),
        )
        everyone.setAccessibleName(gettext("Letters to owners"))
        everyone.clicked.connect(lambda: self._ask_letters(only_late=False))
        tip = gettext("Write only to those who are late, about what is late")
        self._chase = button("", "quiet", edge="left", tip=tip)
        self._chase.setAccessibleName(gettext("Chase what is late"))
        self._chase.clicked.connect(lambda: self._ask_letters(only_late=True))
        calendars = button(gettext("Calendars"), "quiet", edge="left", tip=gettext("Save a calendar for each owner"))
        calendars.setAccessibleName(gettext("Save a calendar for each owner"))
        calendars.clicked.connect(self._ask_calendars)
        return everyone, calendars, self._chase

    def _ask_calendars(self) -> None:
        ask_folder(self, gettext("Save the calendars in"), documents_folder(), self.exporting.calendars)

    def _ask_letters(self, only_late: bool) -> None:
        name = gettext("Save the reminders in") if only_late else gettext("Save the letters in")
        ask_folder(self, name, documents_folder(), lambda above: self.lettering.write(above, only_late))

    def _opener(self, text: str, place: int) -> QPushButton:
        made = button(text, "quiet", edge="left")
        made.setCheckable(True)
        made.clicked.connect(partial(self.toggle, place))
        return made

    def _open(self) -> int:
        """Which view is open; -1 for none."""
        return -1 if self.views.isHidden() else self.views.currentIndex()

    def toggle(self, place: int) -> None:
        """Opens one of the views, or closes it."""
        self._say("")
        if self._open() == place:
            self._close()
        elif place == REPLY and not self.replying.name:
            self._mark()
            self._ask_reply()
        else:
            self._turn(place)
            self.refresh()
            if place == MAIL:
                self._mail.take_keys()

    def take_reply(self) -> bool:
        """Takes what is ticked in the reply; False where none is open."""
        return self._with_reply(self._reply.take)

    def leave_reply(self) -> bool:
        """Puts the reply away; False where none is open."""
        return self._with_reply(self._reply.put_away)

    def go_through_reply(self) -> bool:
        """The keyboard goes to the first mark of the reply; False where none is open."""
        return self._with_reply(self._reply.one_by_one)

    def _with_reply(self, act: Callable[[], None]) -> bool:
        is_open = self._open() == REPLY
        if is_open:
            act()
        return is_open

    def _turn(self, place: int) -> None:
        self.views.setCurrentIndex(place)
        self.views.show()
        self._mark()

    def _close(self) -> None:
        keep_focus(self.views)
        self.views.hide()
        self._mark()

    def _mark(self) -> None:
        """What is open, and which act is the filled one: that of the message, of the reply, or sending."""
        self._who.setHidden(self._open() >= 0)
        self._elsewhere.setHidden(self._open() in (MAIL, REPLY))
        for place, made in ((OUTBOX, self._out), (REPLY, self._read)):
            made.setChecked(place == self._open())
        restyle(self._send, "role", "boxed" if self._open() in (MAIL, REPLY) else "primary")

    def _tell(self, sentence: str) -> None:
        self._say(sentence)

    def _say(self, sentence: str) -> None:
        self._told.setText(breakable(sentence))
        self._told.setVisible(bool(sentence))

    def _ask_reply(self) -> None:
        ask_which(self, gettext("Read a reply"), "PDF (*.pdf)", lambda path: self.read_replies([path]))
