"""People from a block of a spreadsheet: by the heads of its columns or, without heads, by what stands in them."""

from __future__ import annotations

import csv
from collections.abc import Sequence

from models.attending.found import FoundPeople, Gathering, one_line
from models.attending.groups import group_meant
from models.playbook.pasted import MOST_ROWS, read_block
from models.values.folding import folded

_HEADS = {
    "name": "name|full name|display name|person|people|stakeholder|attendee|participant|who|wer|teilnehmer"
    "|vollstandiger name|nom complet|nom et prenom|nombre completo|nome completo|naam|imie i nazwisko",
    "given": "first name|given name|firstname|forename|vorname|prenom|nombre|voornaam|imie",
    "family": "last name|surname|family name|lastname|nachname|familienname|nom|apellido|apellidos|cognome"
    "|achternaam|nazwisko",
    "address": "email|e-mail|mail|email address|e-mail address|e-mail-adresse|mailadresse|adresse e-mail|courriel"
    "|correo|correo electronico|e-mailadres|adres e-mail",
    "role": "role|job title|title|position|function|job|rolle|funktion|stelle|titel|fonction|poste|cargo|puesto|ruolo"
    "|functie|stanowisko",
    "group": "group|department|dept|team|unit|area|division|gruppe|abteilung|bereich|departement|service|grupo"
    "|departamento|gruppo|reparto|afdeling|dzial",
    "decides": "decides|can decide|decision rights|what they can decide|mandate|entscheidet|decide",
}
_PART_OF = {folded(head): part for part, heads in _HEADS.items() for head in heads.split("|")}
_PERSON = {"name", "given", "family", "address"}
_HALF, _LONGEST_GROUP, _HEAD_WITHIN = 0.5, 24, 4

Rows = Sequence[Sequence[str]]


def rows_of(text: str) -> Rows | None:
    """The rows of a block of cells; of values parted by commas, where heads or addresses tell them; else None."""
    if "\t" in text:
        return read_block(text)
    lines = [line for line in text.splitlines() if line.strip()][: MOST_ROWS + 1]
    if len(lines) > 1 and _parts(lines[:1]):
        return [[line] for line in lines]
    return next((rows for mark in ";," if _is_table(rows := _parted(lines, mark))), None)


def read_table(rows: Rows) -> FoundPeople:
    """A row each. The head, what stands above it, and rows with nothing in them are nobody."""
    gathering = Gathering()
    rows = [row for row in rows if any(cell.strip() for cell in row)]
    head = next((place for place, row in enumerate(rows[:_HEAD_WITHIN]) if _parts(row)), None)
    parts = _parts_by_content(rows) if head is None else _parts(rows[head])
    begin = 0 if head is None else head + 1
    for row in rows[: max(begin - 1, 0)]:
        gathering.not_understood(" ".join(row))
    used = {place for row in rows[begin:] for place, cell in enumerate(row) if any(map(str.isalpha, cell))}
    gathering.left_out(len(used - parts.keys()))
    for row in rows[begin:]:
        cells = {part: row[place] for place, part in parts.items() if place < len(row)}
        given, family = cells.pop("given", ""), cells.pop("family", "")
        cells["name"] = cells.get("name", "").strip() or f"{given.strip()} {family.strip()}".strip()
        gathering.take(**cells, stood=" ".join(row))
    return gathering.found()


def _parted(lines: Sequence[str], mark: str) -> Rows:
    try:
        return list(csv.reader(lines, delimiter=mark))
    except csv.Error:
        return [line.split(mark) for line in lines]


def _is_table(rows: Rows) -> bool:
    """Whether heads are known, or each of several rows has one address, on its own, among as many values."""
    if not rows or len(rows[0]) <= 1:
        return False
    alike = len({len(row) for row in rows}) == 1 and len(rows) > 1
    return bool(_parts(rows[0])) or (alike and all(sum(map(_is_address, row)) == 1 for row in rows))


def _is_address(cell: str) -> bool:
    return "@" in cell and not set(cell.strip()) & set("<> ")


def _parts(head: Sequence[str]) -> dict[int, str]:
    """Which part stands in which column, by its head; nothing where no head names a person, or only one does not."""
    found: dict[int, str] = {}
    for place, cell in enumerate(head):
        part = _PART_OF.get(folded(cell.strip(' "*:')), "")
        if part and part not in found.values():
            found[place] = part
    return found if len(found) > 1 or set(found.values()) & _PERSON else {}


def _parts_by_content(rows: Rows) -> dict[int, str]:
    """The first texts are name and role; what follows a group is what they decide, as in our own list."""
    found: dict[int, str] = {}
    texts = ["name", "role"]
    for place in range(max(map(len, rows), default=0)):
        cells = [text for row in rows if place < len(row) and (text := one_line(row[place]))]
        if not any(c.isalpha() for cell in cells for c in cell):
            continue
        part = "address" if _mostly(["@" in cell for cell in cells]) else ""
        if not part and _mostly([group_meant(cell) is not None and len(cell) <= _LONGEST_GROUP for cell in cells]):
            part, texts = "group", [*texts, "decides"]
        if not part and texts:
            part = texts.pop(0)
        if part and part not in found.values():
            found[place] = part
    return found


def _mostly(told: Sequence[bool]) -> bool:
    return sum(told) > len(told) * _HALF
