"""An engagement and its content pack in another alphabet, so that any Latin word beside them is the product's own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

T = TypeVar("T")

_CYRILLIC = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "абцдефгхийклмнопярстувщхызАБЦДЕФГХИЙКЛМНОПЯРСТУВЩХЫЗ"
)
SAID = {
    *("title", "short", "finding", "healthy", "fix", "question", "anchors", "evidence", "owner_role", "done_when"),
    *("purpose", "prompt", "levels", "term", "meaning", "name", "problem", "decision_asked", "sector", "practice"),
    *("contact", "confidentiality", "closing_line", "role", "decides", "facilitator", "closing_reason", "headline"),
    *("reason", "text", "caption", "alternative"),
    *("why", "conditions", "subject", "choices", "settled", "yearly", "also", "rating"),
}
"""The fields in which people read words."""
_WORD = re.compile(r"[A-Za-z]{3,}")
KEPT = {"Clearway", "https", "arkenby", "example", "org", "com", "Alt"}
"""Names, one of a key too, and what stands in addresses."""
LANGUAGES = {"English", "Deutsch", "Français"}
"""Each is called as those who speak it call it."""


def masked(thing: T) -> T:
    """The same with every text that people read in Cyrillic letters of the same number."""
    return _masked(thing, "")  # type: ignore[no-any-return]


def _masked(thing: Any, name: str) -> Any:
    if isinstance(thing, str):
        return str.translate(thing, _CYRILLIC) if name in SAID and type(thing) is str else thing
    if is_dataclass(thing) and not isinstance(thing, type):
        changed = {f.name: _masked(getattr(thing, f.name), f.name) for f in fields(thing) if f.init}
        return replace(thing, **changed)
    if isinstance(thing, tuple | list):
        return type(thing)(_masked(part, name) for part in thing)
    if isinstance(thing, Mapping):
        return {key: _masked(part, name) for key, part in thing.items()}
    return thing


def masked_cells(cells: Mapping[str, T]) -> Mapping[str, T]:
    """Register cells with what is typed in them in Cyrillic: figures, dates and ids stay as they are."""
    plain = re.compile(r"[0-9a-f]{32}|[\w-]+-\d+|[\d.,:T+Z-]*")
    return {
        key: cell if plain.fullmatch(cell.value) else replace(cell, value=cell.value.translate(_CYRILLIC))  # type: ignore[attr-defined,type-var]
        for key, cell in cells.items()
    }


def untranslated(text: str) -> list[str]:
    """The words in plain Latin letters, which the pseudo-language never says."""
    return [word for word in _WORD.findall(text) if word not in KEPT] if text not in LANGUAGES else []
