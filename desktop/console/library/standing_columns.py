"""How a pilot stands, in columns right of its name: its modes, the worst of them, the verdict, what is next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from desktop.theme import Theme
from desktop.widgets.parts.cell import NOT_ASKED, NOT_KNOWN, band_of, paint_cell, paint_step
from desktop.widgets.parts.rows import paint_line
from desktop.words import gettext, ngettext, spoken
from models.portfolio.standing import ModeStanding, PilotStanding
from models.readiness.readiness import VerdictKind, verdict_name
from models.values.months import short_date, short_day

NAME, CELL, WORST, VERDICT, NEXT = 11.0, 2.75, 7.0, 8.6, 9.6
"""Widths in lines of type: at least what the name keeps, then one mode, the worst, the verdict, what is next."""
HIGH, BETWEEN, GAP = 1.7, 0.24, 0.5
"""Height of a mode's cell, what lies between two, and what lies between two columns, in lines of type."""


class StandingColumns:
    """The columns that a row of this width has room for, in lines of type of this height."""

    def __init__(self, width: float, line: float, modes: int) -> None:
        self._line, self._modes = line, modes
        left = width - (NAME + VERDICT + NEXT) * line
        self._cells = CELL * line * modes if modes and left >= CELL * line * modes else 0.0
        self._worst = WORST * line if left - self._cells >= WORST * line else 0.0
        self.width = self._cells + self._worst + (VERDICT + NEXT) * line if left >= 0 else 0.0
        """0 where there is no room for any."""

    def paint(
        self, painter: QPainter, area: QRect, pilot: PilotStanding, names: Mapping[str, str], theme: Theme, font: QFont
    ) -> None:
        """Into the right end of the row; the first line of type begins at its top."""
        left = area.right() - self.width
        if self._cells:
            self._paint_modes(painter, QRectF(left, area.top(), self._cells, area.height()), pilot, theme, font)
            left += self._cells + self._line * 0.6
        if self._worst:
            painter.setFont(font)
            painter.setPen(QColor(theme.ink))
            place = QRectF(left, area.top() + 0.2 * self._line, self._worst - GAP * self._line, area.height())
            wrapped = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            painter.drawText(place, int(wrapped), worst_text(pilot, names))
            left += self._worst
        round_ = gettext("Round {number}").format(number=pilot.counted.round)
        held = short_date(pilot.counted.held_on, spoken()) if pilot.counted.held_on else ""
        below = gettext(", ").join(filter(None, (round_, held)))
        bold = pilot.verdict not in (VerdictKind.NOT_JUDGED, VerdictKind.UNDECIDED)
        self._two(
            painter, left, area, VERDICT * self._line, theme, font, verdict_name(pilot.verdict, spoken()), below, bold
        )
        left += VERDICT * self._line
        colour = theme.danger if pilot.counted.overdue else ""
        above, below = next_text(pilot)
        self._two(painter, left, area, area.right() - left, theme, font, above, below, True, colour)

    def paint_empty(self, painter: QPainter, area: QRect, texts: Sequence[str], theme: Theme, font: QFont) -> None:
        """What will stand in each column: the cells of modes nobody was asked about, then these three texts."""
        left, high = area.right() - self.width, HIGH * self._line
        step = self._cells / max(self._modes, 1)
        for number in range(self._modes if self._cells else 0):
            cell = QRectF(left + number * step, area.top() + 0.35 * self._line, step - BETWEEN * self._line, high)
            paint_cell(painter, cell, NOT_ASKED, theme, font)
        left += self._cells + (self._line * 0.6 if self._cells else 0)
        widths = (self._worst, VERDICT * self._line, NEXT * self._line)
        for text, width in zip(texts, widths, strict=True):
            place = QRect(round(left), area.top(), round(width - GAP * self._line), area.height())
            if width:
                paint_line(painter, place, font, theme.muted, text)
            left += width

    def paint_head(self, painter: QPainter, area: QRect, modes: Sequence[str], theme: Theme, font: QFont) -> None:
        """What the columns are: a mode by its first word, none where the rows have different ones."""
        left = area.right() - self.width
        painter.setFont(font)
        painter.setPen(QColor(theme.muted))
        heads: list[tuple[str, float]] = []
        if self._cells:
            step = self._cells / max(len(modes), 1)
            heads += [(name.split()[0], step) for name in modes if name.strip()] or [("", self._cells)]
            heads.append(("", self._line * 0.6))
        if self._worst:
            heads.append((gettext("Worst"), self._worst))
        for text, width in (*heads, (gettext("Verdict"), VERDICT * self._line), (gettext("Next"), NEXT * self._line)):
            place = QRectF(left, area.top(), width, area.height())
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, round(place.width()))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
            left += width

    def _paint_modes(self, painter: QPainter, place: QRectF, pilot: PilotStanding, theme: Theme, font: QFont) -> None:
        step, high = place.width() / max(len(pilot.modes), 1), HIGH * self._line
        for number, mode in enumerate(pilot.modes):
            cell = QRectF(place.left() + number * step, place.top() + 0.35 * self._line, step, high)
            cell.setRight(cell.right() - BETWEEN * self._line)
            if mode.figure is None:
                paint_cell(painter, cell, NOT_KNOWN if mode.answered else NOT_ASKED, theme, font)
            else:
                paint_step(painter, cell, _step(mode), str(mode.figure), theme, font)

    def _two(
        self, painter: QPainter, left: float, area: QRect, width: float, theme: Theme, font: QFont, above: str,
        below: str, bold: bool = False, colour: str = "",
    ) -> None:  # fmt: skip
        """Two lines, the second quieter."""
        strong = QFont(font)
        strong.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        place = QRect(round(left), area.top(), round(width - self._line * GAP), round(self._line * 1.4))
        for text, face, ink in ((above, strong, colour or theme.ink), (below, font, theme.muted)):
            painter.setFont(face)
            painter.setPen(QColor(ink))
            shown = QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
            place = place.translated(0, round(self._line * 1.25))


def _step(mode: ModeStanding) -> int:
    """The tint of its band, which a severe sign may have raised over that of its figure."""
    return max(band_of(float(mode.index or 0)), 2 if mode.severe else 0)


def worst_text(pilot: PilotStanding, names: Mapping[str, str]) -> str:
    """The mode that leads, or that none was asked yet."""
    worst = pilot.worst
    return names.get(worst.mode_id, "") if worst else gettext("Not asked yet")


def next_text(pilot: PilotStanding) -> tuple[str, str]:
    """What is late, else the day of what is due next; and below it what that is."""
    found = pilot.counted
    due = short_day(found.next_due, spoken()) if found.next_due else ""
    if found.overdue:
        late = ngettext("{n} overdue", "{n} overdue", found.overdue).format(n=found.overdue)
        then = gettext(", ").join(filter(None, (due, found.next_action)))
        return late, gettext("then {action}").format(action=then) if then else ""
    return (due, found.next_action) if due else (gettext("Nothing due"), "")


def standing_text(pilot: PilotStanding, names: Mapping[str, str]) -> str:
    """All of it for whoever cannot see the columns."""
    text = gettext("Worst: {worst}. {verdict}. {next}.")
    said = gettext(", ").join(filter(None, next_text(pilot)))
    return text.format(worst=worst_text(pilot, names), verdict=verdict_name(pilot.verdict, spoken()), next=said)
