"""The house fonts for the windows: the same files that the documents are set in."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase

from resources import SCRIPT_FONTS, font_path, script_font_path

SANS, SERIF = "Source Sans Pro", "Source Serif Pro"

_FACES = (
    "SourceSansPro-Regular",
    "SourceSansPro-It",
    "SourceSansPro-Semibold",
    "SourceSansPro-Bold",
    "SourceSerifPro-Regular",
    "SourceSerifPro-Semibold",
)


def load_fonts() -> None:
    """Makes the house fonts known to Qt. Raises RuntimeError where a font file is missing or broken."""
    for face in _FACES:
        if QFontDatabase.addApplicationFont(str(font_path(face))) < 0:
            raise RuntimeError(f"The font {face} could not be loaded from {font_path(face)}")


def load_script_fonts() -> None:
    """Makes the fonts known that stand in where the house fonts lack a script and the system may have none."""
    for file in SCRIPT_FONTS:
        QFontDatabase.addApplicationFont(str(script_font_path(file)))
