"""Who does what: a matrix of tasks and stakeholders, with exactly one who is accountable for each task.

RACI: responsible, accountable, consulted, informed.
"""

from __future__ import annotations

from collections.abc import Iterable

from models.engagement.engagement import Round, Stakeholder
from models.engagement.registers import RegisterCell, cell_id
from models.frozen import frozen
from models.method.method import Register
from models.values.terms import RaciPart

MATRIX = "raci"
"""The kind of register that is a responsibility matrix: its first column names a task, and each stakeholder has one."""


@frozen
class Task:
    """One row of the matrix."""

    entry_id: str
    title: str
    parts: dict[str, RaciPart]
    """By stakeholder id; nobody without a part."""

    def having(self, part: RaciPart) -> tuple[str, ...]:
        """Ids of the stakeholders with that part."""
        return tuple(person for person, found in self.parts.items() if found is part)


def tasks(current: Round, register: Register, people: Iterable[Stakeholder]) -> tuple[Task, ...]:
    """The tasks of a matrix that have a name or a part, in order. Parts of people who are gone do not count."""
    known = [person.id for person in people]
    found = []
    for entry in current.entries_of(register.id):
        given = ((person, current.value(entry.id, person)) for person in known)
        parts = {person: RaciPart(value) for person, value in given if value in set(RaciPart)}
        title = current.value(entry.id, register.columns[0].id).strip()
        if title or parts:
            found.append(Task(entry.id, title, parts))
    return tuple(found)


def in_doubt(found: Iterable[Task]) -> tuple[Task, ...]:
    """The tasks that do not have exactly one who is accountable, or have no name."""
    return tuple(t for t in found if len(t.having(RaciPart.ACCOUNTABLE)) != 1 or not t.title)


def give_part(
    current: Round, register: Register, entry_id: str, person_id: str, part: RaciPart | None
) -> tuple[list[RegisterCell], list[RegisterCell]]:
    """The cells to put and to remove so that a stakeholder has that part, or none, in a task.

    Whoever was accountable before becomes responsible: there is only one, and the work stays with them.
    """
    own = current.cells.get(cell_id(entry_id, person_id))
    if part is None:
        return [], [own] if own else []
    put = [_cell(current, entry_id, person_id, part)]
    kept = {person_id, *(column.id for column in register.columns)}
    if part is RaciPart.ACCOUNTABLE:
        put += [
            _cell(current, entry_id, cell.column_id, RaciPart.RESPONSIBLE)
            for cell in current.cells.values()
            if cell.entry_id == entry_id and cell.column_id not in kept and cell.value == RaciPart.ACCOUNTABLE.value
        ]
    return put, []


def _cell(current: Round, entry_id: str, person_id: str, part: RaciPart) -> RegisterCell:
    return RegisterCell(
        id=cell_id(entry_id, person_id),
        assessment_id=current.assessment.id,
        entry_id=entry_id,
        column_id=person_id,
        value=part.value,
    )
