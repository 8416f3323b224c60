"""What a phase asked for before its gate, undone first, and how the gates before it were decided."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from desktop.system.long_text import as_tip, breakable, shortened
from desktop.view_models.playbook.standing import AskedFor, GateBefore, asked_for, gates_before
from desktop.view_models.playbook.stops import PlaybookStops
from desktop.view_models.room.sentences import counted
from desktop.widgets.key_meaning import is_enter
from desktop.widgets.labels import clear, hair, label, section_head
from desktop.widgets.parts.by_width import HighByWidth, width_without_lone_word
from desktop.widgets.parts.icons import Icon, icon_side, ink_role, paint_icon
from desktop.widgets.parts.inks import inks
from desktop.widgets.parts.scale import scaled, sized
from desktop.words import gettext
from models.method.method import Phase

LINE, AROUND = 20, 15
"""Pixels of what it is called, and above and below what is open of it, at a scale of 1."""
LOW = 28
"""Of what is done."""
MOST_DONE = 5
LONGEST, TALL = 160, 10_000
"""Letters of what is open; pixels that no text needs."""
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class BeforeGate(QWidget):
    """`item_wanted` carries the id of the item that was pressed."""

    item_wanted = Signal(str)

    def __init__(self, model: PlaybookStops, phase: Phase) -> None:
        super().__init__()
        self._model, self._phase = model, phase
        self._listed: object = None
        self._progress = label("", "caption")
        self._items, self._gates = QVBoxLayout(), QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(section_head(gettext("Before this gate"), self._progress))
        column.addLayout(self._items)
        self._earlier = QWidget()
        earlier = QVBoxLayout(self._earlier)
        earlier.setContentsMargins(0, 12, 0, 0)
        earlier.setSpacing(0)
        earlier.addLayout(section_head(gettext("The gates before")))
        earlier.addLayout(self._gates)
        column.addWidget(self._earlier)
        column.addStretch(1)
        for rows in (self._items, self._gates):
            rows.setSpacing(0)

    def show_standing(self) -> None:
        """As the phase stands."""
        found, before = asked_for(self._model, self._phase), gates_before(self._model, self._phase)
        if (found, before) == self._listed:
            return
        self._listed = (found, before)
        done = sum(one.icon == "done" for one in found)
        self._progress.setText(gettext("{0} of {1} done").format(done, len(found)))
        self._show_items(found)
        clear(self._gates)
        for gate in before:
            self._gates.addLayout(_gate_row(gate))
            self._gates.addWidget(hair())
        self._earlier.setVisible(bool(before))

    def _show_items(self, found: tuple[AskedFor, ...]) -> None:
        clear(self._items)
        undone = [one for one in found if one.icon != "done"]
        done = [one for one in found if one.icon == "done"]
        for one in (*undone, *done[:MOST_DONE]):
            row = ItemRow(one)
            row.clicked.connect(lambda _=False, key=one.item_id: self.item_wanted.emit(key))
            self._items.addWidget(row)
        rest = len(done) - MOST_DONE
        if rest > 0:
            text = self._model.session.words.ngettext("and one more", "and {count} more", rest)
            more = label(text.format(count=counted(rest, self._model.session.words)), "muted")
            more.setContentsMargins(28, 6, 0, 0)
            self._items.addWidget(more)


class ItemRow(HighByWidth, QAbstractButton):
    """Its mark, what it is called, and below that what is open of it. Pressed, it leads to where it is filled in."""

    def __init__(self, shown: AskedFor) -> None:
        super().__init__()
        self._shown = shown
        self._fact = shortened(shown.fact, LONGEST)
        self.ask_by_width()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(gettext("Fill in: {0}").format(shown.prompt))
        self.setAccessibleDescription(self._fact)
        self.setToolTip(as_tip("\n".join(filter(None, (shown.prompt, self._fact)))))

    def heightForWidth(self, width: int) -> int:
        """What it is called and what is open take as many lines as they need."""
        around = AROUND if self._fact else LOW - LINE
        return scaled(self, around) + self._named(width) + self._below(width).height()

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, roles, done = inks(self), QPalette.ColorRole, self._shown.icon == "done"
        side, muted = icon_side(self), colours.color(QPalette.ColorRole.Shadow)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            name, below = self._places()
            mark = colours.color(ink_role(self._shown.icon, roles.Shadow))
            ground = colours.color(roles.Window)
            paint_icon(painter, self._shown.icon, QRectF(0, name.center().y() - side / 2, side, side), mark, ground)
            self._write(painter, name, "body", muted if done else colours.color(roles.WindowText), self._shown.name)
            self._write(painter, below, "caption", muted, breakable(self._fact))
            if not done or self.underMouse() or self.hasFocus():
                place = QRectF(self.width() - side, (self.height() - side) / 2, side, side)
                paint_icon(painter, "right", place, muted, ground)
            painter.setPen(QPen(colours.color(roles.Midlight), 1))
            painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
            if self.hasFocus():
                painter.setPen(QPen(colours.color(roles.Link), 2))
                painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -2), 4, 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)

    def _places(self) -> tuple[QRect, QRect]:
        """Of the name, and of what is open below it."""
        line, below = self._named(self.width()), self._below(self.width())
        top = (self.height() - line - below.height()) // 2
        return QRect(below.left(), top, below.width(), line), below.translated(0, top + line)

    def _named(self, width: int) -> int:
        """Pixels of what it is called, in a row so wide."""
        metrics = QFontMetrics(sized(self.font(), "body"))
        return max(metrics.boundingRect(self._between(width), _WRAP, self._shown.name).height(), scaled(self, LINE))

    def _between(self, width: int) -> QRect:
        """From its mark to its arrow, in a row so wide."""
        side = icon_side(self)
        return QRect(side + 12, 0, max(width - 2 * side - 24, 40), TALL)

    def _below(self, width: int) -> QRect:
        """Where what is open stands in a row so wide, as high as its lines."""
        place = self._between(width)
        lines = QFontMetrics(sized(self.font(), "caption")).boundingRect(place, _WRAP, breakable(self._fact))
        place.setHeight(lines.height() if self._fact else 0)
        return place

    def _write(self, painter: QPainter, place: QRect, size: str, ink: QColor, text: str) -> None:
        painter.setFont(sized(self.font(), size))
        painter.setPen(ink)
        place.setWidth(width_without_lone_word(text, painter.font(), place.width()))
        painter.drawText(place, _WRAP, text)


def _gate_row(gate: GateBefore) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setContentsMargins(0, 6, 0, 6)
    line.setSpacing(12)
    line.addWidget(Icon(gate.icon))
    line.addWidget(label(gate.text, wrap=True), 1)
    line.addWidget(label(gate.day, "caption"))
    return line
