"""A disk that refuses, is slow, is gone or belongs to another window: nothing typed is lost, nothing is claimed."""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from facilitator import Facilitator
from PIL import Image
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.application import Clearway
from desktop.console.steps import Step
from desktop.view_models.saving import Saving
from models.engagement.edit import Edit
from models.storage import Library
from models.values.terms import Answer, Confidence

CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_library_that_vanishes_keeps_what_is_typed_and_says_so(
    facilitator: Facilitator, library_file: Path, tmp_path: Path
) -> None:
    facilitator.rates_the_first_sign()
    away = tmp_path / "elsewhere.clearway"
    library_file.rename(away)
    facilitator.presses_key(Qt.Key.Key_N)
    facilitator.types("Said while the drive was unplugged")
    facilitator.waits_until(lambda: facilitator.session.saving is Saving.REFUSED)
    assert facilitator.window.banner.text().count("hat you typed") == 1, "said once"
    assert "not saved" in facilitator.reads()
    away.rename(library_file)
    facilitator.waits_until_saved()
    assert not facilitator.window.banner.text()
    facilitator.closes()
    with Library.open(library_file, who="test") as library:
        (entry,) = library.entries()
        notes = library.engagement(entry.id).current.notes
    assert [n.text for n in notes] == ["Said while the drive was unplugged"]


def test_unsaved_work_holds_the_window_open_once(facilitator: Facilitator, library_file: Path, tmp_path: Path) -> None:
    facilitator.rates_the_first_sign()
    library_file.rename(tmp_path / "elsewhere.clearway")
    facilitator.presses_key(Qt.Key.Key_3)
    facilitator.waits_until(lambda: facilitator.session.saving is Saving.REFUSED)
    keyboard = facilitator.window.focusWidget()
    assert not facilitator.window.close()
    assert facilitator.window.focusWidget() is keyboard, "letters and figures go on acting"
    facilitator.waits_until(lambda: "not on disk" in facilitator.window.banner.text())
    assert facilitator.window.close()


def test_leaving_an_engagement_keeps_what_the_disk_refused(
    facilitator: Facilitator, library_file: Path, tmp_path: Path
) -> None:
    facilitator.rates_the_first_sign()
    first = facilitator.engagement.id
    facilitator.clearway.browsing.begin("Second", "Other pilot")
    facilitator.waits_until(lambda: facilitator.engagement.id != first)
    other = facilitator.engagement
    away = tmp_path / "elsewhere.clearway"
    library_file.rename(away)
    facilitator.goes_to(Step.DIAGNOSE)
    facilitator.presses_key(Qt.Key.Key_1)
    facilitator.waits_until(lambda: facilitator.session.saving is Saving.REFUSED)
    facilitator.shows(other, facilitator.session.method)
    assert facilitator.clearway.ledger.unsaved == 1
    away.rename(library_file)
    facilitator.waits_until(lambda: facilitator.clearway.ledger.unsaved == 0)


def test_closing_waits_for_a_slow_disk(
    start: Callable[[], Facilitator], library_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    facilitator = start()
    facilitator.begins("Harbour Trust", "Berth planner")
    facilitator.goes_to(Step.DIAGNOSE)
    at_once = Library.save

    def slowly(library: Library, edit: Edit) -> None:
        time.sleep(0.1)
        at_once(library, edit)

    monkeypatch.setattr(Library, "save", slowly)
    for _ in range(8):
        facilitator.presses_key(Qt.Key.Key_2)
        facilitator.presses_key(Qt.Key.Key_Return)
    facilitator.window.close()
    facilitator.waits_until(lambda: not facilitator.window.isVisible())
    facilitator.clearway.stop()
    with Library.open(library_file, who="test") as library:
        (entry,) = library.entries()
        assert len(library.engagement(entry.id).current.ratings) == 8


def test_a_logo_chosen_while_the_disk_refuses_is_saved_with_the_rest(
    facilitator: Facilitator, library_file: Path, tmp_path: Path
) -> None:
    facilitator.rates_the_first_sign()
    away = tmp_path / "elsewhere.clearway"
    library_file.rename(away)
    picture = io.BytesIO()
    Image.new("RGB", (40, 20), "#12395B").save(picture, "PNG")
    (tmp_path / "logo.png").write_bytes(picture.getvalue())
    facilitator.goes_to(Step.PREPARE)
    facilitator.presses("Brand")
    facilitator.window.pages[Step.PREPARE].brand.practice_logo.take_file(tmp_path / "logo.png")
    facilitator.waits_until(lambda: facilitator.session.saving is Saving.REFUSED)
    away.rename(library_file)
    facilitator.waits_until_saved()
    facilitator.closes()
    with Library.open(library_file, who="test") as library:
        kept = library.engagement(library.entries()[0].id)
        assert kept.brand.practice_logo in kept.assets


def test_undo_is_an_act_like_any_other_while_the_disk_refuses(
    facilitator: Facilitator, library_file: Path, tmp_path: Path
) -> None:
    facilitator.rates_the_first_sign()
    away = tmp_path / "elsewhere.clearway"
    library_file.rename(away)
    facilitator.presses_key(Qt.Key.Key_3)
    facilitator.waits_until(lambda: facilitator.session.saving is Saving.REFUSED)
    facilitator.presses_key(Qt.Key.Key_Z, CTRL)
    facilitator.presses_key(Qt.Key.Key_C)
    away.rename(library_file)
    facilitator.waits_until_saved()
    shown = facilitator.engagement
    rating = next(iter(shown.current.ratings.values()))
    assert (rating.answer, rating.confidence) == (Answer.ESTABLISHED, Confidence.CLAIMED), (
        "undo, and what came after it"
    )
    facilitator.closes()
    with Library.open(library_file, who="test") as library:
        assert library.engagement(shown.id) == shown


def test_after_an_unclean_end_the_last_act_on_the_disk_is_said(
    start: Callable[[], Facilitator], library_file: Path, tmp_path: Path
) -> None:
    facilitator = start()
    facilitator.rates_the_first_sign()
    facilitator.waits_until_saved()
    log = library_file.with_name(f"{library_file.name}-wal")
    as_after_a_power_cut = library_file.read_bytes(), log.read_bytes()
    facilitator.closes()
    library_file.write_bytes(as_after_a_power_cut[0])
    log.write_bytes(as_after_a_power_cut[1])

    again = start()
    again.waits_until(lambda: "was not closed last time" in again.window.banner.text())
    told = again.window.banner.text()
    assert ": Rate “" in told
    assert told.count("“") == told.count("”") == 1, "no quotation within a quotation"
    again.closes()
    assert not start().window.banner.text()


def test_a_second_instance_is_told_that_the_library_is_open_elsewhere(
    facilitator: Facilitator, dressed_app: QApplication, qtbot: QtBot, library_file: Path, settings: QSettings
) -> None:
    second = Clearway(library_file, settings)
    qtbot.addWidget(second.window)
    second.start()
    qtbot.waitUntil(lambda: "is open in another window" in second.window.banner.text(), timeout=10_000)
    second.stop()
