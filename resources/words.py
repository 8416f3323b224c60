"""The catalogues of words: one for each language the product speaks, in gettext's own format."""

from __future__ import annotations

from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

_FOLDER = Path(__file__).parent / "translations"

PSEUDO = "en-XA"
"""English with accents and a third longer: no language, but whatever it leaves in plain letters is not translated."""


@cache
def languages() -> tuple[str, ...]:
    """The languages there are words for, English first: it needs no catalogue, for the code is written in it."""
    return ("en", *sorted(path.stem for path in _FOLDER.iterdir() if path.suffix == ".mo"))


def catalogue(language: str) -> NullTranslations:
    """The words of one of `languages`. Raises LookupError for another."""
    if language == "en":
        return NullTranslations()
    if language not in languages():
        raise LookupError(language)
    with (_FOLDER / f"{language}.mo").open("rb") as file:
        return GNUTranslations(file)


def language_of(words: NullTranslations) -> str:
    """The language these words are of, as in "de"; "en" for the ones in the code."""
    return words.info().get("language", "en").partition("_")[0]


def marked(text: str) -> str:
    """The text as it is: says to the extraction that it is translated where it is shown."""
    return text
