"""One failure mode in the table of results: bar, index, signs, and what decides it; pressed, it opens to the sum."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop.theme import Theme
from desktop.widgets.parts.cell import paint_cell
from desktop.widgets.parts.icons import paint_icon
from desktop.widgets.parts.scale import scale_of, sized
from desktop.words import gettext
from models.frozen import frozen

HIGH, THICK, CELL, BETWEEN, CHEVRON = 40, 12, 24, 4, 16
FULL = 100
TICKS = (0, 25, 50, 75, FULL)
NARROW = 880
"""Width of the table, in pixels at a scale of 1, below which it says less."""
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


@frozen
class ModeLine:
    """What a row tells."""

    name: str
    index: str
    band: str
    tint: int
    known: float | None
    """0 to 100; None where nothing is known."""
    lowest: float
    highest: float
    signs: tuple[str, ...]
    coverage: str
    decides: str
    backed: str


@frozen
class Columns:
    """Where each column begins and ends, in pixels."""

    name: int
    bar: int
    bar_end: int
    signs: int
    decides: int
    backed: int
    end: int


def columns(width: int, scale: float, signs: int) -> Columns:
    """How the table shares its width; `signs` is how many a mode has at most."""
    narrow = width < NARROW * scale
    name, bar, index, backed = (22, 120, 96, 0) if narrow else (22, 260, 104, 80)
    left = round((name + (124 if narrow else 144)) * scale)
    bar_end = left + round(bar * scale)
    cells = bar_end + round(index * scale)
    decides = cells + round((signs * (CELL + BETWEEN) + 20) * scale)
    return Columns(round(name * scale), left, bar_end, cells, decides, width - round(backed * scale), width)


class _Painted:
    """What head and rows share."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget

    def px(self, pixels: float) -> int:
        return round(pixels * self.scale)

    @property
    def scale(self) -> float:
        return scale_of(self._widget)

    def font(self, size: str = "body", *, bold: bool = False, serif: bool = False) -> QFont:
        return sized(self._widget.font(), size, bold=bold, serif=serif)


class ModeHead(QWidget):
    """The titles of the columns, and the axis of the bars."""

    def __init__(self, signs: int, title: str) -> None:
        super().__init__()
        self._signs, self._title = signs, title
        self._theme: Theme | None = None
        self._drawn = _Painted(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_theme(self, theme: Theme) -> None:
        """Takes on another look."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(480, self._drawn.px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, drawn = self._theme, self._drawn
        if theme is None:
            return
        at = columns(self.width(), drawn.scale, self._signs)
        with QPainter(self) as painter:
            painter.setFont(drawn.font("caption", bold=True))
            painter.setPen(QColor(theme.muted))
            flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            high = self.height() - 4
            titles = (
                (0, gettext("What holds it back")),
                (at.signs, self._title),
                (at.decides, gettext("What decides")),
            )
            for x, text in titles:
                painter.drawText(QRect(x, 0, self.width(), high), flags, text)
            painter.setFont(drawn.font("caption"))
            for tick in TICKS if at.bar_end - at.bar > drawn.px(200) else (0, FULL):
                x = at.bar + round((at.bar_end - at.bar) * tick / FULL)
                painter.drawText(QRect(x - 30, 0, 60, high), int(Qt.AlignmentFlag.AlignCenter), str(tick))
            painter.setPen(QColor(theme.ink))
            painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)


class ModeRow(QPushButton):
    """Checked while it is open."""

    def __init__(self, line: ModeLine, signs: int, theme: Theme) -> None:
        super().__init__(gettext("Why?"))
        self._line, self._signs, self._theme = line, signs, theme
        self._drawn = _Painted(self)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(gettext("Why this number"))
        self.setAccessibleDescription(f"{line.name}: {line.index}, {line.band}; {line.coverage}. {line.decides}")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        at = columns(width, self._drawn.scale, self._signs)
        room = QRect(0, 0, max(at.backed - at.decides - 8, 80), 10_000)
        tall = QFontMetrics(self._drawn.font()).boundingRect(room, _WRAP, self._line.decides).height()
        return max(self._drawn.px(HIGH), tall + self._drawn.px(8))

    def sizeHint(self) -> QSize:
        return QSize(480, self.heightForWidth(max(self.width(), 480)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            at = columns(self.width(), self._drawn.scale, self._signs)
            self._paint_ground(painter)
            self._paint_name(painter, at)
            self._paint_bar(painter, at)
            self._paint_signs(painter, at)
            self._paint_words(painter, at)

    def _paint_ground(self, painter: QPainter) -> None:
        theme = self._theme
        if self.isChecked() or self.underMouse() or self.hasFocus():
            painter.fillRect(self.rect(), QColor(theme.soft))
        if self.isChecked() or self.hasFocus():
            painter.fillRect(0, 0, 3, self.height(), QColor(theme.accent))
        painter.setPen(QColor(theme.hair))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)

    def _paint_name(self, painter: QPainter, at: Columns) -> None:
        side = self._drawn.px(CHEVRON)
        place = QRectF(1, (self.height() - side) / 2, side, side)
        theme = self._theme
        paint_icon(painter, "down" if self.isChecked() else "right", place, theme.muted, theme.background)
        painter.setFont(self._drawn.font(bold=True))
        painter.setPen(QColor(theme.ink))
        painter.drawText(QRect(at.name, 0, at.bar - at.name - 8, self.height()), _WRAP, self._line.name)

    def _paint_bar(self, painter: QPainter, at: Columns) -> None:
        line, theme, drawn = self._line, self._theme, self._drawn
        width, middle, thick = at.bar_end - at.bar, self.height() / 2, drawn.px(THICK)
        painter.setPen(QColor(theme.hair))
        for tick in TICKS:
            x = at.bar + round(width * tick / FULL)
            painter.drawLine(x, 0, x, self.height())
        end = float(at.bar)
        if line.known is not None:
            bar = QRectF(at.bar, middle - thick / 2, width * line.known / FULL, thick)
            painter.setPen(QPen(QColor(theme.levels[max(line.tint, 1)]), 1))
            painter.setBrush(QColor(theme.levels[line.tint]))
            painter.drawRect(bar)
            end = bar.right()
        if line.highest > line.lowest:
            low, high = (at.bar + width * value / FULL for value in (line.lowest, line.highest))
            painter.setPen(QPen(QColor(theme.ink), 2))
            painter.drawLine(QPointF(low, middle), QPointF(high, middle))
            for whisker in (low, high):
                painter.drawLine(QPointF(whisker, middle - 5), QPointF(whisker, middle + 5))
            end = max(end, high)
        figure = drawn.font("lead", bold=True, serif=True)
        painter.setFont(figure)
        painter.setPen(QColor(theme.ink))
        left = round(end) + drawn.px(10)
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(QRect(left, 0, drawn.px(60), self.height()), flags, line.index)
        left += QFontMetrics(figure).horizontalAdvance(line.index) + drawn.px(8)
        painter.setFont(drawn.font("caption"))
        painter.setPen(QColor(theme.muted))
        painter.drawText(QRect(left, 1, at.signs - left, self.height()), flags, line.band)

    def _paint_signs(self, painter: QPainter, at: Columns) -> None:
        side = self._drawn.px(CELL)
        for place, mark in enumerate(self._line.signs):
            left = at.signs + place * (side + self._drawn.px(BETWEEN))
            cell = QRectF(left, (self.height() - side) / 2, side, side)
            paint_cell(painter, cell, mark, self._theme, self.font())

    def _paint_words(self, painter: QPainter, at: Columns) -> None:
        painter.setFont(self._drawn.font())
        painter.setPen(QColor(self._theme.ink))
        painter.drawText(QRect(at.decides, 0, at.backed - at.decides - 8, self.height()), _WRAP, self._line.decides)
        if at.backed < at.end:
            painter.setFont(self._drawn.font("caption"))
            painter.setPen(QColor(self._theme.muted))
            flags = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(QRect(at.backed, 0, at.end - at.backed, self.height()), flags, self._line.backed)
