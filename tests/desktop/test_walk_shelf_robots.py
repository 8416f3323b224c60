"""A retailer's shelf-scanning robots through two rounds, as a facilitator enters them: what moved is what moved.

The first round is of 2019, when a supercentre's shelves were fuller by two points and nobody had hours for refilling
them; the second is of the autumn of 2020, when staff who fetch online orders walked the same aisles.
"""

from __future__ import annotations

from datetime import date, timedelta
from gettext import NullTranslations

import pytest
from facilitator import Facilitator
from pdf_text import page_texts
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from desktop.console.diagnose.level_row import LevelRow
from desktop.console.results.page import Part, ResultsPage
from desktop.console.steps import Step
from desktop.view_models.room.moved_pages import RoomMoved
from desktop.view_models.room.pages import RoomReveal
from desktop.view_models.room.presenting import Presenter
from models.method.method import Method
from models.values.months import day_and_month
from models.values.terms import Answer, Progress, RoundState
from models.values.working_days import working_day
from reports.documents.documents import DocumentKind, render

FIRST = {
    "accuracy-not-value": 2,  # out-of-stocks "had improved", by how much was not said
    "no-workflow-link": 2,  # an alert on the handheld; whoever refills has other work
    "stakeholders-cold": 1,
    "no-next-step": 0,  # 650 more shops were announced
    "no-maintainer": 0,  # a supplier of tills installs and maintains them
    "ownership-gap": 1,
    "users-absent": 2,  # "training a replacement"
    "resistance": 2,
    "integration-uncosted": 2,
}
SECOND = {
    "accuracy-not-value": 3,  # better in shops with a robot, "not enough to justify it"
    "no-workflow-link": 3,  # people fetching orders report the same gaps on the way
    "stakeholders-cold": 2,  # the head of the business worries how shoppers react
    "no-maintainer": 0,
    "users-absent": 1,  # the scanners have pet names
    "resistance": 0,
    "integration-uncosted": 2,
}
SOON, LATER, MOVED = (working_day(date.today() + timedelta(days=days)) for days in (-9, 60, 90))
KEYS = (Qt.Key.Key_0, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)


def rates(facilitator: Facilitator, method: Method, answers: dict[str, int]) -> None:
    """Through all signs with Enter; those not named are passed by."""
    facilitator.goes_to(Step.DIAGNOSE)
    facilitator.window.pages[Step.DIAGNOSE].show_place(method.signs[0].id)
    for sign in method.signs:
        if sign.id in answers:
            facilitator.presses_key(KEYS[answers[sign.id]])
        facilitator.presses_key(Qt.Key.Key_Return)


def agrees(facilitator: Facilitator) -> None:
    """Two actions of the room's own: one that is due now, one for two months from now."""
    facilitator.goes_to(Step.PLAN)
    planning = facilitator.window.pages[Step.PLAN].model
    for title, day in (("Say by how much out-of-stocks fell", SOON), ("Give each shop the hours", LATER)):
        key = planning.add_own()
        planning.write(key, "title", title, "")
        planning.due(key, day)


def closes_the_workshop(facilitator: Facilitator, reason: str) -> None:
    facilitator.goes_to(Step.CLOSING)
    facilitator.presses_key(Qt.Key.Key_W)
    facilitator.types(reason)
    facilitator.presses_key(Qt.Key.Key_Escape)
    facilitator.presses_key(Qt.Key.Key_C)
    facilitator.waits_until_saved()


@pytest.fixture
def closed(facilitator: Facilitator, method: Method) -> Facilitator:
    """The first round, closed."""
    facilitator.begins("A large retailer", "Shelf robots")
    rates(facilitator, method, FIRST)
    agrees(facilitator)
    closes_the_workshop(facilitator, "The supplier was not in the room")
    return facilitator


def test_a_closed_round_turns_acts_away_and_is_opened_again_for_a_reason(closed: Facilitator) -> None:
    before = closed.engagement
    closed.goes_to(Step.DIAGNOSE)
    closed.window.pages[Step.DIAGNOSE].show_place("ownership-gap")
    closed.presses_key(Qt.Key.Key_3)

    assert closed.engagement is before
    assert "stays as it is. Open it again on the closing page" in closed.window.banner.text()

    closed.goes_to(Step.CLOSING)
    closed.presses_key(Qt.Key.Key_R)
    assert closed.session.current.assessment.state is RoundState.CLOSED
    closed.types("The owner has been found")
    closed.presses_key(Qt.Key.Key_Return)
    assert closed.session.current.assessment.state is RoundState.OPEN
    assert str(closed.session.labels.undo) == "Open round 1 again: The owner has been found"
    closed.goes_to(Step.DIAGNOSE)
    closed.presses_key(Qt.Key.Key_3)
    assert closed.session.current.ratings["ownership-gap"].answer is Answer.SEVERE


def test_the_second_round_begins_with_what_was(closed: Facilitator) -> None:
    closed.presses_key(Qt.Key.Key_Y)
    closed.waits_until_saved()

    assert closed.window.step is Step.DIAGNOSE
    assert closed.session.current.assessment.number == 2
    assert "Shelf robots, round 2" in closed.reads().replace("\u200b", "")
    row = next(b for b in closed.window.findChildren(QPushButton) if b.accessibleName() == "As last time")
    assert row.isVisible()
    assert "round 1: 2" in closed.reads()
    assert "No evidence was kept." in closed.reads()
    closed.presses_key(Qt.Key.Key_R)
    rating = closed.session.current.ratings["accuracy-not-value"]
    assert (rating.answer, rating.assessment_id) == (Answer.ESTABLISHED, closed.session.current.assessment.id)
    assert not row.isVisible()
    closed.presses_key(Qt.Key.Key_U)
    assert "accuracy-not-value" not in closed.session.current.ratings
    assert str(closed.session.labels.undo).startswith("Leave “Success was measured")
    assert "Warning sign 2 of 24" in closed.reads()


def test_what_moved_is_said_on_the_page_to_the_room_and_on_paper(closed: Facilitator, method: Method) -> None:
    closed.presses_key(Qt.Key.Key_Y)
    rates(closed, method, SECOND)
    planning, current = closed.window.pages[Step.PLAN].model, closed.session.current
    assert [(a.position, a.due) for a in current.actions] == [(1, SOON), (2, LATER)]
    planning.progress(current.actions[0].id, Progress.DONE)
    planning.due(current.actions[1].id, MOVED)
    closed.goes_to(Step.RESULTS)
    closed.presses("What moved")
    slipped = f"{day_and_month(LATER, NullTranslations())}, now "
    closed.waits_until(lambda: slipped in closed.reads())  # once the history has been heard

    said = closed.reads().replace("\u200b", "")
    assert "Three signs are worse; two are better" in said
    assert "Of seven signs answered in both rounds one cleared, one eased and three got worse." in said
    assert "Two were not asked again: these count neither way." in said
    assert "The one action promised by" in said
    page = closed.window.pages[Step.RESULTS]
    assert isinstance(page, ResultsPage)
    wall = page.room_page(Presenter(closed.session, dark=False))
    assert isinstance(wall, RoomMoved)
    assert wall.title == "Three signs are worse; two are better"
    assert [group.name for group in wall.groups] == ["Cleared: one", "Worse: three", "Eased: one"]
    paper = render(DocumentKind.ACTION_PLAN, closed.engagement, method, today=date.today())
    assert "Three signs are worse; two are better" in "\n".join(page for page in page_texts(paper))


def test_the_view_is_there_only_in_a_second_round(closed: Facilitator) -> None:
    closed.goes_to(Step.RESULTS)
    page = closed.window.pages[Step.RESULTS]
    assert isinstance(page, ResultsPage)
    assert "What moved" not in closed.reads()
    assert not page.show_moved()
    closed.goes_to(Step.CLOSING)
    closed.presses_key(Qt.Key.Key_Y)
    closed.goes_to(Step.RESULTS)
    assert "What moved" in closed.reads()
    page.show_part(Part.MOVED)
    assert "Nothing has been asked again yet" in closed.reads()
    closed.session.undo()
    assert "What moved" not in closed.reads()


def test_the_first_page_opens_a_second_round_to_look_at(facilitator: Facilitator) -> None:
    facilitator.presses("Its second round")
    facilitator.waits_until(lambda: facilitator.window.session is not None)
    facilitator.goes_to(Step.RESULTS)
    facilitator.presses("What moved")
    facilitator.waits_until(lambda: "Open then, Confirmed now" in facilitator.reads())
    said = facilitator.reads().replace("\u200b", "")
    assert "Three signs cleared; one is worse" in said
    assert "It stays a no-go: five points are open, and nine before" in said
    assert "22 January, now 19 February; 28 days later" in said
    assert {"Late  3", "To be done  9", "Done  10"} <= set(said.splitlines())
    the_room_votes_again(facilitator)
    assert "was 2.9 →" in facilitator.reads()
    rows = [row for row in facilitator.window.findChildren(LevelRow) if row.isVisible()]
    told = [(row._votes.count, row._votes.last_time) for row in rows if row._votes]
    assert told == [(6, (0, 7)), (1, (0, 7)), (0, (1, 7)), (0, (6, 7))]
    wall = facilitator.window.page.room_page(Presenter(facilitator.session, dark=False))
    assert isinstance(wall, RoomReveal)
    assert wall.heads == ("Last time", "This time")
    assert wall.last is not None
    assert (wall.first.counts, wall.last.counts) == ((0, 0, 1, 6), (6, 1, 0, 0))


def the_room_votes_again(facilitator: Facilitator) -> None:
    """By hands, on a sign that it had voted on in the round before."""
    facilitator.goes_to(Step.DIAGNOSE)
    facilitator.window.pages[Step.DIAGNOSE].show_place("ownership-gap")
    facilitator.types("v")
    facilitator.presses("Hands counted")
    for count in "61000":
        facilitator.types(count)
        facilitator.presses_key(Qt.Key.Key_Return)
    facilitator.presses_key(Qt.Key.Key_Return)
