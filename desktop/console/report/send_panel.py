"""Below the pages: send them, see what was sent, read what came back, and take the plan elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop.console.report.mail_view import MailView
from desktop.console.report.outbox_view import OutboxView
from desktop.console.report.reply_view import ReplyView
from desktop.system.long_text import breakable
from desktop.system.outgoing import OutgoingFolder
from desktop.system.programs import SystemPrograms
from desktop.view_models.exporting import Exporting
from desktop.view_models.replying import Replying
from desktop.view_models.reporting import MadeDocument
from desktop.view_models.sending import Sending
from desktop.view_models.session import EngagementSession
from desktop.view_models.workshop.lettering import Lettering
from desktop.widgets.file_dialogs import ask_another_name, ask_folder, ask_where, ask_which, documents_folder
from desktop.widgets.flow import Flow
from desktop.widgets.labels import button, keep_focus, label
from desktop.widgets.parts.scrolled import scrolled
from desktop.words import gettext, ngettext

WIDEST = 900
"""Pixels: lines longer than this are hard to read."""


class SendPanel(QWidget):
    """One row of buttons; what they open stands in `views`, which the page places beside or instead of its own."""

    opened = Signal()
    """Something was opened in `views`, or closed: they hide while nothing is."""

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
            view.setMaximumWidth(WIDEST)
            self.views.addWidget(scrolled(view))
        self._told = label("", "muted", wrap=True)
        self._told.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.setSpacing(8)
        column.addWidget(self._told)
        column.addLayout(self._row())
        for model in (self.sending, self.replying, self.exporting, self.lettering):
            model.told.connect(self._tell)
        for writer in (self.sending, self.exporting):
            writer.taken.connect(lambda other, write: ask_another_name(self, other, write))
        self.replying.changed.connect(self._reply.refresh)
        self._reply.closed.connect(self._next_reply)

    def show_document(self, document: MadeDocument | None, title: str) -> None:
        """What is on show, called `title`; None while its pages are being made."""
        self.sending.show(document, title)
        self.refresh()

    def refresh(self) -> None:
        """Draws what is open anew, after something in the engagement has changed."""
        sent = len(self.sending.outbox())
        self._out.setText(gettext("Outbox") + (f"  {sent}" if sent else ""))
        late = self.lettering.late()
        self._chase.setText(gettext("Chase what is late") + (f"  {late}" if late else ""))
        self._chase.setEnabled(bool(late))
        if self._open() == 0:
            self._mail.refresh()
        elif self._open() == 1:
            self._outbox.refresh()

    def read_replies(self, paths: Sequence[Path]) -> None:
        """Shows what returned PDFs would change, one after another."""
        self._say("")
        self._turn(2)
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

    def _row(self) -> Flow:
        self._send = self._opener(gettext("Send by e-mail"), 0, "Ctrl+E")
        self._out = self._opener(gettext("Outbox"), 1)
        self._read = self._opener(gettext("Read a reply…"), 2)
        self._read.setToolTip(gettext("Or drop what came back anywhere on this window, several files or a folder too"))
        row = Flow(8)
        for made in (self._send, self._out, self._read, *self._letters()):
            row.addWidget(made)
        row.addWidget(label(gettext("Also save"), "label"))
        for name, full, act in (
            (gettext("Sheet"), gettext("Save the actions as a spreadsheet"), self._ask_sheet),
            (gettext("Calendar"), gettext("Save the due dates for a calendar"), self._ask_calendar),
            (gettext("Calendars"), gettext("Save a calendar for each owner"), self._ask_calendars),
            (gettext("Charts"), gettext("Save the charts as pictures for slides"), self._ask_charts),
            (gettext("Slides"), gettext("Save slides that can be edited"), self._ask_slides),
            (gettext("Slides in a template"), gettext("Save slides in a template of your own"), self._ask_template),
        ):
            made = button(name, "quiet", tip=full)
            made.setAccessibleName(full)
            made.clicked.connect(lambda _=False, act=act: act())
            row.addWidget(made)
        return row

    def _letters(self) -> tuple[QPushButton, QPushButton]:
        """Each writes to all owners concerned in one act."""
        everyone = button(
            gettext("Letters to owners"),
            "quiet",
            tip=gettext("Write each owner their actions, with a reply to fill in, a calendar and a message to send"),
        )
        everyone.clicked.connect(lambda: self._ask_letters(only_late=False))
        self._chase = button(
            gettext("Chase what is late"), "quiet", tip=gettext("Write only to those who are late, about what is late")
        )
        self._chase.clicked.connect(lambda: self._ask_letters(only_late=True))
        return everyone, self._chase

    def _ask_letters(self, only_late: bool) -> None:
        name = gettext("Save the reminders in") if only_late else gettext("Save the letters in")
        ask_folder(self, name, documents_folder(), lambda above: self.lettering.write(above, only_late))

    def _opener(self, text: str, place: int, key: str = "") -> QPushButton:
        made = button(text, "segment", key=key)
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
        elif place == 2 and not self.replying.name:
            self._mark()
            self._ask_reply()
        else:
            self._turn(place)
            self.refresh()
            if place == 0:
                self._mail.take_keys()

    def _turn(self, place: int) -> None:
        self.views.setCurrentIndex(place)
        self.views.show()
        self._mark()
        self.opened.emit()

    def _close(self) -> None:
        keep_focus(self.views)
        self.views.hide()
        self._mark()
        self.opened.emit()

    def _mark(self) -> None:
        for place, made in enumerate((self._send, self._out, self._read)):
            made.setChecked(place == self._open())

    def _tell(self, sentence: str) -> None:
        self._say(sentence)

    def _say(self, sentence: str) -> None:
        self._told.setText(breakable(sentence))
        self._told.setVisible(bool(sentence))

    def _ask_reply(self) -> None:
        ask_which(self, gettext("Read a reply"), "PDF (*.pdf)", lambda path: self.read_replies([path]))

    def _ask_sheet(self) -> None:
        suggested = documents_folder() / self.exporting.name(gettext("Actions"), ".xlsx")
        ask_where(self, gettext("Save the actions"), suggested, "Excel (*.xlsx)", self.exporting.sheet)

    def _ask_calendar(self) -> None:
        suggested = documents_folder() / self.exporting.name(gettext("Due dates"), ".ics")
        ask_where(self, gettext("Save the due dates"), suggested, "iCalendar (*.ics)", self.exporting.calendar)

    def _ask_calendars(self) -> None:
        ask_folder(self, gettext("Save the calendars in"), documents_folder(), self.exporting.calendars)

    def _ask_slides(self, template: Path | None = None) -> None:
        suggested = documents_folder() / self.exporting.name(gettext("Slides"), ".pptx")
        save = partial(self.exporting.slides, template=template)
        ask_where(self, gettext("Save the slides"), suggested, "PowerPoint (*.pptx)", save)

    def _ask_template(self) -> None:
        ask_which(self, gettext("The template"), "PowerPoint (*.pptx *.potx)", self._ask_slides)

    def _ask_charts(self) -> None:
        ask_folder(self, gettext("Save the charts in"), documents_folder(), self.exporting.charts)
