"""Who carries how much: days of work from the low estimate to the high, and when each action is due."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.theme import Theme
from desktop.view_models.room.planned.pages import RoomCarrier, RoomLoad, RoomWork
from desktop.widgets.parts.rows import paint_line
from desktop.widgets.parts.scale import scaled, sized
from desktop.words import gettext
from models.frozen import frozen

HEAD, ROW, LANE, BAR, CELL = 32, 48, 26, 16, 22
"""Pixels at a scale of 1: a row, each further lane of numbers in it, the bar and the height of a number."""
NAMES, BARS, CALENDAR = 0.2, 0.22, 0.57
"""Where the name ends and the bar begins, and where the calendar does, as shares of the width."""
LONGEST_BAR, HALF = 0.2, 0.5
AROUND_DAYS, LEAST_BAR = 29, 8
"""Pixels before and behind the days beside a bar, and of the longest bar however little room they leave."""
APART = 8
"""Pixels at least between two names above the calendar."""
LONGEST_WORD = 96
"""Pixels at a scale of 1: of a word in a name, so much is whole however narrow the window."""
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_FONTS = (("caption", False), ("body", True))


@frozen
class _Placed:
    """A number on the calendar."""

    work: RoomWork
    text: str
    left: float
    right: float
    lane: int


class LoadChart(QWidget):
    """A row a person, the fullest first."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._page: RoomLoad | None = None
        self._theme: Theme | None = None
        self._placed: list[list[_Placed]] = []
        self._target = ""
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_load(self, page: RoomLoad, theme: Theme, described: str, target: str) -> None:
        """Shows who carries what; `target` names the line of the day that is wanted."""
        self._page, self._theme, self._target = page, theme, target
        self.setAccessibleDescription(described)
        self._place()
        self.updateGeometry()  # other names need another width
        self.update()

    def resizeEvent(self, event: object) -> None:
        self._place()

    def sizeHint(self) -> QSize:
        return QSize(480, self._head_high() + sum(self._high(works) for works in self._placed) + 2)

    def minimumSizeHint(self) -> QSize:
        """So wide that no word over the names or the bars is cut, nor the days beside a bar."""
        page = self._page
        if page is None:
            return super().minimumSizeHint()
        small, strong = (QFontMetrics(sized(self.font(), name, bold=bold)) for name, bold in _FONTS)
        names = max((_widest(strong, carrier.name) for carrier in page.carriers), default=0)
        days = max((strong.horizontalAdvance(carrier.days) for carrier in page.carriers), default=0)
        head = _widest(small, *(text for _, text in self._heads(page)))
        first = max(min(names, scaled(self, LONGEST_WORD)) + 8, head + 8) / NAMES
        bars = max(days + AROUND_DAYS + LEAST_BAR, head + 12) / (CALENDAR - BARS)
        return QSize(round(max(first, bars)) + 1, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        page, theme = self._page, self._theme
        if page is None or theme is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_head(painter, page, theme)
            most = max((float(carrier.high) for carrier in page.carriers), default=1.0) or 1.0
            top = self._head_high()
            if page.calendar.wanted is not None:  # under the numbers: no line runs through them
                x = round(self._x(page.calendar.wanted))
                painter.fillRect(x, top - 4, 2, self.height() - top + 2, QColor(theme.accent))
            for carrier, works in zip(page.carriers, self._placed, strict=True):
                place = QRect(0, top, self.width(), self._high(works))
                self._paint_carrier(painter, carrier, place, most, theme)
                for one in works:
                    self._paint_work(painter, one, place, theme)
                top += place.height()

    def _paint_head(self, painter: QPainter, page: RoomLoad, theme: Theme) -> None:
        plain, high = sized(self.font(), "caption"), self._head_high() - 4
        painter.setFont(plain)
        painter.setPen(QColor(theme.muted))
        for place, text in self._heads(page):
            painter.drawText(place.adjusted(0, 0, 0, high - place.height()), _WRAP, text)
        last, taken = self.width(), self._paint_target(painter, page, theme, high)
        for month in reversed(page.calendar.months):
            x = round(self._x(month.at))
            painter.setPen(QColor(theme.hair))
            painter.drawLine(x, high, x, self.height())
            name = QRect(x + 4, 0, QFontMetrics(plain).horizontalAdvance(month.name) + 2, high)
            if name.right() < last and not name.intersects(taken):
                paint_line(painter, name, plain, theme.muted, month.name)
            last = x
        painter.fillRect(0, high, self.width(), 1, QColor(theme.ink))

    def _paint_target(self, painter: QPainter, page: RoomLoad, theme: Theme, high: int) -> QRect:
        """The name of its line, on the side that has more room; gives where no month can be named."""
        if page.calendar.wanted is None:
            return QRect()
        bold, x = sized(self.font(), "caption", bold=True), round(self._x(page.calendar.wanted))
        wide = QFontMetrics(bold).horizontalAdvance(self._target) + 2
        box = QRect(x - 4 - wide if page.calendar.wanted > HALF else x + 4, 0, wide, high)
        paint_line(painter, box, bold, theme.accent, self._target)
        return box.adjusted(-APART, 0, APART, 0)

    def _paint_carrier(self, painter: QPainter, carrier: RoomCarrier, place: QRect, most: float, theme: Theme) -> None:
        strong = sized(self.font(), "body", bold=True)
        names = QRect(0, place.top(), round(self.width() * NAMES), place.height())
        self._paint_name(painter, names.adjusted(0, 0, -8, 0), strong, carrier.name, theme)
        left, thick = self.width() * BARS, scaled(self, BAR)
        full = self._longest_bar(strong) / most
        top = place.center().y() - thick / 2 + 1
        low, high = max(float(carrier.low) * full, 2), max(float(carrier.high) * full, 2)
        painter.fillRect(QRectF(left, top, high, thick), QColor(theme.levels[1]))
        painter.fillRect(QRectF(left, top, low, thick), QColor(theme.accent))
        said = QRect(
            round(left + high) + 10, place.top(), round(self.width() * CALENDAR - left - high) - 18, place.height()
        )
        paint_line(painter, said, strong, theme.ink, carrier.days)
        painter.setPen(QColor(theme.hair))
        painter.drawLine(place.bottomLeft(), place.bottomRight())

    def _paint_name(self, painter: QPainter, place: QRect, font: QFont, name: str, theme: Theme) -> None:
        """In two lines where it has no room in one; what two do not hold is cut."""
        box = QFontMetrics(font).boundingRect(QRect(0, 0, max(place.width(), 40), 10_000), _WRAP, name)
        if place.width() < box.width() or place.height() < box.height():
            paint_line(painter, place, font, theme.ink, name)
            return
        painter.setFont(font)
        painter.setPen(QColor(theme.ink))
        painter.drawText(place, _WRAP, name)

    def _longest_bar(self, font: QFont) -> float:
        """Pixels: it leaves room for the days, whose figures are never cut."""
        metrics, carriers = QFontMetrics(font), self._page.carriers if self._page else ()
        said = max((metrics.horizontalAdvance(carrier.days) for carrier in carriers), default=0)
        return max(min(self.width() * LONGEST_BAR, self.width() * (CALENDAR - BARS) - said - AROUND_DAYS), LEAST_BAR)

    def _heads(self, page: RoomLoad) -> tuple[tuple[QRect, str], ...]:
        """What stands over names and bars, each in its place as high as one line."""
        high = scaled(self, HEAD) - 4
        bars = QRect(round(self.width() * BARS), 0, round(self.width() * (CALENDAR - BARS)) - 12, high)
        names = QRect(0, 0, bars.left() - 8, high)
        return (names, page.head), (bars, gettext("Days of work, low to high"))

    def _head_high(self) -> int:
        """Pixels over the first row: two lines or more where a head has no room in one."""
        metrics, tall = QFontMetrics(sized(self.font(), "caption")), 0
        for place, text in self._heads(self._page) if self._page else ():
            tall = max(tall, metrics.boundingRect(QRect(0, 0, max(place.width(), 40), 10_000), _WRAP, text).height())
        return max(scaled(self, HEAD), tall + HEAD // 2)

    def _paint_work(self, painter: QPainter, one: _Placed, place: QRect, theme: Theme) -> None:
        """Its number where it is due; as long as it takes where that is long; dashed without a date."""
        lanes, high = round((place.height() - scaled(self, ROW)) / scaled(self, LANE)) + 1, scaled(self, CELL)
        middle = place.center().y() + (one.lane - (lanes - 1) / 2) * scaled(self, LANE)
        box = QRectF(one.left, middle - high / 2 + 1, one.right - one.left, high)
        if one.work.dated:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.levels[3 if one.work.long else 2]))
            ink = theme.level_inks[3 if one.work.long else 2]
        else:
            painter.setPen(QPen(QColor(theme.faint), 1, Qt.PenStyle.DashLine))
            painter.setBrush(QColor(theme.background))
            ink = theme.ink
        painter.drawRoundedRect(box, 3, 3)
        painter.setFont(self._figures())
        painter.setPen(QColor(ink))
        painter.drawText(box, _CENTRE, one.text)

    def _place(self) -> None:
        """Numbers that would lie on each other stand in lanes."""
        before = self.sizeHint()
        self._placed = [self._lanes(carrier.works) for carrier in self._page.carriers] if self._page else []
        if self.sizeHint() != before:
            self.updateGeometry()

    def _lanes(self, works: Sequence[RoomWork]) -> list[_Placed]:
        metrics, least = QFontMetrics(self._figures()), scaled(self, 28)
        ends: list[float] = []
        found = []
        for work in works:
            text = work.number if work.dated else gettext("{number}, no date").format(number=work.number)
            wide = max(metrics.horizontalAdvance(text) + 12, least)
            right = min(self._x(work.end) + (0 if work.long or not work.dated else wide / 2), self.width())
            left = right - wide
            if work.long or not work.dated:
                left = max(min(self._x(work.begin), left), self.width() * CALENDAR)
            lane = next((n for n, end in enumerate(ends) if end + 3 <= left), len(ends))
            ends[lane : lane + 1] = [right]
            found.append(_Placed(work, text, left, right, lane))
        return found

    def _high(self, works: Sequence[_Placed]) -> int:
        lanes = max((one.lane for one in works), default=0)
        return scaled(self, ROW) + lanes * scaled(self, LANE)

    def _figures(self) -> QFont:
        return sized(self.font(), "caption", bold=True)

    def _x(self, place: float) -> float:
        left = self.width() * CALENDAR + scaled(self, 12)
        return left + (self.width() - left - scaled(self, 12)) * place


def _widest(metrics: QFontMetrics, *texts: str) -> int:
    """Pixels of the longest word of them."""
    return max((metrics.horizontalAdvance(word) for text in texts for word in text.split()), default=0)
