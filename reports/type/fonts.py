"""The house fonts under the names that charts and pages use, and the fonts that stand in where they lack a script."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby
from typing import Any

from models.frozen import frozen
from reports.type.document_font import DocumentFont
from reports.type.loading import loaded
from resources import font_path, script_font_path

pdfmetrics: Any = loaded("reportlab.pdfbase.pdfmetrics")

SANS = "SourceSans"
SANS_SEMIBOLD = "SourceSans-Semibold"
SANS_BOLD = "SourceSans-Bold"
SANS_ITALIC = "SourceSans-It"
SERIF = "SourceSerif"
SERIF_SEMIBOLD = "SourceSerif-Semibold"

FACES = {
    SANS: "SourceSansPro-Regular",
    SANS_SEMIBOLD: "SourceSansPro-Semibold",
    SANS_BOLD: "SourceSansPro-Bold",
    SANS_ITALIC: "SourceSansPro-It",
    SERIF: "SourceSerifPro-Regular",
    SERIF_SEMIBOLD: "SourceSerifPro-Semibold",
}
"""ReportLab's name for a font, and the name `resources.font_path` knows its file by."""


@frozen
class StandIn:
    """A font for scripts that the house fonts lack, and the code points it is looked at for."""

    name: str
    file: str
    codes: tuple[tuple[int, int], ...]
    """First and last, inclusive."""


def _noto(script: str, *codes: tuple[int, int]) -> StandIn:
    return StandIn(f"Noto{script}", f"NotoSans{script}[wght].ttf", codes)


STAND_INS = (
    _noto("Arabic", (0x600, 0x6FF), (0x750, 0x77F), (0x870, 0x8FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFC)),
    _noto("Hebrew", (0x590, 0x5FF), (0xFB1D, 0xFB4F)),
    _noto("Devanagari", (0x900, 0x97F), (0x1CD0, 0x1CFF), (0xA8E0, 0xA8FF)),
    _noto("Bengali", (0x980, 0x9FF)),
    _noto("Gurmukhi", (0xA00, 0xA7F)),
    _noto("Gujarati", (0xA80, 0xAFF)),
    _noto("Oriya", (0xB00, 0xB7F)),
    _noto("Tamil", (0xB80, 0xBFF)),
    _noto("Telugu", (0xC00, 0xC7F)),
    _noto("Kannada", (0xC80, 0xCFF)),
    _noto("Malayalam", (0xD00, 0xD7F)),
    _noto("Sinhala", (0xD80, 0xDFF)),
    _noto("Thai", (0xE00, 0xE7F)),
    _noto("Lao", (0xE80, 0xEFF)),
    _noto("Myanmar", (0x1000, 0x109F)),
    _noto("Georgian", (0x10A0, 0x10FF), (0x1C90, 0x1CBF), (0x2D00, 0x2D2F)),
    _noto("Ethiopic", (0x1200, 0x139F), (0x2D80, 0x2DDF)),
    _noto("Khmer", (0x1780, 0x17FF), (0x19E0, 0x19FF)),
    _noto("Armenian", (0x530, 0x58F), (0xFB13, 0xFB17)),
    StandIn(
        "MicroHei",
        "wqy-microhei.ttc",
        (
            *((0x1100, 0x11FF), (0x2E80, 0xA4CF), (0xAC00, 0xD7FF), (0xF900, 0xFAFF), (0xFE30, 0xFE4F)),
            *((0xFF00, 0xFFEF), (0x20000, 0x3FFFF)),
        ),
    ),
    StandIn(
        "NotoEmoji", "NotoEmoji[wght].ttf", ((0x203C, 0x203C), (0x2049, 0x2049), (0x2190, 0x2BFF), (0x1F000, 0x1FAFF))
    ),
    _noto("Symbols", (0x2000, 0x2BFF), (0x1F100, 0x1F2FF), (0x1F700, 0x1F8FF)),
    _noto("", (0x80, 0x2FFF), (0xA640, 0xABFF)),
)
"""The first that has a character draws it. Each is loaded only when it is looked at."""


OFTEN = (SANS, SANS_SEMIBOLD, SERIF, SERIF_SEMIBOLD)
"""The faces that every document has."""


def register_fonts(names: Iterable[str] = OFTEN) -> None:
    """Make house fonts known to ReportLab. Calling it again does nothing."""
    known = set(pdfmetrics.getRegisteredFontNames())
    for name in names:
        if name not in known:
            pdfmetrics.registerFont(DocumentFont(name, str(font_path(FACES[name]))))


@lru_cache(maxsize=len(FACES) + len(STAND_INS))
def covered(font: str) -> frozenset[int]:
    """The code points that a font has a glyph for: one of the house, or one that stands in."""
    stand_in = next((s for s in STAND_INS if s.name == font), None)
    if stand_in is None:
        register_fonts((font,))
    else:
        pdfmetrics.registerFont(DocumentFont(font, str(script_font_path(stand_in.file))))
    return frozenset(pdfmetrics.getFont(font).face.charToGlyph)


def font_for(char: str, font: str) -> str:
    """The font itself, the sans or another where only that has the character, or empty where none has it."""
    code = ord(char)
    if char == "\n" or code in covered(font):
        return font
    return SANS if code in covered(SANS) else _stand_in_for(code)


@lru_cache(maxsize=4096)
def _stand_in_for(code: int) -> str:
    for font in STAND_INS:
        if any(first <= code <= last for first, last in font.codes) and code in covered(font.name):
            return font.name
    return ""


def in_face(text: str, font: str) -> bool:
    """Whether the font has every letter of the text."""
    return text.isascii() or covered(font).issuperset(map(ord, text.replace("\n", "")))


def font_runs(text: str, font: str) -> list[tuple[str, str]]:
    """(font or empty, characters), one entry for each stretch in the same font; joiners go with what is before them."""
    if in_face(text, font):
        return [(font, text)]
    chosen: list[str] = []
    for char in text:
        chosen.append(chosen[-1] if char in JOINERS and chosen else font_for(char, font))
    pairs = zip(chosen, text, strict=True)
    return [(name, "".join(char for _, char in run)) for name, run in groupby(pairs, key=lambda pair: pair[0])]


JOINERS = "\u200c\u200d"
"""Say how the letters beside them are joined, and have no shape of their own."""


@lru_cache(maxsize=16_384)
def em_width(text: str, font: str) -> float:
    """How wide letters of one font are, as a multiple of its size: most words stand in a document again and again."""
    return float(pdfmetrics.stringWidth(text, font, 1))


def text_width(text: str, font: str, size: float) -> float:
    """How wide a line of text is, in points; each stretch in the font that can draw it."""
    if text.isascii():
        return float(pdfmetrics.stringWidth(text, font, size))
    return sum(float(pdfmetrics.stringWidth(run, name or font, size)) for name, run in font_runs(text, font))
