"""Live, hold and blank through the keys of a clicker, and nothing private in what the room is drawn from."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any

import pytest
from facilitator import Facilitator
from PySide6.QtCore import Qt

from desktop.console.presenting.small_picture import small_picture
from desktop.console.steps import Step
from desktop.view_models.room.pages import (
    RoomBlank,
    RoomClosing,
    RoomCommitment,
    RoomReadiness,
    RoomResults,
    RoomSign,
    RoomWelcome,
)
from desktop.view_models.room.planned.pages import RoomProposal
from desktop.view_models.room.showing import Showing

PRIVATE = "Between us: the sponsor has given up"


@pytest.fixture
def live(facilitator: Facilitator) -> Facilitator:
    """Someone in front of a room, on a warning sign."""
    facilitator.opens_the_sample()
    facilitator.goes_to(Step.DIAGNOSE)
    facilitator.presses_key(Qt.Key.Key_F5)
    facilitator.waits_until(lambda: facilitator.room.presenter.showing is Showing.LIVE)
    return facilitator


def sees(facilitator: Facilitator) -> object:
    return facilitator.room.presenter.view.page


def question(facilitator: Facilitator) -> str:
    page = sees(facilitator)
    assert isinstance(page, RoomSign)
    return page.question


def test_the_room_sees_the_sign_and_follows_the_clicker(live: Facilitator) -> None:
    signs = live.session.method.signs
    assert question(live) == signs[0].question
    live.presses_key(Qt.Key.Key_PageDown)
    assert question(live) == signs[1].question
    live.presses_key(Qt.Key.Key_PageUp)
    assert question(live) == signs[0].question


def test_the_clicker_works_with_the_keyboard_in_a_note(live: Facilitator) -> None:
    live.presses_key(Qt.Key.Key_N)
    live.types("a note. B")
    live.presses_key(Qt.Key.Key_PageDown)
    assert question(live) == live.session.method.signs[1].question
    live.waits_until_saved()
    assert "a note. B" in [n.text for n in live.engagement.current.notes]
    assert live.room.presenter.showing is Showing.LIVE


def test_hold_keeps_the_room_while_the_facilitator_moves_on(live: Facilitator) -> None:
    first = question(live)
    live.presses_key(Qt.Key.Key_Escape)
    assert live.room.presenter.showing is Showing.HELD
    live.presses_key(Qt.Key.Key_PageDown)
    assert question(live) == first
    live.presses_key(Qt.Key.Key_F5)
    assert question(live) == live.session.method.signs[1].question


def test_blank_shows_the_brand_and_comes_back(live: Facilitator) -> None:
    live.presses_key(Qt.Key.Key_Period)
    assert isinstance(sees(live), RoomBlank)
    live.presses_key(Qt.Key.Key_B)
    assert isinstance(sees(live), RoomSign)


def test_each_page_shows_the_room_its_own(live: Facilitator) -> None:
    live.goes_to(Step.RESULTS)
    assert isinstance(sees(live), RoomResults)
    live.goes_to(Step.READINESS)
    assert isinstance(sees(live), RoomReadiness)
    live.goes_to(Step.PLAN)
    assert isinstance(sees(live), RoomProposal | RoomCommitment)
    live.goes_to(Step.PREPARE)
    assert isinstance(sees(live), RoomWelcome)
    for step in (Step.CLOSING, Step.REPORT, Step.LIBRARY):
        live.goes_to(step)
        assert isinstance(sees(live), RoomClosing), step


def test_a_rating_appears_in_the_room_at_once(live: Facilitator) -> None:
    live.presses_key(Qt.Key.Key_3)
    page = sees(live)
    assert isinstance(page, RoomSign)
    assert page.chosen == 3


def test_nothing_private_can_be_reached_from_what_the_room_is_drawn_from(live: Facilitator) -> None:
    live.presses_key(Qt.Key.Key_N)
    live.types(PRIVATE)
    live.waits_until_saved()
    emails = {s.email for s in live.engagement.stakeholders}
    internal = {n.text for n in live.engagement.current.notes if not n.for_client} | emails | {PRIVATE}
    for step in Step:
        live.goes_to(step)
        texts = set(texts_in(live.room.presenter.view))
        assert not [text for text in texts if any(private in text for private in internal)]


def texts_in(value: Any) -> list[str]:
    """Every text reachable from a value."""
    if isinstance(value, str):
        return [value]
    if is_dataclass(value):
        return [text for field in fields(value) for text in texts_in(getattr(value, field.name))]
    if isinstance(value, (tuple, list)):
        return [text for inner in value for text in texts_in(inner)]
    return []


def test_leaving_the_engagement_takes_the_room_view_away(live: Facilitator) -> None:
    shown = live.room.room
    live.shows(live.engagement, live.session.method)
    assert live.window.door.control is None
    live.comes_to_rest()
    assert shown not in live.window.findChildren(type(shown))


def test_the_room_reads_a_mode_by_its_neutral_name_as_the_rail_beside_it_does(live: Facilitator) -> None:
    page = sees(live)
    assert isinstance(page, RoomSign)
    here = live.session.method.modes[0]
    assert page.mode == here.short == next(mode.name for mode in page.modes if mode.here)


def test_for_a_call_the_room_is_a_window_like_any_other_and_comes_back_where_it_was(facilitator: Facilitator) -> None:
    facilitator.opens_the_sample()
    facilitator.goes_to(Step.DIAGNOSE)
    facilitator.presses_key(Qt.Key.Key_F5, Qt.KeyboardModifier.ControlModifier)
    control = facilitator.room
    room = control.room

    assert room.isVisible()
    assert not room.windowFlags() & Qt.WindowType.FramelessWindowHint
    assert not control.projector.covering
    room.resize(640, 360)
    facilitator.presses("End")
    assert not room.isVisible()
    facilitator.presses_key(Qt.Key.Key_F5, Qt.KeyboardModifier.ControlModifier)

    assert (room.width(), room.height()) == (640, 360)


def test_the_rail_never_says_held_where_no_room_is_open(facilitator: Facilitator) -> None:
    facilitator.opens_the_sample()
    facilitator.goes_to(Step.DIAGNOSE)
    facilitator.presses_key(Qt.Key.Key_F5)
    assert "LIVE" in facilitator.reads()

    for _ in range(2):
        facilitator.presses_key(Qt.Key.Key_Escape)

    control = facilitator.room
    assert not control.room.isVisible()
    assert "NOTHING" in facilitator.reads()
    assert "HELD" not in facilitator.reads()


def test_the_rail_shows_the_page_that_is_meant_and_no_fade(live: Facilitator) -> None:
    live.presses_key(Qt.Key.Key_PageDown)
    strip, control = live.window.rail.room, live.room
    meant = control.room.composition
    assert meant is not None
    assert control.presenter.view.page == sees(live)
    wanted = small_picture(meant, strip.picture_size, strip.devicePixelRatioF()).toImage()
    live.waits_until(lambda: strip._picture.pixmap().toImage() == wanted)
    assert max(wanted.width(), wanted.height()) >= 100
