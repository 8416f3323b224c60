"""An act: words to press, and the key that does the same, drawn as it stands on a keyboard."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QWidget,
)
from shiboken6 import isValid

from desktop.theme import TYPE_SCALE
from desktop.widgets.parts.icons import icon_side, ink_role, paint_icon
from desktop.widgets.parts.inks import inks
from desktop.words import gettext

BEFORE_KEY = "   "
"""Parts the words of an act from its key, in the one text that both make."""
GAP = 8
"""Pixels between words and key, at a scale of 1."""
_ON_ACCENT = ("primary", "band")
_BARE = ("tab", "step", "voter", "group")
"""Roles whose key is no key but a small figure."""
YIELDS_TO = 200
"""Pixels with which the name of a group is content: the rest of it is in its tip."""


def parted(text: str) -> tuple[str, str]:
    """The words of an act and its key."""
    words, _, key = text.partition(BEFORE_KEY)
    return words, key.strip()


def is_typing() -> bool:
    """Whether a field has the keyboard, so that letters are text."""
    return isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit)


def key_font(font: QFont) -> QFont:
    """The small type of a keycap beside text in that font."""
    small = QFont(font)
    small.setPixelSize(max(round(font.pixelSize() * TYPE_SCALE["key"] / TYPE_SCALE["body"]), TYPE_SCALE["key"]))
    small.setWeight(QFont.Weight.Normal)
    return small


def cap_size(key: str, font: QFont) -> QSize:
    """Of a keycap beside text in that font."""
    small = key_font(font)
    height = round(small.pixelSize() * 1.5)
    width = (
        height if key == gettext("Enter") else QFontMetrics(small).horizontalAdvance(_shown(key)) + round(height * 0.55)
    )
    return QSize(max(width, height), height)


def paint_cap(painter: QPainter, key: str, place: QRect, font: QFont, ink: QColor, edge: QColor, fill: QColor) -> None:
    """A keycap; that of Enter has its arrow."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge, 1))
    painter.setBrush(fill)
    painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    if key == gettext("Enter"):
        side = round(place.height() * 0.78)
        box = QRect(0, 0, side, side)
        box.moveCenter(place.center())
        paint_icon(painter, "enter", QRectF(box), ink, fill)
        return
    painter.setFont(key_font(font))
    painter.setPen(ink)
    painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), _shown(key))


def _shown(key: str) -> str:
    """A cap has room for the short name of a key only."""
    if len(key) == 1:
        return key
    if key == gettext("Page Down"):
        return gettext("PgDn")
    return gettext("PgUp") if key == gettext("Page Up") else key.replace("+", " ")


class Act(QPushButton):
    """A push button whose text ends in its key, after `BEFORE_KEY`; an icon may stand before its words."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._icon_name = ""

    def show_icon(self, name: str) -> None:
        """Draws another icon before the words."""
        if name != self._icon_name:
            self._icon_name = name
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        words, key = parted(self.text())
        metrics = QFontMetrics(self._heavy())
        content = QSize(metrics.horizontalAdvance(words) + self._lead(words), metrics.height())
        option.text = words
        size = self.style().sizeFromContents(QStyle.ContentsType.CT_PushButton, option, content, self)
        if key:
            size += QSize(self._key_size(key).width() + GAP, 0)
        return QSize(min(size.width(), YIELDS_TO), size.height()) if self._role() == "group" else size

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        words, key = parted(option.text)
        with QPainter(self) as painter:
            self.style().drawControl(QStyle.ControlElement.CE_PushButtonBevel, option, painter, self)
            room = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self)
            size = self._key_size(key) if key else QSize(-GAP, 0)
            left, end = self._extent(room)
            lead = self._lead(words)
            room_left = end - size.width() - GAP - left - lead
            if self._role() == "group":
                words = QFontMetrics(self.font()).elidedText(words, Qt.TextElideMode.ElideRight, room_left)
            option.text = words
            option.rect = QRect(left + lead, room.top(), end - size.width() - GAP - left - lead, room.height())
            self.style().drawControl(QStyle.ControlElement.CE_PushButtonLabel, option, painter, self)
            if key:
                top = room.top() + (room.height() - size.height()) // 2
                self._paint_key(painter, key, QRect(QPoint(end - size.width(), top), size))
            if self._icon_name:
                self._paint_icon(painter, left, room)

    def _extent(self, room: QRect) -> tuple[int, int]:
        """Where words and key begin and end within what the style leaves them."""
        wanted = min(self.sizeHint().width() - (self.width() - room.width()), room.width())
        role, edge = self._role(), self.property("edge")
        if role in ("step", "group"):
            return room.left(), room.right() + 1
        if role == "line" or edge in ("left", "start"):
            return room.left(), room.left() + wanted
        left = room.right() + 1 - wanted if edge == "right" else room.left() + (room.width() - wanted) // 2
        return left, left + wanted

    def _paint_icon(self, painter: QPainter, left: int, room: QRect) -> None:
        colours, side = inks(self), icon_side(self)
        role = ink_role(self._icon_name, QPalette.ColorRole.ButtonText)
        ink = self.palette().color(role) if role is QPalette.ColorRole.ButtonText else colours.color(role)
        if not self.isEnabled():
            ink = colours.color(QPalette.ColorRole.Dark)
        place = QRectF(left, room.top() + (room.height() - side) / 2, side, side)
        paint_icon(painter, self._icon_name, place, ink, colours.color(QPalette.ColorRole.Light))

    def _lead(self, words: str) -> int:
        return icon_side(self) + (GAP if words else 0) if self._icon_name else 0

    def _paint_key(self, painter: QPainter, key: str, place: QRect) -> None:
        role, colours, plain = self._role(), inks(self), self.palette().color(QPalette.ColorRole.ButtonText)
        muted = colours.color(QPalette.ColorRole.WindowText if role == "icon" else QPalette.ColorRole.Shadow)
        if role in _BARE:
            painter.setFont(key_font(self.font()))
            painter.setPen(muted)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), key)
            return
        lettered = len(key) == 1 and role != "icon"  # of an icon the cap is all there is to see
        idle = not self.isEnabled() or (lettered and is_typing())
        if role in _ON_ACCENT and self.isEnabled():
            ink = QColor(plain)
            edge = QColor(ink)
            edge.setAlphaF(0.25 if idle else 0.55)
            ink.setAlphaF(0.6 if idle else 1.0)
            paint_cap(painter, key, place, self.font(), ink, edge, QColor(0, 0, 0, 0))
        elif idle:
            dash, hair = colours.color(QPalette.ColorRole.Dark), colours.color(QPalette.ColorRole.Midlight)
            paint_cap(painter, key, place, self.font(), dash, hair, QColor(0, 0, 0, 0))
        else:
            edge, fill = colours.color(QPalette.ColorRole.Mid), colours.color(QPalette.ColorRole.Light)
            paint_cap(painter, key, place, self.font(), muted, edge, fill)

    def _key_size(self, key: str) -> QSize:
        if self._role() in _BARE:
            metrics = QFontMetrics(key_font(self.font()))
            return QSize(metrics.horizontalAdvance(key), metrics.height())
        return cap_size(key, self.font())

    def _role(self) -> str:
        return str(self.property("role") or "")

    def _heavy(self) -> QFont:
        """The type of what is chosen is heavier: room for it is kept, so that nothing moves."""
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font


class CapsFollowTyping(QObject):
    """Keys that are text while a field has the keyboard are drawn pale until it is left."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window, self._typing = window, False
        application = QApplication.instance()
        if isinstance(application, QApplication):
            # Later: the focus leaves a dialog too while that is destroyed, and what is half gone must not be met.
            application.focusChanged.connect(self._look, Qt.ConnectionType.QueuedConnection)

    def _look(self) -> None:
        if not isValid(self._window) or is_typing() == self._typing:
            return
        self._typing = not self._typing
        for act in self._window.findChildren(Act):
            if act.isVisible() and act.text().find(BEFORE_KEY) > 0:
                act.update()
