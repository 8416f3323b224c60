"""Turns an SVG logo into pixels without ever letting it reach for another file."""

from __future__ import annotations

import re
from xml.parsers import expat

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from models.pictures.logo import LONGEST_SIDE, LogoError
from resources.words import marked

_REFUSED_ELEMENTS = {"image", "script", "foreignobject", "feimage", "iframe", "audio", "video", "a"}
_MOST_REUSES = 20
_MOST_ELEMENTS = 5_000
_OUTSIDE_URL = re.compile(r"url\(\s*['\"]?\s*(?!#)|@import|expression\(", re.IGNORECASE)


def rasterise_svg(data: bytes) -> bytes:
    """The drawing as PNG bytes, 1200 pixels on its longer side. Raises LogoError for one that is broken or unsafe."""
    _check(data)
    renderer = QSvgRenderer(QByteArray(data))
    size = renderer.defaultSize()
    if not renderer.isValid() or size.isEmpty():
        raise LogoError("The SVG cannot be drawn. Save it as PNG and choose that.")
    renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    size.scale(LONGEST_SIDE, LONGEST_SIDE, Qt.AspectRatioMode.KeepAspectRatio)
    image = QImage(max(size.width(), 1), max(size.height(), 1), QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        renderer.render(painter, QRectF(image.rect()))
    encoded = QByteArray()
    buffer = QBuffer(encoded)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(encoded.data())


def _check(data: bytes) -> None:
    elements: list[str] = []
    filtered: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        elements.append(name.rsplit(":", 1)[-1].lower())
        filtered.extend(value for key, value in attributes.items() if "filter" in key + value)
        if len(filtered) > _MOST_REUSES:
            raise LogoError(_INTRICATE)
        _check_element(elements, attributes)

    def text(content: str) -> None:
        if elements and elements[-1] == "style" and _OUTSIDE_URL.search(content):
            raise LogoError(_OUTSIDE)

    def declares(*_: object) -> None:
        raise LogoError(
            "The SVG declares entities of its own, which can hide other files. Save it as plain SVG or PNG."
        )

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.CharacterDataHandler = text
    parser.EntityDeclHandler = declares
    parser.ProcessingInstructionHandler = declares
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise LogoError("The SVG is broken and cannot be read. Save it again, or as PNG.") from error


_INTRICATE = marked("The SVG is too intricate to draw safely. Save it as PNG and choose that.")
_OUTSIDE = marked("The SVG points at other files. Save it with everything in it, or as PNG, and choose that.")


def _check_element(elements: list[str], attributes: dict[str, str]) -> None:
    name = elements[-1]
    if name in _REFUSED_ELEMENTS:
        if name in ("image", "feimage"):
            raise LogoError(_OUTSIDE)
        raise LogoError("The SVG holds a “{name}”. Save it as PNG.", name=name)
    if len(elements) > _MOST_ELEMENTS or elements.count("use") > _MOST_REUSES:
        raise LogoError(_INTRICATE)
    for key, value in attributes.items():
        refers = key.rsplit(":", 1)[-1].lower() == "href" and not value.strip().startswith("#")
        if refers or _OUTSIDE_URL.search(value):
            raise LogoError(_OUTSIDE)
