"""The playbook at a glance: five phases side by side, their activities, and the gate that closes each."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.theme import Theme
from desktop.widgets.labels import label

_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
PAD = 4


@dataclass(frozen=True, slots=True)
class MapLine:
    """One stop on the map."""

    key: str
    mark: str
    text: str
    said: str
    """What the mark means, for a screen reader."""


@dataclass(frozen=True, slots=True)
class MapPhase:
    """One phase on the map."""

    title: str
    lines: tuple[MapLine, ...]


class PhaseMap(QWidget):
    """`chosen` carries the key of the stop that was pressed."""

    chosen = Signal(str)

    def __init__(self, phases: tuple[MapPhase, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: dict[str, _Line] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        for place, phase in enumerate(phases):
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addWidget(label(phase.title, "label", wrap=True))
            column.addSpacing(2)
            for line in phase.lines:
                made = _Line()
                made.clicked.connect(lambda _=False, key=line.key: self.chosen.emit(key))
                self._lines[line.key] = made
                column.addWidget(made)
            column.addStretch(1)
            grid.addLayout(column, 0, place)
            grid.setColumnStretch(place, 1)

    def show_map(self, phases: tuple[MapPhase, ...], here: str, theme: Theme) -> None:
        """Shows how far each stop is; `here` is the key of the one on the screen."""
        for phase in phases:
            for line in phase.lines:
                self._lines[line.key].show_line(line, line.key == here, theme)


class _Line(QAbstractButton):
    """A mark and a text that wraps; the one that is on the screen stands on a tint with a bar beside it."""

    def __init__(self) -> None:
        super().__init__()
        self._line: MapLine | None = None
        self._theme: Theme | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(
            QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred
        )  # a fixed one knows no second line
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setProperty("role", "caption")

    def show_line(self, line: MapLine, here: bool, theme: Theme) -> None:
        if (line, here, theme) == (self._line, self.isChecked(), self._theme):
            return
        self._line, self._theme = line, theme
        self.setAccessibleName(f"{line.text}: {line.said}")
        self.setToolTip(line.said)
        self.setChecked(here)
        self.updateGeometry()
        self.update()

    def nextCheckState(self) -> None:
        """Left to the page: pressing asks for a stop, the page says where one is."""

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        metrics = self.fontMetrics()
        text = self._line.text if self._line else ""
        box = metrics.boundingRect(QRect(0, 0, max(width - self._left() - PAD, 20), 10_000), _WRAP, text)
        return max(box.height(), metrics.lineSpacing()) + 2 * PAD

    def sizeHint(self) -> QSize:
        return QSize(120, self.heightForWidth(max(self.width(), 120)))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._line is None or self._theme is None:
            return
        with QPainter(self) as painter:
            theme, here = self._theme, self.isChecked()
            if here:
                painter.fillRect(self.rect(), QColor(theme.soft))
                painter.fillRect(QRect(0, 0, 3, self.height()), QColor(theme.accent))
            painter.setFont(self.font())
            painter.setPen(QColor(theme.accent if here else theme.ink if self.underMouse() else theme.muted))
            top = QRect(PAD + 3, PAD, self._left() - PAD, self.height())
            painter.drawText(top, int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft), self._line.mark)
            room = self.rect().adjusted(self._left(), PAD, -PAD, 0)
            painter.drawText(room, _WRAP, self._line.text)

    def _left(self) -> int:
        return PAD + 3 + round(self.fontMetrics().height() * 1.15)
