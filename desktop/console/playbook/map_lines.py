"""What stands on the map of the playbook: each activity and gate, and how far it is."""

from __future__ import annotations

from desktop.console.playbook.phase_map import MapLine, MapPhase
from desktop.view_models.playbook.standing import DECISION_MARKS, ITEM_MARKS
from desktop.view_models.playbook.stops import PlaybookStops, Stop
from desktop.words import gettext
from models.playbook.phases import ItemState, decision_name, gate_of
from models.values.letters import small
from models.values.terms import GateDecision

SHARES = {GateDecision.PASSED: 1.0, GateDecision.CONDITIONS: 0.5, GateDecision.HELD: -1.0}
"""How much of a segment is filled by a decision; below 0 where it was decided not to go on."""


def map_of(model: PlaybookStops) -> tuple[MapPhase, ...]:
    """All phases with their stops."""
    return tuple(
        MapPhase(phase.title, tuple(_line(model, stop) for stop in model.stops if stop.phase is phase))
        for phase in model.session.method.phases
    )


def _line(model: PlaybookStops, stop: Stop) -> MapLine:
    if stop.activity is None:
        decision = gate_of(model.session.engagement, stop.phase.id).decision
        name = decision_name(decision, model.session.words)
        text = gettext("Gate: {decision}").format(decision=small(name))
        return MapLine(stop.key, DECISION_MARKS[decision], text, name, SHARES.get(decision, 0.0))
    states = model.states(stop)
    state = states[0] if len(set(states)) == 1 else ItemState.OPEN
    done = sum(one is ItemState.DONE for one in states)
    said = gettext("{0} of {1} done").format(done, len(states))
    return MapLine(stop.key, ITEM_MARKS[state], stop.activity.title, said, done / max(len(states), 1))
