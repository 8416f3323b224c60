"""Large and small letters where a text stands within a sentence, by what its language writes large."""

from __future__ import annotations

from gettext import NullTranslations

from resources.words import language_of

_NOUNS_LARGE = ("de",)


def small(term: str) -> str:
    """A term of ours, which begins with no noun: "In good order" as "in good order"."""
    return term[:1].lower() + term[1:]


def within(text: str, words: NullTranslations) -> str:
    """A title or a sentence within another one; unchanged where it begins with an abbreviation or nouns are large."""
    return text if text[1:2].isupper() or language_of(words) in _NOUNS_LARGE else small(text)
