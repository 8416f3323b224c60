"""How a phase stands before its gate: what it asked for, and how the gates before were decided."""

from __future__ import annotations

from datetime import date

from desktop.view_models.playbook.stops import PlaybookStops
from desktop.view_models.room.captured import CapturedRows
from desktop.view_models.room.open_items import fact_of, names_of, nothing_yet
from desktop.words import gettext
from models.engagement.people import name_of
from models.frozen import frozen
from models.method.method import Phase
from models.playbook.phases import ItemState, conditions_of, decision_name, gate_of, items_of
from models.values.letters import small
from models.values.months import short_date
from models.values.terms import GateDecision
from reports.words.gate_words import printed_decision

ITEM_MARKS = {ItemState.DONE: "done", ItemState.OPEN: "half", ItemState.MISSING: "ring"}
DECISION_MARKS = {
    GateDecision.UNDECIDED: "ring",
    GateDecision.PASSED: "done",
    GateDecision.CONDITIONS: "half",
    GateDecision.HELD: "stop",
}


@frozen
class AskedFor:
    """One item of the phase."""

    item_id: str
    icon: str
    name: str
    prompt: str
    fact: str
    """What is open of it; empty for what is done, and for what its mark says: that nothing is written down."""


@frozen
class GateBefore:
    """How an earlier phase was closed."""

    icon: str
    text: str
    day: str


def asked_for(model: PlaybookStops, phase: Phase) -> tuple[AskedFor, ...]:
    """The items of a phase: begun with gaps, not begun, done."""
    session = model.session
    items = {item.id: (item, model.state(item)) for item in items_of(phase)}
    names = names_of(session.method, phase, tuple(items))
    captured = CapturedRows(session.method, session.engagement, date.today(), session.words, "")
    order = (ItemState.OPEN, ItemState.MISSING, ItemState.DONE)
    found = []
    for item, state in sorted(items.values(), key=lambda one: order.index(one[1])):
        fact = "" if state is ItemState.DONE else fact_of(captured, item)
        fact = "" if fact == nothing_yet(session.words) else fact
        found.append(AskedFor(item.id, ITEM_MARKS[state], names[item.id], item.prompt, fact))
    return tuple(found)


def gates_before(model: PlaybookStops, phase: Phase) -> tuple[GateBefore, ...]:
    """Those of the phases before, in their order."""
    session, found = model.session, []
    phases = session.method.phases
    for earlier in phases[: phases.index(phase)]:
        gate = gate_of(session.engagement, earlier.id)
        decision = small(decision_name(gate.decision, session.words))
        text = gettext("{phase}: {decision}").format(phase=earlier.title, decision=decision)
        day = short_date(gate.decided_on, session.words) if gate.decided_on else ""
        found.append(GateBefore(DECISION_MARKS[gate.decision], text, day))
    return tuple(found)


def will_be_printed(model: PlaybookStops, phase: Phase) -> str:
    """The sentence that the documents print of the gate."""
    session = model.session
    gate = gate_of(session.engagement, phase.id)
    person = session.engagement.stakeholder(gate.decided_by) if gate.decided_by else None
    who = name_of(person) if person else ""
    return printed_decision(gate, conditions_of(session.current, phase.id), who, session.words)
