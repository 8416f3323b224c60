"""Reads what ships with the product: the method, icons, translations, the sample engagement and the house fonts."""

from __future__ import annotations

from pathlib import Path

import font_source_sans_pro
import font_source_serif_pro
import manimgx_fonts
import paperang_p2_fonts_cjk

_ROOT = Path(__file__).parent
_FONT_FOLDERS = {
    "SourceSansPro": Path(font_source_sans_pro.__file__).parent / "files",
    "SourceSerifPro": Path(font_source_serif_pro.__file__).parent / "files",
}


_SCRIPT_FONT_FOLDERS = (
    Path(manimgx_fonts.__file__).parent,
    Path(paperang_p2_fonts_cjk.__file__).parent / "fonts",
)

SCRIPT_FONTS = (
    *(
        f"NotoSans{script}[wght].ttf"
        for script in (
            *("Arabic", "Hebrew", "Devanagari", "Bengali", "Gurmukhi", "Gujarati", "Oriya", "Tamil", "Telugu"),
            *("Kannada", "Malayalam", "Sinhala", "Thai", "Lao", "Myanmar", "Georgian", "Ethiopic", "Khmer"),
            *("Armenian", "Symbols", ""),
        )
    ),
    "wqy-microhei.ttc",
    "NotoEmoji[wght].ttf",
)
"""The files of all fonts for the scripts that the house fonts lack: see `script_font_path`."""


def resource_path(name: str) -> Path:
    """Where the resource `name` ("method/clearway.toml") lies on disk. Raises FileNotFoundError if there is none."""
    path = _ROOT / name
    if not path.is_file():
        raise FileNotFoundError(path)
    return path


def resource_text(name: str) -> str:
    """The text of the resource `name`, as UTF-8."""
    return resource_path(name).read_text(encoding="utf-8")


def font_path(face: str) -> Path:
    """The TrueType file of a house font, as in "SourceSansPro-Semibold"."""
    return _FONT_FOLDERS[face.split("-")[0]] / f"{face}.ttf"


def script_font_path(file: str) -> Path:
    """Where a font for the scripts that the house fonts lack lies, as in "NotoSansThai[wght].ttf"."""
    return next(path for folder in _SCRIPT_FONT_FOLDERS if (path := folder / file).is_file())
