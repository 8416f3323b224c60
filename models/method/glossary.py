"""Finds the words of a method's glossary in what a room reads."""

from __future__ import annotations

import re
from collections.abc import Sequence

from models.method.method import GlossaryTerm


def terms_in(glossary: Sequence[GlossaryTerm], texts: Sequence[str]) -> tuple[GlossaryTerm, ...]:
    """The terms that stand in one of the texts as whole words, in the order of the glossary.

    Of two that begin alike the longer one is meant: "error limit" does not explain "error".
    """
    forms = {form.casefold(): term for term in glossary for form in (term.term, *term.also)}
    longest_first = sorted(forms, key=len, reverse=True)
    if not longest_first:
        return ()
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
    met = {forms[found] for text in texts for found in pattern.findall(text.casefold())}
    return tuple(term for term in glossary if term in met)
