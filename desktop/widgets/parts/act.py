"""An act: words to press, and the key that does the same, drawn as it stands on a keyboard."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPalette
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
from desktop.widgets.parts.rows import as_far
from desktop.words import gettext
from models.frozen import frozen

BEFORE_KEY = "   "
"""Parts the words of an act from its key, in the one text that both make."""
GAP = 8
"""Pixels between words and key, at a scale of 1."""
_ON_ACCENT = ("primary", "band")
_BARE = ("tab", "step", "voter", "group")
"""Roles whose key is no key but a small figure."""
_NO_GROUND = frozenset({"quiet", "tab", "icon", "small", "line", "row", "kind", "voter", "step", "group", "mark"})
"""Roles whose acts have neither ground nor edge until they are touched or checked."""
_CENTRED = int(Qt.AlignmentFlag.AlignCenter)
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
    """The small type of a keycap beside text in that font; always the same object, as of `sized`."""
    return _key_font(QFont(font))


@lru_cache(maxsize=64)
def _key_font(font: QFont) -> QFont:
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


def paint_cap(painter: QPainter, key: str, place: QRect, small: QFont, ink: QColor, edge: QColor, fill: QColor) -> None:
    """A keycap in the type of `key_font`; that of Enter has its arrow."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(edge)
    painter.setBrush(fill)
    painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    if key == gettext("Enter"):
        side = round(place.height() * 0.78)
        box = QRect(0, 0, side, side)
        box.moveCenter(place.center())
        paint_icon(painter, "enter", QRectF(box), ink, fill)
        return
    painter.setFont(small)
    painter.setPen(ink)
    painter.drawText(place, _CENTRED, _shown(key))


def _shown(key: str) -> str:
    """A cap has room for the short name of a key only."""
    if len(key) == 1:
        return key
    if key == gettext("Page Down"):
        return gettext("PgDn")
    return gettext("PgUp") if key == gettext("Page Up") else key.replace("+", " ")


@frozen
class _Content:
    """What stands in an act, measured in its type; pixels."""

    words: str
    key: str
    small: QFont
    """The type of the key."""
    cap: QSize
    """Of the key with its cap; so narrow that its gap is none where there is no key."""
    lead: int
    """Of the icon and its gap."""
    width: int
    """Of all of it, from icon to key."""
    height: int


@frozen
class _Places:
    """Where what stands in an act is painted."""

    room: QRect
    """What the style leaves for all of it."""
    left: int
    words: QRect
    shown: str
    """The words, or as much of them as there is room for."""
    cap: QRect


class Act(QPushButton):
    """A push button whose text ends in its key, after `BEFORE_KEY`; an icon may stand before its words."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._icon_name = ""
        self._content: _Content | None = None
        self._measured: tuple[str, str, str, QFont] | None = None
        self._places: _Places | None = None
        self._places_of = 0, 0

    def show_icon(self, name: str) -> None:
        """Draws another icon before the words."""
        if name != self._icon_name:
            self._icon_name = name
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        role = self._role()
        content = self._measure(role)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = content.words
        inside = QSize(content.width, content.height)
        size = self.style().sizeFromContents(QStyle.ContentsType.CT_PushButton, option, inside, self)
        return QSize(min(size.width(), YIELDS_TO), size.height()) if role == "group" else size

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        option, style, role = QStyleOptionButton(), self.style(), self._role()
        self.initStyleOption(option)
        content = self._measure(role)
        rests = not (self.isChecked() or self.underMouse() or self.hasFocus() or self.isDown())
        places = self._at_rest(option, role, content) if rests else self._placed(option, role, content)
        with QPainter(self) as painter:
            if role not in _NO_GROUND or not rests:
                style.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option, painter, self)
            option.text, option.rect = places.shown, places.words
            style.drawControl(QStyle.ControlElement.CE_PushButtonLabel, option, painter, self)
            if content.key:
                self._paint_key(painter, role, content, places.cap)
            if self._icon_name:
                self._paint_icon(painter, places.left, places.room)

    def _at_rest(self, option: QStyleOptionButton, role: str, content: _Content) -> _Places:
        """Found again only where it has another size, or something else to say."""
        of = self.width(), self.height()
        if self._places is None or of != self._places_of:
            self._places_of, self._places = of, self._placed(option, role, content)
        return self._places

    def _placed(self, option: QStyleOptionButton, role: str, content: _Content) -> _Places:
        room = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self)
        left, end = self._extent(role, room, content.width)
        begin, width = left + content.lead, end - content.cap.width() - GAP - left - content.lead
        shown = content.words
        if role == "group":
            shown = as_far(shown, width, self.fontMetrics())
        top = room.top() + (room.height() - content.cap.height()) // 2
        cap = QRect(QPoint(end - content.cap.width(), top), content.cap)
        return _Places(room, left, QRect(begin, room.top(), width, room.height()), shown, cap)

    def _extent(self, role: str, room: QRect, width: int) -> tuple[int, int]:
        """Where words and key, so wide together, begin and end within what the style leaves them."""
        if role in ("step", "group"):
            return room.left(), room.right() + 1
        wanted, edge = min(width, room.width()), self.property("edge")
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

    def _paint_key(self, painter: QPainter, role: str, content: _Content, place: QRect) -> None:
        key, small, colours = content.key, content.small, inks(self)
        muted = colours.color(QPalette.ColorRole.WindowText if role == "icon" else QPalette.ColorRole.Shadow)
        if role in _BARE:
            painter.setFont(small)
            painter.setPen(muted)
            painter.drawText(place, _CENTRED, key)
            return
        lettered = len(key) == 1 and role != "icon"  # of an icon the cap is all there is to see
        idle = not self.isEnabled() or (lettered and is_typing())
        if role in _ON_ACCENT and self.isEnabled():
            ink = self.palette().color(QPalette.ColorRole.ButtonText)
            edge = QColor(ink)
            edge.setAlphaF(0.25 if idle else 0.55)
            ink.setAlphaF(0.6 if idle else 1.0)
            paint_cap(painter, key, place, small, ink, edge, QColor(0, 0, 0, 0))
        elif idle:
            dash, hair = colours.color(QPalette.ColorRole.Dark), colours.color(QPalette.ColorRole.Midlight)
            paint_cap(painter, key, place, small, dash, hair, QColor(0, 0, 0, 0))
        else:
            edge, fill = colours.color(QPalette.ColorRole.Mid), colours.color(QPalette.ColorRole.Light)
            paint_cap(painter, key, place, small, muted, edge, fill)

    def _measure(self, role: str) -> _Content:
        """Measured again only where one of these is another: it is painted far more often."""
        of = self.text(), role, self._icon_name, self.font()
        if self._content is None or of != self._measured:
            self._measured, self._content, self._places = of, self._measured_anew(*of), None
        return self._content

    def _measured_anew(self, text: str, role: str, icon: str, font: QFont) -> _Content:
        words, key = parted(text)
        small, metrics = key_font(font), QFontMetrics(_heavy(font))
        cap = QSize(-GAP, 0)
        if key:
            bare = QFontMetrics(small)
            cap = QSize(bare.horizontalAdvance(key), bare.height()) if role in _BARE else cap_size(key, font)
        lead = icon_side(self) + (GAP if words else 0) if icon else 0
        width = lead + metrics.horizontalAdvance(words) + GAP + cap.width()
        return _Content(words, key, small, cap, lead, width, metrics.height())

    def _role(self) -> str:
        return str(self.property("role") or "")


def _heavy(font: QFont) -> QFont:
    """The type of what is chosen is heavier: room for it is kept, so that nothing moves."""
    heavy = QFont(font)
    heavy.setWeight(QFont.Weight.DemiBold)
    return heavy


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
