"""Readiness: 15 points, each judged on evidence, and the verdict that the rule gives."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.console.page import LOW, Page, page_column
from desktop.console.readiness.point_detail import KEYS, PointDetail
from desktop.console.readiness.point_row import SETTLED, PointRow
from desktop.system.long_text import initialled, shortened
from desktop.theme import Theme
from desktop.view_models.judging import Judging
from desktop.view_models.room.pages import RoomPage
from desktop.view_models.room.presenting import Presenter
from desktop.view_models.session import EngagementSession
from desktop.widgets.evidence.strip import EVIDENCE_KEYS, EvidenceStrip
from desktop.widgets.flow import Flow
from desktop.widgets.keys import KeyAct
from desktop.widgets.labels import bring_into_sight, button, label, rule, section_head
from desktop.widgets.point_mark import PointMark
from desktop.words import gettext, ngettext, spoken
from models.engagement.engagement import Action, Pilot, Rating, Stakeholder
from models.engagement.evidence import Evidence
from models.engagement.judgements import Judgement
from models.engagement.people import called
from models.engagement.registers import Gate, GateCondition, RegisterCell, RegisterEntry
from models.method.method import ReadinessPoint
from models.readiness.readiness import rule_text, verdict_text
from models.values.letters import small
from models.values.names import point_state_name
from models.values.terms import PointState
from resources.words import marked

_STATES = tuple(KEYS)
MOST_LETTERS = 24
"""Of a name beside a point."""


class ReadinessPage(Page):
    """The verdict and the point at hand on the left, all points on the right."""

    keys = (
        KeyAct(
            "C O W X", marked("Confirmed, open, waived, does not apply"), lambda page, n: page.model.judge(_STATES[n])
        ),
        KeyAct("E Y", marked("Evidence; why it is waived or does not apply"), lambda page, n: page.fill_in(n)),
        KeyAct("Enter Right Down PgDown", marked("Next point"), lambda page, _: page.step(1)),
        KeyAct("Left Up PgUp", marked("Back"), lambda page, _: page.step(-1)),
        *EVIDENCE_KEYS,
    )

    concerns = frozenset(
        {Judgement, Evidence, Rating, Action, Stakeholder, Pilot, RegisterEntry, RegisterCell, Gate, GateCondition}
    )

    def __init__(self, session: EngagementSession, theme: Theme) -> None:
        super().__init__(session, theme)
        self.model, self.files = Judging(session), EvidenceStrip(session, self)
        self.files.moved.connect(self.moved)
        self.detail = PointDetail(self.model, self.files)
        self.detail.judged.connect(self.model.judge)
        self._rows: dict[str, PointRow] = {}
        self._settled: dict[str, QLabel] = {}
        self._called: Mapping[str, str] = {}
        self._counts: dict[PointState, tuple[PointMark, QLabel]] = {}
        self._title, self._rule = label("", "title", wrap=True), label("", "caption", wrap=True)
        self._against = label("", "danger", wrap=True)
        column = page_column(self, self._foot())
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self._title)
        left.addLayout(self._tally())
        left.addWidget(self._against)
        left.addSpacing(4)
        left.addWidget(rule())
        left.addWidget(self.detail)
        left.addStretch(1)
        left.addWidget(self._rule)
        columns = QHBoxLayout()
        columns.setSpacing(56)
        columns.addLayout(left, 3)
        columns.addLayout(self._points(), 2)
        column.addLayout(columns)
        column.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window rows stand closer, and the rule is in the tip of the verdict."""
        super().resizeEvent(event)
        self._rule.setVisible(self.window().height() >= LOW)
        for row in self._rows.values():
            row.updateGeometry()

    def show_place(self, place_id: str) -> None:
        self.show_point(place_id)

    def show_point(self, point_id: str) -> None:
        """Shows another point."""
        self.model.point_id = point_id
        self.moved.emit()
        self.refresh()
        bring_into_sight(self._rows[point_id], 80)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def fill_in(self, field: int) -> bool:
        """The keyboard goes to the evidence (0), or to the reason (1) where one is asked for."""
        wanted = (self.detail.evidence, self.detail.reason)[field]
        if wanted.isVisible():
            wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return wanted.isVisible()

    def step(self, steps: int) -> None:
        """On or back, and past the last point to the plan."""
        if self.model.move(steps):
            self.show_point(self.model.point_id)
        else:
            self.passed.emit(steps)

    def step_out(self) -> bool:
        return self.files.take_from_wall()

    def leave(self) -> None:
        self.files.leave()

    def room_page(self, presenter: Presenter) -> RoomPage:
        shown = self.files.shown
        return presenter.evidence(shown) if shown else presenter.readiness(self.model.point_id)

    def refresh(self) -> None:
        words, found = self.session.words, self.model.verdict()
        self._title.setText(verdict_text(found, words))
        for state, count in found.tally:
            mark, counted = self._counts[state]
            mark.show_state(state, self.theme)
            counted.setText(f"{count}  {small(point_state_name(state, spoken()))}")
        self._rule.setText(rule_text(words))
        self._title.setToolTip(rule_text(words))
        against = {c.point_id for c in self.model.contradictions() if c.point_id}
        count = len(against)
        self._against.setText(
            ngettext(
                "{n} thing does not add up.",
                "{n} things do not add up.",
                count,
            ).format(n=count)
        )
        self._against.setVisible(count > 0)
        self._called = called(self.session.people())
        for point in self.model.points:
            self._show_row(point, point.id in against)
        for group in self.session.method.readiness:
            states = [self.model.state(point.id) for point in group.points]
            settled = sum(state in SETTLED for state in states)
            self._settled[group.id].setText(gettext("{0} of {1} settled").format(settled, len(states)))
        self.detail.show_point(self.theme)

    def _show_row(self, point: ReadinessPoint, against: bool) -> None:
        state, made = self.model.state(point.id), self._rows[point.id]
        beside = self.model.waiver_beside(point.id)
        made.show_point(point.title, state, beside or self._owner(point.id), self.theme, against=against)
        said = ", ".join(part for part in (point_state_name(state, spoken()), beside) if part)
        made.setAccessibleName(f"{point.title}: {said}")
        made.setChecked(point.id == self.model.point_id)

    def _tally(self) -> Flow:
        """How many points stand how: the key to the marks."""
        line = Flow(16)
        for state, _ in self.model.verdict().tally:
            mark, counted = PointMark(state), label("", "muted")
            pair = QWidget()
            row = QHBoxLayout(pair)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            row.addWidget(mark)
            row.addWidget(counted)
            line.addWidget(pair)
            self._counts[state] = mark, counted
        return line

    def _owner(self, point_id: str) -> str:
        """Who answers for a point; empty for nobody."""
        judgement = self.session.current.judgements.get(point_id)
        name = self._called.get(judgement.owner_id, "") if judgement else ""
        return shortened(initialled(name), MOST_LETTERS)

    def _points(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        for place, group in enumerate(self.session.method.readiness):
            self._settled[group.id] = label("", "caption")
            if place:
                column.addSpacing(16)
            column.addLayout(section_head(group.title, self._settled[group.id]))
            for point in group.points:
                made = PointRow()
                made.clicked.connect(lambda _=False, p=point.id: self.show_point(p))
                self._rows[point.id] = made
                column.addWidget(made)
        column.addStretch(1)
        return column

    def _foot(self) -> QHBoxLayout:
        back, forward = button(gettext("Back"), key="Left"), button(gettext("Next point"), "primary", key="Enter")
        back.clicked.connect(lambda: self.step(-1))
        forward.clicked.connect(lambda: self.step(1))
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addStretch(1)
        line.addWidget(back)
        line.addWidget(forward)
        return line
