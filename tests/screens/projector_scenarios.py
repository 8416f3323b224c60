"""What happens in a meeting room to a room view. Played by test_projector.py in a child."""

from __future__ import annotations

from dataclasses import replace

from hotplug import LAPTOP, PROJECTOR, Fake, plug
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from stage import Stage, play

from desktop.screens.projector import HANDED, Situation
from desktop.theme import make_theme

ON_LAPTOP = (0, 0, 1366, 768)
ON_PROJECTOR = (1366, 0, 1920, 1080)
SECOND = Fake("second", 3286, 1280, 720)
ON_SECOND = (3286, 0, 1280, 720)
BEAMER = Fake("beamer", 1366, 1280, 800)
MIRROR = replace(LAPTOP, name="projector")


def the_screen_that_is_not_the_consoles_is_taken(stage: Stage) -> None:
    projector = stage.projector
    assert projector.situation is Situation.EXTENDED
    assert [(c.name, c.size.toTuple(), c.is_console) for c in projector.screens()] == [
        ("laptop", (1366, 768), True),
        ("projector", (1920, 1080), False),
    ]
    assert projector.chosen == stage.choice("projector")
    assert not stage.room.isVisible()
    assert not projector.live

    assert projector.show_room()

    assert stage.fills(ON_PROJECTOR)
    assert projector.live
    assert not projector.covering
    assert stage.wakefulness.held
    projector.hide_room()
    assert not stage.room.isVisible()
    assert not projector.live
    assert not stage.wakefulness.held
    assert projector.show_room(cover_console=True), "a second time, and allowed more than is needed"
    assert stage.fills(ON_PROJECTOR)


def unplugged_while_live_it_is_hidden_at_once(stage: Stage) -> None:
    stage.projector.show_room()
    seen: list[bool] = []
    stage.projector.lost.connect(lambda name: seen.append(stage.room.isVisible()))
    plug(LAPTOP)
    assert not stage.room.isVisible(), "before any event was handled"
    assert seen == [False]
    assert stage.said == ["lost projector"]
    assert stage.projector.situation is Situation.LOST
    assert stage.projector.live
    assert stage.wakefulness.held
    stage.settle()
    assert not stage.room.isVisible()
    assert not stage.projector.show_room(), "it would cover the console"
    assert not stage.room.isVisible()


def plugged_again_it_is_back_where_it_was(stage: Stage) -> None:
    for _ in range(3):
        stage.said.clear()
        stage.projector.show_room()
        plug(LAPTOP)
        stage.settle()
        plug(LAPTOP, PROJECTOR)
        stage.rest(150)
        assert not stage.room.isVisible(), "not before it has been quiet"
        plug(LAPTOP, replace(PROJECTOR, width=1024, height=768))
        stage.rest(250)
        assert not stage.room.isVisible(), "another change begins the wait anew"
        plug(LAPTOP, PROJECTOR)
        stage.settle()
        assert stage.fills(ON_PROJECTOR)
        assert stage.said == ["lost projector", "returned projector"]
        assert stage.projector.situation is Situation.EXTENDED


def another_projector_instead_is_taken_if_it_is_the_only_one(stage: Stage) -> None:
    stage.projector.show_room()
    plug(LAPTOP)
    stage.settle()
    plug(LAPTOP, BEAMER)
    stage.settle()
    assert stage.fills((1366, 0, 1280, 800))
    assert stage.said == ["lost projector", "returned beamer"]


def with_two_strangers_it_waits_to_be_told(stage: Stage) -> None:
    stage.projector.show_room()
    plug(LAPTOP)
    stage.settle()
    plug(LAPTOP, BEAMER, SECOND)
    stage.settle()
    assert not stage.room.isVisible()
    assert stage.projector.situation is Situation.LOST
    assert stage.projector.choose(stage.choice("second").key)
    assert stage.fills(ON_SECOND)
    assert stage.projector.situation is Situation.EXTENDED


def ended_while_lost_it_stays_away(stage: Stage) -> None:
    stage.projector.show_room()
    plug(LAPTOP)
    stage.projector.hide_room()
    assert not stage.wakefulness.held
    plug(LAPTOP, PROJECTOR)
    stage.settle()
    assert not stage.room.isVisible()
    assert stage.projector.situation is Situation.EXTENDED
    assert stage.said == ["lost projector"]


def a_change_of_resolution_is_followed(stage: Stage) -> None:
    stage.projector.show_room()
    for width, height in ((1024, 768), (3840, 2160), (1280, 720)):
        plug(LAPTOP, replace(PROJECTOR, width=width, height=height))
        stage.settle()
        assert stage.fills((1366, 0, width, height))
    plug(LAPTOP, replace(PROJECTOR, x=-1920))
    stage.settle()
    assert stage.fills((-1920, 0, 1920, 1080)), "the projector was dragged to the other side"
    assert stage.said == []


def typing_goes_on_in_the_console(stage: Stage) -> None:
    stage.field.setFocus()

    def type_one(letter: str) -> None:
        target = QApplication.focusWidget()
        assert target is stage.field, f"the keyboard is with {target}"
        QTest.keyClicks(target, letter)

    type_one("a")
    stage.projector.show_room()
    stage.rest()
    type_one("b")
    plug(LAPTOP)
    stage.rest()
    type_one("c")
    plug(LAPTOP, PROJECTOR)
    stage.settle()
    type_one("d")
    plug(LAPTOP, replace(PROJECTOR, width=1024, height=768))
    stage.settle()
    type_one("e")
    assert stage.field.text() == "abcde"


def a_window_manager_that_hands_the_room_the_keyboard_gets_it_back(stage: Stage) -> None:
    """Many do as soon as a window comes up, a slow one after a while."""
    stage.field.setFocus()
    stage.projector.show_room()
    for later in (0, HANDED // 2):
        stage.rest(later)
        stage.room.activateWindow()
        stage.rest()
        assert stage.console.isActiveWindow()
        assert stage.field.hasFocus()
    stage.rest(HANDED)
    stage.room.activateWindow()
    stage.rest()
    assert stage.room.isActiveWindow(), "who goes there later means it"


def a_single_screen_is_never_covered_unasked(stage: Stage) -> None:
    projector = stage.projector
    assert projector.situation is Situation.SINGLE
    assert projector.chosen is None
    assert not projector.show_room()
    assert not projector.live
    assert not stage.wakefulness.held
    assert not projector.choose(stage.choice("laptop").key)
    stage.settle()
    assert not stage.room.isVisible()

    assert projector.show_room(cover_console=True)
    assert stage.fills(ON_LAPTOP)
    assert projector.covering
    stage.rest()
    assert QApplication.activeWindow() is stage.room
    plug(replace(LAPTOP, width=1280, height=720))
    stage.settle()
    assert stage.fills((0, 0, 1280, 720))
    projector.bring_back_console()
    assert not stage.room.isVisible()
    assert not projector.live
    stage.rest()
    assert QApplication.activeWindow() is stage.console


def a_projector_plugged_in_frees_the_covered_console(stage: Stage) -> None:
    stage.projector.show_room(cover_console=True)
    plug(LAPTOP, PROJECTOR)
    stage.settle()
    assert stage.fills(ON_PROJECTOR)
    assert not stage.projector.covering
    assert stage.said == ["returned projector"]


def lost_and_then_asked_to_cover_it_still_returns(stage: Stage) -> None:
    projector = stage.projector
    projector.show_room()
    plug(LAPTOP)
    assert projector.show_room(cover_console=True)
    assert stage.fills(ON_LAPTOP)
    stage.settle()
    assert stage.fills(ON_LAPTOP)
    projector.bring_back_console()
    assert not stage.room.isVisible()
    assert projector.live
    assert projector.situation is Situation.LOST
    plug(LAPTOP, PROJECTOR)
    stage.settle()
    assert stage.fills(ON_PROJECTOR)


def mirrored_counts_as_the_consoles_screen(stage: Stage) -> None:
    projector = stage.projector
    assert projector.situation is Situation.MIRRORED
    assert not projector.show_room()
    assert not stage.room.isVisible()
    assert projector.show_room(cover_console=True)
    assert stage.fills(ON_LAPTOP)
    assert projector.covering
    projector.bring_back_console()
    assert not stage.room.isVisible()


def mirrored_while_live_it_gives_the_console_back(stage: Stage) -> None:
    stage.projector.show_room()
    plug(LAPTOP, MIRROR)
    stage.settle()
    assert not stage.room.isVisible()
    assert stage.said == ["lost projector"]
    assert stage.projector.situation is Situation.MIRRORED
    plug(LAPTOP, PROJECTOR)
    stage.settle()
    assert stage.fills(ON_PROJECTOR)
    assert stage.said == ["lost projector", "returned projector"]


def the_laptop_is_shut_and_opened(stage: Stage) -> None:
    stage.projector.show_room()
    plug(PROJECTOR)
    stage.settle()
    assert stage.fills(ON_PROJECTOR), "hidden, it would show the room the console that Qt moved there"
    plug(replace(PROJECTOR, width=1024, height=768))
    stage.settle()
    assert stage.fills((1366, 0, 1024, 768))
    plug(LAPTOP, PROJECTOR)
    stage.settle()
    assert stage.fills(ON_PROJECTOR)
    assert stage.console.screen().name() == "laptop"
    assert stage.console.isVisible()
    assert stage.said == []


def a_third_screen_is_chosen_while_live_and_remembered(stage: Stage) -> None:
    projector = stage.projector
    projector.show_room()
    plug(LAPTOP, PROJECTOR, replace(SECOND, name="left", x=-1280))
    stage.settle()
    assert stage.fills(ON_PROJECTOR), "a new screen alone moves nothing"
    chosen = projector.chosen
    assert chosen is not None
    assert chosen.name == "projector"
    plug(LAPTOP, PROJECTOR, SECOND)
    stage.settle()
    assert projector.choose(stage.choice("second").key)
    assert stage.fills(ON_SECOND)
    assert not projector.choose("no such screen")
    assert stage.fills(ON_SECOND)


def the_choice_is_known_after_a_restart(stage: Stage) -> None:
    chosen = stage.projector.chosen
    assert chosen is not None
    assert chosen.name == "second"
    stage.projector.show_room()
    assert stage.fills(ON_SECOND)


def the_choice_is_known_at_another_resolution(stage: Stage) -> None:
    chosen = stage.projector.chosen
    assert chosen is not None
    assert (chosen.name, chosen.size.toTuple()) == ("second", (1024, 768))


def without_the_remembered_screen_another_is_taken(stage: Stage) -> None:
    chosen = stage.projector.chosen
    assert chosen is not None
    assert chosen.name == "projector"


def a_closed_window_leaves_nothing_behind(stage: Stage) -> None:
    application = QApplication.instance()
    assert application is not None
    stage.projector.show_room()
    stage.room.close()
    assert not stage.projector.live
    assert not stage.wakefulness.held
    stage.projector.show_room()
    assert stage.fills(ON_PROJECTOR)
    QTimer.singleShot(0, stage.console.close)
    late = QTimer(singleShot=True, interval=3000)
    late.timeout.connect(lambda: application.exit(9))
    late.start()
    assert application.exec() == 0, "the application went on without its console"
    assert not stage.room.isVisible()
    assert not stage.wakefulness.held


def the_room_check_says_how_things_stand(stage: Stage) -> None:
    from desktop.screens.room_check import RoomCheck

    check = RoomCheck(stage.projector, make_theme(dark=False))
    check.show()
    QTest.qWait(10)
    assert "Extended" in check.sentence.text()
    assert "projector" in check.sentence.text()
    assert [row.text() for row in check.rows()] == [
        "laptop, 1366 × 768 · this window’s",
        "projector, 1920 × 1080 · the room’s",
    ]
    assert [row.isEnabled() for row in check.rows()] == [False, True]
    stage.projector.show_room()
    plug(LAPTOP)
    assert "unplugged" in check.sentence.text()
    stage.projector.hide_room()
    assert "One screen only" in check.sentence.text()
    plug(LAPTOP, MIRROR)
    assert "Mirrored" in check.sentence.text()
    plug(LAPTOP, PROJECTOR, SECOND)
    QTest.mouseClick(check.rows()[2], Qt.MouseButton.LeftButton)
    assert [row.isChecked() for row in check.rows()] == [False, False, True]
    assert stage.settings.value("room/screen") == stage.choice("second").key
    check.close()


if __name__ == "__main__":
    play({name: thing for name, thing in globals().items() if callable(thing)})
