"""Which cells of the registers moved, so that a table draws those alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from models.engagement.changes import Change, Changed
from models.engagement.engagement import Round
from models.engagement.registers import RegisterCell, RegisterEntry


def changed_cells(before: Round, after: Round) -> set[tuple[str, str]]:
    """The entry and column ids of the cells that differ between two snapshots of a round."""
    if before.cells is after.cells:
        return set()
    old, new = before.cells, after.cells
    changed: list[RegisterCell] = [cell for key, cell in new.items() if old.get(key) is not cell]
    changed += [old[key] for key in old.keys() - new.keys()]
    return {(cell.entry_id, cell.column_id) for cell in changed}


def cells_of(changes: Iterable[Change], before: Round, current: Round) -> Iterator[RegisterCell]:
    """The cells that an act concerns, as they are or were."""
    for change in changes:
        if isinstance(change, Changed):
            known = current.cells.get(change.id) or before.cells.get(change.id)
            if change.kind is RegisterCell and known:
                yield known
        elif isinstance(change.record, RegisterCell):
            yield change.record


def registers_of(changes: Iterable[Change]) -> set[str]:
    """The registers in which an act adds, removes or moves rows; an empty id stands for any."""
    found = set()
    for change in changes:
        if isinstance(change, Changed):
            found |= {""} if change.kind is RegisterEntry else set()
        elif isinstance(change.record, RegisterEntry):
            found.add(change.record.register_id)
    return found
