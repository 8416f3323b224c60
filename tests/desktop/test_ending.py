"""Ended from outside, by a signal or with the session: what is typed is saved first."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from facilitator import Facilitator
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.console.steps import Step
from desktop.view_models.saving import Saving
from models.engagement.edit import Edit
from models.storage import Library

CHILD = Path(__file__).with_name("signalled_child.py")
ROOT = Path(__file__).parents[2]
OF_THE_PLATFORM = "This plugin does not support raise()\n"
TYPED = date(2027, 3, 12)


def target_date(library_file: Path) -> date | None:
    with Library.open(library_file, who="test") as library:
        return library.engagement(library.entries()[0].id).pilot.target_date


@pytest.mark.skipif(os.name == "nt", reason="signals are a matter of Unix")
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_signal_saves_a_date_that_is_still_being_typed(name: str, library_file: Path, tmp_path: Path) -> None:
    own = {"HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path / "state"), "QT_QPA_PLATFORM": "offscreen"}
    environment = {**os.environ, "XDG_CONFIG_HOME": str(tmp_path / "config"), "PYTHONPATH": str(ROOT), **own}
    command = [sys.executable, str(CHILD), str(library_file)]
    with subprocess.Popen(
        command,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "typed\n"
        child.send_signal(getattr(signal, name))
        try:
            _, complaints = child.communicate(timeout=60)
        finally:
            child.kill()

    assert (child.returncode, complaints.replace(OF_THE_PLATFORM, "")) == (0, "")
    assert target_date(library_file) == TYPED
    assert not list((tmp_path / "state").rglob("*.log")), "an interruption is no fault"


def types_a_date(facilitator: Facilitator) -> None:
    facilitator.begins("Harbour Trust", "Berth planner")
    facilitator.goes_to(Step.PREPARE)
    facilitator.types_into("In production by", "12 March 2027")
    assert facilitator.engagement.pilot.target_date is None, "not before the field is left"


def test_the_end_of_the_session_saves_it_before_the_system_goes_on(
    facilitator: Facilitator, monkeypatch: pytest.MonkeyPatch
) -> None:
    types_a_date(facilitator)
    at_once = Library.save

    def slowly(library: Library, edit: Edit) -> None:
        time.sleep(0.1)
        at_once(library, edit)

    monkeypatch.setattr(Library, "save", slowly)

    facilitator.clearway.save_now()

    assert facilitator.clearway.ledger.unsaved == 0
    facilitator.waits_until_saved()
    facilitator.presses_key(Qt.Key.Key_Tab)
    assert facilitator.engagement.pilot.target_date == TYPED, "and the window goes on if the session does"


def test_the_end_of_the_session_is_not_held_up_by_a_disk_that_refuses(
    facilitator: Facilitator, library_file: Path, tmp_path: Path
) -> None:
    types_a_date(facilitator)
    library_file.rename(tmp_path / "elsewhere.clearway")

    facilitator.clearway.save_now()

    assert facilitator.session.saving is Saving.REFUSED
    (tmp_path / "elsewhere.clearway").rename(library_file)
    facilitator.waits_until_saved()


def test_what_the_disk_refuses_at_the_very_end_is_kept_in_a_file(
    facilitator: Facilitator, library_file: Path, tmp_path: Path
) -> None:
    types_a_date(facilitator)
    away = tmp_path / "elsewhere.clearway"
    library_file.rename(away)

    facilitator.clearway.end()
    facilitator.clearway.stop()

    (kept,) = facilitator.clearway.rescue.kept()
    assert "2027-03-12" in kept.read_text("utf-8")


def test_an_interruption_is_no_fault(facilitator: Facilitator) -> None:
    QTest.qWait(0)

    facilitator.clearway.notice_fault(KeyboardInterrupt, KeyboardInterrupt(), None)

    assert facilitator.window.banner.text() == ""
