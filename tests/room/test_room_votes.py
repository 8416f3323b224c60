"""The pages about votes: nothing jumps, the columns are to scale, and nothing is said by colour alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from page_audit import audit
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from room_samples import SIZES, long_sign_page, sign_page, view
from vote_samples import SPLIT, agreement_page, long_agreement_page, long_reveal_page, reveal_page, second_round

from desktop.room.compositor import Compositor
from desktop.room.drawing.composition import Composition, PlacedShape, PlacedText
from desktop.view_models.room.pages import RoomPage, RoomTally, RoomVoting
from models.method.method import Method

FULL_HD = QSize(1920, 1080)


def composed(page: RoomPage, size: QSize = FULL_HD) -> Composition:
    return Compositor().compose(view(page, dark=False), size)


def texts(page: Composition, role: str) -> list[PlacedText]:
    return [text for text in page.texts if text.role == role]


def shapes(page: Composition, role: str) -> list[PlacedShape]:
    return [shape for shape in page.shapes if shape.role == role]


def said(page: Composition, role: str) -> list[str]:
    return [text.text for text in texts(page, role)]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_vote_moves_nothing_on_its_sign(dressed_app: QApplication, method: Method, size: tuple[int, int]) -> None:
    for sign in (sign_page(method, 3), replace(long_sign_page(third=True, chosen=None), answer="")):
        plain = composed(sign, QSize(*size))
        for answered in ("0 of 8 have answered", "60 of 60 have answered", "Your vote, please"):
            drawn = composed(RoomVoting(sign, answered), QSize(*size))
            assert drawn.texts[: len(plain.texts)] == plain.texts
            assert [text.text for text in drawn.texts[len(plain.texts) :]] == ["Voting is open", answered]
            band = shapes(drawn, "voting")[0].box
            assert band.y > max(text.box.bottom for text in texts(drawn, "anchor"))
            assert band.height == shapes(composed(RoomVoting(sign, "1"), QSize(*size)), "voting")[0].box.height


def test_the_columns_are_to_scale(dressed_app: QApplication, method: Method) -> None:
    page = composed(reveal_page(method))
    assert said(page, "votes") == ["1", "2", "4", "2", "2"]
    heights = [column.box.height for column in shapes(page, "column")]
    assert [height / heights[0] for height in heights] == pytest.approx([1, 2, 4, 2, 2])
    assert len({round(column.box.bottom, 3) for column in shapes(page, "column")}) == 1
    # A level that nobody voted has no column at all.
    alone = composed(reveal_page(method, tally=RoomTally((0, 0, 5, 0), 0, "2.0", "Agreed (1.00)")))
    assert len(shapes(alone, "column")) == 1


def test_the_pointer_stands_at_the_level_on_the_scale(dressed_app: QApplication, method: Method) -> None:
    page = composed(reveal_page(method))
    zero, one = (shapes(page, "level edge")[level].box for level in (0, 1))
    pointer = shapes(page, "median")[0].box
    place = (pointer.x + pointer.width / 2 - zero.x - zero.width / 2) / (one.x - zero.x)
    assert place == pytest.approx(1.875)
    assert said(page, "median") == ["Level 1.9"]
    assert said(page, "level figure") == ["1.9"]
    assert said(page, "agreement") == ["Split (0.54)"]


def test_those_who_do_not_know_stand_apart_and_dashed(dressed_app: QApplication, method: Method) -> None:
    page = composed(reveal_page(method))
    assert [edge.dashed for edge in shapes(page, "level edge")] == [False, False, False, False, True]
    assert [column.dashed for column in shapes(page, "column")] == [False, False, False, False, True]
    places = [edge.box.x for edge in shapes(page, "level edge")]
    assert places[4] - places[3] > 1.2 * (places[3] - places[2])
    assert said(page, "level")[4] == "Not known"
    everyone_knew = composed(reveal_page(method, tally=replace(SPLIT, not_known=0)))
    assert len(shapes(everyone_knew, "level edge")) == 4
    # While anybody did not know before, it is seen that nobody does now.
    page = composed(replace(second_round(reveal_page(method)), tally=replace(SPLIT, not_known=0)))
    assert said(page, "votes")[4] == "0"


def test_where_nobody_knows_there_is_no_level(dressed_app: QApplication, method: Method) -> None:
    for not_known in (0, 8):
        page = composed(reveal_page(method, tally=RoomTally((0, 0, 0, 0), not_known, "", "Nobody knows")))
        assert said(page, "agreement") == ["Nobody knows"]
        assert not texts(page, "level figure") + texts(page, "median") + texts(page, "legend")
        assert not shapes(page, "median")


def test_the_round_before_is_outlined_and_named(dressed_app: QApplication, method: Method) -> None:
    page = composed(second_round(reveal_page(method)))
    assert said(page, "before") == ["1", "2", "4", "2", "2"]
    assert {bool(ghost.fill) for ghost in shapes(page, "before")} == {False}
    assert {bool(column.fill) for column in shapes(page, "column")[:3]} == {True}
    assert said(page, "legend")[:2] == ["This round", "The round before"]
    now, before = (max(shapes(page, role), key=lambda s: s.box.height).box.height for role in ("column", "before"))
    assert now / before == pytest.approx(6 / 4)
    first = composed(reveal_page(method))
    assert not shapes(first, "before")
    assert said(first, "legend") == ["Level: the middle of the votes"]


def test_the_movement_and_the_groups_are_said(dressed_app: QApplication, method: Method) -> None:
    for size in SIZES:
        notes = said(composed(second_round(reveal_page(method)), QSize(*size)), "note")
        assert [" ".join(note.split()) for note in notes] == [
            "After discussion: level 1.9 → 2.2, closer together",
            "Business 0.8 · Technology 2.6",
        ]


def test_no_group_is_parted_from_its_level(dressed_app: QApplication) -> None:
    for size in SIZES:
        groups = texts(composed(long_reveal_page(third=False), QSize(*size)), "note")[1]
        assert len(groups.lines) > 1
        for line in groups.lines:
            assert line.rstrip("· \N{NO-BREAK SPACE}")[-2] == "."


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_agreeing_moves_nothing_and_is_more_than_colour(
    dressed_app: QApplication, method: Method, size: tuple[int, int]
) -> None:
    page = second_round(reveal_page(method))
    plain, agreed = composed(page, QSize(*size)), composed(replace(page, chosen=2), QSize(*size))
    for drawn in (agreed, composed(replace(page, answer="Not known"), QSize(*size))):
        kept = [(t.role, t.lines, t.box) for t in drawn.texts if t.role != "answer"]
        assert kept == [(t.role, t.lines, t.box) for t in plain.texts]
    weights = [text.face.weight for text in texts(agreed, "level")]
    assert [weight > weights[0] for weight in weights] == [False, False, True, False, False]
    frame = shapes(agreed, "agreed frame")[0].box
    assert frame.holds(shapes(agreed, "level edge")[2].box)
    assert len([tick for tick in shapes(agreed, "tick") if frame.holds(tick.box)]) == 1
    assert said(agreed, "answer") == [f"Agreed: 2 {page.levels[2]}"]
    assert not shapes(plain, "tick")


# At the last two the answer of a long page just about finds room.
@pytest.mark.parametrize("size", [*SIZES, (1210, 700), (1140, 700)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("third", [False, True], ids=["long", "a third longer"])
def test_agreeing_on_a_page_of_long_texts_moves_nothing(
    dressed_app: QApplication, size: tuple[int, int], third: bool
) -> None:
    page = replace(long_reveal_page(third), chosen=None)
    plain = composed(page, QSize(*size))
    for level in range(4):
        agreed = composed(replace(page, chosen=level), QSize(*size))
        assert not audit(agreed)
        kept = [(t.role, t.lines, t.box) for t in agreed.texts if t.role != "answer"]
        assert kept == [(t.role, t.lines, t.box) for t in plain.texts]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_sign_stands_under_its_kind_of_agreement(
    dressed_app: QApplication, method: Method, size: tuple[int, int]
) -> None:
    page = agreement_page(method, (7, 5, 3, 9))
    drawn = composed(page, QSize(*size))
    assert sorted(int(number) for number in said(drawn, "number")) == list(range(1, 25))
    assert set(said(drawn, "sign title")) == {sign.title for sign in method.signs}
    places = [(text.box.x > size[0] / 2, text.box.y) for text in texts(drawn, "group")]
    assert places == sorted(places)
    assert list(dict.fromkeys(said(drawn, "group"))) == [group.name for group in page.groups]
    for group, (start, end) in zip(page.groups, ((1, 7), (8, 12), (13, 15), (16, 24)), strict=True):
        for number in range(start, end + 1):
            assert heading_over(drawn, number) == group.name


def heading_over(page: Composition, number: int) -> str:
    sign = next(text for text in texts(page, "number") if text.text == str(number))
    middle = page.width / 2
    above = [t for t in texts(page, "group") if (t.box.x > middle) == (sign.box.x > middle) and t.box.y < sign.box.y]
    return max(above, key=lambda text: text.box.y).text


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_all_signs_of_the_pack_keep_their_titles_in_one_group(
    dressed_app: QApplication, method: Method, size: tuple[int, int]
) -> None:
    for sizes in ((24, 0, 0, 0), (0, 24, 0, 0), (0, 0, 24, 0), (0, 0, 0, 24)):
        drawn = composed(agreement_page(method, sizes), QSize(*size))
        assert len(texts(drawn, "sign title")) == 24


def test_where_titles_find_no_room_the_last_groups_become_numbers(dressed_app: QApplication) -> None:
    drawn = composed(long_agreement_page(True, (7, 5, 3, 9)))
    titled = len(texts(drawn, "sign title"))
    assert 7 <= titled < 24
    assert len(shapes(drawn, "number box")) == 24 - titled
    assert sorted(int(number) for number in said(drawn, "number")) == list(range(1, 25))
    assert "Boxes: number of the warning sign" in said(drawn, "legend")
    assert [heading_over(drawn, number) for number in (1, 8, 13, 24)] == [
        "Agreed problem",
        "Split",
        "Not known",
        "Agreed fine",
    ]


def test_each_kind_of_agreement_has_its_own_mark(dressed_app: QApplication, method: Method) -> None:
    page = composed(agreement_page(method, (2, 0, 1, 1)))
    marks = shapes(page, "group mark")
    kinds = []
    for name in texts(page, "group"):
        beside = [
            m
            for m in marks
            if 0 < name.box.x - m.box.x < 100 and name.box.y <= m.box.y and m.box.bottom <= name.box.bottom
        ]
        ticked = any(beside[0].box.holds(tick.box) for tick in shapes(page, "tick"))
        kinds.append((len(beside), bool(beside[0].fill), beside[0].dashed, ticked))
    assert kinds == [(1, True, False, False), (2, True, False, False), (1, False, True, False), (1, False, False, True)]
    assert said(page, "count") == ["2", "0", "1", "1"]
