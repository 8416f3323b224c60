"""Closing: what nobody answers for yet, what contradicts itself, and the end of the workshop."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.console.closing.unprinted_list import UnprintedList
from desktop.console.page import Page, page_column
from desktop.console.steps import Step
from desktop.system.long_text import breakable, with_numbers_kept, without_widow
from desktop.theme import Theme
from desktop.view_models.room.pages import RoomPage
from desktop.view_models.room.presenting import Presenter
from desktop.view_models.room.sentences import begun, counted
from desktop.view_models.session import EngagementSession
from desktop.view_models.workshop.closing import Closing
from desktop.view_models.workshop.unprinted import Unprinted
from desktop.widgets.fields import LineField, TextField
from desktop.widgets.flow import Flow, TurningLine
from desktop.widgets.keys import KeyAct
from desktop.widgets.labels import button, clear, hair, keep_focus, label, section_head
from desktop.widgets.parts.bare import reads_as_text
from desktop.widgets.parts.icons import Icon
from desktop.words import gettext, ngettext, spoken
from models.engagement.dependency import Dependency
from models.engagement.engagement import Action, Assessment, Note, Pilot, Rating, Record, Stakeholder
from models.engagement.judgements import Judgement
from models.engagement.registers import Gate, GateCondition, RegisterCell, RegisterEntry
from models.plan.closing import HighGap
from models.plan.contradiction import Contradiction
from models.readiness.readiness import verdict_text
from models.values.months import shown_date
from resources.words import marked

LONGEST = 300
"""Letters of why it is opened again, which become part of a line of the history."""

BESIDE, BETWEEN = 560, 56
"""Pixels, at a scale of 1, from which what will not be printed stands beside the rest, and between the two."""
LOWER = 2
"""Pixels by which a mark stands lower than the top of its text, in the middle of the first line."""


class ClosingPage(Page):
    """Each gap and each contradiction leads to where it is settled; going on with gaps needs a reason."""

    keys = (
        KeyAct("W", marked("Say why the workshop is closed with gaps"), lambda page, _: page.give_reason()),
        KeyAct("C", marked("Close the workshop"), lambda page, _: page.close_or_ask()),
        KeyAct("R", marked("Open the closed workshop again"), lambda page, _: page.open_again()),
        KeyAct("Y", marked("Begin the next round"), lambda page, _: page.begin_next()),
        KeyAct(
            "Up Down", marked("Of what will not be printed: choose"), lambda page, n: page.unprinted.choose((-1, 1)[n])
        ),
        KeyAct("M", marked("The chosen entry: for the client, or internal"), lambda page, _: page.unprinted.mark()),
        KeyAct("Enter", marked("Open or close the notes and the evidence"), lambda page, _: page.unprinted.open()),
        KeyAct("Right PgDown", marked("The next page"), lambda page, _: page.step(1)),
        KeyAct("Left PgUp", marked("The page before"), lambda page, _: page.step(-1)),
    )

    concerns = frozenset(
        {
            Action,
            Assessment,
            Dependency,
            Rating,
            Stakeholder,
            Pilot,
            Judgement,
            RegisterEntry,
            RegisterCell,
            Gate,
            GateCondition,
            Note,
        }
    )

    def __init__(self, session: EngagementSession, theme: Theme) -> None:
        super().__init__(session, theme)
        self.model = Closing(session)
        self._title, self._lead = label("", "title", wrap=True), label("", "muted")
        self._verdict = label("", "muted")
        self._gaps, self._against = QVBoxLayout(), QVBoxLayout()
        column = page_column(self, self._foot())
        column.addWidget(self._title)
        said = Flow(8)
        said.addWidget(self._lead)
        said.addWidget(self._verdict)
        column.addLayout(said)
        column.addSpacing(8)
        side = QWidget()
        left = QVBoxLayout(side)
        left.setContentsMargins(0, 0, 0, 0)
        for part in (self._gaps, self._against):
            part.setSpacing(0)
            left.addLayout(part)
        left.setSpacing(0)
        left.addWidget(self._end())
        left.addSpacing(12)
        left.addStretch(1)
        self.unprinted = UnprintedList(Unprinted(session))
        column.addWidget(TurningLine(side, self.unprinted, beside=BESIDE, spacing=BETWEEN, shares=(3, 2)))
        column.addStretch(1)

    def enter(self) -> None:
        self.unprinted.begin()
        self.unprinted.refresh(self.theme)
        super().enter()

    def refresh(self) -> None:
        gaps, against = self.model.gaps(), self.model.contradictions()
        self._title.setText(with_numbers_kept(self._headline(len(gaps))))
        self._lead.setText(self._agreed())
        self._verdict.setText(verdict_text(self.model.verdict(), self.session.words))
        lines = [(self.model.gap_text(gap), self._to_gap(gap)) for gap in gaps]
        self._show(self._gaps, gettext("High gaps without an owner or a date"), "person", lines)
        found = [(c.sentence, self._to_contradiction(c)) for c in against]
        self._show(self._against, gettext("What does not add up"), "warn", found)
        self._show_end(bool(gaps))
        self.unprinted.refresh(self.theme)

    def refresh_after(self, kinds: frozenset[type[Record]]) -> None:
        if kinds == {Note}:
            self.unprinted.refresh(self.theme)
        elif kinds == {Assessment} and self.model.closed_on is None:
            self._show_end(bool(self.model.gaps()))
            self._title.setText(with_numbers_kept(self._headline(len(self.model.gaps()))))
        else:
            self.refresh()

    def room_page(self, presenter: Presenter) -> RoomPage:
        return presenter.closing()

    def give_reason(self) -> bool:
        """The keyboard goes to the reason, where one is asked for."""
        if self.reason.isVisible():
            self.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return self.reason.isVisible()

    def close_or_ask(self) -> bool:
        """Where a reason is still needed, the keyboard goes to where it is given; False where all is closed."""
        if not self._close.isVisible():
            return False
        if self.model.may_close():
            self.model.close()
        else:
            self.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def open_again(self) -> bool:
        """Where why is still to be said, the keyboard goes to where it is; False where nothing is closed."""
        if self.model.closed_on is None:
            return False
        if why := self.again.text().strip():
            self.model.reopen(why)
            self.again.clear()
        else:
            self.again.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def begin_next(self) -> bool:
        """Begins the next round and goes to its first sign; False where this one is open."""
        if self.model.closed_on is None:
            return False
        self.model.begin_next()
        self.sign_wanted.emit(self.session.method.signs[0].id)
        return True

    def _headline(self, gaps: int) -> str:
        if day := self.model.closed_on:
            return gettext("Closed on {0}").format(shown_date(day, spoken()))
        if gaps:
            text = ngettext("{n} high gap without an owner or a date", "{n} high gaps without an owner or a date", gaps)
            return begun(text.format(n=counted(gaps, spoken())))
        if not self.model.agreed() and not self.session.current.ratings:
            return gettext("The diagnosis has not begun")
        return gettext("Every high gap has an owner and a date")

    def _agreed(self) -> str:
        count = self.model.agreed()
        return (
            ngettext("{n} action agreed.", "{n} actions agreed.", count).format(n=count)
            if count
            else gettext("No action is agreed yet.")
        )

    def _show(self, part: QVBoxLayout, title: str, icon: str, lines: list[tuple[str, Callable[[], None]]]) -> None:
        clear(part)
        if not lines:
            return
        part.addLayout(section_head(title, str(len(lines)), worked_on=True))
        for text, go in lines:
            row = QHBoxLayout()
            row.setContentsMargins(0, 8, 0, 8)
            row.setSpacing(12)
            mark = QVBoxLayout()
            mark.setContentsMargins(0, LOWER, 0, 0)
            mark.addWidget(Icon(icon))
            mark.addStretch(1)
            row.addLayout(mark)
            row.addWidget(label(with_numbers_kept(breakable(text)), wrap=True), 1)
            there = button("", "icon", icon="right", tip=gettext("Go there"))
            there.setAccessibleName(gettext("Go to: {0}").format(text))
            there.clicked.connect(lambda _=False, act=go: act())
            row.addWidget(there)
            part.addLayout(row)
            part.addWidget(hair())
        part.addSpacing(12)

    def _to_gap(self, gap: HighGap) -> Callable[[], None]:
        if gap.action_id:
            return lambda: self.place_wanted.emit(Step.PLAN, gap.action_id)
        return lambda: self.sign_wanted.emit(gap.sign_id)

    def _to_contradiction(self, found: Contradiction) -> Callable[[], None]:
        if found.point_id:
            return lambda: self.place_wanted.emit(Step.READINESS, found.point_id)
        if found.item_id or found.phase_id:
            return lambda: self.place_wanted.emit(Step.PLAYBOOK, found.item_id or found.phase_id)
        return lambda: self.place_wanted.emit(Step.PLAN, found.action_id)

    def _end(self) -> QWidget:
        """Why it is closed with gaps, and once it is closed how it may be opened again."""
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._why = QWidget()
        head = section_head(gettext("Close with gaps, because"), gettext("goes into the record"), worked_on=True)
        head.setContentsMargins(0, 0, 0, 0)
        self._why.setLayout(head)
        why = gettext("With gaps open, say why. The reason is kept and printed.")
        self.reason = reads_as_text(TextField(gettext("Close with gaps, because"), why, lines=2))
        self.reason.typed.connect(self.model.write_reason)
        self._given = label("", wrap=True)
        stays = gettext("What was found stays as it is. The next round begins from it.")
        self._stays = label(without_widow(stays), "muted", wrap=True)
        for part in (self._why, self.reason, self._given, self._stays):
            column.addWidget(part)
        column.addWidget(self._opening_again())
        return box

    def _opening_again(self) -> QWidget:
        again = LineField(gettext("Open it again, because"), gettext("Why it is opened again"), longest=LONGEST)
        self.again = reads_as_text(again, wanted=False)
        self.again.returnPressed.connect(self.open_again)
        self._again = QWidget()
        line = QHBoxLayout(self._again)
        line.setContentsMargins(0, 8, 0, 0)
        line.setSpacing(8)
        line.addWidget(label(again.accessibleName(), "label"))
        line.addWidget(self.again, 1)
        return self._again

    def _foot(self) -> QHBoxLayout:
        self._change = button(gettext("Give the reason"), key="W")
        self._change.clicked.connect(self.give_reason)
        self._close = button(gettext("Close the workshop"), "primary", key="C")
        self._close.clicked.connect(self.model.close)
        self._reopen = button(gettext("Open it again"), key="R")
        self._reopen.clicked.connect(self.open_again)
        self._next = button(gettext("Begin the next round"), "primary", key="Y")
        self._next.clicked.connect(self.begin_next)
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addStretch(1)
        for act in (self._change, self._reopen, self._close, self._next):
            line.addWidget(act)
        return line

    def _show_end(self, gaps: bool) -> None:
        is_open = self.model.closed_on is None
        asked = is_open and gaps
        closed = (self._reopen, self._next, self._again)
        for field, stays in ((self.reason, asked), (self._close, is_open), *((part, not is_open) for part in closed)):
            if not stays:
                keep_focus(field)
        for part in (self._why, self.reason, self._change):
            part.setVisible(asked)
        self.reason.show_text(self.model.reason)
        given = "" if is_open else self.model.reason
        said = gettext("Closed with gaps, because: {0}").format(given) if given else ""
        self._given.setText(with_numbers_kept(breakable(said)))
        self._given.setVisible(bool(given))
        self._close.setVisible(is_open)
        self._close.setEnabled(self.model.may_close())
        for shown in (*closed, self._stays):
            shown.setVisible(not is_open)
