"""What the gates of the phases came to, as paper says it."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import NullTranslations

from models.engagement.registers import Gate, GateCondition
from models.frozen import frozen
from models.method.method import Phase
from models.playbook.phases import conditions_of, decision_name, gate_gaps
from models.values.letters import small
from models.values.months import day_and_month, short_date
from models.values.terms import GateDecision
from reports.words.facts import Facts
from reports.words.late import condition_late
from reports.words.typography import NO_BREAK


@frozen
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
    return Decided(phase.title, small(decision_name(gate.decision, words)), conditions_text(facts, gate), said)


def printed_decision(gate: Gate, conditions: Sequence[GateCondition], who: str, words: NullTranslations) -> str:
    """The sentence that a document prints of a gate, before its conditions."""
    if gate.decision is GateDecision.UNDECIDED:
        return words.gettext("Whether to go on from this phase is not decided yet.")
    day = short_date(gate.decided_on, words) if gate.decided_on else ""
    parts = [small(decision_name(gate.decision, words)), who, day]
    if gaps := gate_gaps(gate, words, conditions):
        parts.append(words.gettext("not said: {gaps}").format(gaps=", ".join(gaps)))
    return words.gettext("Decided: {decision}.").format(decision=", ".join(filter(None, parts)))


def conditions_text(facts: Facts, gate: Gate) -> str:
    """The conditions as they were written: row by row, each with its day, else in one text."""
    rows = [_condition(facts, c) for c in conditions_of(facts.engagement.current, gate.phase_id) if c.text.strip()]
    return " ".join(rows) or gate.conditions.strip()


def _condition(facts: Facts, condition: GateCondition) -> str:
    """A sentence, with the day by which it is asked for where the text does not name it."""
    words, text = facts.words, condition.text.strip()
    day = day_and_month(condition.day, words, facts.held_on) if condition.day else ""
    if day and day.replace(NO_BREAK, " ") not in text.replace(NO_BREAK, " "):
        text = words.gettext("{text}, by {day}").format(text=text.rstrip("."), day=day)
    if late := condition_late(facts, condition):
        text = words.gettext("{text} ({late})").format(text=text.rstrip("."), late=late)
    return text if text.endswith((".", "!", "?")) else f"{text}."
