"""The playbook at a glance: five phases side by side, and below them the activities and the gate of the one at hand."""

from __future__ import annotations

import re

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolTip, QVBoxLayout, QWidget

from desktop.system.long_text import as_tip
from desktop.theme import Theme
from desktop.widgets.flow import Flow
from desktop.widgets.labels import button, label, restyle
from desktop.widgets.parts.act import Act
from desktop.widgets.parts.bars import paint_bar
from desktop.widgets.parts.rows import paint_heads
from desktop.widgets.parts.scale import scale_of, scaled, sized
from desktop.words import gettext, spoken
from models.frozen import frozen
from models.values.letters import headed

BETWEEN_PHASES, BETWEEN_SEGMENTS, THICK = 24, 4, 4
NARROW = 960
"""Width of the map, in pixels at a scale of 1, below which its stops are set smaller."""
NAME, HIGH, LEAST = 20, 28, 360
"""Heights of a phase's name and of the whole strip, at a scale of 1; pixels across that it has at least."""
_WORD = re.compile(r"[^\s-]+-?")
"""What lines are broken between: after a hyphen, too."""
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


@frozen
class MapLine:
    """One stop on the map."""

    key: str
    icon: str
    text: str
    said: str
    """What the icon means, for a screen reader."""
    share: float
    """How much of it is done, 0 to 1; below 0 where it was decided not to go on."""


@frozen
class MapPhase:
    """One phase on the map."""

    title: str
    lines: tuple[MapLine, ...]


class PhaseMap(QWidget):
    """`chosen` carries the key of the stop that was pressed."""

    chosen = Signal(str)

    def __init__(self, phases: tuple[MapPhase, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strip = _Strip()
        self._strip.chosen.connect(self.chosen)
        self._acts: dict[str, Act] = {}
        self._counted = label("", "caption")
        stops = Flow(16, down=0)
        for phase in phases:
            for line in phase.lines:
                made = button("", "stop", edge="left")
                made.setCheckable(True)
                made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
                made.clicked.connect(lambda _=False, key=line.key: self.chosen.emit(key))
                self._acts[line.key] = made
                stops.addWidget(made)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(stops, 1)
        row.addWidget(self._counted, 0, Qt.AlignmentFlag.AlignTop)
        self._counted.setContentsMargins(0, 5, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._strip)
        column.addLayout(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the stops of a phase keep to one line: the rail has the count as well."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW * scale_of(self)
        self._counted.setVisible(not narrow)
        for made in self._acts.values():
            restyle(made, "narrow", narrow)

    def show_map(self, phases: tuple[MapPhase, ...], here: str, theme: Theme, done: tuple[int, int]) -> None:
        """Shows how far each stop is; `here` is the key of the one on the screen, `done` counts all items."""
        self._strip.show_phases(phases, here, theme)
        self._counted.setText(gettext("{0} of {1} done").format(*done))
        for phase in phases:
            at_hand = any(line.key == here for line in phase.lines)
            for line in phase.lines:
                made = self._acts[line.key]
                made.setText(line.text)
                made.setAccessibleName(headed(line.text, line.said, spoken()))
                made.setToolTip(as_tip(line.said))
                made.show_icon(line.icon)
                made.setChecked(line.key == here)
                made.setVisible(at_hand)


class _Strip(QWidget):
    """A phase for each column: its name, and a segment for each of its stops."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._phases: tuple[MapPhase, ...] = ()
        self._here = ""
        self._theme: Theme | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(gettext("Phases"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_phases(self, phases: tuple[MapPhase, ...], here: str, theme: Theme) -> None:
        self._phases, self._here, self._theme = phases, here, theme
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(480, self._high())

    def minimumSizeHint(self) -> QSize:
        """So wide that no word of a name is cut; names of several words take two lines or more."""
        metrics = QFontMetrics(sized(self.font(), "caption", bold=True))
        words = (word for phase in self._phases for word in _WORD.findall(phase.title))
        widest = max((metrics.horizontalAdvance(word) for word in words), default=0)
        return QSize(max(LEAST, (widest + BETWEEN_PHASES // 2) * len(self._phases)), self._high())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._high() != event.size().height():
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        if theme is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            heads = [(phase.title, any(line.key == self._here for line in phase.lines)) for phase in self._phases]
            room = QRectF(0, 0, self._column() - BETWEEN_PHASES / 2, self._high() - self._px(HIGH - NAME))
            paint_heads(painter, heads, self._column(), room, theme, self.font(), wraps=True)
            for line, segment in self._segments():
                self._paint_segment(painter, line, segment, theme)

    def _paint_segment(self, painter: QPainter, line: MapLine, segment: QRectF, theme: Theme) -> None:
        if line.share >= 0:
            paint_bar(painter, segment, line.share, theme.accent, theme.rule)
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.accent), 1))
            painter.drawRoundedRect(segment.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)

    def _segments(self) -> list[tuple[MapLine, QRectF]]:
        found, column, top = [], self._column(), self._high() - THICK - 2
        for place, phase in enumerate(self._phases):
            many = max(len(phase.lines), 1)
            width = (column - BETWEEN_PHASES - (many - 1) * BETWEEN_SEGMENTS) / many
            for n, line in enumerate(phase.lines):
                left = place * column + n * (width + BETWEEN_SEGMENTS)
                found.append((line, QRectF(left, top, width, THICK)))
        return found

    def _stop_at(self, point: QPointF) -> MapLine | None:
        """The stop of the segment, or the first one of the phase whose name is there."""
        for line, segment in self._segments():
            if segment.adjusted(-2, -6, 2, 6).contains(point):
                return line
        place = int(point.x() // self._column())
        return self._phases[place].lines[0] if 0 <= place < len(self._phases) else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        line = self._stop_at(event.position())
        told = headed(line.text, line.said, spoken()) if line else ""
        QToolTip.showText(event.globalPosition().toPoint(), told, self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if line := self._stop_at(event.position()):
            self.chosen.emit(line.key)

    def _column(self) -> float:
        """Pixels from the beginning of a phase to that of the next."""
        return (self.width() + BETWEEN_PHASES) / max(len(self._phases), 1)

    def _high(self) -> int:
        """Pixels, with so many lines of names as the longest needs."""
        metrics = QFontMetrics(sized(self.font(), "caption", bold=True))
        box = QRect(0, 0, max(int(self._column() - BETWEEN_PHASES / 2), 40), 10_000)
        tall = max((metrics.boundingRect(box, _WRAP, phase.title).height() for phase in self._phases), default=0)
        return self._px(HIGH - NAME) + max(tall, self._px(NAME))

    def _px(self, pixels: float) -> int:
        return scaled(self, pixels)
