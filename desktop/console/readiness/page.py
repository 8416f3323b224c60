"""Readiness: 15 points, each judged on evidence, and the verdict that the rule gives."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Self

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.console.page import NARROW, TOP, Page, page_frame
from desktop.console.readiness.offers import KEYS as OFFER_KEYS
from desktop.console.readiness.point_detail import KEYS, PointDetail
from desktop.console.readiness.point_row import OUT, SETTLED, PointRow
from desktop.console.steps import Step
from desktop.system.long_text import as_tip, shortened
from desktop.theme import Theme
from desktop.view_models.judging import Judging
from desktop.view_models.room.pages import RoomPage
from desktop.view_models.room.presenting import Presenter
from desktop.view_models.session import EngagementSession
from desktop.widgets.evidence.strip import EVIDENCE_KEYS, EvidenceStrip
from desktop.widgets.flow import Flow, TurningLine
from desktop.widgets.gliding.rows import GlidingRows
from desktop.widgets.keys import KeyAct, cap
from desktop.widgets.labels import bring_into_sight, button, label, rule, section_head
from desktop.widgets.parts.act import BEFORE_KEY
from desktop.widgets.parts.scrolled import ground_of, scrolled
from desktop.widgets.point_mark import PointMark
from desktop.words import gettext, ngettext, spoken
from models.attending.person_names import initialled
from models.engagement.engagement import Action, Pilot, Rating, Stakeholder
from models.engagement.evidence import Evidence
from models.engagement.judgements import Judgement
from models.engagement.people import called
from models.engagement.registers import Gate, GateCondition, RegisterCell, RegisterEntry
from models.method.method import ReadinessPoint
from models.readiness.readiness import rule_text, verdict_text
from models.values.letters import small
from models.values.names import point_state_name, points_counted_as
from models.values.terms import PointState
from resources.words import marked

_STATES = tuple(KEYS)
SAID = frozenset({PointState.NOT_JUDGED, PointState.DOES_NOT_APPLY})
"""States that stand in words beside a point, in place of who answers for it."""
SHARES, NARROW_SHARES = (600, 398 + 2 * OUT), (10, 9)
"""Of point and list; the second where names need their room more than a sentence does."""
BETWEEN, ABOVE_RULE = 56, 12
"""Pixels between the two columns, and between the list and the rule below it."""
BESIDE, HIGH, LOWEST = 600, 440, 300
"""Pixels of the page, at a scale of 1, from which the list stands beside the point; how high each is where it does not.
"""
MOST_LETTERS = 24
"""Of a name beside a point."""


class ReadinessPage(Page):
    """The verdict and the point at hand on the left, all points on the right."""

    keys = (
        KeyAct(
            "C O W X", marked("Confirmed, open, waived, does not apply"), lambda page, n: page.model.judge(_STATES[n])
        ),
        KeyAct("E Y", marked("Evidence; why it is waived or does not apply"), lambda page, n: page.fill_in(n)),
        KeyAct(
            OFFER_KEYS, marked("Use what the playbook says"), lambda page, n: page.detail.offers.use(n), anywhere=True
        ),
        KeyAct("Enter", marked("The next point that is not judged"), lambda page, _: page.go_on()),
        KeyAct("Right Down PgDown", marked("Next point"), lambda page, _: page.step(1)),
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
        self.detail.action_wanted.connect(lambda key: self.place_wanted.emit(Step.PLAN, key))
        self._rows: dict[str, PointRow] = {}
        self._settled: dict[str, QLabel] = {}
        self._called: Mapping[str, str] = {}
        self._counts: dict[PointState, tuple[PointMark, QLabel, QWidget]] = {}
        self._title, self._rule = label("", "title", wrap=True), label("", "caption", wrap=True)
        self._against = label("", "danger", wrap=True)
        parts, apart = (self._point(), self._points()), BETWEEN - OUT
        self._columns = TurningLine(*parts, beside=BESIDE, spacing=apart, shares=SHARES, least=(HIGH, LOWEST))
        page_frame(self, TOP, TOP, out=OUT).addWidget(self._columns)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window rows stand closer; in a narrow one the list has more of it."""
        super().resizeEvent(event)
        shares = NARROW_SHARES if self.window().width() < NARROW else SHARES
        self._columns.share(shares)
        for row in self._rows.values():
            row.updateGeometry()
        self._place_rule_soon()

    def _place_rule_soon(self) -> None:
        """Later: the list has yet to be as high as its rows."""
        QTimer.singleShot(0, self, self._place_rule)

    def _place_rule(self) -> None:
        """Below the list where it has room there; the tip of the verdict says it, too."""
        told = self._rule.heightForWidth(self._list.width() - 2 * OUT) + ABOVE_RULE
        rows = self._list.minimumSizeHint().height() - (0 if self._rule.isHidden() else told)
        self._rule.setVisible(rows + told <= ground_of(self._area).height())

    def stand_as(self, before: Self) -> None:
        self.show_point(before.model.point_id)
        self.files.stand_as(before.files)

    def show_place(self, place_id: str) -> None:
        self.show_point(place_id)

    def show_point(self, point_id: str) -> None:
        """Shows another point."""
        self.model.point_id = point_id
        self.moved.emit()
        self.refresh()
        bring_into_sight(self._rows[point_id], 80)
        self._list.follow(self._rows[point_id], self.theme)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def fill_in(self, field: int) -> bool:
        """The keyboard goes to the evidence (0), or to the reason (1), which may be asked for instead of it."""
        fields = (self.detail.evidence, self.detail.reason)[field:]
        wanted = next((one for one in fields if one.isVisible()), None)
        if wanted is not None:
            wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return wanted is not None

    def go_on(self) -> None:
        """To the next point that is not judged; to the plan once all are."""
        if self.model.move_to_not_judged():
            self.show_point(self.model.point_id)
        else:
            self.passed.emit(1)

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
            mark, counted, pair = self._counts[state]
            pair.setVisible(count > 0)
            mark.show_state(state, self.theme)
            counted.setText(f"{count}  {points_counted_as(state, count, spoken())}")
        self._rule.setText(
            gettext(
                "Go when every point that applies is confirmed; with conditions when the rest is waived by a person, "
                "until a day."
            )
        )
        self._title.setToolTip(as_tip(rule_text(words)))
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
        self.detail.show_point()
        self._place_rule_soon()
        left = bool(found.not_judged) and found.not_judged != (self.model.point_id,)
        self._on.setText(f"{gettext('Next not judged') if left else Step.PLAN.title}{BEFORE_KEY}{cap('Enter')}")
        self._on.setAccessibleName(gettext("Next not judged") if left else Step.PLAN.title)

    def _show_row(self, point: ReadinessPoint, against: bool) -> None:
        state, made = self.model.state(point.id), self._rows[point.id]
        waiver, name = self.model.waiver_beside(point.id), point_state_name(state, spoken())
        beside = waiver or (small(name) if state in SAID else self._owner(point.id))
        made.show_point(point.title, state, beside, self.theme, against=against)
        said = ", ".join(part for part in (name, waiver) if part)
        made.setAccessibleName(f"{point.title}: {said}")
        made.setChecked(point.id == self.model.point_id)

    def _tally(self) -> Flow:
        """How many points stand how: the key to the marks that are there."""
        line = Flow(14)
        for state, _ in self.model.verdict().tally:
            mark, counted = PointMark(state), label("", "caption")
            pair = QWidget()
            row = QHBoxLayout(pair)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(6)
            row.addWidget(mark)
            row.addWidget(counted)
            line.addWidget(pair)
            self._counts[state] = mark, counted, pair
        return line

    def _owner(self, point_id: str) -> str:
        """Who answers for a point; empty for nobody."""
        judgement = self.session.current.judgements.get(point_id)
        name = self._called.get(judgement.owner_id, "") if judgement else ""
        return shortened(initialled(name), MOST_LETTERS)

    def _point(self) -> QWidget:
        """The verdict with what made it, and the point at hand."""
        part = QWidget()
        part.setObjectName("pointAtHand")
        head = QVBoxLayout()
        head.setContentsMargins(OUT, 0, 0, 0)
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addLayout(self._tally())
        head.addWidget(self._against)
        head.addSpacing(4)
        head.addWidget(rule())
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(scrolled(self.detail, on_page=True), 1)
        edge = QVBoxLayout()
        edge.setContentsMargins(OUT, 0, 0, 0)
        edge.addWidget(rule())
        column.addLayout(edge)
        column.addLayout(self._foot())
        return part

    def _points(self) -> QWidget:
        """All of them, in their groups, and the rule below."""
        self._list = GlidingRows(lambda: self.session.still())
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for place, group in enumerate(self.session.method.readiness):
            self._settled[group.id] = label("", "caption")
            if place:
                column.addSpacing(12)
            head = section_head(group.title, self._settled[group.id])
            head.setContentsMargins(OUT, 0, OUT, 0)
            column.addLayout(head)
            for point in group.points:
                made = PointRow()
                made.clicked.connect(lambda _=False, p=point.id: self.show_point(p))
                self._rows[point.id] = made
                column.addWidget(made)
        told = QVBoxLayout()
        told.setContentsMargins(OUT, ABOVE_RULE, OUT, 0)
        told.addWidget(self._rule)
        column.addLayout(told)
        column.addStretch(1)
        self._area = scrolled(self._list, on_page=True)
        self._area.setObjectName("points")
        return self._area

    def _foot(self) -> QHBoxLayout:
        self._on = button("", "primary")
        forward, back = button(gettext("Next"), key="Down"), button(gettext("Back"), key="Up")
        self._on.clicked.connect(self.go_on)
        forward.clicked.connect(lambda: self.step(1))
        back.clicked.connect(lambda: self.step(-1))
        line = QHBoxLayout()
        line.setContentsMargins(OUT - 1, 0, 0, 0)
        line.setSpacing(16)
        for act in (self._on, forward, back):
            line.addWidget(act)
        line.addStretch(1)
        return line
