"""The house fonts under the names that charts and pages use, and which characters they can show."""

from __future__ import annotations

from functools import lru_cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from resources import font_path

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


def register_fonts() -> None:
    """Make the house fonts known to ReportLab. Calling it again does nothing."""
    known = set(pdfmetrics.getRegisteredFontNames())
    for name, face in FACES.items():
        if name not in known:
            pdfmetrics.registerFont(TTFont(name, str(font_path(face))))


@lru_cache(maxsize=len(FACES))
def covered(font: str) -> frozenset[int]:
    """The code points that a house font has a glyph for."""
    register_fonts()
    return frozenset(pdfmetrics.getFont(font).face.charToGlyph)


def text_width(text: str, font: str, size: float) -> float:
    """How wide a line of text is, in points."""
    return float(pdfmetrics.stringWidth(text, font, size))
