"""A text within another: its letters large or small by what its language writes large, and all of it on one line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from gettext import NullTranslations

from resources.words import language_of

_NOUNS_LARGE = ("de",)
_PLAIN = {
    "de": "Der Die Das Den Dem Des Ein Eine Einen Einem Einer Eines Kein Keine Keinen Was Wie Wer Wen Wem Wo Wann Ob "
    "Warum Niemand Nichts Jemand Alle Alles Jede Jeder Jedes Wenn Im In Am An Auf Aus Bei Bis Mit Nach Ohne Von Vor "
    "Für Über Unter Zu Zum Zur Zwei Drei Vier Fünf Zehn Heute Jetzt",
    "en": "The A An What Who When Where Why How Which Each Every No All Any One Two Three Ten In On At From With",
    "fr": "Le La Les Un Une Des Du Ce Ces Qui Que Quand Où Comment Chaque Aucun Aucune Tout Toute Tous Dans Sur De À "
    "Avec Deux Trois Dix",
}
"""Words, as a text begins with them, that name nothing: they are small within a sentence."""
_BREAKS = re.compile(r"[^\S\u00a0\u202f]+")
"""White space at which a line may end: not that of French before a colon or within quotation marks."""


def small(term: str) -> str:
    """A term of ours, which begins with no noun: "In good order" as "in good order"."""
    return term[:1].lower() + term[1:]


def within(text: str, words: NullTranslations) -> str:
    """A title or a sentence within another one; unchanged where it begins with an abbreviation or nouns are large."""
    return text if text[1:2].isupper() or language_of(words) in _NOUNS_LARGE else small(text)


def in_row(text: str, language: str) -> str:
    """A text that follows another after a comma or a semicolon: what may be a name stays as it is."""
    return small(text) if text.partition(" ")[0] in _PLAIN.get(language[:2], "").split() else text


def on_one_line(text: str) -> str:
    """The text without line ends, its spaces single; those that hold words together stay."""
    return _BREAKS.sub(" ", text).strip()


def headed(name: str, text: str, words: NullTranslations) -> str:
    """What something is called and what is said of it, with the colon as the language sets it."""
    return words.gettext("{name}: {text}").format(name=name, text=text)


def in_a_row(texts: Iterable[str], words: NullTranslations) -> str:
    """Several of them one after another, with the semicolon as the language sets it."""
    return words.gettext("; ").join(texts)
