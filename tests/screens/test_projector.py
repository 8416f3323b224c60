"""The room view on screens that come, go and change: scenarios in processes with screens of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import hotplug
import projector_scenarios as scenarios
import pytest
from hotplug import LAPTOP, PROJECTOR, Fake
from stage import Stage

ROOT = Path(__file__).parents[2]
Scenario = Callable[[Stage], None]

pytestmark = pytest.mark.skipif(
    not hotplug.possible, reason="screens are plugged through Qt's offscreen platform on Linux, x86-64 only"
)

TWO = (LAPTOP, PROJECTOR)
ON_TWO = [
    scenarios.the_screen_that_is_not_the_consoles_is_taken,
    scenarios.unplugged_while_live_it_is_hidden_at_once,
    scenarios.plugged_again_it_is_back_where_it_was,
    scenarios.another_projector_instead_is_taken_if_it_is_the_only_one,
    scenarios.with_two_strangers_it_waits_to_be_told,
    scenarios.ended_while_lost_it_stays_away,
    scenarios.a_change_of_resolution_is_followed,
    scenarios.typing_goes_on_in_the_console,
    scenarios.a_window_manager_that_hands_the_room_the_keyboard_gets_it_back,
    scenarios.lost_and_then_asked_to_cover_it_still_returns,
    scenarios.mirrored_while_live_it_gives_the_console_back,
    scenarios.the_laptop_is_shut_and_opened,
    scenarios.the_room_check_says_how_things_stand,
    scenarios.a_closed_window_leaves_nothing_behind,
]
ON_ONE = [
    scenarios.a_single_screen_is_never_covered_unasked,
    scenarios.a_projector_plugged_in_frees_the_covered_console,
]


def play(played: list[Scenario], folder: Path, *screens: Fake) -> None:
    """Plays them one after the other on these screens, in a child: Qt takes its platform at the start of a process."""
    names = [scenario.__name__ for scenario in played]
    around = {
        **os.environ,
        "QT_QPA_PLATFORM": hotplug.platform_with(folder, screens),
        "PYTHONPATH": os.pathsep.join((str(ROOT), str(Path(__file__).parent))),
    }
    done = subprocess.run(
        [sys.executable, scenarios.__file__, str(folder), *names],
        env=around,
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )
    if (done.returncode, done.stdout, done.stderr) != (0, "".join(f"played {name}\n" for name in names), ""):
        pytest.fail(f"exit {done.returncode}: {done.stdout}{done.stderr}", pytrace=False)


def test_with_a_laptop_and_a_projector(tmp_path: Path) -> None:
    play(ON_TWO, tmp_path, *TWO)


def test_with_a_laptop_alone(tmp_path: Path) -> None:
    alone = [
        scenarios.a_single_screen_is_never_covered_unasked,
        scenarios.a_projector_plugged_in_frees_the_covered_console,
    ]
    play(alone, tmp_path, LAPTOP)


def test_mirrored(tmp_path: Path) -> None:
    play([scenarios.mirrored_counts_as_the_consoles_screen], tmp_path, LAPTOP, scenarios.MIRROR)


def test_the_choice_survives_a_restart(tmp_path: Path) -> None:
    play([scenarios.a_third_screen_is_chosen_while_live_and_remembered], tmp_path, *TWO)
    play([scenarios.the_choice_is_known_after_a_restart], tmp_path, *TWO, scenarios.SECOND)
    smaller = replace(scenarios.SECOND, width=1024, height=768)
    play([scenarios.the_choice_is_known_at_another_resolution], tmp_path, *TWO, smaller)
    play([scenarios.without_the_remembered_screen_another_is_taken], tmp_path, *TWO)


def test_every_scenario_is_played() -> None:
    played = Path(__file__).read_text("utf-8")
    named = [name for name, thing in vars(scenarios).items() if getattr(thing, "__module__", "") == scenarios.__name__]

    assert named
    assert [name for name in named if f"scenarios.{name}" not in played] == []


def test_the_stage_notices_a_failing_scenario(tmp_path: Path) -> None:
    with pytest.raises(pytest.fail.Exception, match="SINGLE"):
        play([scenarios.a_single_screen_is_never_covered_unasked], tmp_path, *TWO)
