"""Gates, commitments and the close on the wall: decided in words, with days that hold or do not, and a row a person."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from scribe import Scribe

from desktop.view_models.room.captured import CapturedRows
from desktop.view_models.room.entries import RoomCondition
from desktop.view_models.room.open_items import fact_of, names_of
from models.engagement.registers import GateCondition
from models.playbook.phases import gate_of
from models.values.sentence import act_called
from models.values.terms import Decision, GateDecision


def test_the_gate_counts_and_names_what_is_open(scribe: Scribe) -> None:
    scribe.writes("scale-measures", measure="Districts", today="38", production="412")
    scribe.writes("debt", shortcut="One laptop", change="Move it")
    page = scribe.presenter.gate("pilot-design")
    assert (page.decision, page.decided, page.place) == ("Do we go on?", "", "End of phase 1, pilot design")
    assert page.head == "Three of ten questions are settled, seven are not"
    assert page.settled == (True,) * 3 + (False,) * 7
    names = [item.short for item in scribe.session.method.items.values()]
    assert [item.name for item in page.open] == [names[0], names[2], names[3]]
    assert {item.fact for item in page.open} == {"Nothing is written down yet."}
    assert page.more == ("and four more", f"{names[6]} {names[7]} {names[8]} And one more.")
    here = page.phases[0]
    assert (here.name, here.ticks.count("here"), len(here.ticks), here.here) == ("Pilot design", 3, 10, True)
    assert here.below == "no decision yet"


def test_a_gate_says_in_words_what_was_decided(scribe: Scribe) -> None:
    gate = gate_of(scribe.session.engagement, "pilot-design")
    who, day = scribe.person("Margaret Oduya"), date(2026, 11, 12)
    words = {
        GateDecision.PASSED: "Yes: we go on",
        GateDecision.CONDITIONS: "Yes, on conditions",
        GateDecision.HELD: "Not yet: we do not go on",
    }
    for decision, title in words.items():
        decided = replace(gate, decision=decision, decided_by=who, decided_on=day, conditions="The feed has an owner.")
        scribe.session.edit(act_called("Decide"), decided)
        page = scribe.presenter.gate("pilot-design")
        assert (page.decision, page.words) == (title, "The feed has an owner.")
        assert page.decided == "Margaret Oduya decided it on 12 November."


def test_a_condition_is_a_row_with_its_action_and_a_day_that_may_be_too_late(scribe: Scribe) -> None:
    current = scribe.session.current
    gate = gate_of(scribe.session.engagement, "production-planning")
    dated = next(a for a in current.actions if a.due == date(2027, 2, 26))
    undated = next(a for a in current.actions if a.due is None and a.decision is Decision.ACCEPTED)

    def condition(position: int, **given: Any) -> GateCondition:
        return GateCondition(
            assessment_id=current.assessment.id, phase_id="production-planning", position=position, **given
        )

    scribe.session.edit(act_called("Begin anew"), remove=current.conditions)
    scribe.session.edit(
        act_called("Decide"),
        replace(gate, decision=GateDecision.CONDITIONS),
        condition(1, text="The whole budget", day=date(2027, 2, 25), action_id=dated.id),
        condition(2, text="The link", day=date(2027, 3, 1), action_id=undated.id),
        condition(3, text="A letter from the board", day=date(2027, 1, 8)),
    )
    page = scribe.presenter.gate("production-planning")
    assert page.decision == "Yes, if three things are done"
    assert page.conditions == (
        RoomCondition(str(dated.position), "The whole budget", "26 Feb", "a day too late", "bad"),
        RoomCondition(str(undated.position), "The link", "1 Mar", "the action has no date yet", "warning"),
        RoomCondition("", "A letter from the board", "8 Jan"),
    )


def test_an_open_question_says_what_its_register_says(scribe: Scribe) -> None:
    tom, priya = scribe.person("Tom Ashby"), scribe.person("Priya Raman")
    scribe.writes("raci", task="Own it", **{tom: "responsible", priya: "responsible"})
    scribe.writes("integrations", system="Telemetry", direction="Both ways", owner=tom, status="Not started")
    scribe.writes("integrations", system="Job system", direction="Both ways", owner=tom, status="Not started")
    scribe.writes("integrations", system="Asset map", direction="Both ways", owner=tom, status="Working")
    scribe.writes("volume-result", result="Not tested", evidence="38 districts at most")
    session = scribe.session
    seen = CapturedRows(session.method, session.engagement, date.today(), session.words, "")
    facts = {key: fact_of(seen, session.method.items[key]) for key in ("system-owner", "systems", "volume-test")}
    assert facts == {
        "system-owner": "“Own it”: two do it, nobody answers for it.",
        "systems": "Telemetry, job system: not started.",
        "volume-test": "Not tested. 38 districts at most.",
    }


def test_a_pack_without_short_names_has_its_registers_named(scribe: Scribe) -> None:
    method = scribe.session.method
    phase = method.phases[0]
    long = {key: replace(item, short=item.prompt) for key, item in method.items.items()}
    activities = tuple(replace(a, items=tuple(long[i.id] for i in a.items)) for a in phase.activities)
    older = replace(method, phases=(replace(phase, activities=activities), *method.phases[1:]))
    named = names_of(older, older.phases[0], ("business-metrics", "shortcuts", "debt-effort"))
    assert named["business-metrics"] == "Business metrics"
    assert named["debt-effort"] == "Technical debt: Effort, Owner"


def test_the_close_has_a_row_a_person_by_their_first_date(scribe: Scribe) -> None:
    page = scribe.presenter.closing()
    agreed = [a for a in scribe.session.current.actions if a.decision is Decision.ACCEPTED]
    assert page.title == f"We leave with {len(agreed)} actions; all have an owner"
    numbers = [number.number for person in page.people for number in person.numbers]
    assert sorted(map(int, numbers)) == sorted(action.position for action in agreed)
    assert (page.verdict, page.tone, page.why) == ("No-go today", "bad", "nine of 15 points are open")
    assert (len(page.states), page.states.count("open")) == (15, 9)
    first = min((a for a in agreed if a.due and a.owner_id), key=lambda a: a.due or date.max)
    owner = scribe.session.engagement.stakeholder(first.owner_id)
    assert owner is not None
    assert page.people[0].name == owner.name
    undated = [n.number for person in page.people for n in person.numbers if n.state == "undated"]
    assert page.undated[0] == f"{undated[0]} has no date yet"


def test_a_commitment_is_said_as_one_sentence(scribe: Scribe) -> None:
    actions = [a for a in scribe.session.current.actions if a.decision is Decision.ACCEPTED]
    action = next(a for a in actions if a.due == date(2027, 1, 22))
    page = scribe.presenter.commitment(action, 2, len(actions))
    assert (page.owner, page.owned, page.by) == ("Priya Raman", True, "by Friday 22 January")
    assert page.will == "will agree read access to the telemetry feed with its owner"
    assert [fact.name for fact in page.facts] == ["Done when", "Work", "Waits for it"]
    assert page.place == "Action 2 of 22."
    assert page.ticks.count("here") == 1
    alone = replace(action, owner_id="", due=None)
    page = scribe.presenter.commitment(alone, 2, len(actions))
    assert (page.owner, page.owned, page.dated) == ("Who?", False, False)
    assert page.by.startswith("has to say a day")
