"""What the gates of the phases came to, as paper says it."""

from __future__ import annotations

from dataclasses import dataclass

from models.engagement.registers import Gate
from models.method.method import Phase
from models.playbook.phases import conditions_of, decision_name
from models.values.months import day_and_month
from models.values.terms import GateDecision
from reports.words.facts import Facts


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided of one phase."""

    phase: str
    decision: str
    text: str
    """Conditions, or what comes first; may be empty."""
    who_when: str
    """May be empty."""


def decided(facts: Facts) -> list[Decided]:
    """The phases of which something was decided, in the order of the method."""
    gates = facts.engagement.current.gates
    found = ((phase, gates.get(phase.id)) for phase in facts.method.phases)
    return [_of(facts, phase, gate) for phase, gate in found if gate and gate.decision is not GateDecision.UNDECIDED]


def _of(facts: Facts, phase: Phase, gate: Gate) -> Decided:
    words, who = facts.words, facts.person(gate.decided_by)
    day = day_and_month(gate.decided_on, words, facts.held_on) if gate.decided_on else ""
    said = words.gettext(", ").join(filter(None, (who, day)))
    return Decided(phase.title, decision_name(gate.decision, words).lower(), conditions_text(facts, gate), said)


def conditions_text(facts: Facts, gate: Gate) -> str:
    """The conditions as they were written: in one text, or row by row."""
    own = gate.conditions.strip()
    rows = [c.text.strip() for c in conditions_of(facts.engagement.current, gate.phase_id)]
    return own or " ".join(row if row.endswith((".", "!", "?")) else f"{row}." for row in rows if row)
