"""The results say what was found, and tell what was voted from what was agreed aloud or entered."""

from __future__ import annotations

import pytest
from facilitator import Facilitator
from PySide6.QtCore import Qt

from desktop.console.results.mode_row import ModeRow
from desktop.console.results.opened import Opened
from desktop.console.results.sign_row import SignRow
from desktop.console.results.vote_row import VoteRow
from desktop.console.steps import Step
from desktop.view_models.room.pages import RoomResults
from desktop.view_models.room.presenting import Presenter
from models.engagement.engagement import Action, Rating, rating_id
from models.method.method import WarningSign
from models.values.sentence import act_called
from models.values.terms import Answer, Came


@pytest.fixture
def results(facilitator: Facilitator) -> Facilitator:
    facilitator.begins("Harbour Trust", "Berth planner")
    return facilitator


def sign(results: Facilitator, number: int) -> WarningSign:
    return results.session.method.signs[number - 1]


def rates(results: Facilitator, number: int, answer: Answer, came: Came = Came.ENTERED) -> None:
    scope, key = results.session.current.assessment.id, sign(results, number).id
    rating = Rating(id=rating_id(scope, key), assessment_id=scope, sign_id=key, answer=answer, came=came)
    results.session.edit(act_called("Rated"), rating)


def votes_on_the_first(results: Facilitator, counts: str) -> None:
    results.goes_to(Step.DIAGNOSE)
    results.types("v")
    results.types(counts)
    results.presses_key(Qt.Key.Key_Return)
    results.types("a")


def looks_at_the_agreement(results: Facilitator) -> str:
    results.goes_to(Step.RESULTS)
    results.types("g")
    results.comes_to_rest()
    return results.reads()


def test_the_title_is_the_finding_of_the_gravest_sign_of_the_worst_mode(results: Facilitator) -> None:
    results.goes_to(Step.RESULTS)
    assert "The diagnosis has not begun" in results.reads()
    rates(results, 1, Answer.NOT_PRESENT)
    assert "The diagnosis has not begun" not in results.reads()
    rates(results, 15, Answer.SEVERE)
    assert sign(results, 15).finding_at(3) in results.reads()
    rates(results, 15, Answer.NOT_PRESENT)
    assert "the worst" not in results.reads()
    assert sign(results, 15).finding_at(3) not in results.reads()


def test_the_headline_is_put_into_the_rooms_words_and_follows_the_answers_without_any(results: Facilitator) -> None:
    rates(results, 15, Answer.SEVERE)
    results.goes_to(Step.RESULTS)
    results.types("e")
    results.types("Nobody owns it")
    results.presses_key(Qt.Key.Key_Return)
    assert "Nobody owns it" in results.reads()
    page = results.window.pages[Step.RESULTS]
    wall = page.room_page(Presenter(results.session, dark=False))
    assert isinstance(wall, RoomResults)
    assert wall.title == "Nobody owns it"
    rates(results, 14, Answer.SEVERE)
    assert "Nobody owns it" in results.reads()
    results.types("e")
    results.presses_key(Qt.Key.Key_Backspace)
    results.presses_key(Qt.Key.Key_Escape)
    assert results.session.current.assessment.headline == ""
    assert sign(results, 14).finding_at(3) in results.reads().replace("\u00a0", " ")


def test_one_count_of_what_has_a_level_of_what_applies_is_said_here_and_in_the_rail(results: Facilitator) -> None:
    for number, answer in enumerate((Answer.EARLY, Answer.SEVERE, Answer.NOT_KNOWN, Answer.DOES_NOT_APPLY), 1):
        rates(results, number, answer)
    results.goes_to(Step.RESULTS)
    shown = results.reads()
    assert "2 of the 23 signs that apply have a level. 1 is not known, which is never fine. 20 were not asked" in shown
    results.waits_until(lambda: "Diagnose   2/23" in results.reads())


def test_what_was_voted_is_told_from_what_was_agreed_aloud_or_entered(results: Facilitator) -> None:
    rates(results, 2, Answer.SEVERE, Came.AGREED)
    rates(results, 3, Answer.NOT_PRESENT, Came.ENTERED)
    rates(results, 4, Answer.ESTABLISHED, Came.NOT_SAID)
    votes_on_the_first(results, "0 0 1 6")
    shown = looks_at_the_agreement(results)
    assert "The one vote agrees" in shown
    assert "One sign was voted on, one was agreed aloud, one was entered by the facilitator" in shown
    places = [
        shown.index(text)
        for text in (
            "Voted: a problem  ·  1",
            "Voted: split  ·  0",
            "Agreed aloud  ·  1",
            "Entered  ·  1",
            "Nobody noted how  ·  1",
        )
    ]
    assert places == sorted(places)
    assert "level 2.9, 7 votes" in shown
    assert "20 warning signs were not asked." in shown
    assert "agreed to be a problem" not in shown


def test_a_sign_in_good_order_is_said_in_good_words(results: Facilitator) -> None:
    rates(results, 2, Answer.NOT_PRESENT)
    votes_on_the_first(results, "7 0 0 0")
    shown = looks_at_the_agreement(results)
    for number in (1, 2):
        assert sign(results, number).healthy
        assert f"{number}  {sign(results, number).healthy}" in shown
        assert sign(results, number).title not in shown
    results.presses_key(Qt.Key.Key_Escape)
    opens_the_mode_of(results, 2)
    names = [row.accessibleName() for row in results.window.findChildren(SignRow)]
    assert any(name.startswith(f"{sign(results, 2).healthy}, 0 In good order") for name in names)


def test_one_figure_at_a_time_opens_to_its_sum_and_to_what_an_action_would_make_of_it(results: Facilitator) -> None:
    for number, level in ((13, Answer.ESTABLISHED), (15, Answer.SEVERE)):
        rates(results, number, level)
    template = next(a for a in results.session.method.actions if a.id in sign(results, 15).actions)
    action = Action(assessment_id=results.session.current.assessment.id, proposal=template.id, position=4)
    results.session.edit(act_called("Agreed"), action)
    results.goes_to(Step.RESULTS)
    results.presses_key(Qt.Key.Key_Return)
    assert "3 + 2 = 5 of the 6 that two signs can reach: 83 of 100." in results.reads()
    assert "Once action 4 has settled what calls for it, it would be" in results.reads()
    opens_the_mode_of(results, 1)
    assert sum(one.isVisible() for one in results.window.findChildren(Opened)) == 1
    results.presses_key(Qt.Key.Key_Left)
    assert not any(one.isVisible() for one in results.window.findChildren(Opened))


def test_of_the_votes_only_those_stand_there_that_do_not_agree(results: Facilitator) -> None:
    votes_on_the_first(results, "0 0 1 6")
    results.presses_key(Qt.Key.Key_PageDown)
    results.types("v")
    results.types("3 0 0 4")
    results.presses_key(Qt.Key.Key_Return)
    rates(results, 5, Answer.NOT_KNOWN)
    results.goes_to(Step.RESULTS)
    names = [row.accessibleName() for row in results.window.findChildren(VoteRow)]
    split = f"{sign(results, 2).finding_at(3)}; 0: 3, 1: 0, 2: 0, 3: 4, ?: 0; for now level 3"
    assert names == [split, sign(results, 5).title]
    assert "One vote agrees." in results.reads()


def opens_the_mode_of(results: Facilitator, number: int) -> None:
    mode = results.session.method.mode_of(sign(results, number).id)
    next(row for row in results.window.findChildren(ModeRow) if row.line.mode_id == mode.id).click()
    results.comes_to_rest()


def test_without_a_vote_no_vote_is_spoken_of(results: Facilitator) -> None:
    rates(results, 2, Answer.SEVERE, Came.AGREED)
    shown = looks_at_the_agreement(results)
    assert "Nothing was put to the vote" in shown
    assert "Voted:" not in shown
    assert "Agreed aloud  ·  1" in shown
