"""The pages about votes: the rows of a sign stay where they are, each vote can be counted, and no figure of agreement
stands on the wall.
"""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from page_audit import audit
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from room_samples import SIZES, brand, long_sign_page, sign_page, view
from vote_samples import (
    HIDDEN,
    SPLIT,
    agreed_on,
    agreement_page,
    long_reveal_page,
    reveal_page,
    second_round,
    vote_pages,
    voting_page,
)

from desktop.room.all_pages import described
from desktop.room.compositor import Compositor
from desktop.room.drawing.composition import Composition, PlacedShape, PlacedText
from desktop.room.drawing.look import make_look
from desktop.view_models.room.entries import RoomTally
from desktop.view_models.room.pages import RoomPage, RoomVoting
from models.method.method import Method

FULL_HD = QSize(1920, 1080)
EVERY_SIZE = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


def composed(page: RoomPage, size: QSize = FULL_HD) -> Composition:
    return Compositor().compose(view(page, dark=False), size)


def texts(page: Composition, role: str) -> list[PlacedText]:
    return [text for text in page.texts if text.role == role]


def shapes(page: Composition, role: str) -> list[PlacedShape]:
    return [shape for shape in page.shapes if shape.role == role]


def said(page: Composition, role: str) -> list[str]:
    return [text.text for text in texts(page, role)]


@EVERY_SIZE
def test_a_vote_moves_nothing_on_its_sign(dressed_app: QApplication, method: Method, size: tuple[int, int]) -> None:
    for sign in (sign_page(method, 3), replace(long_sign_page(third=True, chosen=None), answer="")):
        plain = composed(sign, QSize(*size))
        kept = [text for text in plain.texts if text.role in ("kicker", "sign", "question", "level", "anchor")]
        for answered, squares in (("None of eight is in yet", (0, 8)), ("All 60 are in", (60, 60)), ("Now", (0, 0))):
            drawn = composed(RoomVoting(sign, answered, squares, HIDDEN), QSize(*size))
            assert [text for text in drawn.texts if text in kept] == kept
            assert said(drawn, "answered") == [answered]
            band = shapes(drawn, "voting")[0].box
            assert band.y > max(text.box.bottom for text in texts(drawn, "anchor"))
            assert not [text for text in drawn.texts if text.role.startswith("stretch")]


@EVERY_SIZE
def test_the_rows_of_a_sign_stay_where_they_are_when_its_votes_are_shown(
    dressed_app: QApplication, method: Method, size: tuple[int, int]
) -> None:
    pages = (reveal_page(method, 3), second_round(reveal_page(method, 3)), long_reveal_page(True))
    for page in pages:
        sign, shown = composed(page.sign, QSize(*size)), composed(page, QSize(*size))
        for role in ("level square", "chosen 3"):
            assert [s.box for s in shapes(sign, role)] == [s.box for s in shapes(shown, role)]
        assert [text.box.x for text in texts(sign, "level")] == [text.box.x for text in texts(shown, "level")[:4]]
        middles = [[t.box.y + t.box.height / 2 for t in texts(drawn, "level")[:4]] for drawn in (sign, shown)]
        assert middles[0] == pytest.approx(middles[1])


def test_as_many_squares_as_people_are_filled_from_the_left(dressed_app: QApplication, method: Method) -> None:
    page = composed(voting_page(method))
    filled, empty = shapes(page, "in"), shapes(page, "out")
    assert (len(filled), len(empty)) == (5, 3)
    assert max(shape.box.right for shape in filled) < min(shape.box.x for shape in empty)
    hands = composed(voting_page(method, 3, "Your vote, please", (0, 0)))
    assert not shapes(hands, "in") + shapes(hands, "out")


def test_every_vote_is_one_bar_with_its_count(dressed_app: QApplication, method: Method) -> None:
    page = composed(reveal_page(method))
    assert said(page, "count") == ["1", "2", "4", "2", "2"]
    bars = shapes(page, "vote")
    assert len(bars) == 11
    assert len({(round(bar.box.width, 3), round(bar.box.height, 3)) for bar in bars}) == 1
    # A level that nobody voted has a dash.
    alone = composed(reveal_page(method, tally=RoomTally((0, 0, 5, 0), 0)))
    assert (said(alone, "count"), len(shapes(alone, "vote")), len(shapes(alone, "dash"))) == (["5"], 5, 4)


def test_the_first_vote_is_pale_and_the_last_is_dark(dressed_app: QApplication, method: Method) -> None:
    page, look = composed(second_round(reveal_page(method))), make_look(False, brand().primary, brand().accent)
    assert said(page, "head") == ["First vote", "After talking"]
    first, last = (text.box.x for text in texts(page, "head"))
    assert said(page, "count") == ["1", "2", "1", "4", "6", "2", "3", "2", "1"]
    known = [bar for bar in shapes(page, "vote") if bar.fill != look.edge]
    assert {bar.fill for bar in known if bar.box.x < last} == {look.done}
    assert {bar.fill for bar in known if bar.box.x >= last} == {look.brand}
    assert first < last


def test_those_who_do_not_know_stand_in_a_dashed_row_of_their_own(dressed_app: QApplication, method: Method) -> None:
    page, look = composed(reveal_page(method)), make_look(False, brand().primary, brand().accent)
    assert said(page, "level")[4] == "Not known"
    assert [square.dashed for square in shapes(page, "square")] == [True]
    assert len([bar for bar in shapes(page, "vote") if bar.fill == look.edge]) == SPLIT.not_known


def test_a_split_vote_fills_no_row_and_says_from_where_to_where(dressed_app: QApplication, method: Method) -> None:
    page = composed(replace(agreed_on(reveal_page(method), 2), split=True, outcome="Split: from 0 to 3."))
    assert not [shape for shape in page.shapes if shape.role.startswith("chosen")]
    assert said(page, "strong") == ["Split: from 0 to 3."]
    agreed = composed(agreed_on(second_round(reveal_page(method)), 2))
    assert len(shapes(agreed, "chosen 2")) == 1


@EVERY_SIZE
def test_agreeing_moves_nothing(dressed_app: QApplication, method: Method, size: tuple[int, int]) -> None:
    for page in (second_round(reveal_page(method)), long_reveal_page(third=False), long_reveal_page(third=True)):
        plain = composed(replace(page, sign=replace(page.sign, chosen=None)), QSize(*size))
        for level in range(4):
            agreed = composed(replace(page, sign=replace(page.sign, chosen=level)), QSize(*size))
            assert not audit(agreed)
            assert [(t.role, t.lines, t.box) for t in agreed.texts] == [(t.role, t.lines, t.box) for t in plain.texts]


def test_no_figure_of_agreement_and_no_middle_of_the_votes_stands_on_the_wall(
    dressed_app: QApplication, method: Method
) -> None:
    for name, page in vote_pages(method).items():
        shown = [text.text for text in composed(page).texts] + [described(view(page, dark=False))]
        assert not [text for text in shown if re.search(r"\d\.\d", text)], name


@EVERY_SIZE
def test_every_vote_has_a_row_under_its_kind(dressed_app: QApplication, method: Method, size: tuple[int, int]) -> None:
    page = agreement_page(method, (2, 5, 1, 1))
    drawn = composed(page, QSize(*size))
    assert said(drawn, "group") == ["Split: talk again", "Agreed: a problem", "Agreed: fine", "Not known"]
    assert said(drawn, "sign title") == [sign.title for sign in method.signs[:9]]
    assert said(drawn, "aside") == ["2 for now"] * 2
    assert len(shapes(drawn, "vote")) == sum(sum(vote.counts) for group in page.groups for vote in group.rows)
    rows = [text.box.y for text in texts(drawn, "sign title")]
    assert rows == sorted(rows)


def test_what_was_entered_without_a_vote_is_a_strip_of_its_own(dressed_app: QApplication, method: Method) -> None:
    page = composed(agreement_page(method, (2, 5, 1, 1)))
    assert said(page, "without") == ["Entered without a vote: 13"]
    rows = max(text.box.bottom for text in texts(page, "sign title"))
    strip = [s for s in shapes(page, "level square") if s.box.y > rows]
    assert len(strip) == 13
    bare = composed(agreement_page(method, (2, 5, 1, 1), without=0))
    assert not texts(bare, "without")
