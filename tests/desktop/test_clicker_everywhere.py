"""The keys of a clicker with the keyboard in every kind of field of every page, in either window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from facilitator import Facilitator, comes_by_post
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from desktop.console.keys_overlay import KeysOverlay
from desktop.console.playbook.register_table import RegisterTable
from desktop.console.presenting.check_overlay import RoomCheckOverlay
from desktop.console.steps import Step
from desktop.view_models.room.pages import RoomSign, RoomVoting
from desktop.view_models.room.showing import Showing
from desktop.widgets.fields import TextField

Key = Qt.Key
DIALOGS = [
    (Step.LIBRARY, "Export…"),
    (Step.LIBRARY, "Import…"),
    (Step.PREPARE, "Choose: Main colour"),
    (Step.PREPARE, "Choose: Your logo"),
    (Step.REPORT, "Save PDF…"),
]


@pytest.fixture
def live(facilitator: Facilitator) -> Facilitator:
    """Someone in front of a room, on a warning sign."""
    facilitator.opens_the_sample()
    facilitator.goes_to(Step.DIAGNOSE)
    facilitator.presses_key(Key.Key_F5)
    return facilitator


def kinds_of_fields(live: Facilitator) -> Iterator[QWidget]:
    """The first of each kind that the keyboard can be in, on the page in sight."""
    seen = set()
    for widget in live.window.findChildren(QWidget):
        reachable = widget.isVisible() and widget.isEnabled() and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
        if reachable and type(widget) not in seen:
            seen.add(type(widget))
            yield widget


def presses(live: Facilitator, field: QWidget, key: Key, in_console: bool) -> None:
    """A key with the console's keyboard in `field`, pressed in one window or the other."""
    pressed_in = live.window if in_console else live.room.room
    pressed_in.activateWindow()
    live.waits_until(pressed_in.isActiveWindow)
    field.setFocus()
    QTest.keyClick(field if in_console else pressed_in, key)
    comes_by_post()


@pytest.mark.parametrize("in_console", [True, False], ids=["console", "room"])
def test_each_key_does_its_act_with_the_keyboard_in_any_field(live: Facilitator, in_console: bool) -> None:
    steps: list[int] = []
    live.room.stepped.disconnect()
    live.room.stepped.connect(steps.append)
    for step in (*[step for step in Step if step is not Step.LIBRARY], Step.LIBRARY):
        live.goes_to(step)
        tried = 0
        for field in kinds_of_fields(live):
            try_the_keys(live, field, in_console, steps)
            assert (live.window.step, live.window.isVisible()) == (step, True), type(field).__name__
            tried += 1
        assert tried > 1, step


def try_the_keys(live: Facilitator, field: QWidget, in_console: bool, steps: list[int]) -> None:
    """`steps` is where the clicker leads, and empty."""
    control = live.room
    typed = isinstance(field, (QLineEdit, QPlainTextEdit))
    about = f"{type(field).__name__} of {live.window.step}"
    control.presenter.hold()
    presses(live, field, Key.Key_F5, in_console)
    assert live.showing is Showing.LIVE, about
    presses(live, field, Key.Key_PageDown, in_console)
    presses(live, field, Key.Key_PageUp, in_console)
    assert steps == [1, -1], about
    steps.clear()
    before = live.engagement
    presses(live, field, Key.Key_Escape, in_console)
    left = live.window.focusWidget() is not field
    assert left or not typed, about
    innermost = left and isinstance(field, (QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView))
    assert live.showing is (Showing.LIVE if innermost else Showing.HELD), about
    assert live.engagement == before, about
    if not typed and not isinstance(field, RegisterTable):  # these type them
        control.go_live()
        presses(live, field, Key.Key_Period, in_console)
        assert live.showing is Showing.BLANK, about
        presses(live, field, Key.Key_B, in_console)
        assert live.showing is Showing.LIVE, about


def test_a_field_that_the_room_view_covers_does_not_keep_the_keys(live: Facilitator) -> None:
    control = live.room
    live.goes_to(Step.PREPARE)
    control.hold()
    field = next(w for w in live.window.findChildren(TextField) if w.isVisible())
    presses(live, field, Key.Key_F5, in_console=True)
    assert control.projector.covering
    QTest.keyClick(control.room, Key.Key_Period)
    comes_by_post()
    assert live.showing is Showing.BLANK


def test_the_overlay_of_keys_is_put_away_and_the_room_stays_as_it_was(live: Facilitator) -> None:
    for key in (Key.Key_Escape, Key.Key_Period, Key.Key_B):
        presses(live, live.window.pages[Step.DIAGNOSE], Key.Key_Question, in_console=True)
        overlay = live.finds(KeysOverlay, "Keys")
        presses(live, overlay, key, in_console=True)
        assert not live.window.keys.isVisible()
        assert live.showing is Showing.LIVE


def test_the_clicker_leads_the_room_over_the_overlay_of_keys(live: Facilitator) -> None:
    signs = live.session.method.signs
    live.types("?")
    live.presses_key(Key.Key_PageDown)
    assert not live.window.keys.isVisible()
    page = live.room.presenter.view.page
    assert isinstance(page, RoomSign)
    assert page.question == signs[1].question
    live.types("3")
    assert live.session.current.ratings[signs[1].id].answer.level == 3


def test_the_clicker_test_hears_a_key_that_is_pressed_in_the_room_view(live: Facilitator) -> None:
    control = live.room
    steps: list[int] = []
    control.stepped.connect(steps.append)
    live.presses_key(Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    clicker = live.finds(RoomCheckOverlay, "Room check").check.clicker
    before = live.reads()
    presses(live, clicker, Key.Key_PageDown, in_console=False)
    assert live.reads() != before
    assert steps == []


def test_escape_is_tried_once_and_then_ends_the_room_check(live: Facilitator) -> None:
    live.presses_key(Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    live.presses_key(Key.Key_Escape)
    assert "Esc arrived: hold." in live.reads()
    live.presses_key(Key.Key_Escape)
    assert "Room check" not in live.reads()


@pytest.mark.parametrize("in_console", [True, False], ids=["console", "room"])
def test_while_hands_are_counted_every_key_does_its_act(live: Facilitator, in_console: bool) -> None:
    control = live.room
    live.types("v")
    counts = live.field("Counts of votes")
    for letter in "12":
        presses(live, counts, Key(ord(letter)), in_console)
    presses(live, counts, Key.Key_Period, in_console)
    assert live.showing is Showing.BLANK
    presses(live, counts, Key.Key_B, in_console)
    assert live.showing is Showing.LIVE
    presses(live, counts, Key.Key_Escape, in_console)
    assert live.showing is Showing.HELD
    assert live.window.focusWidget() is counts, "there is no other place to type the counts"
    presses(live, counts, Key.Key_F5, in_console=True)
    assert isinstance(control.presenter.view.page, RoomVoting)
    assert isinstance(counts, QLineEdit)
    assert counts.text() == "12"


def test_escape_in_an_actions_field_gives_the_keys_back_to_the_list(live: Facilitator) -> None:
    live.goes_to(Step.PLAN)
    text = next(w for w in live.window.findChildren(TextField) if w.isVisible())
    presses(live, text, Key.Key_Escape, in_console=True)
    assert live.window.focusWidget() is live.window.pages[Step.PLAN].list  # type: ignore[attr-defined]


@pytest.mark.parametrize(("step", "name"), DIALOGS, ids=lambda value: str(value))
def test_a_dialog_stands_beside_the_console_and_blocks_no_key(live: Facilitator, step: Step, name: str) -> None:
    steps: list[int] = []
    control = live.room
    live.goes_to(step)
    control.stepped.disconnect()
    control.stepped.connect(steps.append)
    if step is Step.PREPARE:
        live.presses("Brand")
    for _ in range(2):
        if name == "Export…":  # what can be done with an engagement stands in its row
            live.waits_until(lambda: live.finds(QAbstractButton, "More").isEnabled())
            live.presses("More")
        live.waits_until(lambda: live.finds(QAbstractButton, name).isEnabled())
        live.presses(name)
    dialogs = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
    assert len(dialogs) == 1
    assert QApplication.activeModalWidget() is None
    dialogs[0].activateWindow()
    live.waits_until(dialogs[0].isActiveWindow)
    QTest.keyClick(QApplication.focusWidget() or dialogs[0], Key.Key_PageDown)
    assert steps == [1]
    dialogs[0].reject()
    assert live.showing is Showing.LIVE
