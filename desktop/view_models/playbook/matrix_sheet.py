"""A responsibility matrix as a sheet of cells."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop.system.long_text import shortened
from desktop.view_models.playbook.filling import FilledRow, Filling
from desktop.view_models.playbook.sheet import Place, RegisterSheet
from desktop.view_models.room.sentences import short_name
from desktop.words import gettext, ngettext
from models.engagement.engagement import Record, Stakeholder
from models.engagement.people import called, takes_part
from models.frozen import frozen
from models.method.method import Register
from models.plan.plan import accepted_actions
from models.playbook.cell_reading import read_part
from models.playbook.cell_words import CellWord
from models.playbook.cells import CellContext
from models.values.months import day_and_month
from models.values.sought import the_first
from models.values.terms import Progress, RaciPart

LONGEST_SHORT = 40
"""Letters of an action's name, where it is offered."""


@frozen
class Offer:
    """Somebody who could answer for a task that nobody answers for."""

    name: str
    promised: str
    """What of the plan is theirs that bears on it; empty for nothing."""


class MatrixSheet(RegisterSheet):
    """A responsibility matrix: tasks down, stakeholders across, a letter where they meet."""

    def __init__(self, filling: Filling, register: Register) -> None:
        super().__init__(filling, register, register.columns[:1])
        self._place_people()

    def _place_people(self) -> None:
        """Those who take part, and whoever has a part without being so."""
        cells = self.session.current.cells.values()
        with_part = {cell.column_id for cell in cells}
        people = [p for p in self.session.people() if takes_part(p) or p.id in with_part]
        first = the_first(self._columns)
        names = called(self.session.people())
        shown = [Place(p.id, names[p.id], "part", " · ".join(filter(None, (p.name, p.role)))) for p in people]
        self.places = (Place(first.id, first.title, first.kind), *shown)

    def follow(self, kinds: frozenset[type[Record]]) -> set[tuple[str, str]] | None:
        changed = super().follow(kinds)
        if Stakeholder in kinds:
            self._place_people()
        return changed

    @property
    def next_line(self) -> str:
        return gettext("Next task")

    def note(self, row: int) -> str:
        """A task has exactly one who answers for it, and a name."""
        title, count = self.value(row, 0).strip(), len(self._accountable(row))
        if not count:
            return gettext("nobody answers") if title or self._has_parts(row) else ""
        if count > 1:
            return ngettext("{n} answers, not one", "{n} answer, not one", count).format(n=count)
        return "" if title else gettext("say what it is")

    def offer(self, row: int, column: int) -> Offer | None:
        """Whoever stands over the column, where nobody answers for the task; None where there is nothing to offer."""
        if column < 1 or not self.entry_id(row) or self._accountable(row):
            return None
        place = self.places[column]
        return Offer(place.title, self._promised(place.id))

    def _promised(self, person_id: str) -> str:
        """The first action of theirs, agreed and not done, that confirms what the matrix bears on."""
        method, words = self.session.method, self.session.words
        items = {item.id for item in method.items.values() if item.register == self.register.id}
        points = {p.id for group in method.readiness for p in group.points if items & set(p.items)}
        bearing = {action.id for action in method.actions if points & set(action.confirms)}
        for action in accepted_actions(self.session.current):
            theirs = action.owner_id == person_id and action.progress is not Progress.DONE
            if theirs and action.due and action.proposal in bearing:
                day = day_and_month(action.due, words, self.session.current.assessment.held_on or date.today())
                short = shortened(short_name(action, method, words), LONGEST_SHORT)
                text = words.gettext("Action {number}, {short}, is theirs: {day}")
                return text.format(number=action.position, short=short, day=day)
        return ""

    def answers_for(self) -> tuple[int, ...]:
        """For how many tasks each person answers, in the order of the columns."""
        held = [key for row in range(len(self.rows)) for key in self._accountable(row)]
        return tuple(held.count(place.id) for place in self.places[1:])

    def _accountable(self, row: int) -> list[str]:
        parts = enumerate(self.places[1:], 1)
        return [place.id for n, place in parts if self.value(row, n) == RaciPart.ACCOUNTABLE.value]

    def _has_parts(self, row: int) -> bool:
        return any(self.value(row, n) for n in range(1, len(self.places)))

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

    def _says(self, texts: list[str], column: int) -> bool:
        return any(self.meant(n, text) for n, text in enumerate(texts, column))

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
