"""The acts of filling in the playbook: cells, rows, parts in tasks, and the decisions that close its phases."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import field, replace
from datetime import date
from itertools import islice
from typing import Any

from desktop.view_models.playbook.coming import Coming, Slice
from desktop.view_models.session import EngagementSession
from models.engagement.engagement import Record
from models.engagement.registers import Gate, RegisterCell, RegisterEntry, cell_id
from models.frozen import frozen
from models.method.method import Register
from models.playbook.currency import named_by_cells, sums_in
from models.playbook.phases import decide, gate_of
from models.playbook.raci import give_part
from models.values.sentence import Sentence, act_called
from models.values.sought import the_first
from models.values.terms import GateDecision, RaciPart, new_id, new_ids

AT_ONCE, FEW = 60, 20
"""Rows of a large act that are filled first, more than a screen shows, and then at a time."""


@frozen
class FilledRow:
    """What is to stand in a row: of the entry with that id, or of a new one where it is empty."""

    entry_id: str
    values: dict[str, str]
    """Kept values by column id; an empty one clears its cell."""
    others: dict[str, str] = field(default_factory=dict)
    """What else values could be, by column id, where they can be read in two ways."""


class Filling:
    """Each act is one labelled edit, and so one step of undo."""

    def __init__(self, session: EngagementSession) -> None:
        self.session = session
        self.two_ways: dict[str, tuple[str, str]] = {}
        """Of pasted cells that can be read in two ways, by their ids: the value they were given, and the other one."""

    def write(self, register: Register, entry_id: str, column_id: str, value: str, typing: str = "") -> None:
        """Puts a value into a cell, or clears it; an empty `entry_id` begins a row."""
        cell = self.session.current.cells.get(cell_id(entry_id, column_id))
        if value == (cell.value if cell else ""):
            return
        label = act_called("Fill in “{register}”", register=register.title)
        if cell and not value:
            self.session.edit(label, remove=[cell], typing=typing)
            return
        begun = [] if cell or self._entry(entry_id) else [self._new_entry(register, self._end_of(register))]
        key = begun[0].id if begun else entry_id
        self.session.edit(label, *begun, self._cell(key, column_id, value), typing=typing)

    def fill(self, register: Register, rows: Sequence[FilledRow], label: Sentence) -> None:
        """Fills rows; those without an id are added at the end, if anything is to stand in them."""
        said = [row for row in rows if row.entry_id or any(row.values.values())]
        self.fill_in([row.entry_id for row in said], said, register, label)

    def fill_in(
        self,
        ids: Sequence[str],
        rows: Iterable[FilledRow],
        register: Register,
        label: Sentence,
        done: Callable[[], None] = lambda: None,
    ) -> None:
        """Fills any number of rows, which are asked for a few at a time: the lines are there at once, with the first
        of them filled. `ids` are theirs, empty for a row that is added at the end. What else they could be is
        remembered. `done` is called when the act is made.
        """
        self.session.complete()
        end, round_id = self._end_of(register), self.session.current.assessment.id
        added = [
            RegisterEntry(id=key, assessment_id=round_id, register_id=register.id, position=end + n)
            for n, key in enumerate(new_ids(ids.count("")))
        ]
        new = iter([entry.id for entry in added])
        places = [key or next(new, "") for key in ids]
        slices = self._slices(added, zip(places, rows, strict=True))
        self.session.fill(Coming(label, slices, frozenset(places[AT_ONCE:]), done))

    def _slices(self, added: Sequence[RegisterEntry], rows: Iterator[tuple[str, FilledRow]]) -> Iterator[Slice]:
        """The first has all rows that are added, and fills as many as one sees."""
        put: list[Record] = [*added]
        many = AT_ONCE
        while few := list(islice(rows, many)):
            gone: list[Record] = []
            for entry_id, row in few:
                for column_id, other in row.others.items():
                    self.two_ways[cell_id(entry_id, column_id)] = (row.values[column_id], other)
                for column_id, value in row.values.items():
                    cell = self.session.current.cells.get(cell_id(entry_id, column_id))
                    if value and (cell is None or cell.value != value):
                        put.append(self._cell(entry_id, column_id, value))
                    elif cell and not value:
                        gone.append(cell)
            yield Slice(tuple(put), tuple(gone))
            put, many = [], FEW

    def name_currency(self) -> str:
        """Where none was chosen, the first sum names the currency; its code, or empty where nothing changes."""
        method, engagement = self.session.method, self.session.engagement
        code = named_by_cells(method, engagement)
        if code:
            pilot = replace(engagement.pilot, currency=code)
            self.session.edit(act_called("Change the pilot"), pilot, *sums_in(method, engagement, code))
        return code

    def clear(self, register: Register, cells: Iterable[tuple[str, str]]) -> bool:
        """Clears cells, each an entry's id and a column's; whether anything stood in them."""
        self.session.complete()
        known = self.session.current.cells
        gone = [known[key] for key in (cell_id(*place) for place in cells) if key in known]
        if gone:
            label = act_called("Clear in “{register}”", register=register.title)
            self.session.edit(label, remove=gone)
        return bool(gone)

    def remove(self, register: Register, entry_ids: Iterable[str]) -> None:
        """Takes rows away with all that stands in them; where another row refers to one, its name stays."""
        self.session.complete()
        gone = [entry for entry in map(self._entry, entry_ids) if entry is not None]
        if gone:
            label = act_called("Remove from “{register}”", register=register.title)
            named, nameless = self._references(register, {entry.id for entry in gone})
            self.session.edit(label, *named, remove=[*nameless, *gone])

    def _references(self, register: Register, gone: set[str]) -> tuple[list[RegisterCell], list[RegisterCell]]:
        """The cells elsewhere in which only the name of a row will stay, and those that go with one without a name."""
        current, first = self.session.current, register.columns[0].id
        cells = [cell for cell in current.cells.values() if cell.value in gone and cell.entry_id not in gone]
        named = [replace(cell, value=current.value(cell.value, first)) for cell in cells]
        return [cell for cell in named if cell.value], [c for c, now in zip(cells, named, strict=True) if not now.value]

    def move(self, register: Register, entry_ids: Sequence[str], steps: int) -> bool:
        """Moves neighbouring rows up (-1) or down (1); False at the end."""
        self.session.complete()
        order = [entry.id for entry in self.session.current.entries_of(register.id)]
        places = sorted(order.index(key) for key in entry_ids if key in order)
        if not places or places[0] + steps < 0 or places[-1] + steps >= len(order):
            return False
        moved = [order[place] for place in places]
        rest = [key for key in order if key not in moved]
        at = places[0] + steps
        wanted = [*rest[:at], *moved, *rest[at:]]
        entries = {entry.id: entry for entry in self.session.current.entries_of(register.id)}
        put = [replace(entries[key], position=n) for n, key in enumerate(wanted) if entries[key].position != n]
        label = act_called("Move in “{register}”", register=register.title)
        self.session.edit(label, *put)
        return True

    def give(self, register: Register, entry_id: str, person_id: str, part: RaciPart | None) -> None:
        """A stakeholder's part in a task, or none; an empty `entry_id` begins a task."""
        self.session.complete()
        entry = self._entry(entry_id)
        if entry is None and part is None:
            return
        entry = entry or self._new_entry(register, self._end_of(register))
        put, gone = give_part(self.session.current, register, entry.id, person_id, part)
        if put or gone:
            label = act_called("Give a part in “{register}”", register=register.title)
            self.session.edit(label, entry, *put, remove=gone)

    def decide(self, phase_id: str, decision: GateDecision) -> None:
        """Closes a phase; the decision that stands is taken back. What was written beside it stays."""
        self._change_gate(decide(self._gate(phase_id), decision, date.today()))

    def gate(self, phase_id: str, name: str, value: str | date | None, typing: str = "") -> None:
        """By whom, when, on what conditions."""
        changes: dict[str, Any] = {name: value}
        self._change_gate(replace(self._gate(phase_id), **changes), typing)

    def _change_gate(self, gate: Gate, typing: str = "") -> None:
        if gate == self._gate(gate.phase_id):
            return
        title = the_first(p.title for p in self.session.method.phases if p.id == gate.phase_id)
        label = act_called("Gate of “{phase}”", phase=title)
        self.session.edit(label, gate, typing=typing)

    def _gate(self, phase_id: str) -> Gate:
        return gate_of(self.session.engagement, phase_id)

    def _entry(self, entry_id: str) -> RegisterEntry | None:
        return next((e for e in self.session.current.entries if e.id == entry_id), None)

    def _new_entry(self, register: Register, position: int) -> RegisterEntry:
        round_id = self.session.current.assessment.id
        return RegisterEntry(id=new_id(), assessment_id=round_id, register_id=register.id, position=position)

    def _end_of(self, register: Register) -> int:
        return max((e.position for e in self.session.current.entries_of(register.id)), default=-1) + 1

    def _cell(self, entry_id: str, column_id: str, value: str) -> RegisterCell:
        return RegisterCell(
            id=cell_id(entry_id, column_id),
            assessment_id=self.session.current.assessment.id,
            entry_id=entry_id,
            column_id=column_id,
            value=value,
        )
