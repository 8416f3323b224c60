"""Line icons, drawn as paths in a box of 16 in the colour of the text beside them."""

from __future__ import annotations

import re
from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPalette
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.widgets.parts.inks import inks
from resources import resource_path

SIDE = 16
"""Pixels at a scale of 1."""
IN_ACCENT = frozenset({"done", "half", "now", "live", "p-done"})
_BODY = 15
"""Pixels of body text, beside which an icon has its natural size."""
_SHAPE = re.compile(r'<g id="([\w-]+)">(.*)</g>\n')


@lru_cache(maxsize=1)
def icon_shapes() -> dict[str, str]:
    """Each icon's paths by its name, as SVG."""
    return dict(_SHAPE.findall(resource_path("icons/line.svg").read_text(encoding="utf-8")))


@lru_cache(maxsize=512)
def _picture(name: str, ink: str, ground: str, side: int) -> QImage:
    """The icon in so many pixels: its paths are read once, not at every painting."""
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    with QPainter(image) as painter:
        QSvgRenderer(_drawn(name, ink, ground)).render(painter, QRectF(image.rect()))
    return image


def _drawn(name: str, ink: str, ground: str) -> QByteArray:
    shape = icon_shapes()[name].replace('"ink"', f'"{ink}"').replace('"ground"', f'"{ground}"')
    return QByteArray(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE} {SIDE}" fill="none" stroke="{ink}" '
        f'stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">{shape}</svg>'.encode()
    )


def paint_icon(painter: QPainter, name: str, place: QRectF, ink: QColor | str, ground: QColor | str) -> None:
    """Draws an icon; `ground` is what lies behind it, for the tick in a filled disc."""
    side = max(round(place.width() * painter.device().devicePixelRatioF()), 1)
    picture = _picture(name, QColor(ink).name(), QColor(ground).name(), side)
    painter.drawImage(QRectF(place.topLeft().toPoint(), place.size()), picture)


def icon_side(widget: QWidget) -> int:
    """Pixels of an icon beside the widget's text."""
    return max(round(SIDE * widget.font().pixelSize() / _BODY), SIDE)


def ink_role(name: str, plain: QPalette.ColorRole) -> QPalette.ColorRole:
    """Marks of what is done, half done or at hand are in the accent; any other icon in the ink of its text."""
    return QPalette.ColorRole.Link if name in IN_ACCENT else plain


class Icon(QWidget):
    """An icon beside text, in the muted ink or in that of the text."""

    def __init__(self, name: str, *, muted: bool = True) -> None:
        super().__init__()
        self._name, self._muted = name, muted
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str, *, muted: bool = True) -> None:
        """Draws another one."""
        if (name, muted) != (self._name, self._muted):
            self._name, self._muted = name, muted
            self.update()

    def sizeHint(self) -> QSize:
        side = icon_side(self)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        role = ink_role(self._name, QPalette.ColorRole.Shadow if self._muted else QPalette.ColorRole.WindowText)
        with QPainter(self) as painter:
            colours = inks(self)
            ground = colours.color(QPalette.ColorRole.Light)
            paint_icon(painter, self._name, QRectF(self.rect()), colours.color(role), ground)
