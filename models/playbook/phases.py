"""How far the playbook is: each item, each phase, and what the gate that closes a phase is decided on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import Enum
from gettext import NullTranslations

from models.engagement.engagement import Engagement, Round
from models.engagement.registers import Gate, GateCondition, gate_id
from models.frozen import frozen
from models.method.method import Column, Method, Phase, PlaybookItem, Register
from models.playbook.cells import is_readable
from models.playbook.raci import MATRIX, in_doubt, tasks
from models.values.terms import GateDecision


class ItemState(Enum):
    """How far one item of the playbook is."""

    MISSING = "missing"
    OPEN = "open"
    """Begun, with gaps."""
    DONE = "done"


@frozen
class PhaseProgress:
    """Ids of a phase's items by their state, in the order of the method, and the decision that closes it."""

    phase_id: str
    done: tuple[str, ...]
    open: tuple[str, ...]
    missing: tuple[str, ...]
    gate: Gate

    @property
    def gaps(self) -> tuple[str, ...]:
        """Ids of the items that are not done."""
        return self.open + self.missing


def item_columns(item: PlaybookItem, register: Register) -> tuple[str, ...]:
    """Ids of the columns that the item fills."""
    return item.columns or tuple(column.id for column in register.columns)


def items_of(phase: Phase) -> Iterator[PlaybookItem]:
    """A phase's items, activity by activity."""
    for activity in phase.activities:
        yield from activity.items


def item_state(method: Method, engagement: Engagement, item: PlaybookItem) -> ItemState:
    """How far one item is; see `item_states`."""
    return item_states(method, engagement, (item,))[item.id]


def item_states(method: Method, engagement: Engagement, items: Iterable[PlaybookItem]) -> dict[str, ItemState]:
    """How far these items are, by their ids. Each register is read once, however many of them ask for it.

    Done where its register has rows, and every row that says anything has all of the item's columns filled.

    A choice that leaves something open, such as "Not tested", keeps the item open, and so does what is not understood.
    A responsibility matrix is done once each task has exactly one who is accountable.
    """
    current = engagement.current
    entries: dict[str, list[str]] = {}
    for entry in current.entries:
        entries.setdefault(entry.register_id, []).append(entry.id)
    said = _said(current)
    rows: dict[str, list[dict[str, str]]] = {}
    states = {}
    for item in items:
        register = method.register(item.register)
        if register.kind == MATRIX:
            found = tasks(current, register, engagement.stakeholders)
            states[item.id] = _state(bool(found), not in_doubt(found))
            continue
        if register.id not in rows:
            rows[register.id] = _rows_that_say(said, register, entries.get(register.id, ()))
        states[item.id] = _item_state(register, item, rows[register.id], entries)
    return states


def _said(current: Round) -> dict[str, dict[str, str]]:
    """What stands in all rows, by their ids and those of the columns: of thousands most may say nothing yet."""
    found: dict[str, dict[str, str]] = {}
    for cell in current.cells.values():
        if text := cell.value.strip():
            found.setdefault(cell.entry_id, {})[cell.column_id] = text
    return found


def _rows_that_say(
    said: Mapping[str, Mapping[str, str]], register: Register, entry_ids: Iterable[str]
) -> list[dict[str, str]]:
    """What stands in each row that says anything, by the ids of the columns."""
    columns = [column.id for column in register.columns]
    rows = ({column: said[key].get(column, "") for column in columns} for key in entry_ids if key in said)
    return [row for row in rows if any(row.values())]


def _item_state(
    register: Register, item: PlaybookItem, rows: Sequence[Mapping[str, str]], entries: Mapping[str, Sequence[str]]
) -> ItemState:
    columns = {column.id: column for column in register.columns}
    known = {key: frozenset(entries.get(c.source, ())) for key, c in columns.items() if c.source}
    cells = [(key, row[key]) for row in rows for key in item_columns(item, register)]
    return _state(
        any(value for _, value in cells),
        all(_is_settled(columns[key], value, known.get(key)) for key, value in cells),
    )


def _is_settled(column: Column, value: str, known: frozenset[str] | None) -> bool:
    """Whether what stands in a cell leaves nothing open; `known` are the rows that a reference may point at."""
    if known is not None:
        return value in known
    return bool(value) and is_readable(column, value) and (not column.settled or value in column.settled)


def _state(begun: bool, complete: bool) -> ItemState:
    if not begun:
        return ItemState.MISSING
    return ItemState.DONE if complete else ItemState.OPEN


def phase_progress(method: Method, engagement: Engagement, phase: Phase) -> PhaseProgress:
    """How far a phase is."""
    states = item_states(method, engagement, items_of(phase))

    def those(state: ItemState) -> tuple[str, ...]:
        return tuple(key for key, found in states.items() if found is state)

    gate = gate_of(engagement, phase.id)
    return PhaseProgress(phase.id, those(ItemState.DONE), those(ItemState.OPEN), those(ItemState.MISSING), gate)


def gate_of(engagement: Engagement, phase_id: str) -> Gate:
    """The gate of a phase, as it was decided or still undecided."""
    round_id = engagement.current.assessment.id
    fresh = Gate(id=gate_id(round_id, phase_id), assessment_id=round_id, phase_id=phase_id)
    return engagement.current.gates.get(phase_id, fresh)


def conditions_of(current: Round, phase_id: str) -> tuple[GateCondition, ...]:
    """What has to be true for a phase to be passed, in order."""
    return tuple(c for c in current.conditions if c.phase_id == phase_id)


def gate_gaps(gate: Gate, words: NullTranslations, conditions: Sequence[GateCondition] = ()) -> tuple[str, ...]:
    """What a decision still lacks, each as a short phrase: by whom, when, on what conditions or why."""
    _ = words.gettext
    if gate.decision is GateDecision.UNDECIDED:
        return ()
    written = bool(gate.conditions.strip()) or any(c.text.strip() for c in conditions)
    lacks = [
        (_("who decided"), not gate.decided_by),
        (_("when"), gate.decided_on is None),
        (_("on what conditions"), gate.decision is GateDecision.CONDITIONS and not written),
        (_("what comes first"), gate.decision is GateDecision.HELD and not written),
    ]
    return tuple(text for text, lacking in lacks if lacking)


def decision_name(decision: GateDecision, words: NullTranslations) -> str:
    """A gate's decision in a few words."""
    _ = words.gettext
    return {
        GateDecision.UNDECIDED: _("Not decided"),
        GateDecision.PASSED: _("Passed"),
        GateDecision.CONDITIONS: _("Passed with conditions"),
        GateDecision.HELD: _("Not passed"),
    }[decision]


def decide(gate: Gate, decision: GateDecision, today: date) -> Gate:
    """The gate with that decision, dated today unless a day stands there already; taken back where it stands."""
    if gate.decision is decision:
        return replace(gate, decision=GateDecision.UNDECIDED)
    return replace(gate, decision=decision, decided_on=gate.decided_on or today)
