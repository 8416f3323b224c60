"""A responsibility matrix as a sheet of cells."""

from __future__ import annotations

from dataclasses import replace

from desktop.view_models.playbook.filling import FilledRow, Filling
from desktop.view_models.playbook.sheet import Place, RegisterSheet
from models.engagement.engagement import Record, Stakeholder
from models.engagement.people import called
from models.method.method import Register
from models.playbook.cell_reading import read_part
from models.playbook.cell_words import CellWord
from models.playbook.cells import CellContext
from models.values.sought import the_first
from models.values.terms import RaciPart


class MatrixSheet(RegisterSheet):
    """A responsibility matrix: tasks down, stakeholders across, a letter where they meet."""

    def __init__(self, filling: Filling, register: Register) -> None:
        super().__init__(filling, register, register.columns[:1])
        self._place_people()

    def _place_people(self) -> None:
        """Those who are present, and whoever has a part without being so."""
        cells = self.session.current.cells.values()
        with_part = {cell.column_id for cell in cells}
        people = [p for p in self.session.people() if p.present is not False or p.id in with_part]
        first = the_first(self._columns)
        names = called(self.session.people())
        shown = [Place(p.id, names[p.id], "part", " · ".join(filter(None, (p.name, p.role)))) for p in people]
        self.places = (Place(first.id, first.title, first.kind), *shown)

    def follow(self, kinds: frozenset[type[Record]]) -> set[tuple[str, str]] | None:
        changed = super().follow(kinds)
        if Stakeholder in kinds:
            self._place_people()
        return changed

    def text(self, row: int, column: int) -> str:
        if column == 0:
            return super().text(row, column)
        value = self.value(row, column)
        return RaciPart(value).letter if value in set(RaciPart) else value

    def is_clear(self, row: int, column: int) -> bool:
        return column > 0 or super().is_clear(row, column)

    def why(self, row: int, column: int) -> CellWord | None:
        return super().why(row, column) if column == 0 else None

    def reading(self, column: int, typed: str) -> CellWord | None:
        return super().reading(column, typed) if column == 0 else None

    def meant(self, column: int, typed: str) -> str:
        if column == 0:
            return super().meant(column, typed)
        part = read_part(typed)
        return part.value if part else ""

    def press(self, row: int, column: int, letter: str) -> bool:
        if column == 0:
            return False
        part = read_part(letter)
        if part or not letter.strip():
            self._filling.give(self.register, self.entry_id(row), self.places[column].id, part)
        return part is not None or not letter.strip()

    def to_offer(self) -> tuple[dict[str, str], ...]:
        return ()

    def _context_of(self, lines: list[list[str]], column: int) -> CellContext:
        return self._context

    def _take(self, made: FilledRow, column: int, text: str, context: CellContext) -> None:
        made.values[self.places[column].id] = self.meant(column, text)

    def _pasted_row(self, row: int, made: FilledRow) -> FilledRow:
        """Only one is accountable: the last one that is pasted, or else whoever was."""
        parts = enumerate(self.places[1:], 1)
        stand = {place.id: made.values.get(place.id, self.value(row, n)) for n, place in parts}
        accountable = [key for key, value in stand.items() if value == RaciPart.ACCOUNTABLE.value]
        keeps = next((key for key in reversed(accountable) if key in made.values), "")
        others = [key for key in accountable if keeps and key != keeps]
        return replace(made, values=made.values | dict.fromkeys(others, RaciPart.RESPONSIBLE.value))

    def _choices(self, column: int) -> tuple[str, ...]:
        return super()._choices(column) if column == 0 else ()

    def _all_columns(self) -> tuple[str, ...]:
        return tuple(place.id for place in self.places)
