"""The languages to choose from, each as it calls itself."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from desktop.settings import LANGUAGE
from resources.words import PSEUDO


def language_choices(spoken_now: str) -> list[tuple[str, str]]:
    """Code and name of each; the one that only tests speak is there where it is spoken already."""
    return [(code, _own_name(code)) for code in LANGUAGE.offered() if code in (spoken_now, "en") or code != PSEUDO]


def _own_name(code: str) -> str:
    name = QLocale(code).nativeLanguageName()
    return "English" if code == "en" else name[:1].upper() + name[1:]
