"""A readiness point in the list: how it stands, what it is called, and who answers for it."""

from __future__ import annotations

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
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

LEAST, AROUND, LOW_AROUND = 284, 8, 4
"""Pixels across, so that no name of a point is cut by who answers for it; above and below a name of two lines."""


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
        room = QRect(0, 0, max(self._end(width) - self._left(), 60), 10_000)
        tall = QFontMetrics(self._title_font()).boundingRect(room, _WRAP, self._title).height()
        low = self.window().height() < LOW
        return max(self._px(LOW_HIGH if low else HIGH), tall + self._px(LOW_AROUND if low else AROUND))

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(max(self.width(), 240)))

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST, self.sizeHint().height())

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
            left, end = self._left(), self._end(self.width())
            room = QRect(left, 0, end - left, self.height())
            painter.drawText(room, _WRAP, self._title)
            painter.setFont(self._caption())
            painter.setPen(QColor(theme.muted))
            right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(self.rect().adjusted(0, 0, -OUT, 0), right, self._beside)
            if self._against:
                beside = QRectF(end + self._px(8), place.top(), side, side)
                paint_icon(painter, "warn", beside, theme.danger, theme.background)

    def _left(self) -> int:
        return OUT + self._px(MARK + 12)

    def _end(self, width: int) -> int:
        beside = QFontMetrics(self._caption()).horizontalAdvance(self._beside)
        marked = self._px(MARK + 8) if self._against else 0
        return width - OUT - beside - marked - self._px(16 if beside else 8)

    def _title_font(self) -> QFont:
        return sized(self.font(), "body", bold=self.isChecked())

    def _caption(self) -> QFont:
        return sized(self.font(), "caption")

    def _px(self, pixels: float) -> int:
        return scaled(self, pixels)
