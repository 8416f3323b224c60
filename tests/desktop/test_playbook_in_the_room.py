"""The playbook on the wall: what is written appears as it is typed, and nothing private ever does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from facilitator import Facilitator
from PySide6.QtCore import QSize
from test_in_the_room import texts_in

from desktop.room.all_pages import described
from desktop.room.compositor import Compositor
from desktop.view_models.room.captured import MOST_ROWS
from desktop.view_models.room.entries import (
    RoomBudget,
    RoomCount,
    RoomLine,
    RoomOutcome,
    RoomPlace,
    RoomReading,
    RoomRows,
    RoomTask,
)
from desktop.view_models.room.pages import RoomActivity, RoomGate, RoomPage
from desktop.view_models.room.presenting import Presenter
from models.engagement.engagement import Record
from models.engagement.registers import RegisterCell, RegisterEntry, cell_id
from models.method.method import PlaybookItem
from models.playbook.phases import gate_of
from models.values.sentence import act_called
from models.values.terms import GateDecision

PRIVATE = "Between us: she will never back it"


class Scribe:
    """Writes registers of the sample's round, a whole row in one edit."""

    def __init__(self, facilitator: Facilitator) -> None:
        self.session = facilitator.session
        self.presenter = Presenter(self.session, dark=True)
        self.rows = 0

    def writes(self, register: str, **cells: str) -> str:
        self.rows += 1
        round_id = self.session.current.assessment.id
        entry = RegisterEntry(assessment_id=round_id, register_id=register, position=self.rows)
        put: list[Record] = [entry]
        for column, value in cells.items():
            key = cell_id(entry.id, column)
            put.append(RegisterCell(id=key, assessment_id=round_id, entry_id=entry.id, column_id=column, value=value))
        self.session.edit(act_called("Write a row"), *put)
        return entry.id

    def person(self, name: str) -> str:
        return next(s.id for s in self.session.people() if s.name == name)

    def shows(self, item_id: str, entry_id: str = "") -> RoomActivity:
        for phase in self.session.method.phases:
            for activity in phase.activities:
                if item_id in [item.id for item in activity.items]:
                    return self.presenter.activity(phase.id, activity.id, item_id, entry_id)
        raise AssertionError(item_id)

    def rows_at(self, item_id: str, entry_id: str = "") -> tuple[object, ...]:
        captured = self.shows(item_id, entry_id).captured
        assert isinstance(captured, RoomRows)
        return captured.rows


@pytest.fixture
def scribe(facilitator: Facilitator) -> Scribe:
    """The sample, with everybody's names, and nothing in its registers."""
    facilitator.opens_the_sample()
    made = Scribe(facilitator)
    old = made.session.current
    made.session.edit(act_called("Begin anew"), remove=(*old.cells.values(), *old.entries, *old.gates.values()))
    return made


def test_a_row_reads_as_a_sentence(scribe: Scribe) -> None:
    margaret = scribe.person("Margaret Oduya")
    scribe.writes("metrics", metric="Days to find a leak", unit="days", baseline="11.4", target="7", owner=margaret)
    scribe.writes("metrics", metric="Visits", target="55", owner="the new lead")
    assert scribe.rows_at("business-metrics") == (
        RoomLine("Days to find a leak", ("from 11.4 to 7 days", "Margaret Oduya")),
        RoomLine("Visits", ("to 55", "the new lead")),
    )


def test_an_item_shows_the_columns_that_it_fills(scribe: Scribe) -> None:
    scribe.writes("debt", shortcut="One laptop", change="Move it", effort="8", owner="Ana")
    assert scribe.rows_at("shortcuts") == (RoomLine("One laptop"),)
    assert scribe.rows_at("production-changes") == (RoomLine("One laptop", ("Move it",)),)
    assert scribe.rows_at("debt-effort") == (RoomLine("One laptop", ("8 days", "Ana")),)


def test_the_row_that_is_written_is_marked(scribe: Scribe) -> None:
    first = scribe.writes("debt", shortcut="One laptop")
    assert scribe.rows_at("shortcuts", first) == (RoomLine("One laptop", here=True),)
    assert scribe.rows_at("shortcuts") == (RoomLine("One laptop"),)


def test_a_long_register_shows_its_end_or_the_row_that_is_written(scribe: Scribe) -> None:
    ids = [scribe.writes("debt", shortcut=f"Shortcut {n}") for n in range(20)]
    page = scribe.shows("shortcuts").captured
    assert isinstance(page, RoomRows)
    assert (len(page.rows), page.above, page.below) == (MOST_ROWS, 20 - MOST_ROWS, 0)
    assert page.rows[-1] == RoomLine("Shortcut 19")
    early = scribe.shows("shortcuts", ids[2]).captured
    assert isinstance(early, RoomRows)
    assert (early.rows[-1], early.above, early.below) == (RoomLine("Shortcut 2", here=True), 0, 17)


def test_steps_are_numbered_in_their_order(scribe: Scribe) -> None:
    tom = scribe.person("Tom Ashby")
    scribe.writes("escalation-levels", level="Control room", who=tom, speed="at once")
    scribe.writes("escalation-levels")
    scribe.writes("escalation-levels", level="Supplier", speed="within a day")
    assert scribe.rows_at("escalation") == (
        RoomLine("Control room", ("Tom Ashby", "at once"), 1),
        RoomLine("Supplier", ("within a day",), 2),
    )


def test_figures_that_stand_alone_are_named(scribe: Scribe) -> None:
    scribe.writes("rollout-stages", who="Eastern depot", count="9", start="2027-03-12", exit="No missed run")
    assert scribe.rows_at("first-subset") == (
        RoomLine("Eastern depot", ("How many: 9", "Start: 12 March 2027", "No missed run"), 1),
    )


def test_tasks_name_who_answers_for_them(scribe: Scribe) -> None:
    priya, tom = scribe.person("Priya Raman"), scribe.person("Tom Ashby")
    entry = scribe.writes("raci", task="Run it", **{priya: "accountable", tom: "informed"})
    assert scribe.rows_at("system-owner", entry) == (
        RoomTask("Run it", ("Priya Raman",), (), (), ("Tom Ashby",), here=True),
    )


def test_a_metric_shows_its_latest_reading_by_date(scribe: Scribe) -> None:
    days = scribe.writes("metrics", metric="Days to find a leak", unit="days", baseline="12", target="7")
    scribe.writes("metrics", metric="Visits", unit="%", baseline="31", target="55")
    scribe.writes("metric-readings", metric=days, date="2026-10-03", value="9")
    scribe.writes("metric-readings", metric=days, date="2026-09-01", value="11")
    scribe.writes("metric-readings", metric="Mood", date="soon", value="4")
    assert scribe.rows_at("track-metrics") == (
        RoomReading("Days to find a leak", "days", "12", "9", "3 October 2026", "7", 0.6),
        RoomReading("Visits", "%", "31", "", "", "55", None),
        RoomReading("Mood", "", "", "4", "soon", "", None),
    )


def test_the_tests_of_an_activity_stand_together(scribe: Scribe) -> None:
    scribe.writes("edge-case-result", result="Failed", evidence="11 of 40")
    rows = scribe.rows_at("edge-cases")
    assert rows == (
        RoomOutcome("Test at production volume", "", False, ""),
        RoomOutcome("Test on rare and difficult cases", "Failed", False, "11 of 40", here=True),
        RoomOutcome("Test with users", "", False, ""),
    )
    scribe.writes("volume-result", result="Passed with limits")
    first = scribe.rows_at("edge-cases")[0]
    assert first == RoomOutcome("Test at production volume", "Passed with limits", True, "")


def test_the_budget_is_summed_as_the_domain_sums_it(scribe: Scribe) -> None:
    scribe.writes("integration-costs", line="Feed", low="100000", likely="150000", high="200000", basis="One-off")
    entry = scribe.writes("running-costs", line="Hosting", likely="350000", basis="A year")
    page = scribe.shows("running-cost", entry).captured
    assert isinstance(page, RoomBudget)
    assert page.plan is not None
    assert [found.amount for found in page.plan] == [Decimal(450_000), Decimal(500_000), Decimal(550_000)]
    assert page.band is not None
    assert [found.text for found in page.band] == ["£372,800", "£932,000"]
    assert [(kind.share, kind.here) for kind in page.kinds] == [
        ("", False),
        ("30 %", False),
        ("", False),
        ("70 %", True),
    ]
    assert page.sentence.startswith("£500,000 is within")
    assert page.latest == RoomLine("Hosting", ("Likely: £350,000", "A year"), here=True)


def test_the_gate_counts_and_names_what_is_missing(scribe: Scribe) -> None:
    scribe.writes("scale-measures", measure="Districts", today="38", production="412")
    scribe.writes("debt", shortcut="One laptop", change="Move it")
    page = scribe.presenter.gate("pilot-design")
    assert (page.done, page.counts) == (3, (0, 7))
    assert page.decision == "Not decided"
    assert page.missing == (
        "Business metrics",
        "Systems to connect",
        "Acceptable errors",
        "Technical debt: Effort, Owner",
        "Data sources",
    )
    gate = gate_of(scribe.session.engagement, "pilot-design")
    who, day, conditions = scribe.person("Margaret Oduya"), date(2026, 11, 12), "The feed has an owner."
    decision = GateDecision.CONDITIONS
    gate = replace(gate, decision=decision, decided_by=who, decided_on=day, conditions=conditions)
    scribe.session.edit(act_called("Decide"), gate)
    page = scribe.presenter.gate("pilot-design")
    assert page.decision == "Passed with conditions"
    assert page.decided.replace("\N{NO-BREAK SPACE}", " ") == "Margaret Oduya · 12 November 2026"
    assert page.conditions == "The feed has an owner."
    here = page.phases[0]
    assert (here.name, here.answered, here.total, here.here) == ("Pilot design", 3, 10, True)


def test_the_close_names_the_owners_by_their_next_date(scribe: Scribe) -> None:
    page = scribe.presenter.closing()
    agreed = [a for a in scribe.session.current.actions if a.decision.value == "accepted"]
    assert page.headline == f"{len(agreed)} commitments agreed"
    assert sum(int(owner.owns.split()[0]) for owner in page.owners) == len(agreed)
    assert page.verdict
    first = min((a for a in agreed if a.due and a.owner_id), key=lambda a: a.due or date.max)
    owner = scribe.session.engagement.stakeholder(first.owner_id)
    assert owner is not None
    assert page.owners[0].name == owner.name


def test_agreed_actions_are_placed_by_impact_and_days(scribe: Scribe) -> None:
    action = scribe.session.current.actions[0]
    page = scribe.presenter.impact([(action, 70)])
    assert page.title == "1 commitment agreed"
    days = (action.effort_low + action.effort_high) / 2
    assert page.places == (RoomPlace(action.title, 70, days),)


def plant(scribe: Scribe) -> dict[str, str]:
    """Private text in every place that the content pack calls private; a row of each register concerned."""
    rows = {}
    for register in scribe.session.method.registers:
        hidden = [column for column in register.columns if register.private or column.private]
        if hidden:
            shown = {c.id: "For all to see" for c in register.columns if c not in hidden}
            scribe.writes(register.id, **shown, **{column.id: PRIVATE for column in hidden})
            rows[register.id] = scribe.writes(register.id, **{column.id: PRIVATE for column in hidden})
    return rows


def test_nothing_private_is_reachable_or_drawn_on_any_page_of_the_playbook(scribe: Scribe) -> None:
    planted = plant(scribe)
    assert len(planted) == 2
    method, presenter, compositor = scribe.session.method, scribe.presenter, Compositor()
    presenter.go_live()
    pages: list[RoomPage] = [scribe.presenter.gate(phase.id) for phase in method.phases]
    pages += [scribe.shows(item, row) for item in method.items for row in ("", *planted.values())]
    seen = 0
    for page in pages:
        presenter.turn_to(page)
        view = presenter.view
        assert view.page == page
        drawn = compositor.compose(view, QSize(1920, 1080))
        said = [*texts_in(view), described(view), *(text.text for text in drawn.texts)]
        assert not [text for text in said if PRIVATE in text]
        seen += sum("For all to see" in text.text for text in drawn.texts)
    assert seen


def test_a_private_register_is_a_number_and_a_private_column_is_left_out(scribe: Scribe) -> None:
    scribe.writes("support-map", stakeholder="Ruth", today="Against", needed="Neutral", move=PRIVATE)
    scribe.writes("support-map")
    assert scribe.shows("demonstrate-value").captured == RoomCount(1)
    scribe.writes("feedback", who="Donna", said="It sends me to the right street", theme="Trust")
    assert scribe.rows_at("qualitative-feedback") == (RoomLine("It sends me to the right street", ("Trust",)),)


def test_what_points_at_something_private_is_private_too(scribe: Scribe) -> None:
    method = scribe.session.method
    private = replace(method.register("metrics"), private=True)
    scribe.session.method = replace(
        method, registers=tuple(private if r.id == "metrics" else r for r in method.registers)
    )
    metric = scribe.writes("metrics", metric=PRIVATE, baseline="12", target="7")
    scribe.writes("metric-readings", metric=metric, date="2026-10-03", value="9")
    page = scribe.shows("track-metrics")
    assert not [text for text in texts_in(page) if PRIVATE in text]
    assert page.captured == RoomRows((RoomLine("3 October 2026", ("Value: 9",)),))
    assert scribe.shows("business-metrics").captured == RoomCount(1)


def test_an_unknown_item_is_an_error(scribe: Scribe) -> None:
    item: PlaybookItem = scribe.session.method.items["scale"]
    with pytest.raises(LookupError):
        scribe.presenter.activity("pilot-execution", "production-criteria", item.id)
    assert isinstance(scribe.presenter.gate("pilot-design"), RoomGate)
