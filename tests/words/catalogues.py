"""The words of the product: taken out of the code into `clearway.pot`, merged into each language, compiled.

`python3 run.py words` does all three. A translator opens `resources/translations/XX.po` in any editor for such files;
a new language begins as an empty file of that name.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from resources.words import PSEUDO
from tests.words.pseudo import pseudo

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "resources" / "translations"
TEMPLATE = FOLDER / "clearway.pot"
ROOMS = ("desktop", "models", "reports", "resources")

_Places = tuple[int | tuple[int, str], ...]
_WITH_PLURAL: dict[int | None, _Places | None] = {None: None, **dict.fromkeys(range(2, 5), (1, 2))}
"""The first text, and the second where that is one as well: for more than one of something."""

KEYWORDS: dict[str, _Places | dict[int | None, _Places | None] | None] = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "marked": None,
    "act_called": _WITH_PLURAL,
    "Sentence": None,
    "Refusal": None,
    "ExchangeError": None,
    "LogoError": None,
}
"""What takes a text that is to be translated."""

HEADER = "# The words of Clearway. Brought up to date by: python3 run.py words"
WRITTEN = datetime(2026, 1, 1, tzinfo=UTC)
"""The same in every file, so that only words make a difference."""


def extracted(root: Path = ROOT) -> Catalog:
    """Every text in the code, with the files it stands in."""
    found = _empty("en_GB")
    for path in sorted(path for room in ROOMS for path in (root / room).rglob("*.py")):
        place = path.relative_to(root).as_posix()
        for message, comments, context in _said_in(path, path.stat().st_mtime_ns):
            found.add(message, locations=[(place, 0)], auto_comments=comments, context=context)
    return found


@cache
def _said_in(path: Path, _written: int) -> tuple[tuple[str | tuple[str, ...], list[str], str | None], ...]:
    """What a file says, read once for as long as it is not written anew: reading all of them takes seconds."""
    said = extract_from_file("python", str(path), KEYWORDS, ["Translators:"])
    return tuple((message, comments, context) for _, message, comments, context in said)


def languages() -> list[str]:
    """Those with a file to translate in."""
    return sorted(path.stem for path in FOLDER.glob("*.po"))


def brought_up_to_date(language: str, template: Catalog) -> Catalog:
    """The language's translations, of all that is in the code and of nothing else. English itself has none."""
    if language == PSEUDO:
        return _pseudo(template)
    with (FOLDER / f"{language}.po").open("rb") as file:
        known = read_po(file, locale=language.replace("-", "_"))
    known.update(template, no_fuzzy_matching=True)
    known.obsolete.clear()
    return known


def files() -> Iterator[tuple[Path, bytes]]:
    """Every file of words as it should be."""
    template = extracted()
    yield TEMPLATE, _as_po(template)
    for language in languages():
        catalogue = brought_up_to_date(language, template)
        yield FOLDER / f"{language}.po", _as_po(catalogue)
        compiled = BytesIO()
        write_mo(compiled, catalogue)
        yield FOLDER / f"{language}.mo", compiled.getvalue()


def _pseudo(template: Catalog) -> Catalog:
    made = _empty("en_GB")
    for message in template:
        if message.id:
            many = isinstance(message.id, tuple)
            text = tuple(map(pseudo, message.id)) if many else pseudo(message.id)
            made.add(message.id, text, locations=message.locations, context=message.context)
    return made


def _empty(locale: str) -> Catalog:
    return Catalog(
        locale=locale,
        project="Clearway",
        version="1",
        copyright_holder="the makers of Clearway",
        msgid_bugs_address="-",
        language_team="-",
        last_translator="-",
        creation_date=WRITTEN,
        revision_date=WRITTEN,
        fuzzy=False,
        header_comment=HEADER,
    )


def _as_po(catalogue: Catalog) -> bytes:
    made = BytesIO()
    write_po(made, catalogue, width=120, sort_output=True, include_lineno=False, omit_header=False)
    return made.getvalue()
