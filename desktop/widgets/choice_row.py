"""One answer to a warning sign: its key, its name and, where it has one, what would be seen."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.theme import Theme
from models.values.colour import ink_on

_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class ChoiceRow(QAbstractButton):
    """A row to press or to reach by key; checked is said by a bar, a fill and the weight of the type."""

    def __init__(self, key: str, colour_of: int | None, parent: QWidget | None = None) -> None:
        """`key` stands in the pill; `colour_of` is the level whose colour the pill takes, None for none."""
        super().__init__(parent)
        self._key, self._level = key, colour_of
        self._name, self._detail, self._votes = "", "", ""
        self._theme: Theme | None = None
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_choice(self, name: str, detail: str, chosen: bool, theme: Theme, votes: str = "") -> None:
        """Shows an answer's name and anchor; `votes` says how many voted for it, once that is known."""
        self._name, self._detail, self._votes, self._theme = name, detail, votes, theme
        self.setAccessibleName(f"{self._key}: {name}. {detail} {votes}".strip())
        self.setText(name)
        self.setChecked(chosen)
        self.updateGeometry()
        self.update()

    def nextCheckState(self) -> None:
        """Left to the snapshot: pressing asks for an answer, the answer decides what is checked."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(self._text_height(width) + 2 * self._pad(), self._pill().height() + 2 * self._pad())

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(max(self.width(), 320)))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.heightForWidth(max(self.width(), 160)))

    def _pad(self) -> int:
        return round(self.fontMetrics().height() * 0.5)

    def _pill(self) -> QSize:
        height = round(self.fontMetrics().height() * 1.3)
        return QSize(height * 2, height)

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _text_left(self) -> int:
        return self._pad() + self._pill().width() + self._pad()

    def _text_height(self, width: int) -> int:
        return self._name_height(width) + self._detail_height(width)

    def _votes_width(self) -> int:
        return QFontMetrics(self._bold()).horizontalAdvance(self._votes) + self._pad() if self._votes else 0

    def _box(self, font: QFont, text: str, width: int) -> int:
        room = max(width - self._text_left() - self._pad() - self._votes_width(), 40)
        return QFontMetrics(font).boundingRect(QRect(0, 0, room, 10_000), _WRAP, text).height() if text else 0

    def _name_height(self, width: int) -> int:
        return self._box(self._bold(), self._name, width)

    def _detail_height(self, width: int) -> int:
        return self._box(self.font(), self._detail, width)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_ground(painter, self._theme)
            self._paint_pill(painter, self._theme)
            self._paint_text(painter, self._theme)

    def _paint_ground(self, painter: QPainter, theme: Theme) -> None:
        frame = self.rect().adjusted(1, 1, -1, -1)
        fill = QColor(theme.soft if self.isChecked() else theme.surface)
        strong = self.isChecked() or self.hasFocus() or self.underMouse()
        painter.setPen(QPen(QColor(theme.accent if strong else theme.rule), 2 if self.isChecked() else 1))
        if self.hasFocus() and not self.isChecked():
            painter.setPen(QPen(QColor(theme.accent), 2, Qt.PenStyle.DotLine))
        painter.setBrush(fill)
        painter.drawRoundedRect(frame, 6, 6)

    def _paint_pill(self, painter: QPainter, theme: Theme) -> None:
        size = self._pill()
        place = QRect(self._pad(), (self.height() - size.height()) // 2, size.width(), size.height())
        ground = theme.unknown if self._level is None else theme.levels[self._level]
        painter.setPen(QPen(QColor(ground), 1.5))
        painter.setBrush(QColor(ground) if self.isChecked() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(place, size.height() / 2, size.height() / 2)
        painter.setPen(QColor(ink_on(ground) if self.isChecked() else theme.ink))
        painter.setFont(self._bold())
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._key)

    def _paint_text(self, painter: QPainter, theme: Theme) -> None:
        left, right = self._text_left(), self._pad() + self._votes_width()
        width = self.width() - left - right
        top = (self.height() - self._text_height(self.width())) // 2
        painter.setFont(self._bold())
        painter.setPen(QColor(theme.ink))
        name_height = self._name_height(self.width())
        votes = QRect(self.width() - right, 0, self._votes_width(), self.height())
        painter.drawText(votes, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._votes)
        painter.drawText(QRect(left, top, width, name_height), _WRAP, self._name)
        painter.setFont(self.font())
        painter.setPen(QColor(theme.ink if self.isChecked() else theme.muted))
        painter.drawText(QRect(left, top + name_height, width, self.height()), _WRAP, self._detail)
