"""Reads what ships with the product: the method, icons, translations, the sample engagement and the fonts."""

from __future__ import annotations

from pathlib import Path

_ROOT = Path(__file__).parent
_FONTS = _ROOT / "fonts"

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
    return _FONTS / f"{face}.ttf"


def script_font_path(file: str) -> Path:
    """Where a font for the scripts that the house fonts lack lies, as in "NotoSansThai[wght].ttf"."""
    return _FONTS / file


def guide_pages(language: str) -> list[Path]:
    """The pages of the guide, each with its title in its first line; the English ones for a language without any."""
    folder = _ROOT / "guide" / language
    return sorted((folder if folder.is_dir() else _ROOT / "guide" / "en").glob("*.md"))


def news_page(language: str) -> Path:
    """What came with this Clearway, in a few lines; in English for a language without any."""
    page = _ROOT / "news" / f"{language}.md"
    return page if page.is_file() else _ROOT / "news" / "en.md"
