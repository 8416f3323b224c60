"""The words of the interface: what Clearway says to the person at this computer, in the language that is set.

One process speaks one language at a time; so these are functions, and no widget is handed a catalogue.
A document, which may be for a reader of another language, is given its words.
"""

from __future__ import annotations

from gettext import NullTranslations

_spoken = NullTranslations()


def speak(words: NullTranslations) -> None:
    """From now on the interface says everything in these words. What is on a screen already has to be made anew."""
    global _spoken
    _spoken = words


def spoken() -> NullTranslations:
    """The words in use, for what takes words as an argument."""
    return _spoken


def gettext(text: str) -> str:
    """The text in the language of the interface."""
    return _spoken.gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """The text for so many of something, in the language of the interface."""
    return _spoken.ngettext(one, many, count)


def pgettext(context: str, text: str) -> str:
    """The text where one English word has several meanings; `context` says which."""
    return _spoken.pgettext(context, text)
