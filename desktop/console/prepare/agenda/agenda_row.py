"""One box of the agenda in a row: when, what for, how long; what can be done to it, while one is in the row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRegularExpression, QSize, Qt, Signal
from PySide6.QtGui import (
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QRegularExpressionValidator,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.console.prepare.agenda.box_fields import BoxField, BoxTitle
from desktop.console.prepare.agenda.minutes_bar import WIDE, MinutesBar
from desktop.system.long_text import as_tip
from desktop.widgets.labels import button, label
from desktop.widgets.parts.bare import reads_as_text
from desktop.widgets.parts.icons import SIDE, paint_icon
from desktop.widgets.parts.inks import inks
from desktop.widgets.parts.line import Line
from desktop.widgets.parts.scale import scale_of, scaled
from desktop.words import gettext
from models.diagnosis.agenda import PAUSES
from models.values.terms import new_id

if TYPE_CHECKING:
    from desktop.view_models.workshop.pacing import Pacing
    from models.engagement.workshop import AgendaBox

MOST_MINUTES = 480
FIGURES = "[0-9]{0,3}"
"""What can be typed for minutes. Qt's own check of numbers lets a sign and what parts thousands pass on the way."""
TIME, NARROW_TIME, MINUTES, GRIP, NARROW, AROUND = 48, 40, 40, 16, 320, 28
"""Pixels: the last but one of a row in which there is no room for a bar, the last around the words of a title."""
_MIDDLE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class AgendaRow(Line):
    """`moved` carries by how many rows it is to go, and what joins several such moves into one act.

    `next_wanted`: Enter in one of its fields.
    """

    moved = Signal(int, str)
    next_wanted = Signal()

    def __init__(self, box_id: str, model: Pacing) -> None:
        super().__init__()
        self._model, self._box_id = model, box_id
        self.setProperty("plain", True)
        self.begins = ""
        """When, by the clock or from the beginning of the day."""
        self.title, self.minutes = BoxTitle(gettext("What for")), BoxField(gettext("Minutes"))
        self.minutes.setValidator(QRegularExpressionValidator(QRegularExpression(FIGURES), self.minutes))
        self.minutes.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.minutes.typed.connect(self._take_minutes)
        self.title.typed.connect(lambda text, typing: model.change(box_id, "title", text, typing))
        self._bar, self._usual = MinutesBar(0, 0, pause=False), label("", "caption")
        self._space = QWidget()
        self._space.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        self._grip = _Grip(self)
        self._remove = button("", "icon", icon="cross", tip=gettext("Remove"))
        self._remove.clicked.connect(lambda: model.remove(box_id))
        for field in (self.title, self.minutes):
            field.returnPressed.connect(self.next_wanted)
            field.moved.connect(lambda steps: self.moved.emit(steps, ""))
            reads_as_text(field, dense=True)
        self._lay_out()
        self.looked.connect(self._show_at_hand)
        self._show_at_hand()

    def show_box(self, box: AgendaBox, begins: str, usual: int) -> None:
        """Shows the snapshot's box, which begins then, and what such boxes usually take; 0 where that is not known."""
        if not (self.minutes.hasFocus() and not self.minutes.text()):
            self.minutes.show_text(str(box.minutes))
        self.title.show_text(box.title)
        self.begins = begins
        self.title.setAccessibleDescription(begins)
        self._bar = MinutesBar(box.minutes, usual, pause=box.kind in PAUSES)
        self.minutes.setFixedWidth(scaled(self, MINUTES))
        self._space.setFixedWidth(scaled(self, WIDE))
        said = gettext("usually {0} min").format(usual) if usual else ""
        self._usual.setText(said)
        self.setToolTip(as_tip(said))
        self.minutes.setAccessibleDescription(said)
        self._remove.setAccessibleName(gettext("Remove {0}").format(box.title))
        self._show_at_hand()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._leave_room()
        self._grip.setGeometry(0, 0, scaled(self, GRIP), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """When it begins, and how long it takes as a bar; what can be done stands in its place while one is here."""
        if self.at_hand:
            super().paintEvent(event)
        colours, left = inks(self), scaled(self, GRIP)
        with QPainter(self) as painter:
            painter.setPen(colours.color(QPalette.ColorRole.Shadow))
            painter.drawText(QRect(left, 0, self.title.x() - left, self.minutes.height()), _MIDDLE, self.begins)
            if not self._space.isHidden():
                self._bar.paint(painter, self._space.geometry(), colours, scale_of(self))

    def _lay_out(self) -> None:
        self._lines = line = QHBoxLayout(self)
        line.setSpacing(2)
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        line.addWidget(self.title, 1)
        for part in (self._usual, self._remove):
            line.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._space)
        line.addWidget(self.minutes, 0, Qt.AlignmentFlag.AlignTop)

    def _show_at_hand(self) -> None:
        for part in (self._grip, self._remove):
            part.setVisible(self.at_hand)
        self._leave_room()
        self.update()

    def _has_room(self, beside: int) -> bool:
        """Whether so many pixels beside it leave the title whole."""
        taken = scaled(self, GRIP + TIME + MINUTES) + AROUND + beside
        return self.title.fontMetrics().horizontalAdvance(self.title.text()) + taken <= self.width()

    def _leave_room(self) -> None:
        """For bar and hint, where words do not need it. Nothing moves under the hand: only at rest a title wraps."""
        wide = self.width() >= scaled(self, NARROW)
        before = scaled(self, GRIP + (TIME if wide else NARROW_TIME))
        self._lines.setContentsMargins(before, 0, 0, 0)
        self._space.setVisible(not self.at_hand and wide and self._has_room(scaled(self, WIDE)))
        acts = self._usual.sizeHint().width() + self._remove.sizeHint().width()
        self._usual.setVisible(self.at_hand and bool(self._usual.text()) and (wide or self._has_room(acts)))
        if not self.at_hand:
            beside = self.minutes.width() + self._lines.spacing()
            self.setMinimumHeight(self.title.fit(self.width() - before - beside))

    def _take_minutes(self, text: str, typing: str) -> None:
        if text:
            self._model.change(self._box_id, "minutes", min(int(text), MOST_MINUTES), typing)


class _Grip(QWidget):
    """Where the row is taken hold of and carried to another place."""

    def __init__(self, row: AgendaRow) -> None:
        super().__init__(row)
        self._row = row
        self._from: QPoint | None = None
        self._carried = ""
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(gettext("Drag, or {keys}").format(keys="Alt ↑ ↓"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._from, self._carried = event.globalPosition().toPoint(), new_id()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The row goes with the mouse, one place after another."""
        if self._from is None:
            return
        gone = event.globalPosition().toPoint().y() - self._from.y()
        if abs(gone) > self._row.height() // 2:
            steps = 1 if gone > 0 else -1
            self._from += QPoint(0, steps * self._row.height())
            self._row.moved.emit(steps, self._carried)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._from = None

    def paintEvent(self, event: QPaintEvent) -> None:
        side = scaled(self, SIDE)
        with QPainter(self) as painter:
            colours = inks(self)
            place = self.rect()
            place.setSize(QSize(side, side))
            place.moveCenter(self.rect().center())
            ink, ground = colours.color(QPalette.ColorRole.Shadow), colours.color(QPalette.ColorRole.Light)
            paint_icon(painter, "grip", place.toRectF(), ink, ground)
