"""A vote from its opening to the agreed level, by counts, by name and at the laptop, from the keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from facilitator import Facilitator
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from desktop.console.diagnose.ballot_overlay import BallotOverlay
from desktop.console.diagnose.level_row import LevelRow
from desktop.console.diagnose.page import DiagnosePage
from desktop.console.steps import Step
from desktop.settings import MOTION
from desktop.view_models.room.pages import RoomPage, RoomReveal, RoomSign, RoomVoting
from models.diagnosis.voting import Tally
from models.engagement.engagement import Engagement, Stakeholder
from models.storage import Library
from models.values.sentence import act_called
from models.values.terms import Answer, Group, VoteWay

PEOPLE = {
    "Ana": Group.BUSINESS,
    "Ben": Group.BUSINESS,
    "Cleo": Group.BUSINESS,
    "Dai": Group.TECHNOLOGY,
    "Eve": Group.TECHNOLOGY,
    "Fay": Group.TECHNOLOGY,
}


@pytest.fixture
def room(facilitator: Facilitator) -> Facilitator:
    """Six people present and one absent, and the first warning sign live."""
    facilitator.begins("Harbour Trust", "Berth planner")
    scope = facilitator.engagement.id
    people = [
        Stakeholder(engagement_id=scope, position=n, name=name, group=group)
        for n, (name, group) in enumerate(PEOPLE.items())
    ]
    absent = Stakeholder(engagement_id=scope, position=9, name="Zed", present=False)
    facilitator.session.edit(act_called("People"), *people, absent)
    facilitator.goes_to(Step.DIAGNOSE)
    facilitator.presses_key(Qt.Key.Key_F5)
    return facilitator


def sees(room: Facilitator) -> RoomPage:
    control = room.window.door.control
    assert control is not None
    return control.presenter.view.page


def stored(room: Facilitator, library_file: Path) -> Engagement:
    """What another start of the program would find."""
    room.waits_until_saved()
    scope = room.engagement.id
    room.closes()
    with Library.open(library_file, who="test") as library:
        return library.engagement(scope)


def tally(room: Facilitator) -> Tally | None:
    page = room.window.pages[Step.DIAGNOSE]
    assert isinstance(page, DiagnosePage)
    return page.model.voting.revealed(page.model.sign_id)[0]


def test_counts_are_typed_revealed_and_the_facilitator_decides(room: Facilitator, library_file: Path) -> None:
    room.types("v")
    page = sees(room)
    assert isinstance(page, RoomVoting)
    assert page.sign.chosen is None
    room.types("1 2 4 2")
    assert isinstance(sees(room), RoomVoting)
    room.presses_key(Qt.Key.Key_Return)
    page = sees(room)
    assert isinstance(page, RoomReveal)
    assert page.first.counts == (1, 2, 4, 2)
    assert (page.split, page.title) == (True, "We see it differently: what have we seen?")
    assert page.outcome == "Split: from 0 to 3."
    assert page.heads == ("First vote, nine people",)
    assert page.sign.chosen is None
    room.types("a")
    page = sees(room)
    assert isinstance(page, RoomReveal)
    assert page.sign.chosen == 2
    assert page.beside == "For now: 2, established."
    kept = stored(room, library_file).current
    assert kept.ratings[room.session.method.signs[0].id].answer is Answer.ESTABLISHED
    assert [(b.count_0, b.count_1, b.count_2, b.count_3) for b in kept.ballots.values()] == [(1, 2, 4, 2)]


def test_the_facilitator_may_decide_otherwise(room: Facilitator) -> None:
    room.types("v")
    room.types("1 2 4 2")
    room.presses_key(Qt.Key.Key_Return)
    room.types("1")
    page = sees(room)
    assert isinstance(page, RoomReveal)
    assert page.sign.chosen == 1


def test_not_known_is_counted_apart(room: Facilitator) -> None:
    room.types("v")
    room.types("0 1 3 0 2")
    room.presses_key(Qt.Key.Key_PageDown)
    page = sees(room)
    assert isinstance(page, RoomReveal)
    assert (page.first.counts, page.first.not_known) == ((0, 1, 3, 0), 2)
    assert (page.split, page.title) == (False, "Four of six say 1 or 2")


def test_counts_that_cannot_be_right_are_told_and_kept(room: Facilitator) -> None:
    room.types("v")
    for typed in ("", "1 2 3", "1 2 x", "0 0 0 0", "99999 0 0 0", "1 2 3 4 5 6"):
        field = room.field("Counts of votes")
        assert isinstance(field, QLineEdit)
        field.selectAll()
        room.presses_key(Qt.Key.Key_Delete)
        room.types(typed.replace("x", ""))
        assert field.property("invalid") is not True
        room.presses_key(Qt.Key.Key_Return)
        assert isinstance(sees(room), RoomVoting), typed
        assert field.property("invalid") is True, typed
        assert tally(room) is None, typed


def counts(room: Facilitator, hands: str) -> None:
    """Types the hands of one answer after another."""
    for number in hands:
        room.types(number)
        room.presses_key(Qt.Key.Key_Return)


def on_the_wall(room: Facilitator) -> str:
    page = sees(room)
    assert isinstance(page, RoomVoting)
    return page.answered


def test_hands_are_asked_for_level_by_level_and_no_number_is_shown_again(room: Facilitator) -> None:
    room.types("v")
    assert on_the_wall(room) == "Hands up for 0"
    counts(room, "3")
    assert on_the_wall(room) == "Hands up for 1"
    after_three = room.reads()
    room.presses_key(Qt.Key.Key_Backspace)
    assert on_the_wall(room) == "Hands up for 0"
    counts(room, "1")
    assert room.reads() == after_three, "what was typed can be told from nothing"
    counts(room, "020")
    assert "Who does not know?" in room.reads()
    counts(room, "3")
    assert "All hands are counted" in room.reads()
    assert isinstance(sees(room), RoomVoting), "shown by a key of its own"
    assert not room.engagement.current.ratings
    room.presses_key(Qt.Key.Key_Return)
    page = sees(room)
    assert isinstance(page, RoomReveal)
    assert (page.first.counts, page.first.not_known) == ((1, 0, 2, 0), 3)


def test_a_sum_other_than_those_who_are_here_is_said_at_the_end_without_saying_where(room: Facilitator) -> None:
    room.types("v")
    counts(room, "9110")
    assert "hands went up" not in room.reads()
    counts(room, "0")
    assert "11 hands went up, 6 people are asked" in room.reads()
    assert isinstance(sees(room), RoomVoting)
    room.presses_key(Qt.Key.Key_Return)
    assert isinstance(sees(room), RoomReveal)


def test_a_count_goes_on_where_it_was_and_can_be_shown_without_the_rest(room: Facilitator) -> None:
    room.types("v")
    counts(room, "42")
    room.presses_key(Qt.Key.Key_PageUp)
    assert isinstance(sees(room), RoomSign)
    room.types("v")
    assert on_the_wall(room) == "Hands up for 2"
    assert "2 of 5 counted" in room.reads()
    room.presses_key(Qt.Key.Key_Return)
    assert room.field("Counts of votes").property("invalid") is True, "no number is no answer"
    room.types("r")
    page = sees(room)
    assert isinstance(page, RoomReveal)
    assert page.first.counts == (4, 2, 0, 0)


def votes_by_name(room: Facilitator, keys: str) -> None:
    room.types("v")
    room.types("v")
    for key in keys:
        room.types(key.lower())


def test_names_are_hidden_until_the_reveal_and_absent_people_are_not_missing(room: Facilitator) -> None:
    votes_by_name(room, "00133")
    page = sees(room)
    assert isinstance(page, RoomVoting)
    assert (page.answered, page.squares) == ("Five of six are in", (5, 6))
    assert page.hidden == "Hidden until all are in. Your name stays in this room."
    assert "Zed" not in room.reads()
    room.types("k")
    assert "6 of 6 have answered" in room.reads()
    assert tally(room) is None
    room.types("r")
    page = sees(room)
    assert isinstance(page, RoomReveal)
    assert (page.first.counts, page.first.not_known) == ((2, 1, 0, 2), 1)


def test_what_was_voted_stands_nowhere_on_the_console_before_the_reveal(room: Facilitator) -> None:
    room.types("v")
    room.types("v")
    room.types("3")
    room.waits_until_saved()
    after = room.reads()
    room.presses_key(Qt.Key.Key_Up)
    room.types("0")
    room.waits_until_saved()
    assert room.reads() == after


def test_groups_are_told_apart_where_three_of_each_have_voted(room: Facilitator) -> None:
    votes_by_name(room, "000333")
    room.types("r")
    assert "business 0.0" in room.reads()
    assert "technology 3.0" in room.reads()
    assert "0.0" not in repr(sees(room))


def test_the_clicker_asks_once_more_before_it_reveals_early(room: Facilitator) -> None:
    votes_by_name(room, "01")
    room.presses_key(Qt.Key.Key_PageDown)
    assert isinstance(sees(room), RoomVoting)
    assert "4 people have not answered yet" in room.reads()
    room.presses_key(Qt.Key.Key_PageDown)
    assert isinstance(sees(room), RoomReveal)


def test_a_second_round_keeps_the_first_and_shows_what_moved(room: Facilitator, library_file: Path) -> None:
    votes_by_name(room, "000333")
    room.types("r")
    room.types("v")
    for key in "223333":
        room.types(key.lower())
    room.types("r")
    page = sees(room)
    assert isinstance(page, RoomReveal)
    assert page.last is not None
    assert page.first.counts == (3, 0, 0, 3)
    assert page.last.counts == (0, 0, 2, 4)
    assert page.heads == ("First vote", "After talking")
    assert page.title == "Four of six say 3"
    assert "2.8, closer together" in room.reads()
    kept = stored(room, library_file).current
    assert [b.number for b in kept.ballots_on(room.session.method.signs[0].id)] == [1, 2]
    assert len(kept.votes) == 12


def test_going_back_puts_a_vote_away_and_keeps_what_was_cast(room: Facilitator) -> None:
    votes_by_name(room, "12")
    room.presses_key(Qt.Key.Key_PageUp)
    assert isinstance(sees(room), RoomSign)
    assert "Go on with the vote" in room.reads()
    room.types("v")
    assert "2 of 6 have answered" in room.reads()
    room.types("3")
    assert "3 of 6 have answered" in room.reads()


def test_a_vote_nobody_took_part_in_leaves_no_trace(room: Facilitator) -> None:
    room.types("v")
    room.presses_key(Qt.Key.Key_PageUp)
    assert not room.engagement.current.ballots
    assert "Let the room vote" in room.reads()


def test_a_standing_rating_does_not_pull_the_vote(room: Facilitator) -> None:
    room.types("3")
    room.types("v")
    page = sees(room)
    assert isinstance(page, RoomVoting)
    assert (page.sign.chosen, page.sign.answer) == (None, "")


def test_a_rating_key_does_nothing_behind_an_open_vote(room: Facilitator) -> None:
    votes_by_name(room, "")
    for key in "XCSTNE":
        room.types(key.lower())
    assert not room.engagement.current.ratings
    assert not room.engagement.current.notes


def test_undo_takes_the_reveal_back_with_one_key(room: Facilitator) -> None:
    votes_by_name(room, "000333")
    room.types("r")
    room.presses_key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    room.waits_until(lambda: tally(room) is None)
    assert not isinstance(sees(room), RoomReveal)


class TestTheBallotAtTheLaptop:
    @pytest.fixture
    def overlay(self, room: Facilitator) -> BallotOverlay:
        for _ in range(3):
            room.types("v")
        room.presses_key(Qt.Key.Key_Return)
        return next(w for w in room.window.findChildren(BallotOverlay) if w.isVisible())

    def test_it_covers_the_console_and_says_nothing_of_what_was_voted(
        self, room: Facilitator, overlay: BallotOverlay
    ) -> None:
        assert overlay.size() == room.window.size()
        assert "Ana" in room.reads()
        for key in "012":
            room.types(key.lower())
        page = sees(room)
        assert isinstance(page, RoomVoting)
        assert page.answered == "Three of six are in"
        room.presses_key(Qt.Key.Key_Tab)
        room.types("3")
        assert len(room.engagement.current.votes) == 4

    def test_escape_gives_the_laptop_back_and_holds_nothing(self, room: Facilitator, overlay: BallotOverlay) -> None:
        for key in "012333":
            room.types(key.lower())
        assert "Everyone has voted" in room.reads()
        room.presses_key(Qt.Key.Key_Escape)
        assert not overlay.isVisible()
        assert isinstance(sees(room), RoomVoting)
        room.presses_key(Qt.Key.Key_PageDown)
        page = sees(room)
        assert isinstance(page, RoomReveal)
        assert page.first.counts == (1, 1, 1, 3)
        assert next(iter(room.engagement.current.ballots.values())).way is VoteWay.BALLOT

    def test_the_clicker_takes_the_ballot_away_before_it_reveals(
        self, room: Facilitator, overlay: BallotOverlay
    ) -> None:
        room.types("2")
        room.presses_key(Qt.Key.Key_PageDown)
        assert not overlay.isVisible()
        assert isinstance(sees(room), RoomVoting)


def test_somebody_who_left_after_voting_still_counts(room: Facilitator, names: Callable[[str], Stakeholder]) -> None:
    votes_by_name(room, "222222")
    room.session.edit(act_called("Ana leaves"), replace(names("Ana"), present=False))
    assert "6 of 6 have answered" in room.reads()


@pytest.fixture
def names(room: Facilitator) -> Callable[[str], Stakeholder]:
    return lambda name: next(s for s in room.engagement.stakeholders if s.name == name)


@pytest.mark.parametrize(("motion", "moves"), [("system", True), ("none", False)])
def test_the_bars_grow_when_they_are_shown_unless_nothing_is_to_move(
    room: Facilitator, motion: str, moves: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A room that is still holds no half-grown bar: what was voted stands there at once."""
    grown: list[LevelRow] = []
    at_once = LevelRow.grow
    monkeypatch.setattr(LevelRow, "grow", lambda row: (grown.append(row), at_once(row))[1])
    room.clearway.choosing.choose(MOTION, motion)
    room.types("v")
    room.types("1 2 4 2")
    assert not grown
    room.presses_key(Qt.Key.Key_Return)

    assert bool(grown) is moves
    room.presses_key(Qt.Key.Key_F5)
    control = room.window.door.control
    assert control is not None
    assert control.room.still is not moves
