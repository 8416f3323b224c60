"""How a pilot stands, in columns right of its name: its modes, the worst of them, the verdict, what is next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from desktop.theme import Theme
from desktop.view_models.library.standing_words import held_text, next_text, worst_text
from desktop.widgets.parts.cell import NOT_ASKED, NOT_KNOWN, band_of, paint_cell, paint_step
from desktop.widgets.parts.icons import paint_icon
from desktop.widgets.parts.rows import as_far, paint_line
from desktop.widgets.parts.scale import sized
from desktop.words import gettext, pgettext, spoken
from models.diagnosis.diagnosis import Band
from models.portfolio.soon import next_day
from models.portfolio.standing import ModeStanding, PilotStanding
from models.readiness.readiness import VerdictKind, verdict_name

NAME, CELL, WORST, VERDICT, NEXT = 10.5, 2.93, 9.0, 7.8, 9.0
"""Widths in lines of type: at least what the name keeps, then one mode, the worst, the verdict, what is next."""
NARROW, LEAST_CELL = 0.82, 2.1
"""Of the widths around, and one mode, where otherwise the modes had no room; the words of the worst go before the
figures of all: the darkest cell says which it is.
"""
MORE_WORST, MORE_NEXT = 8.0, 7.0
"""Lines of type that these take beyond that of a wide window."""
OF_WORST, OF_NEXT = 0.6, 0.2
"""Their parts of what is spare; the rest is the name's."""
HIGH, BETWEEN, GAP, AFTER_CELLS = 1.45, 0.45, 0.5, 1.0
"""Height of a mode's cell, what lies between two, between two columns and after the cells, in lines of type."""
HEADS_APART = 8
"""Pixels between the heads of two modes."""
TOP = 0.57
"""Lines of type from the first line's top to that of a cell."""


class StandingColumns:
    """The columns that a row of this width has room for, in lines of type of this height."""

    def __init__(self, width: float, line: float, modes: int, heads: float = 0.0) -> None:
        """`heads`: pixels that the heads of modes need, each."""
        self._line, self._modes = line, modes
        usual = CELL * line
        around, worst = (NAME + VERDICT + NEXT) * line, WORST * line
        beside = (width - around * NARROW - AFTER_CELLS * line) / modes if modes else 0.0
        narrow = min(usual, beside)
        steps = ((max(usual, heads), worst), (usual, worst), (narrow, 0.0)) if modes else ()
        inside = [(step * modes + AFTER_CELLS * line, words) for step, words in steps if step >= LEAST_CELL * line]
        tried = [(scale, *parts) for parts in (*inside, (0.0, worst), (0.0, 0.0)) for scale in (1.0, NARROW)]
        # Half a pixel: what is worked out of the width may not miss it by a rounding.
        found = next((one for one in tried if width + 0.5 >= around * one[0] + one[1] + one[2]), None)
        scale, self._cells, self._worst = found or (0.0, 0.0, 0.0)
        self._heads_fit = self._cells > 0 and self._step() >= heads
        spare = width - around * scale - self._cells - self._worst if self._worst else 0.0
        self._worst += min(spare * OF_WORST, MORE_WORST * line)
        self._verdict, self._next = VERDICT * line * scale, NEXT * line * scale + min(spare * OF_NEXT, MORE_NEXT * line)
        self.width = self._cells + self._worst + self._verdict + self._next
        """0 where there is no room for any."""
        self.modes = self._cells
        """What those of the failure modes take, at the left of the others; 0 where they have no room."""
        self.texts = self.width - self._cells
        """What the columns take in which texts stand."""

    def paint(
        self, painter: QPainter, area: QRect, pilot: PilotStanding, findings: Mapping[str, str], theme: Theme,
        font: QFont,
    ) -> None:  # fmt: skip
        """Into the right end of the row; the first line of type begins at its top."""
        left = area.right() - self.width
        if self._cells:
            self._paint_modes(painter, area, pilot.modes, theme, font)
            left += self._cells
        if self._worst:
            said = _holds_back(pilot)
            room = round(self._worst - GAP * self._line * 2)
            colour = theme.ink if said else theme.muted
            self._wrapped(painter, left, area, worst_text(pilot, findings), colour, font, room)
            left += self._worst
        below = self._round(pilot, font)
        bold = pilot.verdict not in (VerdictKind.NOT_JUDGED, VerdictKind.UNDECIDED)
        name = verdict_name(pilot.verdict, spoken())
        self._two(painter, left, area, self._verdict, theme, font, name, below, bold, "" if bold else theme.muted)
        left += self._verdict
        self._paint_next(painter, QRect(round(left), area.top(), area.right() - round(left), area.height()), pilot,
                         theme, font)  # fmt: skip

    def _round(self, pilot: PilotStanding, font: QFont) -> str:
        """Which one it is and when it was held; the day alone where there is no room for both."""
        round_ = gettext("Round {number}").format(number=pilot.counted.round)
        held = held_text(pilot, date.today())
        both = gettext(", ").join(filter(None, (round_, held)))
        room = self._verdict - GAP * self._line
        return both if QFontMetrics(font).horizontalAdvance(both) <= room else held or round_

    def _paint_next(self, painter: QPainter, area: QRect, pilot: PilotStanding, theme: Theme, font: QFont) -> None:
        above, below = next_text(pilot, date.today())
        late, some = bool(pilot.counted.overdue), bool(next_day(pilot.counted, date.today()))
        left = float(area.left())
        if late:
            side = self._line * 0.8
            place = QRectF(left, area.top() + self._line * 0.3, side, side)
            paint_icon(painter, "clock", place, theme.danger, theme.background)
            left += side + self._line * 0.3
        colour = theme.danger if late else "" if some else theme.muted
        self._two(painter, left, area, area.right() - left, theme, font, above, "", late or some, colour)
        self._two(painter, area.left(), area, area.width(), theme, font, "", below)

    def paint_usual(
        self, painter: QPainter, area: QRect, middles: Sequence[int | None], said: str, theme: Theme, font: QFont
    ) -> None:
        """Cells alone, None where too few stand behind a figure; and what they say."""
        for middle, cell in zip(middles, self._places(area), strict=True) if self._cells else ():
            if middle is None:
                paint_cell(painter, cell, NOT_ASKED, theme, font)
            else:
                paint_step(painter, cell, band_of(middle), str(middle), theme, font)
        left, top = round(area.right() - self.width + self._cells), area.top() + round(self._line * TOP)
        place = QRect(left, top, area.right() - left, round(HIGH * self._line))
        if QFontMetrics(font).horizontalAdvance(said) > place.width():
            self._wrapped(painter, left, area, said, theme.muted, font, place.width())
        else:
            paint_line(painter, place, font, theme.muted, said)

    def paint_empty(self, painter: QPainter, area: QRect, texts: Sequence[str], theme: Theme, font: QFont) -> None:
        """What will stand in each column: the cells of modes nobody was asked about, then these three texts."""
        left = area.right() - self.width
        for cell in self._places(area) if self._cells else ():
            paint_cell(painter, cell, NOT_ASKED, theme, font)
        left += self._cells
        widths = (self._worst, self._verdict, self._next)
        for text, width in zip(texts, widths, strict=True):
            place = QRect(round(left), area.top(), round(width - GAP * self._line), area.height())
            if width:
                paint_line(painter, place, font, theme.muted, text)
            left += width

    def paint_head(self, painter: QPainter, area: QRect, modes: Sequence[str], theme: Theme, font: QFont) -> None:
        """What the columns are: a mode by its first word, none where the rows have different ones."""
        left = area.right() - self.width
        if self._cells and not self._heads_fit:
            all_ = QRectF(left, area.top(), self._cells, area.height())
            _head(painter, all_, gettext("Failure modes"), font, theme.muted, Qt.AlignmentFlag.AlignLeft)
            left += self._cells
        elif self._cells:
            wide, step = _head_widths(tuple(modes), font), self._step()
            for number, (name, cell) in enumerate(zip(modes, self._places(area), strict=False)):
                beside = max([*wide[max(number - 1, 0) : number], *wide[number + 1 : number + 2]], default=0.0)
                room = max(2 * (step - HEADS_APART) - beside, cell.width() + 4)
                place = QRectF(cell.center().x() - room / 2, area.top(), room, area.height())
                _head(painter, place, _first_word(name), font, theme.muted, Qt.AlignmentFlag.AlignHCenter)
            left += self._cells
        strong = QFont(font)
        strong.setWeight(QFont.Weight.DemiBold)
        first = QRectF(area.left(), area.top(), area.width() - self.width, area.height())
        _head(painter, first, gettext("Pilot"), strong, theme.ink, Qt.AlignmentFlag.AlignLeft)
        texts = (gettext("Worst"), gettext("Verdict"), pgettext("column", "Next"))
        for text, width in zip(texts, (self._worst, self._verdict, self._next), strict=True):
            if width:
                place = QRectF(left, area.top(), width - GAP * self._line, area.height())
                _head(painter, place, text, strong, theme.ink, Qt.AlignmentFlag.AlignLeft)
            left += width

    def _paint_modes(
        self, painter: QPainter, area: QRect, modes: Sequence[ModeStanding], theme: Theme, font: QFont
    ) -> None:
        """A cell each, where there is room for them."""
        if not self._cells:
            return
        for mode, cell in zip(modes, self._places(area), strict=True):
            if mode.figure is None:
                paint_cell(painter, cell, NOT_KNOWN if mode.answered else NOT_ASKED, theme, font)
            else:
                paint_step(painter, cell, _step(mode), str(mode.figure), theme, font)

    def cell_at(self, area: QRect, x: int) -> int | None:
        """The number of the cell over or under which that is."""
        places = self._places(area) if self._cells else []
        return next((number for number, cell in enumerate(places) if cell.left() <= x <= cell.right()), None)

    def _places(self, area: QRect) -> list[QRectF]:
        """Where the cells lie."""
        left, step = area.right() - self.width, self._step()
        size = step - BETWEEN * self._line, HIGH * self._line
        return [QRectF(left + n * step, area.top() + TOP * self._line, *size) for n in range(self._modes)]

    def _step(self) -> float:
        """From one cell to the next."""
        return (self._cells - AFTER_CELLS * self._line) / self._modes

    def _wrapped(
        self, painter: QPainter, left: float, area: QRect, text: str, colour: str, font: QFont, width: int
    ) -> None:
        """Over two lines; what finds no room in them is cut."""
        painter.setFont(font)
        painter.setPen(QColor(colour))
        first, _, second = two_lines(text, width, QFontMetrics(font)).partition("\n")
        if max(map(QFontMetrics(font).horizontalAdvance, (first, second))) > width:
            font = sized(font, "caption")
        place = QRect(
            round(left), area.top() + (0 if second else round(self._line * 0.6)), width, round(self._line * 1.4)
        )
        paint_line(painter, place, font, colour, first)
        paint_line(painter, place.translated(0, round(self._line * 1.25)), font, colour, second)

    def _two(
        self, painter: QPainter, left: float, area: QRect, width: float, theme: Theme, font: QFont, above: str,
        below: str, bold: bool = False, colour: str = "",
    ) -> None:  # fmt: skip
        """Two lines, the second quieter."""
        strong = QFont(font)
        strong.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        place = QRect(round(left), area.top(), round(width - self._line * GAP), round(self._line * 1.4))
        for text, face, ink in ((above, strong, colour or theme.ink), (below, sized(font, "caption"), theme.muted)):
            painter.setFont(face)
            painter.setPen(QColor(ink))
            shown = as_far(text, place.width(), QFontMetrics(face))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
            place = place.translated(0, round(self._line * 1.25))


def heads_need(modes: Sequence[str], font: QFont) -> float:
    """Pixels from one mode to the next for which the heads of both find room; `font` is that of the rows."""
    wide = _head_widths(tuple(modes), sized(font, "key"))
    return max(((one + other) / 2 for one, other in pairwise(wide)), default=0.0) + HEADS_APART


@lru_cache(maxsize=16)
def _head_widths(modes: tuple[str, ...], font: QFont) -> list[float]:
    return [QFontMetrics(font).horizontalAdvance(_first_word(name)) + 2.0 for name in modes]


def _first_word(name: str) -> str:
    return name.partition(" ")[0].partition("-")[0]


def _step(mode: ModeStanding) -> int:
    """The tint of its band, which a severe sign may have raised over that of its figure."""
    return max(band_of(float(mode.index or 0)), 2 if mode.severe else 0)


def _head(painter: QPainter, place: QRectF, text: str, font: QFont, colour: str, side: Qt.AlignmentFlag) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = as_far(text, round(place.width()), QFontMetrics(font))
    painter.drawText(place, int(side | Qt.AlignmentFlag.AlignVCenter), shown)


def two_lines(text: str, width: int, metrics: QFontMetrics) -> str:
    """The text in one line, where it has room there; else in two that are as long as each other as can be."""
    words = text.split(" ")
    if metrics.horizontalAdvance(text) <= width or len(words) == 1:
        return text
    parted = [(" ".join(words[:place]), " ".join(words[place:])) for place in range(1, len(words))]
    return "\n".join(min(parted, key=lambda lines: max(map(metrics.horizontalAdvance, lines))))


def _holds_back(pilot: PilotStanding) -> bool:
    return pilot.worst is not None and pilot.worst.band in (Band.HIGH, Band.CRITICAL)
