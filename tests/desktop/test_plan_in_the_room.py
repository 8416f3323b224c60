"""The room follows what is talked about in the plan: the proposal, the picture, the calendar, who carries how much."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from facilitator import Facilitator
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.console.plan.page import PlanPage
from desktop.console.presenting.control import RoomControl
from desktop.console.steps import Step
from desktop.view_models.room.marks import AGREED, ASIDE, HERE
from desktop.view_models.room.pages import RoomBlank, RoomClosing, RoomCommitment, RoomPage
from desktop.view_models.room.planned.load import load_page
from desktop.view_models.room.planned.pages import RoomImpact, RoomLoad, RoomProposal, RoomTimeline
from desktop.view_models.room.presenting import Presenter
from desktop.view_models.room.showing import Showing
from models.engagement.engagement import Action
from models.plan.plan import accepted_actions
from models.values.sentence import act_called
from models.values.terms import Progress

Key = Qt.Key


@pytest.fixture
def planning(facilitator: Facilitator) -> Facilitator:
    """Someone in front of a room, on the plan as the sample's room agreed it."""
    facilitator.opens_the_sample()
    facilitator.goes_to(Step.PLAN)
    facilitator.presses_key(Key.Key_F5)
    return facilitator


@pytest.fixture
def deciding(facilitator: Facilitator) -> Facilitator:
    """The same with nothing decided yet."""
    facilitator.opens_the_sample()
    current = facilitator.engagement.current
    gone = [*(a for a in current.actions if a.proposal), *current.dependencies.values(), *current.conditions]
    facilitator.session.edit(act_called("Begin anew"), remove=gone)
    facilitator.goes_to(Step.PLAN)
    facilitator.presses_key(Key.Key_F5, Qt.KeyboardModifier.ControlModifier)
    return facilitator


def control(facilitator: Facilitator) -> RoomControl:
    found = facilitator.window.door.control
    assert found is not None
    return found


def sees(facilitator: Facilitator) -> RoomPage:
    """What the room's window shows, once it has heard of everything."""
    QApplication.processEvents()
    room = control(facilitator).room
    assert room.view is not None
    assert room.composition is not None
    assert room.isVisible()
    return room.view.page


def proposal(facilitator: Facilitator) -> RoomProposal:
    page = sees(facilitator)
    assert isinstance(page, RoomProposal)
    return page


def plan(facilitator: Facilitator) -> PlanPage:
    found = facilitator.window.pages[Step.PLAN]
    assert isinstance(found, PlanPage)
    return found


def test_each_view_of_the_plan_puts_its_own_on_the_wall(planning: Facilitator) -> None:
    planning.presses_key(Key.Key_1)
    kinds = (RoomProposal, RoomCommitment, RoomImpact, RoomTimeline, RoomLoad)
    for key, kind in zip((Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_4, Key.Key_5), kinds, strict=True):
        planning.presses_key(key)
        assert isinstance(sees(planning), kind), kind
    planning.goes_to(Step.CLOSING)
    assert isinstance(sees(planning), RoomClosing)
    planning.goes_to(Step.REPORT)
    assert isinstance(sees(planning), RoomClosing), "it stays until all are out"


def test_the_proposal_that_is_chosen_stands_on_the_wall_and_the_next_follows(deciding: Facilitator) -> None:
    view = plan(deciding).decide_view
    first = view.model.shown()
    assert first is not None
    page = proposal(deciding)
    assert page.title == first.proposal.title
    assert page.place == "First of seven, 35 more"
    assert page.ticks[0] == HERE
    assert [fact.name for fact in page.facts] == ["Done when", "Work"]
    assert page.why.text
    texts = [text.text for text in control(deciding).room.composition.texts]  # type: ignore[union-attr]
    assert first.proposal.title in texts

    deciding.presses_key(Key.Key_R)
    second = proposal(deciding)
    assert second.title != page.title
    assert (second.place, second.ticks[:2]) == ("Second of seven, 35 more", (ASIDE, HERE))
    assert second.aside == "1 set aside"


def test_a_clicker_goes_from_proposal_to_proposal_and_nothing_is_decided(deciding: Facilitator) -> None:
    actions = deciding.engagement.current.actions
    titles = [proposal(deciding).title]
    for _ in range(2):
        deciding.presses_key(Key.Key_PageDown)
        titles.append(proposal(deciding).title)
    assert len(set(titles)) == 3
    deciding.presses_key(Key.Key_PageUp)
    assert proposal(deciding).title == titles[1]
    deciding.presses_key(Key.Key_PageUp)
    deciding.presses_key(Key.Key_PageUp)
    assert deciding.window.step is Step.READINESS, "back past the first"
    assert deciding.engagement.current.actions == actions


def test_owner_and_date_appear_as_they_are_typed_and_nothing_is_saved(deciding: Facilitator) -> None:
    before = deciding.session.labels.undo
    deciding.presses_key(Key.Key_A)
    assert (proposal(deciding).owner.here, proposal(deciding).due.here) == (True, False)
    deciding.types("gar")
    assert (proposal(deciding).owner.text, proposal(deciding).owner.suggested) == ("Gareth Pell", False)
    deciding.presses_key(Key.Key_Tab)
    assert (proposal(deciding).owner.here, proposal(deciding).due.here) == (False, True)
    soon = date.today() + timedelta(days=9)
    deciding.types(f"{soon.day}/{soon.month}/{soon.year}")
    due = proposal(deciding).due
    assert str(soon.day) in due.text
    assert due.below.endswith("in nine days")
    assert deciding.session.labels.undo == before, "nothing is saved before it is agreed"

    title = proposal(deciding).title
    deciding.presses_key(Key.Key_Return)
    following = proposal(deciding)
    assert following.title != title
    assert (following.ticks[0], following.settled) == (AGREED, "1 agreed")
    assert (following.due.text, following.due.here, following.owner.here) == ("", False, False)


def test_what_is_typed_while_the_room_covers_the_console_is_seen_too(planning: Facilitator) -> None:
    planning.presses_key(Key.Key_1)
    assert control(planning).projector.covering
    planning.presses_key(Key.Key_A)
    assert proposal(planning).owner.here
    planning.types("gar")
    assert proposal(planning).owner.text == "Gareth Pell"
    planning.presses_key(Key.Key_Return)
    assert proposal(planning).due.here


def test_the_likely_owner_is_a_suggestion_until_taken(deciding: Facilitator) -> None:
    view = plan(deciding).decide_view
    while (line := view.model.shown()) and not view.model.suggested_owner(line.proposal):
        deciding.presses_key(Key.Key_L)
    assert line is not None
    owner = proposal(deciding).owner
    assert (owner.suggested, owner.below) == (True, "suggested, not said yet")

    deciding.presses_key(Key.Key_A)
    assert proposal(deciding).owner.suggested
    deciding.presses_key(Key.Key_Return)
    taken = proposal(deciding).owner
    assert (taken.text, taken.suggested, taken.below) == (owner.text, False, "")


def test_hold_keeps_the_proposal_and_blank_shows_the_brand(deciding: Facilitator) -> None:
    title = proposal(deciding).title
    deciding.presses_key(Key.Key_Escape)
    control(deciding).presenter.hold()
    assert control(deciding).presenter.showing is Showing.HELD
    control(deciding).room.show()
    deciding.presses_key(Key.Key_R)
    assert proposal(deciding).title == title
    control(deciding).presenter.toggle_blank()
    assert isinstance(sees(deciding), RoomBlank)


def test_once_all_is_decided_the_wall_reads_back(deciding: Facilitator) -> None:
    model = plan(deciding).decide_view.model
    model.agree_all(model.session and plan(deciding).model.proposals())
    assert isinstance(sees(deciding), RoomCommitment)


def test_the_picture_marks_the_chosen_action_by_its_own_number(planning: Facilitator) -> None:
    planning.presses_key(Key.Key_3)
    for _ in range(3):
        planning.presses_key(Key.Key_Down)
        page = sees(planning)
        assert isinstance(page, RoomImpact)
        key = plan(planning)._chosen
        action = next(a for a in planning.engagement.current.actions if key in (a.proposal, a.id))
        assert [place.number for place in page.places if place.chosen] == [str(action.position)]
    numbers = {place.number for place in page.places}
    assert numbers == {str(a.position) for a in accepted_actions(planning.engagement.current)}
    planning.presses_key(Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    lower = sees(planning)
    assert isinstance(lower, RoomImpact)
    assert {place.number for place in lower.places} == numbers, "a number stays with its action"


def test_the_picture_says_what_it_found(planning: Facilitator) -> None:
    planning.presses_key(Key.Key_3)
    page = sees(planning)
    assert isinstance(page, RoomImpact)
    assert page.title == "Two actions take weeks, the other 20 take days"
    lines, session = plan(planning).model.lines(), planning.session
    short = [line for line in lines if line.priority.days <= 10]
    long = [line for line in lines if line.priority.days > 10]
    presenter = Presenter(session, dark=False)
    titles = [presenter.impact(some, "").title for some in (short, long, long[:1], [*long[:1], *short[:1]], [])]
    assert titles == [
        "No action takes more than ten days",
        "All two actions take weeks",
        "The one action takes weeks",
        "One action takes weeks, the other takes days",
        "No action is agreed yet",
    ]


def test_the_calendar_follows_what_is_chosen_and_says_where_its_dates_rub(planning: Facilitator) -> None:
    planning.presses_key(Key.Key_4)
    seen = []
    for _ in range(4):
        planning.presses_key(Key.Key_Down)
        page = sees(planning)
        assert isinstance(page, RoomTimeline)
        (chosen,) = [line for line in page.lines if line.chosen]
        assert chosen.rank == 0, "it keeps its row"
        seen.append(page.lines.index(chosen))
    assert seen == list(range(seen[0], seen[0] + 4)), "downwards on the wall as in the console"
    assert page.lead == plan(planning).model.rubs()[0].sentence
    late = [line for line in page.lines if line.tone == "bad"]
    assert [(line.work.number, line.said) for line in late] == [("18", "26 Feb, too late for its gate")]
    (undated,) = [line for line in page.lines if not line.work.dated]
    assert undated.said.startswith("no date; begins by")


def test_who_carries_most_is_said_and_when_it_is_too_much(planning: Facilitator) -> None:
    planning.presses_key(Key.Key_5)
    page = sees(planning)
    assert isinstance(page, RoomLoad)
    assert page.title == "Priya carries over two fifths of the work"
    assert page.lead == "February and March: 25 to 50 days’ work in 43 working days."
    assert page.carriers[0].days == "33 to 68"
    assert [work.number for work in page.carriers[0].works if work.long] == ["3"]


def _owned(planning: Facilitator, days: dict[str, int]) -> RoomLoad:
    """The load page where people, by a part of their name, carry so many days; nobody is empty."""
    session, current = planning.session, planning.engagement.current
    agreed = accepted_actions(current)
    done = [replace(action, progress=Progress.DONE) for action in agreed[len(days) :]]
    made: list[Action] = []
    for action, (name, count) in zip(agreed, days.items(), strict=False):
        owner = next((p.id for p in session.people() if name and name in p.name), "")
        high = Decimal(count)
        made.append(
            replace(action, owner_id=owner, effort_low=high, effort_high=high, due=None, progress=Progress.NOT_STARTED)
        )
    session.edit(act_called("Share out"), *made, *done)
    return load_page(session)


def test_the_share_is_never_told_too_large(planning: Facilitator) -> None:
    for days, title in (
        ({"Priya": 50, "Tom": 50}, "The work is spread over two people"),
        ({"Priya": 40, "Tom": 40, "Ruth": 20}, "The work is spread over three people"),
        ({"Priya": 51, "Tom": 49}, "Priya carries over half of the work"),
        ({"Priya": 25, "Tom": 25, "Ruth": 25, "Gareth": 25}, "The work is spread over four people"),
        ({"Priya": 7}, "Priya carries all of the work"),
        ({"Priya": 80, "": 20}, "Priya carries over three quarters of the work"),
        ({"": 20}, "Nobody has taken anything on yet"),
        ({}, "Nothing that was agreed is still to be done"),
    ):
        page = _owned(planning, days)
        assert page.title == title
    assert _owned(planning, {"Priya": 80, "": 20}).lead == "One action has no owner yet."
