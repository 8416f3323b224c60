"""The one typographic pass over every text that is printed: quotes, dashes, figures, spaces that hold together.

Only what leaves no doubt is touched, so that code, addresses and names of files stay as they were typed.
"""

from __future__ import annotations

import re
from functools import lru_cache

NO_BREAK = "\u00a0"
_BEFORE, _AFTER = r"(?<![^\s(\[{–—/‘“])", r"(?![^\s.,;:!?…)\]}–—/’”])"
"""What may stand before something that is opened, and after something that is closed."""

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun"
_MONTHS += "|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember|Mär|Okt|Dez"
_MONTHS += "|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|janv|févr|avr|juill"
_MONTHS += "|sept|oct|nov|déc"
_UNITS = "%|×|days?|weeks?|hours?|minutes?|Tage?|Wochen?|Stunden?|Minuten?|jours?|semaines?|heures?|mois|h|min|M|Mio|€"
_UNITS += "|£|k|km|kg|mm|cm|litres"

_PASSES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), with_)
    for pattern, with_ in (
        (_BEFORE + r'"(?=\S)([^"\n]*[^"\s])"' + _AFTER, r"“\1”"),
        (r"(?<=[^\W\d_])'(?=[^\W\d_])", "’"),
        (_BEFORE + r"'(?=\S)([^'\n]*[^'\s])'" + _AFTER, r"‘\1’"),
        (_BEFORE + r"((?:[^\W\d_]|[’-])+s)'" + _AFTER, r"\1’"),
        (_BEFORE + r"'(?=\d\d(?:s\b|\b))", "’"),
        (r"(?<=\S) --? (?=\S)", f"{NO_BREAK}– "),
        (r"(?<![\w.,:/–-])((?:19|20)\d\d)-((?:19|20)?\d\d)\b(?!-)", r"\1–\2"),
        (r"(?<![\w.,:/–−-])(\d{1,2})-(\d{1,2})(?![\w.,:/–-]|\.\d)", r"\1–\2"),
        (_BEFORE + r"-(?=\d)", "−"),
        (r"(?<![.\w])\.\.\.(?![.\w])|(?<=\w)\.\.\.(?!\.)", "…"),
        (r"(?<=\d) (?=(?:" + _UNITS + r")(?!\w))", NO_BREAK),
        (r"(?<=\d[ \u00a0]h) (?=\d\d?\b)", NO_BREAK),
        (r"(?:(?<=\d)|(?<=\d\.)|(?<=\b1er)) (?=(?:" + _MONTHS + r")\b)", NO_BREAK),
        (r"(?<![\w.,])(\d{1,2}) to (?=\d{1,2}(?![\w.,]))", rf"\1{NO_BREAK}to{NO_BREAK}"),
        (r"\b(Action|action|Page|page|No\.|Maßnahme|Seite|Phase|EUR|USD|CHF) (?=\d)", r"\1" + NO_BREAK),
    )
)
_TOUCHED = re.compile(r"""["']|\d|--| - |\.\.\.""")


@lru_cache(maxsize=4096)
def typeset(text: str) -> str:
    """The text as it is printed. What has been set already stays as it is."""
    if not _TOUCHED.search(text):
        return text
    before = text
    for pattern, with_ in _PASSES:
        text = pattern.sub(with_, text)
    return text if text == before else typeset(text)  # what was set may stand beside what can be set only now
