"""One level of a warning sign: its cell, its name, what would be seen, and how many voted for it."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.console.page import LOW
from desktop.theme import Theme
from desktop.widgets.parts.bars import paint_bar
from desktop.widgets.parts.by_width import HighByWidth, balanced_width
from desktop.widgets.parts.cell import paint_cell
from desktop.widgets.parts.icons import icon_side, paint_icon
from desktop.widgets.parts.scale import scaled, sized
from desktop.words import gettext
from models.frozen import frozen

_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
OUT = 8
"""Pixels, at a scale of 1, by which the frame of what is chosen goes out on both sides."""
HEIGHT, LOW_HEIGHT, CLOSE_HEIGHT, CELL, AFTER_CELL = 40, 36, 32, 24, 12
GAP, WAS = 16, 16
"""Before what was answered last time where that stands behind the anchor, and its line where it stands below it."""
NAME, VOTES, THEN = 104, 124, 20
"""Widths of the name, of what was voted, and of the figure of the last time beside it."""
BAR, THICK, EDGE = QSize(72, 8), 2, 3


@frozen
class Votes:
    """How many of `total` voted for a level, and which share did in the round before."""

    count: int
    total: int
    before: float | None
    said: str
    """In words."""
    last_time: tuple[int, int] | None = None
    """How many of how many voted for it when the sign was asked last, in an earlier round; None where nobody did."""


GROWS = 200
"""Milliseconds in which the bars of a vote grow when it is revealed."""


def paint_frame(painter: QPainter, place: QRectF, theme: Theme) -> None:
    """The ground of what is chosen, with the pen that is set around it."""
    painter.setBrush(QColor(theme.soft))
    painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), 6, 6)


class Hands(Enum):
    """Where a row stands while hands are counted for one answer after another."""

    COUNTED = "counted"
    ASKED = "asked"
    TO_COME = "to come"


class LevelRow(HighByWidth, QAbstractButton):
    """A row to press or to reach by key; the one that is chosen has a frame and heavier type."""

    def __init__(self, mark: str, parent: QWidget | None = None) -> None:
        """`mark`: what stands in its cell."""
        super().__init__(parent)
        self._mark = mark
        self._hands: Hands | None = None
        self.gliding = False
        """Whether the frame of what is chosen is on its way to it."""
        self._growth = QVariantAnimation(self, startValue=0.0, endValue=1.0, duration=GROWS)
        self._growth.valueChanged.connect(lambda: self.update())
        self._name, self._anchor, self._was = "", "", ""
        self.compared = False
        """Whether what was answered in an earlier round stands beside: in a low window rows are closer then."""
        self._votes: Votes | None = None
        self._theme: Theme | None = None
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.ask_by_width(QSizePolicy.Policy.Fixed)

    def show_choice(
        self, name: str, anchor: str, chosen: bool, theme: Theme, votes: Votes | None, was: str = ""
    ) -> None:
        """Shows the level's name and anchor, what was voted once that is known, and that it `was` this last time."""
        self._name, self._anchor, self._votes, self._theme, self._was = name, anchor, votes, theme, was
        said = "  ".join(part for part in (was, votes.said if votes else "") if part)
        self.setAccessibleName(f"{self._mark}: {name}. {anchor} {said}".strip())
        self.setText(name)
        self.setChecked(chosen)
        self.updateGeometry()
        self.update()

    def grow(self) -> None:
        """What was voted grows from nothing, once."""
        self._growth.start()

    def show_hands(self, hands: Hands | None) -> None:
        """Where it stands in a count of hands; None while there is none."""
        self._hands = hands
        asked = hands is Hands.ASKED
        if hands is not None:
            self.setEnabled(asked)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if asked else Qt.FocusPolicy.TabFocus)
        self.updateGeometry()
        self.update()

    def hitButton(self, pos: QPoint) -> bool:
        """The row in which a count is typed is there for its field alone."""
        return self._hands is not Hands.ASKED and super().hitButton(pos)

    def nextCheckState(self) -> None:
        """Left to the snapshot: pressing asks for an answer, the answer decides what is checked."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(self._end(width) - self._anchor_left(), 60), 10_000)
        tall = QFontMetrics(self.font()).boundingRect(room, _WRAP, self._anchor).height()
        low = CLOSE_HEIGHT if self.compared and self._hands is None else LOW_HEIGHT  # a count is typed in the row
        high = HEIGHT if self.window().height() >= LOW else low
        below = 0 if self._was_beside(width) else self._px(WAS)
        return max(self._px(high), tall + below + self._px(2))

    def sizeHint(self) -> QSize:
        return QSize(480, self.heightForWidth(max(self.width(), 480)))

    def minimumSizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(max(self.width(), 320)))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        if theme is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_ground(painter, theme)
            side = self._px(CELL)
            cell = QRectF(self._px(OUT), (self.height() - side) / 2, side, side)
            paint_cell(painter, cell, self._mark, theme, self.font())
            painter.setPen(QColor(theme.ink))
            painter.setFont(self._bold())
            left = self._px(OUT + CELL + AFTER_CELL)
            painter.drawText(QRect(left, 0, self._anchor_left() - left, self.height()), _WRAP, self._name)
            painter.setFont(self.font())
            room = QRect(self._anchor_left(), 0, self._end(self.width()) - self._anchor_left(), self.height())
            room.setBottom(room.bottom() + self._paint_was(painter, theme, room))
            room.setWidth(balanced_width(self._anchor, self.font(), room.width()))
            painter.drawText(room, _WRAP, self._anchor)
            if self._votes is not None:
                self._paint_votes(painter, theme, self._votes)
            if self._hands in (Hands.COUNTED, Hands.TO_COME):
                self._paint_hands(painter, theme, counted=self._hands is Hands.COUNTED)

    def _paint_was(self, painter: QPainter, theme: Theme, room: QRect) -> int:
        """That it was this last time: behind the anchor, or in a line below it; by how much that one lifts it."""
        if not self._was:
            return 0
        painter.save()
        painter.setFont(sized(self.font(), "caption"))
        painter.setPen(QColor(theme.muted))
        below = 0 if self._was_beside(self.width()) else self._px(WAS)
        place = room.adjusted(0, room.height() - below - self._px(3), 0, -self._px(3))
        if not below:
            place = room.adjusted(QFontMetrics(self.font()).horizontalAdvance(self._anchor) + self._px(GAP), 1, 0, 1)
        painter.drawText(place, _WRAP, self._was)
        painter.restore()
        return -below

    def _was_beside(self, width: int) -> bool:
        """Whether it has room behind the anchor, in the same line; so it has where there is nothing to say."""
        if not self._was:
            return True
        said = QFontMetrics(sized(self.font(), "caption")).horizontalAdvance(self._was) + self._px(GAP)
        words = QFontMetrics(self.font()).horizontalAdvance(self._anchor)
        return words + said <= self._end(width) - self._anchor_left()

    def _paint_ground(self, painter: QPainter, theme: Theme) -> None:
        out = self._px(OUT)
        painter.setPen(QColor(theme.hair))
        painter.drawLine(out, self.height() - 1, self.width() - out, self.height() - 1)
        painter.setPen(Qt.PenStyle.NoPen)
        chosen = self.isChecked() and not self.gliding
        if chosen or self.hasFocus():
            pen = QPen(QColor(theme.accent), 2)
            if self.hasFocus() and not chosen:
                pen.setStyle(Qt.PenStyle.DotLine)
            painter.setPen(pen)
        if self._hands is Hands.ASKED:
            painter.fillRect(self.rect(), QColor(theme.soft))
            painter.fillRect(0, 0, self._px(EDGE), self.height(), QColor(theme.accent))
        if chosen or self.hasFocus() or (self.underMouse() and self.isEnabled()):
            paint_frame(painter, QRectF(self.rect()), theme)

    def _paint_hands(self, painter: QPainter, theme: Theme, *, counted: bool) -> None:
        """That hands were counted, or will be: never how many."""
        side = icon_side(self)
        place = QRectF(self.width() - self._px(OUT) - side, (self.height() - side) / 2, side, side)
        paint_icon(
            painter, "done" if counted else "ring", place, theme.accent if counted else theme.faint, theme.background
        )
        if counted:
            painter.setPen(QColor(theme.muted))
            room = QRectF(0, 0, place.left() - self._px(8), self.height())
            painter.drawText(room, _RIGHT, gettext("counted"))

    def _paint_votes(self, painter: QPainter, theme: Theme, votes: Votes) -> None:
        out, width, thick = self._px(OUT), self._px(BAR.width()), self._px(BAR.height())
        middle, then = self.height() / 2, self._px(THEN) if votes.last_time else 0
        bar = QRectF(self.width() - out - then - self._px(VOTES - 12), middle - thick / 2, width, thick)
        track = theme.rule if self.isChecked() else theme.hair
        growing = self._growth.state() is QVariantAnimation.State.Running
        share = (votes.count / votes.total if votes.total else 0) * (self._growth.currentValue() if growing else 1)
        paint_bar(painter, bar, share, theme.accent, track)
        if votes.before is not None:
            tick = QRectF(bar.left() + bar.width() * votes.before - 1, middle - thick, THICK, thick * 2)
            painter.fillRect(tick, QColor(theme.ink if votes.before else theme.muted))
        if votes.last_time:
            self._paint_last_time(painter, theme, bar, *votes.last_time)
        painter.setFont(self._bold() if votes.count else self.font())
        painter.setPen(QColor(theme.ink if votes.count else theme.muted))
        painter.drawText(QRectF(0, 0, self.width() - out - then, self.height()), _RIGHT, str(votes.count))

    def _paint_last_time(self, painter: QPainter, theme: Theme, bar: QRectF, count: int, total: int) -> None:
        """The bar of then as an outline over that of now, and its figure behind the other."""
        painter.setFont(sized(self.font(), "caption"))
        painter.setPen(QColor(theme.muted))
        room = QRectF(0, 0, self.width() - self._px(OUT), self.height())
        painter.drawText(room, _RIGHT, str(count))
        if count:
            outline = QRectF(bar.left(), bar.top(), max(bar.width() * count / total, bar.height()), bar.height())
            painter.setPen(QPen(QColor(theme.muted), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(outline.adjusted(-0.5, -0.5, 0.5, 0.5), bar.height() / 2, bar.height() / 2)

    def _end(self, width: int) -> int:
        """Where the anchor's words have to end."""
        then = THEN if self._votes and self._votes.last_time else 0
        return width - self._px(OUT) - (self._px(VOTES + then) if self._votes or self._hands else 0)

    def _anchor_left(self) -> int:
        name = max(self._px(NAME), QFontMetrics(self._bold()).horizontalAdvance(self._name) + self._px(10))
        return self._px(OUT + CELL + AFTER_CELL) + min(name, self._px(NAME * 1.6))

    def _bold(self) -> QFont:
        return sized(self.font(), "body", bold=True)

    def _px(self, pixels: float) -> int:
        """So many pixels at a scale of 1, beside this type."""
        return scaled(self, pixels)
