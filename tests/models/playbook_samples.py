"""Small playbooks for the tests: rows of registers as they are kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from model_samples import ROUND, engagement_with, person, round_of

from models.engagement import Engagement, Stakeholder
from models.playbook import RegisterCell, RegisterEntry, cell_id
from models.terms import Group

ANA, BEN = (
    replace(person("Ana Ruiz", Group.BUSINESS), id="a" * 32, role="Sponsor"),
    replace(person("Ben Okoro", Group.TECHNOLOGY), id="b" * 32, role="Head of IT"),
)


def playbook(registers: Mapping[str, list[dict[str, str]]], people: tuple[Stakeholder, ...] = (ANA, BEN)) -> Engagement:
    """An engagement with these rows, cells by column id. The id of a row is that of its register and its number."""
    entries, cells = [], {}
    for register_id, rows in registers.items():
        for n, row in enumerate(rows):
            entry = RegisterEntry(id=f"{register_id}-{n}", assessment_id=ROUND, register_id=register_id, position=n)
            entries.append(entry)
            for column_id, value in row.items():
                key = cell_id(entry.id, column_id)
                cells[key] = RegisterCell(
                    id=key, assessment_id=ROUND, entry_id=entry.id, column_id=column_id, value=value
                )
    current = replace(round_of({}), entries=tuple(entries), cells=cells)
    return engagement_with(current, people)
