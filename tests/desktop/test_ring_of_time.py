"""A ring of time on the wall, on a key: for the time box, or for three minutes of silence."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from facilitator import Facilitator
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.console.steps import Step
from desktop.view_models.room.entries import RoomRing
from desktop.view_models.workshop.ringing import Kind, Ringing
from models.engagement.workshop import AgendaBox
from models.values.sentence import act_called

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def live(facilitator: Facilitator) -> Facilitator:
    """Someone in front of a room, on a warning sign, whose agenda has not begun."""
    facilitator.opens_the_sample()
    current = facilitator.engagement.current
    facilitator.session.edit(act_called("Begin anew"), *(replace(b, since=None, spent=0) for b in current.agenda))
    facilitator.goes_to(Step.DIAGNOSE)
    facilitator.presses_key(Key.Key_F5)
    return facilitator


def ring(facilitator: Facilitator) -> RoomRing | None:
    """What the room's window shows."""
    shown = facilitator.room.room.view
    assert shown is not None
    return shown.ring


def running(facilitator: Facilitator) -> AgendaBox:
    return next(box for box in facilitator.engagement.current.agenda if box.since)


def earlier(facilitator: Facilitator, minutes: float) -> None:
    """As if the box that runs had begun so long before."""
    box = running(facilitator)
    assert box.since is not None
    facilitator.session.edit(act_called("Earlier"), replace(box, since=box.since - timedelta(minutes=minutes)))


def test_one_key_shows_what_is_left_of_the_time_box_and_takes_it_away(live: Facilitator) -> None:
    live.presses_key(Key.Key_N, ALT)
    minutes = running(live).minutes
    assert ring(live) is None
    live.presses_key(Key.Key_R, ALT)
    assert ring(live) == RoomRing(str(minutes), 1.0, "running", "minutes left")
    drawn = live.room.room.composition
    assert drawn is not None
    assert "minutes left" in [text.text for text in drawn.texts]

    earlier(live, minutes - 1.5)
    found = ring(live)
    assert found is not None
    assert (found.minutes, found.state) == ("2", "last")
    earlier(live, 4)
    assert ring(live) == RoomRing("+2", 1.0, "over", "time is up")
    live.presses_key(Key.Key_P, ALT)
    live.presses_key(Key.Key_R, ALT)
    assert ring(live) is None


def test_the_ring_stands_with_the_clock_and_goes_with_its_box(live: Facilitator) -> None:
    live.presses_key(Key.Key_N, ALT)
    live.presses_key(Key.Key_R, ALT)
    live.presses_key(Key.Key_P, ALT)
    found = ring(live)
    assert found is not None
    assert (found.state, found.name) == ("stands", "the clock stands")
    live.presses_key(Key.Key_P, ALT)
    live.presses_key(Key.Key_N, ALT)
    assert ring(live) is None, "the next box has none until it is asked for"


def test_without_a_time_box_the_key_says_so(live: Facilitator) -> None:
    live.presses_key(Key.Key_R, ALT)
    assert ring(live) is None
    assert "No time box is running. Alt+N begins the agenda." in live.reads()


def test_three_minutes_of_silence_with_the_keyboard_in_a_note(live: Facilitator) -> None:
    live.presses_key(Key.Key_N)
    live.presses_key(Key.Key_Q, ALT)
    assert ring(live) == RoomRing("3", 1.0, "running", "minutes of silence")
    live.presses_key(Key.Key_Escape)
    live.presses_key(Key.Key_Period)
    assert ring(live) is None, "the brand alone"
    live.presses_key(Key.Key_B)
    assert ring(live) is not None
    live.goes_to(Step.PREPARE)
    assert ring(live) is None, "nobody works while the day is shown"
    live.goes_to(Step.DIAGNOSE)
    live.presses_key(Key.Key_Q, ALT)
    assert ring(live) is None


def test_silence_ends_quietly(live: Facilitator) -> None:
    now = datetime(2026, 11, 12, 9, tzinfo=UTC)
    clock = [now]
    ringing = Ringing(live.session, lambda: clock[0])
    assert ringing.toggle(Kind.SILENCE)
    told = []
    for seconds in (0, 59, 60, 61, 121, 179, 180, 200, 240, 9000):
        clock[0] = now + timedelta(seconds=seconds)
        found = ringing.ring()
        assert found is not None
        told.append((found.minutes, found.state))
    assert told == [
        ("3", "running"),
        ("3", "running"),
        ("2", "last"),
        ("2", "last"),
        ("1", "last"),
        ("1", "last"),
        ("0", "over"),
        ("0", "over"),
        ("+1", "over"),
        ("+99", "over"),
    ]
    assert ringing.toggle(Kind.SILENCE)
    assert not ringing.on


def test_time_passes_on_the_wall_without_a_key(live: Facilitator) -> None:
    live.presses_key(Key.Key_Q, ALT)
    ringing = live.room.presenter.ringing
    ringing._begun -= timedelta(seconds=170)
    live.waits_until(lambda: (found := ring(live)) is not None and found.minutes == "1")


def test_the_keys_are_told(live: Facilitator) -> None:
    live.window.show_keys()
    assert "A ring of time, for the time box or three quiet minutes" in live.reads()
    caps = [caps.accessibleName() for caps in live.window.findChildren(QWidget) if caps.isVisible()]
    assert any("Alt+R" in cap.split() and "Alt+Q" in cap.split() for cap in caps)
