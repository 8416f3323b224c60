"""What moved since the round before: mode by mode, sign by sign, and what became of the actions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.system.long_text import breakable
from desktop.theme import Theme
from desktop.view_models.workshop.comparing import Comparing
from desktop.widgets.chart_view import ChartView
from desktop.widgets.labels import button, clear, hair, label, rule, section_head
from desktop.widgets.level_mark import LevelMark
from desktop.widgets.parts.icons import Icon
from desktop.widgets.point_mark import PointMark
from desktop.words import gettext, ngettext, spoken
from models.diagnosis.diagnosis import worst_first
from models.rounds.comparison import Comparison
from models.rounds.modes import ModeMoved
from models.rounds.pasts import Became, Past
from models.rounds.signs import SignMoved
from models.rounds.telling import TOLD
from models.rounds.wording import (
    became_name,
    mode_reason,
    moved_text,
    movement_name,
    promises_sentence,
    readiness_sentence,
    slip_text,
)
from models.values.names import point_state_name
from models.values.terms import PointState
from reports.charts.colours import ChartColours, dark_colours, paper_colours
from reports.figures.moved import moved_axis, moved_bar
from reports.type.fonts import register_fonts

CHART_TYPE = 9.3
"""Points that come out as large as the page's own type."""
SHARE = 4 / 11
"""Of the width, for the charts."""
HIGH, LEAST_WIDE = 28.0, 130.0
"""Points of a mode's chart."""


NUMBER_WIDE = 24
"""Pixels of an action's number."""


class MovedView(QWidget):
    """Each sign leads to where it is asked."""

    sign_wanted = Signal(str)

    def __init__(self, comparing: Comparing) -> None:
        super().__init__()
        register_fonts()
        self._comparing = comparing
        self._axis, self._charts = ChartView(gettext("Scale")), list[tuple[ChartView, ModeMoved]]()
        self._drawn_in: ChartColours | None = None
        self._modes, self._parts = QGridLayout(), QVBoxLayout()
        self._modes.setHorizontalSpacing(24)
        self._modes.setVerticalSpacing(4)
        for column, share in ((0, 2), (1, 4), (2, 5)):
            self._modes.setColumnStretch(column, share)
        self._parts.setSpacing(0)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(0, 0, 0, 0)
        column_.setSpacing(20)
        column_.addLayout(self._modes)
        column_.addLayout(self._parts)
        column_.addStretch(1)

    def refresh(self, found: Comparison, theme: Theme) -> None:
        """Draws both rounds as they stand."""
        clear(self._modes)
        clear(self._parts)
        self._show_modes(found, theme)
        for kind in TOLD:
            if signs := found.of(kind):
                self._show_signs(movement_name(kind, spoken()), signs, theme)
        self._show_readiness(found, theme)
        if found.pasts:
            self._show_actions(found)

    def _show_modes(self, found: Comparison, theme: Theme) -> None:
        session = self._comparing.session
        self._charts = []
        self._axis = ChartView(gettext("Scale"))
        for column, head in ((0, gettext("What holds it back")), (2, gettext("Why it moved, or did not"))):
            self._modes.addWidget(label(head, "caption"), 0, column)
        self._modes.addWidget(self._axis, 0, 1)
        order = [result.mode_id for result in worst_first([moved.now for moved in found.modes])]
        line = rule()
        line.setProperty("kind", "worked")
        self._modes.addWidget(line, 1, 0, 1, 3)
        for place, moved in enumerate(sorted(found.modes, key=lambda m: order.index(m.mode.id)), 1):
            row = 2 * place
            chart = ChartView(moved.mode.short)
            self._charts.append((chart, moved))
            self._modes.addWidget(label(moved.mode.short, "strong", wrap=True), row, 0)
            self._modes.addWidget(chart, row, 1)
            self._modes.addWidget(label(mode_reason(moved, session.words), wrap=True), row, 2)
            self._modes.addWidget(hair(), row + 1, 0, 1, 3)
        self._draw(self._colours(theme))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._drawn_in is not None:
            self._draw(self._drawn_in)

    def _draw(self, colours: ChartColours) -> None:
        """The charts, as wide as their column, in type as large as the page's."""
        self._drawn_in = colours
        scale = self.font().pixelSize() / CHART_TYPE
        wide = max(self.width() * SHARE / scale, LEAST_WIDE)
        self._axis.show_drawing(moved_axis(colours, wide), gettext("0 to 100, higher is worse"))
        for chart, moved in self._charts:
            said = gettext("{mode}: {then} then, {now} now.").format(
                mode=moved.mode.short, then=moved.then.shown_index, now=moved.now.shown_index
            )
            chart.show_drawing(moved_bar(moved, colours, wide, HIGH), said)

    def _show_signs(self, name: str, signs: Sequence[SignMoved], theme: Theme) -> None:
        self._parts.addLayout(section_head(name, str(len(signs))))
        for one in signs:
            text = moved_text(one) if one.now else one.sign.title
            go = button(breakable(text), "line", tip=gettext("Go to this sign"))
            go.clicked.connect(lambda _=False, key=one.sign.id: self.sign_wanted.emit(key))
            self._parts.addLayout(self._line(LevelMark.of_answer(one.then, theme), one, go, theme))
        self._parts.addSpacing(16)

    def _line(self, then: LevelMark, one: SignMoved, go: QWidget, theme: Theme) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(0, 4, 0, 4)
        line.setSpacing(8)
        for part in (then, Icon("fwd"), LevelMark.of_answer(one.now, theme), go):
            line.addWidget(part)
        line.addStretch(1)
        return line

    def _show_readiness(self, found: Comparison, theme: Theme) -> None:
        """The verdict then and now, and the points that stand otherwise; those not judged again count as neither."""
        words = self._comparing.session.words
        said = readiness_sentence(found, words)
        moved = [one for one in found.readiness.points if one.then is not one.now]
        if not said:
            return
        self._parts.addLayout(section_head(said.rstrip("."), str(len(moved))))
        for one in moved:
            line = QHBoxLayout()
            line.setContentsMargins(0, 4, 0, 4)
            line.setSpacing(8)
            for part in (_point_mark(one.then, theme), Icon("fwd"), _point_mark(one.now, theme)):
                line.addWidget(part)
            line.addWidget(label(one.point.title, wrap=True), 3)
            states = (point_state_name(state, words) for state in (one.then, one.now))
            text = gettext("{then} then, {now} now").format(**dict(zip(("then", "now"), states, strict=True)))
            line.addWidget(label(text, "caption", wrap=True), 2)
            self._parts.addLayout(line)
            self._parts.addWidget(hair())
        self._parts.addSpacing(16)

    def _show_actions(self, found: Comparison) -> None:
        """What became of each promise: what is late first, then what is to be done, done, and dropped."""
        words = self._comparing.session.words
        self._parts.addLayout(section_head(promises_sentence(found, words).rstrip("."), str(len(found.pasts))))
        groups: dict[str, list[Past]] = {gettext("Late"): []}
        groups |= {became_name(kind, words): [] for kind in (Became.CARRIED, Became.DONE, Became.DROPPED)}
        for past in found.pasts:
            late = past.is_late(found.day)
            groups[gettext("Late") if late else became_name(past.became, words)].append(past)
        for name, pasts in groups.items():
            if pasts:
                self._parts.addSpacing(8)
                self._parts.addWidget(label(f"{name}  {len(pasts)}", "strong"))
            for past in pasts:
                self._show_past(past)

    def _show_past(self, past: Past) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(0, 4, 0, 4)
        line.setSpacing(12)
        number = label(str(past.action.position), "caption")
        number.setFixedWidth(NUMBER_WIDE)
        line.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(label(breakable(past.action.title), wrap=True), 3)
        line.addWidget(label(self._slipped(past), "caption", wrap=True), 2)
        self._parts.addLayout(line)
        self._parts.addWidget(hair())

    def _slipped(self, past: Past) -> str:
        """How its day moved, how often and by how much."""
        later = ""
        if past.days > 0:
            later = ngettext("{n} day later", "{n} days later", past.days).format(n=past.days)
        elif past.days < 0:
            later = ngettext("{n} day earlier", "{n} days earlier", -past.days).format(n=-past.days)
        return gettext("; ").join(filter(None, (slip_text(past, self._comparing.session.words), later)))

    def _colours(self, theme: Theme) -> ChartColours:
        if theme.dark:
            return dark_colours(theme.accent, theme.accent, theme.background)
        return paper_colours(self._comparing.session.engagement.brand.primary, theme.accent)


def _point_mark(state: PointState, theme: Theme) -> PointMark:
    made = PointMark()
    made.show_state(state, theme)
    return made
