"""People from cards (`.vcf`), as many as a file holds, in any version of vCard."""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.attending.content_lines import ContentLine, content_lines
from models.attending.found import FoundPeople, Gathering

BEGINS = "BEGIN:VCARD"
_PICTURE = re.compile(r"[A-Za-z0-9+/=]{20,}")
_NO_PERSON = {"group", "org", "location", "device", "application", "company"}

_Card = dict[str, list[ContentLine]]


def read_cards(text: str) -> FoundPeople:
    """A card that is cut off at the end is read as far as it goes; one within another is passed over."""
    gathering = Gathering()
    for found in _cards(text):
        if isinstance(found, str):
            gathering.not_understood(found)
        else:
            _take(found, gathering)
    return gathering.found()


def _cards(text: str) -> Iterator[_Card | str]:
    """Each card, and lines that belong to nothing."""
    card: _Card = {}
    depth = 0
    for line in content_lines(text):
        if isinstance(line, str):
            if not _PICTURE.fullmatch(line.strip()):
                yield line
        elif line.name == "BEGIN":
            depth += 1
            if depth == 1:
                card = {}
        elif line.name == "END" and depth:
            depth -= 1
            if not depth:
                yield card
                card = {}
        elif depth == 1:
            card.setdefault(line.name, []).append(line)
    if card:
        yield card


def _take(card: _Card, gathering: Gathering) -> None:
    name, unit = _name(card), _parts(card, "ORG")
    kinds = (_text(card, key).lower() for key in ("KIND", "X-ADDRESSBOOKSERVER-KIND", "X-ABSHOWAS"))
    if any(kind in _NO_PERSON for kind in kinds):
        gathering.does_not_attend(name or " ".join(unit))
        return
    stood = name or _text(card, "EMAIL") or " ".join(unit) or _any(card)
    gathering.take(
        name=name,
        address=_address(card),
        role=_text(card, "TITLE") or _text(card, "ROLE"),
        stood=stood,
    )


def _name(card: _Card) -> str:
    """As it is to be shown; else given and family name."""
    shown = _text(card, "FN")
    if shown and "@" not in shown:
        return shown
    family, given = (*_parts(card, "N"), "", "")[:2]
    return f"{given} {family}".strip() or shown


def _address(card: _Card) -> str:
    """The one that is preferred, or the first."""
    lines = card.get("EMAIL", [])
    chosen = next((line for line in lines if _is_preferred(line)), lines[0] if lines else None)
    return chosen.text if chosen else ""


def _is_preferred(line: ContentLine) -> bool:
    kinds = line.parameters.get("TYPE", "").lower().split(",")
    return "PREF" in line.parameters or "pref" in kinds


def _text(card: _Card, name: str) -> str:
    """The first that says anything."""
    return next((text for line in card.get(name, []) if (text := line.text.strip())), "")


def _parts(card: _Card, name: str) -> list[str]:
    return card[name][0].parts if name in card else []


def _any(card: _Card) -> str:
    """Something to know a card by that names nobody."""
    return next((line.text for lines in card.values() for line in lines if line.name != "VERSION"), BEGINS)
