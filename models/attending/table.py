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
_BY_PLACE = ("name", "role", "decides")
"""What columns of text are, one after the other, where nothing else tells."""
_HALF, _LONGEST_GROUP = 0.5, 24

Rows = Sequence[Sequence[str]]


def rows_of(text: str) -> Rows | None:
    """The rows of a block of cells, or of values parted by commas under known heads; None for anything else."""
    if "\t" in text:
        return read_block(text)
    head = text.lstrip().split("\n", 1)[0]
    for mark in ";,":
        if mark in head and len(_parts(head.split(mark))) >= min(len(head.split(mark)), 2):
            lines = text.replace("\r\n", "\n").replace("\r", "\n").lstrip().split("\n")[: MOST_ROWS + 1]
            try:
                return list(csv.reader(lines, delimiter=mark))
            except csv.Error:
                return [line.split(mark) for line in lines]
    return None


def read_table(rows: Rows) -> FoundPeople:
    """A row each; the head, and rows with nothing in them, are nobody."""
    gathering = Gathering()
    rows = [row for row in rows if any(cell.strip() for cell in row)]
    parts = _parts(rows[0]) if rows else {}
    if parts:
        rows = rows[1:]
    else:
        parts = _parts_by_content(rows)
    for row in rows:
        cells = {part: row[place] for place, part in parts.items() if place < len(row)}
        given, family = cells.pop("given", ""), cells.pop("family", "")
        cells["name"] = cells.get("name", "").strip() or f"{given.strip()} {family.strip()}".strip()
        gathering.take(**cells, stood=" ".join(row))
    return gathering.found()


def _parts(head: Sequence[str]) -> dict[int, str]:
    """Which part stands in which column, by its head; nothing where fewer than two heads are known, or the only one."""
    found: dict[int, str] = {}
    for place, cell in enumerate(head):
        part = _PART_OF.get(folded(cell.strip(' "*:')), "")
        if part and part not in found.values():
            found[place] = part
    return found if len(found) >= min(2, len(head)) else {}


def _parts_by_content(rows: Rows) -> dict[int, str]:
    found: dict[int, str] = {}
    texts = list(_BY_PLACE)
    for place in range(max(map(len, rows), default=0)):
        cells = [text for row in rows if place < len(row) and (text := one_line(row[place]))]
        if not cells:
            continue
        part = "address" if _mostly(["@" in cell for cell in cells]) else ""
        if not part and _mostly([group_meant(cell) is not None and len(cell) <= _LONGEST_GROUP for cell in cells]):
            part = "group"
        if not part and texts and any(c.isalpha() for cell in cells for c in cell):
            part = texts.pop(0)
        if part and part not in found.values():
            found[place] = part
    return found


def _mostly(told: Sequence[bool]) -> bool:
    return sum(told) > len(told) * _HALF
