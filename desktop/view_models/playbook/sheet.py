"""A register as a sheet of cells: what stands in each, how what is typed is understood, what is offered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date

from desktop.view_models.playbook.cell_changes import cells_of, changed_cells, registers_of
from desktop.view_models.playbook.filling import FilledRow, Filling
from desktop.words import gettext
from models.engagement.changes import Change
from models.engagement.engagement import Pilot, Record, Round, Stakeholder
from models.engagement.people import takes_part
from models.engagement.registers import cell_id
from models.frozen import frozen
from models.method.method import Column, Register
from models.playbook.cell_reading import context_of_block, read_cell, understand_cell
from models.playbook.cell_words import CellWord, word_on_cell, word_on_typing
from models.playbook.cells import CellContext, cell_context, is_clear, offered, shown_cell
from models.playbook.pasted import as_block, down
from models.values.folding import begins_words
from models.values.sentence import act_called
from models.values.typed.date_order import month_first_in
from models.values.typed.understood import Understood

MANY = 400
"""Changes from which on a table looks at all its cells."""
ONE_RESULT = 1
"""Rows of a register that holds one result."""


@frozen
class Place:
    """A column as the sheet shows it."""

    id: str
    title: str
    kind: str
    """A column kind of the method, or "part" for a stakeholder in a responsibility matrix."""
    tip: str = ""
    plain: bool = False
    """Whether any text may stand there, and nothing is offered."""


@frozen
class Pasted:
    """What came of a block that was pasted."""

    left_out: int
    """Columns that found no place."""
    two_ways: int
    """Cells that can be read in two ways."""


class RegisterSheet:
    """The rows of one register, in the columns that are asked for, and the acts on them.

    Rows are counted from 0; the row after the last one is the empty line at the foot.
    """

    def __init__(self, filling: Filling, register: Register, columns: tuple[Column, ...]) -> None:
        self._filling, self._columns = filling, columns
        self.session, self.register = filling.session, register
        self.places = tuple(Place(c.id, c.title, c.kind, plain=c.kind == "text" and not c.offers) for c in columns)
        self._refers = any(column.kind == "reference" for column in columns)
        self._read_context()
        self.rows = self._entry_ids()
        self._current = self.session.current
        self._unclear: list[tuple[int, int]] | None = None

    @property
    def has_foot(self) -> bool:
        """Whether another row may be added."""
        return self.register.kind != "result" or len(self.rows) < ONE_RESULT

    @property
    def numbered(self) -> bool:
        """Whether the order of the rows says something."""
        return self.register.kind == "ordered"

    @property
    def next_line(self) -> str:
        """What stands in the line at the foot."""
        return gettext("Next line")

    def note(self, row: int) -> str:
        """What is wrong with a line as a whole, in a few words; empty for nothing."""
        return ""

    def follow(self, kinds: frozenset[type[Record]]) -> set[tuple[str, str]] | None:
        """Takes the snapshot as it is now. The entry and column ids of the cells that changed; None for all of them."""
        before, self._current, self._unclear = self._current, self.session.current, None
        if before.entries is not self._current.entries:
            self.rows = self._entry_ids()
        latest = self.session.latest
        newest = latest[1] if latest is not None and latest[0] is before else None
        if kinds & {Stakeholder, Pilot} or (self._refers and not (newest and self._is_of_own(newest, before))):
            self._read_context()
            return None
        if newest is None:
            return changed_cells(before, self._current)
        if len(newest) > MANY:
            return None
        return {(c.entry_id, c.column_id) for c in cells_of(newest, before, self._current)}

    def _is_of_own(self, changes: Sequence[Change], before: Round) -> bool:
        """Whether an act is of this register's rows alone, so that what these refer to stands as it did."""
        own = registers_of(changes) <= {self.register.id}
        return own and all(cell.entry_id in self.rows for cell in cells_of(changes, before, self._current))

    def entry_id(self, row: int) -> str:
        """The id of the row's entry; empty for the foot."""
        return self.rows[row] if 0 <= row < len(self.rows) else ""

    def value(self, row: int, column: int) -> str:
        """What is kept."""
        return self._current.value(self.rows[row], self.places[column].id) if 0 <= row < len(self.rows) else ""

    def text(self, row: int, column: int) -> str:
        """What is shown."""
        return shown_cell(self._columns[column], self.value(row, column), self._context)

    def is_clear(self, row: int, column: int) -> bool:
        """Whether what stands there is what the column holds."""
        return is_clear(self._columns[column], self.value(row, column), self._context)

    def unclear(self) -> list[tuple[int, int]]:
        """Row and column of each cell that is not what its column holds, in their order."""
        if self._unclear is None:
            columns = [n for n, place in enumerate(self.places) if place.kind not in ("text", "part")]
            cells = ((row, column) for row in range(len(self.rows)) for column in columns)
            self._unclear = [cell for cell in cells if not self.is_clear(*cell)]
        return self._unclear

    def meant(self, column: int, typed: str) -> str:
        """The value that typed text is kept as."""
        return read_cell(self._columns[column], typed, self._context)

    def understood(self, column: int, typed: str) -> str:
        """The value that typed text is kept as, as it is shown back."""
        return shown_cell(self._columns[column], self.meant(column, typed), self._context)

    def why(self, row: int, column: int) -> CellWord | None:
        """What there is to say about what stands in a cell; None where it goes without saying."""
        return word_on_cell(self._columns[column], self.value(row, column), self._context, self._other(row, column))

    def reading(self, column: int, typed: str) -> CellWord | None:
        """How what is being typed is understood; None where it is not, or as it stands."""
        return word_on_typing(self._columns[column], typed, self._context)

    def _other(self, row: int, column: int) -> str:
        """What else a pasted cell could be, as long as it is what it was taken for."""
        key = cell_id(self.entry_id(row), self.places[column].id)
        value, other = self._filling.two_ways.get(key, ("", ""))
        return other if value == self.value(row, column) else ""

    def offers(self, column: int, typed: str) -> tuple[str, ...]:
        """What the column could hold that agrees with what is typed, as it is shown."""
        return tuple(text for text in self._choices(column) if begins_words(text, typed))

    def write(self, row: int, column: int, typed: str, typing: str = "") -> None:
        """Keeps what was typed; in the foot, that begins a row."""
        place = self.places[column]
        self._filling.write(self.register, self.entry_id(row), place.id, self.meant(column, typed), typing)

    def paste(
        self, row: int, column: int, block: list[list[str]], told: Callable[[Pasted], None] = lambda _: None
    ) -> None:
        """Fills the sheet from that cell on, adding rows. A row of the block that is too short leaves cells alone.

        `told` is called when the act is made: of a large block more is worked out between events.
        """
        self.session.complete()
        room, width = len(self.places) - column, max((len(texts) for texts in block), default=0)
        found = enumerate(block if self.register.kind != "result" else block[:ONE_RESULT], row)
        cut = ((n, self.entry_id(n), texts[:room]) for n, texts in found)
        lines = [(n, key, texts) for n, key, texts in cut if key or self._says(texts, column)]
        context, others = self._context_of([texts for *_, texts in lines], column), Counter[str]()
        rows = (self._filled(n, column, texts, context, others) for n, _, texts in lines)
        label = act_called("Paste into “{register}”", register=self.register.title)
        ids = [key for _, key, _ in lines]
        self._filling.fill_in(
            ids, rows, self.register, label, lambda: told(Pasted(max(width - room, 0), others.total()))
        )

    def _filled(self, row: int, column: int, texts: list[str], context: CellContext, others: Counter[str]) -> FilledRow:
        """What a line of a block makes of a row; `others` counts what can be read in two ways."""
        made = FilledRow(self.entry_id(row), {})
        for m, text in enumerate(texts):
            self._take(made, column + m, text, context)
        others.update(made.others.keys())
        return self._pasted_row(row, made)

    def _says(self, texts: list[str], column: int) -> bool:
        """Whether a line of a block, from that column on, begins a row."""
        return any(map(str.strip, texts))

    def _context_of(self, lines: list[list[str]], column: int) -> CellContext:
        """What the cells of a block tell about each other."""
        block = {c: down(lines, m) for m, c in enumerate(self._columns[column:])}
        return context_of_block(block, self._context)

    def _take(self, made: FilledRow, column: int, text: str, context: CellContext) -> None:
        """A cell of a block into a row that is being filled."""
        found = understand_cell(self._columns[column], text, context)
        place = self.places[column].id
        made.values[place] = found.value if isinstance(found, Understood) else text.strip()
        if isinstance(found, Understood) and found.other is not None:
            made.others[place] = found.other

    def _pasted_row(self, row: int, made: FilledRow) -> FilledRow:
        return made

    def copy(self, rows: range, columns: range) -> str:
        """The cells as a spreadsheet takes them."""
        self.session.complete()
        return as_block([self.text(row, column) for column in columns] for row in rows)

    def clear(self, rows: range, columns: range) -> bool:
        """Clears the cells; False if nothing stood in them."""
        return self._filling.clear(self.register, self._cells(rows, columns))

    def remove(self, rows: range) -> None:
        """Takes rows away."""
        self._filling.remove(self.register, [self.rows[row] for row in rows if row < len(self.rows)])

    def move(self, rows: range, steps: int) -> bool:
        """Moves rows up or down by one; False at the end."""
        return self._filling.move(self.register, [self.rows[r] for r in rows if r < len(self.rows)], steps)

    def says_nothing(self, row: int) -> bool:
        """Whether the row is an entry in which no cell is filled, in columns that are not shown either."""
        return 0 <= row < len(self.rows) and not any(
            self._current.value(self.rows[row], column_id) for column_id in self._all_columns()
        )

    def press(self, row: int, column: int, letter: str) -> bool:
        """A key in a cell that is not typed into; whether it meant something."""
        return False

    def to_offer(self) -> tuple[dict[str, str], ...]:
        """Rows that can be added in one go: everybody present, or today's reading of every metric."""
        first, known = self._columns[0], {self.value(row, 0) for row in range(len(self.rows))}
        if first.kind == "person":
            return tuple({first.id: p.id} for p in self.session.people() if takes_part(p) and p.id not in known)
        if first.kind == "reference" and (day := self._first_of("date")):
            today = date.today().isoformat()
            read_today = {self.value(r, 0) for r in range(len(self.rows)) if today in self._row_values(r)}
            sources = self._context.references.get(first.source, {})
            return tuple({first.id: key, day: today} for key, name in sources.items() if name and key not in read_today)
        return ()

    def add_offered(self) -> None:
        """Adds the rows that are offered."""
        rows = [FilledRow("", values) for values in self.to_offer()]
        label = act_called("Add to “{register}”", register=self.register.title)
        self._filling.fill(self.register, rows, label)

    def example(self, column: int) -> str:
        """How the column may be filled in, for the line at the foot."""
        return {
            "money": "45k",
            "date": "12 mar",
            "percent": "2.5",
            "days": "2 weeks",
            "number": "1,200",
        }.get(self.places[column].kind, "")

    def _all_columns(self) -> tuple[str, ...]:
        return tuple(column.id for column in self.register.columns)

    def _first_of(self, kind: str) -> str:
        return next((place.id for place in self.places if place.kind == kind), "")

    def _row_values(self, row: int) -> tuple[str, ...]:
        return tuple(self.value(row, column) for column in range(len(self.places)))

    def _choices(self, column: int) -> tuple[str, ...]:
        found = self._columns[column]
        match found.kind:
            case "choice":
                return found.choices
            case "person":
                return tuple(filter(None, self._context.people.values()))
            case "reference":
                return tuple(filter(None, self._context.references.get(found.source, {}).values()))
        return offered(found, self.session.method, self._current) if found.offers else ()

    def _cells(self, rows: range, columns: range) -> list[tuple[str, str]]:
        return [(self.rows[r], self.places[c].id) for r in rows for c in columns if r < len(self.rows)]

    def _entry_ids(self) -> tuple[str, ...]:
        return tuple(entry.id for entry in self.session.current.entries_of(self.register.id))

    def _read_context(self) -> None:
        session, order = self.session, month_first_in(self.session.words)
        self._context = cell_context(session.method, session.engagement, date.today(), session.words, month_first=order)
