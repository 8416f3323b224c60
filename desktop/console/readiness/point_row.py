"""A readiness point in the list: how it stands, what it is called, and who answers for it."""

from __future__ import annotations

import re

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent

from desktop.console.page import LOW
from desktop.theme import Theme
from desktop.widgets.gliding.rows import GlidingRow
from desktop.widgets.parts.act import BEFORE_KEY
from desktop.widgets.parts.by_width import HighByWidth
from desktop.widgets.parts.icons import paint_icon
from desktop.widgets.parts.rows import paint_row
from desktop.widgets.parts.scale import scaled, sized
from desktop.widgets.point_mark import paint_point
from models.values.terms import PointState

HIGH, LOW_HIGH, MARK = 36, 28, 16
"""The second height is for a window that is not so high."""
OUT = 16
"""Pixels by which the ground of a row goes out at both sides of what it says."""
SETTLED = frozenset({PointState.CONFIRMED, PointState.WAIVED, PointState.DOES_NOT_APPLY})
_WORD = re.compile(r"[^\s-]+-?")
"""What lines are broken between: after a hyphen, too."""
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

AROUND, LOW_AROUND = 8, 4
"""Pixels above and below a name of two lines."""
MOST_BESIDE = 2
"""Lines of a name with who answers for it beside; one that would need more has that below it."""


class PointRow(HighByWidth, GlidingRow):
    """What is settled steps back; the one that is talked about has the bar."""

    def __init__(self) -> None:
        super().__init__()
        self._state, self._title, self._beside, self._against = PointState.NOT_JUDGED, "", "", False
        self._theme: Theme | None = None
        self.setProperty("role", "row")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.ask_by_width()

    def show_point(self, title: str, state: PointState, beside: str, theme: Theme, *, against: bool) -> None:
        """`against`: something recorded speaks against how it was judged."""
        self._state, self._title, self._beside, self._theme, self._against = state, title, beside, theme, against
        self.setText(f"{title}{BEFORE_KEY}{beside}" if beside else title)
        self.updateGeometry()
        self.update()

    def nextCheckState(self) -> None:
        """Left to the page: it knows which point is shown."""

    def heightForWidth(self, width: int) -> int:
        below = self._below(width)
        tall = self._tall(self._end(width, below=below)) + (QFontMetrics(self._caption()).height() if below else 0)
        low = self.window().height() < LOW
        return max(self._px(LOW_HIGH if low else HIGH), tall + self._px(LOW_AROUND if low else AROUND))

    def sizeHint(self) -> QSize:
        least = self._least()
        return QSize(least, self.heightForWidth(max(self.width(), least)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        if theme is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_row(
                painter,
                self.rect(),
                theme,
                chosen=self.isChecked() and not self.gliding,
                hovered=self.underMouse(),
                out=OUT,
            )
            side = self._px(MARK)
            place = QRectF(OUT, (self.height() - side) / 2, side, side)
            paint_point(painter, place, self._state, theme)
            painter.setFont(self._title_font())
            painter.setPen(QColor(theme.muted if self._state in SETTLED and not self.isChecked() else theme.ink))
            below = self._below(self.width())
            left, end = self._left(), self._end(self.width(), below=below)
            taken = QFontMetrics(self._caption()).height() if below else 0
            painter.drawText(QRect(left, 0, end - left, self.height() - taken), _WRAP, self._title)
            self._paint_beside(painter, taken + (self.height() - taken - self._tall(end)) // 2 if below else 0)
            if self._against:
                beside = QRectF(end + self._px(8), place.top(), side, side)
                paint_icon(painter, "warn", beside, theme.danger, theme.background)

    def _paint_beside(self, painter: QPainter, high: int) -> None:
        """Who answers for it, or how it stands: at the right, or so many pixels `high` at the foot of the row."""
        painter.setFont(self._caption())
        painter.setPen(QColor(self._theme.muted if self._theme else ""))
        if high:
            foot = QRect(self._left(), self.height() - high, self.width() - self._left() - OUT, high)
            painter.drawText(foot, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), self._beside)
        else:
            right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(self.rect().adjusted(0, 0, -OUT, 0), right, self._beside)

    def _below(self, width: int) -> bool:
        """Whether there is no room for what stands beside the name."""
        room, metrics = self._end(width, below=False) - self._left(), QFontMetrics(self._title_font())
        if not self._beside:
            return False
        return self._longest_word() > room or self._tall(room + self._left()) > MOST_BESIDE * metrics.lineSpacing() + 1

    def _tall(self, end: int) -> int:
        """Pixels of the name, in so many lines as it needs up to there."""
        room = QRect(0, 0, max(end - self._left(), 60), 10_000)
        return QFontMetrics(self._title_font()).boundingRect(room, _WRAP, self._title).height()

    def _longest_word(self) -> int:
        metrics = QFontMetrics(self._title_font())
        return max((metrics.horizontalAdvance(word) for word in _WORD.findall(self._title)), default=0)

    def _least(self) -> int:
        """Pixels across in which no word of it is cut."""
        beside = QFontMetrics(self._caption()).horizontalAdvance(self._beside) + OUT
        marked = self._px(MARK + 8) if self._against else 0
        return self._left() + max(self._longest_word() + marked + OUT + self._px(8), beside)

    def _left(self) -> int:
        return OUT + self._px(MARK + 12)

    def _end(self, width: int, *, below: bool) -> int:
        """Where the name ends, in a row that is so wide."""
        beside = 0 if below else QFontMetrics(self._caption()).horizontalAdvance(self._beside)
        marked = self._px(MARK + 8) if self._against else 0
        return width - OUT - beside - marked - self._px(16 if beside else 8)

    def _title_font(self) -> QFont:
        return sized(self.font(), "body", bold=self.isChecked())

    def _caption(self) -> QFont:
        return sized(self.font(), "caption")

    def _px(self, pixels: float) -> int:
        return scaled(self, pixels)
