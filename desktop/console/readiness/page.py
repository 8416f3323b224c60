"""Readiness: 15 points, each judged on evidence, and the verdict that the rule gives."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.console.page import Page, page_column
from desktop.console.readiness.point_detail import KEYS, PointDetail
from desktop.theme import Theme
from desktop.view_models.judging import Judging
from desktop.view_models.room.pages import RoomPage
from desktop.view_models.room.presenting import Presenter
from desktop.view_models.session import EngagementSession
from desktop.widgets.flow import Flow
from desktop.widgets.keys import KeyAct
from desktop.widgets.labels import bring_into_sight, button, label
from desktop.widgets.point_mark import PointMark
from desktop.words import ngettext, spoken
from models.engagement.engagement import Action, Pilot, Rating, Stakeholder
from models.engagement.judgements import Judgement
from models.engagement.registers import Gate, GateCondition, RegisterCell, RegisterEntry
from models.method.method import ReadinessPoint
from models.readiness.readiness import rule_text, verdict_text
from models.values.names import point_state_name
from models.values.terms import PointState
from resources.words import marked

_STATES = tuple(KEYS)


class ReadinessPage(Page):
    """The points on the left, the one at hand on the right, the verdict above both."""

    keys = (
        KeyAct(
            "C O W X", marked("Confirmed, open, waived, does not apply"), lambda page, n: page.model.judge(_STATES[n])
        ),
        KeyAct("E Y", marked("Evidence; why it is waived or does not apply"), lambda page, n: page.fill_in(n)),
        KeyAct("Enter Right Down PgDown", marked("Next point"), lambda page, _: page.step(1)),
        KeyAct("Left Up PgUp", marked("Back"), lambda page, _: page.step(-1)),
    )

    concerns = frozenset(
        {Judgement, Rating, Action, Stakeholder, Pilot, RegisterEntry, RegisterCell, Gate, GateCondition}
    )

    def __init__(self, session: EngagementSession, theme: Theme) -> None:
        super().__init__(session, theme)
        self.model = Judging(session)
        self.detail = PointDetail(self.model)
        self.detail.judged.connect(self.model.judge)
        self._rows: dict[str, QPushButton] = {}
        self._marks: dict[str, PointMark] = {}
        self._beside: dict[str, QLabel] = {}
        self._counts: dict[PointState, tuple[PointMark, QLabel]] = {}
        self._title, self._rule = label("", "title", wrap=True), label("", "muted", wrap=True)
        self._against = label("", "danger", wrap=True)
        column = page_column(self)
        column.addWidget(self._title)
        column.addLayout(self._tally())
        column.addWidget(self._against)
        columns = QHBoxLayout()
        columns.setSpacing(40)
        columns.addLayout(self._points(), 4)
        columns.addWidget(self.detail, 5)
        column.addLayout(columns)
        column.addWidget(self._rule)
        column.addStretch(1)

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

    def room_page(self, presenter: Presenter) -> RoomPage:
        return presenter.readiness(self.model.point_id)

    def refresh(self) -> None:
        words, found = self.session.words, self.model.verdict()
        self._title.setText(verdict_text(found, words))
        for state, count in found.tally:
            mark, counted = self._counts[state]
            mark.show_state(state, self.theme)
            counted.setText(f"{count}  {point_state_name(state, spoken()).lower()}")
        self._rule.setText(rule_text(words))
        against = {c.point_id for c in self.model.contradictions() if c.point_id}
        count = len(against)
        self._against.setText(
            ngettext(
                "!  {n} thing does not add up.",
                "!  {n} things do not add up.",
                count,
            ).format(n=count)
        )
        self._against.setVisible(count > 0)
        for point in self.model.points:
            self._show_row(point, point.id in against)
        self.detail.show_point(self.theme)

    def _show_row(self, point: ReadinessPoint, against: bool) -> None:
        state, made = self.model.state(point.id), self._rows[point.id]
        made.setText(f"{point.title}   !" if against else point.title)
        self._marks[point.id].show_state(state, self.theme)
        beside = self.model.waiver_beside(point.id)
        self._beside[point.id].setText(beside)
        self._beside[point.id].setVisible(bool(beside))
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

    def _points(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        for group in self.session.method.readiness:
            column.addWidget(label(group.title, "label"))
            for point in group.points:
                made = button("", "segment")
                made.setCheckable(True)
                made.setStyleSheet("text-align: left")
                made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
                made.clicked.connect(lambda _=False, p=point.id: self.show_point(p))
                self._rows[point.id] = made
                self._marks[point.id], self._beside[point.id] = PointMark(), label("", "caption", wrap=True)
                line = QHBoxLayout()
                line.setSpacing(8)
                line.addWidget(self._marks[point.id])
                line.addWidget(made, 5)
                line.addWidget(self._beside[point.id], 2)
                column.addLayout(line)
            column.addSpacing(8)
        column.addStretch(1)
        return column
