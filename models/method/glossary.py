"""Finds the words of a method's glossary in what a room reads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from models.method.method import GlossaryTerm


def terms_in(glossary: Sequence[GlossaryTerm], texts: Sequence[str]) -> tuple[GlossaryTerm, ...]:
    """The terms that stand in one of the texts as whole words, in the order of the glossary.

    Of two that begin alike the longer one is meant: "error limit" does not explain "error".
    """
    forms = _forms_of(tuple(glossary))
    if not forms:
        return ()
    found = {form for text in texts for form in _pattern_of(tuple(forms)).findall(text.casefold())}
    met = {forms[form] for form in found}
    return tuple(term for term in glossary if term in met)


@lru_cache(maxsize=8)
def _forms_of(glossary: tuple[GlossaryTerm, ...]) -> dict[str, GlossaryTerm]:
    """Asked with each key that rates a sign, and the same as long as a pack is in use."""
    return {form.casefold(): term for term in glossary for form in (term.term, *term.also)}


@lru_cache(maxsize=8)
def _pattern_of(forms: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(forms, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
