"""The one place where text from people becomes text that is printed: composed, set in type, in fonts that have it.

Nothing in it is ever read as markup.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from models.frozen import frozen
from models.values.letters import on_one_line
from reports.type.fonts import FACES, JOINERS, SANS, SERIF, covered, font_runs
from reports.type.script_lines import SHAPED
from reports.words.typography import NO_BREAK, typeset

_LOOSE_JOINERS = f"(?<!{SHAPED})[{JOINERS}]"
_LINE_ENDS = re.compile("\r\n|[\r\n\v\f\x85\u2028\u2029]")
_NARROW_NO_BREAK = "\u202f"
"""French and others have it at their punctuation and in their figures; a line may not be broken there."""
_VARIATION = range(0xFE00, 0xFE10)


def plain(text: str) -> str:
    """The text as it can be printed: composed accents, `\\n` for every line end, no control or invisible characters.

    What goes is what has no shape of its own: controls, lone surrogates, direction marks, variation selectors, and
    joiners but between letters that join. Unusual spaces that the fonts lack become ordinary ones; the narrow
    one that holds still holds.
    """
    composed = unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", text))
    if composed.isascii() and composed.replace("\n", "").isprintable():
        return composed
    if any(joiner in composed for joiner in JOINERS):
        composed = re.sub(_LOOSE_JOINERS, "", composed)
    return "".join(map(_printable, composed))


@lru_cache(maxsize=4096)
def _printable(char: str) -> str:
    if char == "\n" or char in JOINERS:
        return char
    if char == _NARROW_NO_BREAK:
        return NO_BREAK
    category = unicodedata.category(char)
    if char == "\t" or (category == "Zs" and ord(char) not in covered(SANS)):
        return " "
    return "" if category in ("Cc", "Cf", "Cs") or ord(char) in _VARIATION else char


def unshowable(text: str) -> str:
    """The characters that no font can show, each once, as they first occur: the documents print their code points."""
    return "".join(dict.fromkeys("".join(run for name, run in _runs(text, SANS) if not name)))


def in_house_fonts(text: str) -> bool:
    """Whether the documents need no other font for the text than their own."""
    return all(name in FACES or not name for name, _ in _runs(text, SANS))


def _runs(text: str, font: str) -> list[tuple[str, str]]:
    """(font or empty, characters), one entry for each stretch in the same font."""
    return font_runs(plain(text), font)


def _marks(run: str) -> str:
    """Characters that cannot be shown, by their code points: [U+4E2D U+6587]."""
    return "[" + " ".join(f"U+{ord(c):04X}" for c in run) + "]"


def shown(text: str, font: str = SANS) -> str:
    """The text as the documents show it, with the code points of what the fonts lack."""
    return "".join(run if name else _marks(run) for name, run in _runs(text, font))


def one_line(text: str) -> str:
    """The same on a single line and set in type, for charts and running heads."""
    return typeset(on_one_line(shown(text)))


@frozen
class Run:
    """A stretch of a paragraph that looks different from the rest."""

    text: str
    font: str = ""
    """Another face than the paragraph's own. Likewise the next."""
    colour: str = ""


def set_in_type(text: str, font: str, colour: str) -> list[Run]:
    """The text as it is printed, one run for each stretch in the same font. `font` is the paragraph's own."""
    runs = font_runs(typeset(plain(text)), font)
    return [Run(run if name else _marks(run), name or (SANS if font == SERIF else font), colour) for name, run in runs]


def all_set_in_type(runs: Sequence[Run], font: str, colour: str) -> list[Run]:
    """The same of several stretches, one space between them."""
    found: list[Run] = []
    for run in filter(lambda run: run.text.strip(), runs):
        own = set_in_type(run.text.strip(), run.font or font, run.colour or colour)
        found += [*([Run(" ", font, colour)] if found else []), *own]
    return found


CUT_OFF = f" {NO_BREAK},;:.–"
"""What no text ends in before its …"""


def shortened(text: str, most: int) -> str:
    """At most `most` characters, cut at a word where there is one near, and ending in … where something was cut."""
    if len(text) <= most:
        return text
    kept = text[: max(most - 1, 0)]
    space = kept.rfind(" ")
    return (kept[:space] if space > len(kept) * 0.6 else kept).rstrip(CUT_OFF) + "…"


def pieces(text: str, most: int) -> list[str]:
    """The text in pieces of about `most` characters, cut at line ends or spaces, so that none outgrows a page."""
    found: list[str] = []
    rest = text
    while weight(rest, most) > most:
        cut = _cut(rest, most)
        found.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return [*found, rest] if rest or not found else found


LINE_WEIGHT = 50
"""How many characters a line end counts for: about one line of a table cell."""


def weight(text: str, most: int = 10_000) -> int:
    """Length in characters, a line end counting for a line; line ends past `most` no longer matter."""
    return len(text) + LINE_WEIGHT * text.count("\n", 0, most + 1)


def _cut(text: str, most: int) -> int:
    """Where to cut so that the first piece weighs at most `most`: after the last line end or space, else anywhere."""
    total = 0
    for index, char in enumerate(text):
        total += 1 + (LINE_WEIGHT if char == "\n" else 0)
        if total > most:
            space = max(text.rfind("\n", 0, index), text.rfind(" ", 0, index))
            return space + 1 if space > 0 else max(index, 1)
    return len(text)
