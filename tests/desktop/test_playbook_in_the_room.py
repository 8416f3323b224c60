"""The playbook on the wall: what is written appears as it is typed, and nothing private ever does."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QSize
from scribe import Scribe
from test_in_the_room import texts_in

from desktop.room.all_pages import described
from desktop.room.compositor import Compositor
from desktop.view_models.room.captured import MOST_ROWS
from desktop.view_models.room.entries import (
    RoomCount,
    RoomFact,
    RoomReading,
    RoomReadings,
)
from desktop.view_models.room.pages import RoomBudget, RoomGate, RoomPage
from desktop.view_models.room.sentences import first_names
from models.engagement.engagement import Stakeholder
from models.method.method import PlaybookItem
from models.values.sentence import act_called

PRIVATE = "Between us: she will never back it"


def test_a_row_stands_under_its_columns_with_the_first_name(scribe: Scribe) -> None:
    margaret = scribe.person("Margaret Oduya")
    scribe.writes("metrics", metric="Days to find a leak", unit="days", baseline="11.4", target="7", owner=margaret)
    scribe.writes("metrics", metric="Visits", target="55", owner="the new lead")
    assert scribe.rows_at("business-metrics") == [
        ("Days to find a leak", "days", "11.4", "7", "Margaret"),
        ("Visits", "", "how much?", "55", "the new lead"),
    ]
    kinds = [column.kind for column in scribe.table("business-metrics").columns]
    assert kinds == ["text", "name", "figure", "figure", "name"]


def test_two_of_one_first_name_are_told_apart(scribe: Scribe) -> None:
    stephen = next(s for s in scribe.session.people() if s.name == "Stephen Kirkbride")
    other = replace(stephen, id="other", name="Stephen Adeyemi")
    scribe.session.edit(act_called("Another"), other)
    scribe.writes("debt", shortcut="One laptop", owner=stephen.id)
    scribe.writes("debt", shortcut="Two laptops", owner="other")
    assert [row[-1] for row in scribe.rows_at("debt-effort")] == ["Stephen K.", "Stephen A."]


def test_what_is_left_out_is_asked_for_and_never_in_the_row_that_is_being_said(scribe: Scribe) -> None:
    scribe.writes("debt", shortcut="One laptop", change="Move it")
    live = scribe.writes("debt", shortcut="No tests")
    first, second = scribe.table("shortcuts", live).rows
    assert [(cell.text, cell.asked) for cell in first.cells[2:]] == [("how long?", True), ("who?", True)]
    assert [(cell.text, cell.asked) for cell in second.cells[2:]] == [("", False), ("", False)]
    assert (first.here, second.here) == (False, True)
    page = scribe.activity("shortcuts", live)
    assert (page.sum, page.asked) == ("Two written down so far.", "One has nobody yet.")


def test_the_days_of_a_register_are_added_up(scribe: Scribe) -> None:
    scribe.writes("debt", shortcut="One laptop", effort="8", owner="Ana")
    scribe.writes("debt", shortcut="No tests", effort="4.5", owner="Ana")
    page = scribe.activity("debt-effort")
    assert (page.sum, page.asked) == ("12.5 days of work so far.", "")


def test_at_most_two_columns_carry_sentences_and_the_item_chooses_the_second(scribe: Scribe) -> None:
    scribe.writes("rollout-stages", who="Eastern", count="9", exit="No missed run", watched="Daily", feedback="Calls")
    heads = {
        item: [column.title for column in scribe.table(item).columns]
        for item in ("first-subset", "close-monitoring", "rollout-feedback")
    }
    assert heads["close-monitoring"] == ["Who", "How many", "Start", "Watched closely"]
    assert heads["rollout-feedback"] == ["Who", "How many", "Start", "Feedback"]
    for item in heads:
        assert sum(column.kind == "text" for column in scribe.table(item).columns) == 2


def test_a_long_register_shows_its_end_or_the_row_that_is_written(scribe: Scribe) -> None:
    ids = [scribe.writes("debt", shortcut=f"Shortcut {n}") for n in range(20)]
    page = scribe.table("shortcuts")
    assert (len(page.rows), page.above, page.below) == (MOST_ROWS, 20 - MOST_ROWS, 0)
    assert (page.rows[-1].number, page.rows[-1].cells[0].text) == (20, "Shortcut 19")
    early = scribe.table("shortcuts", ids[2])
    assert (early.rows[-1].number, early.rows[-1].here, early.above, early.below) == (3, True, 0, 17)


def test_tasks_name_who_answers_for_them(scribe: Scribe) -> None:
    priya, tom = scribe.person("Priya Raman"), scribe.person("Tom Ashby")
    scribe.writes("raci", task="Run it", **{priya: "accountable", tom: "informed"})
    scribe.writes("raci", task="Pay for it", **{tom: "responsible"})
    scribe.writes("raci", task="Watch it", **{priya: "accountable", tom: "accountable"})
    assert scribe.rows_at("system-owner") == [
        ("Run it", "Priya", "", "", "Tom"),
        ("Pay for it", "who?", "Tom", "", ""),
        ("Watch it", "only one of: Priya, Tom", "", "", ""),
    ]
    page = scribe.activity("system-owner")
    assert (page.sum, page.asked) == ("Three tasks so far.", "Nobody answers for one. For one, several do.")


def test_a_metric_shows_its_latest_reading_by_date(scribe: Scribe) -> None:
    days = scribe.writes("metrics", metric="Days to find a leak", unit="days", baseline="12", target="7")
    scribe.writes("metrics", metric="Visits", unit="%", baseline="31", target="55")
    scribe.writes("metric-readings", metric=days, date="2026-10-03", value="9")
    scribe.writes("metric-readings", metric=days, date="2026-09-01", value="11")
    scribe.writes("metric-readings", metric="Mood", date="soon", value="4")
    page = scribe.activity("track-metrics")
    assert isinstance(page.captured, RoomReadings)
    assert page.captured.rows == (
        RoomReading("Days to find a leak", "days", "12", "9", "3 Oct 2026", "7", 0.6),
        RoomReading("Visits", "%", "31", "", "", "55", None),
        RoomReading("Mood", "", "", "4", "soon", "", None),
    )
    assert page.sum == "Two of three metrics have a reading."


def test_the_tests_of_an_activity_stand_together(scribe: Scribe) -> None:
    scribe.writes("edge-case-result", result="Failed", evidence="11 of 40")
    assert scribe.rows_at("edge-cases") == [
        ("Test at production volume", "no result yet", ""),
        ("Test on rare and difficult cases", "Failed", "11 of 40"),
        ("Test with users", "no result yet", ""),
    ]
    scribe.writes("volume-result", result="Passed with limits")
    results = [row.cells[1] for row in scribe.table("edge-cases").rows]
    assert [(cell.asked, cell.settled) for cell in results] == [(False, True), (False, False), (True, False)]


def test_the_budget_is_summed_as_the_domain_sums_it(scribe: Scribe) -> None:
    scribe.writes("integration-costs", line="Feed", low="100000", likely="150000", high="200000", basis="One-off")
    entry = scribe.writes("running-costs", line="Hosting", likely="350000", basis="A year")
    page = scribe.shows("running-cost", entry)
    assert isinstance(page, RoomBudget)
    assert page.plan is not None
    assert [found.amount for found in page.plan] == [Decimal(450_000), Decimal(500_000), Decimal(550_000)]
    assert page.usual is not None
    assert [found.text for found in page.usual] == ["£372,800", "£932,000"]
    assert page.usual_words == "£373,000 to £932,000: 2 to 5 times the pilot"
    assert page.title == "The plan is within the usual range"
    assert page.lead == "To go live and run a year: £500,000 (£450,000 to £550,000)"
    kinds = [(kind.likely.text if kind.likely else "", kind.short, kind.basis, kind.here) for kind in page.kinds]
    assert kinds == [
        ("", "", "", False),
        ("£150,000", "150", "once", False),
        ("", "", "", False),
        ("£350,000", "350", "each year", True),
    ]
    assert page.line == RoomFact("Hosting:", "£350,000")
    assert [found.amount for found in page.scale] == [Decimal(250_000 * n) for n in range(5)]


@pytest.mark.parametrize(
    ("likely", "cost", "title"),
    [
        ("344500", "186400", "The plan lies £28,000 below the usual range"),
        ("150000", "600000", "The plan lies £1.1\u00a0M below the usual range"),
        ("1000000", "186400", "The plan lies £68,000 above the usual range"),
        ("344500", None, "£345,000 is planned so far"),
        ("", "186400", "No costs are planned yet"),
    ],
)
def test_the_title_says_where_the_plan_lies(scribe: Scribe, likely: str, cost: str | None, title: str) -> None:
    pilot = scribe.session.engagement.pilot
    scribe.session.edit(act_called("Cost"), replace(pilot, cost=Decimal(cost) if cost else None))
    if likely:
        scribe.writes("running-costs", line="Hosting", likely=likely, basis="A year")
    page = scribe.shows("running-cost")
    assert isinstance(page, RoomBudget)
    assert page.title == title
    assert len(page.title) <= 50
    assert (page.usual is None) is (cost is None)


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
    assert scribe.activity("demonstrate-value").captured == RoomCount(1)
    scribe.writes("feedback", who="Donna", said="It sends me to the right street", theme="Trust")
    assert scribe.rows_at("qualitative-feedback") == [("It sends me to the right street", "Trust")]


def test_what_points_at_something_private_is_private_too(scribe: Scribe) -> None:
    method = scribe.session.method
    private = replace(method.register("metrics"), private=True)
    scribe.session.method = replace(
        method, registers=tuple(private if r.id == "metrics" else r for r in method.registers)
    )
    metric = scribe.writes("metrics", metric=PRIVATE, baseline="12", target="7")
    scribe.writes("metric-readings", metric=metric, date="2026-10-03", value="9")
    page = scribe.activity("track-metrics")
    assert not [text for text in texts_in(page) if PRIVATE in text]
    assert scribe.rows_at("track-metrics") == [("3 Oct 2026", "9")]
    assert scribe.activity("business-metrics").captured == RoomCount(1)


def test_an_unknown_item_is_an_error(scribe: Scribe) -> None:
    item: PlaybookItem = scribe.session.method.items["scale"]
    with pytest.raises(LookupError):
        scribe.presenter.activity("pilot-execution", "production-criteria", item.id)
    assert isinstance(scribe.presenter.gate("pilot-design"), RoomGate)


def test_a_role_in_place_of_a_name_is_called_in_full() -> None:
    people = [Stakeholder(engagement_id="e", name=name) for name in ("Lead ophthalmologist", "Priya Raman", "Nurses")]
    assert list(first_names(people).values()) == ["Lead ophthalmologist", "Priya", "Nurses"]
