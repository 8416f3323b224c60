"""Backups nobody asked for, a library that cannot be opened, and an engagement deleted for good."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from facilitator import Facilitator
from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.application import Clearway
from desktop.console.library.backups_overlay import BackupsOverlay
from desktop.console.library.delete_overlay import DeleteOverlay
from desktop.console.steps import Step
from desktop.view_models.library import backing
from models.storage import Library
from models.storage.backups.kept import Backups


def closes(facilitator: Facilitator) -> None:
    facilitator.window.close()
    facilitator.clearway.stop()


def said(facilitator: Facilitator, part: str) -> bool:
    texts = (found.text() for found in facilitator.window.findChildren(QLabel) if found.isVisible())
    return any(part in text.replace("\u200b", "") for text in texts)


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first edit of a day is backed up at once."""
    monkeypatch.setattr(backing, "AFTER", 0)


@pytest.mark.usefixtures("soon")
def test_the_first_edit_of_a_day_makes_a_backup_and_the_library_says_so(
    facilitator: Facilitator, library_file: Path
) -> None:
    facilitator.rates_the_first_sign()
    backups = Backups(library_file)
    facilitator.waits_until(lambda: len(backups.all()) == 1)
    facilitator.waits_until(lambda: len(facilitator.clearway.backing.all) == 1)
    facilitator.presses_key(Qt.Key.Key_3)
    facilitator.waits_until_saved()
    facilitator.goes_to(Step.LIBRARY)
    assert facilitator.finds(QPushButton, f"Backups: {facilitator.clearway.backing.age_text()}").isVisible()
    assert facilitator.clearway.backing.age_text().startswith("Backed up today, ")
    closes(facilitator)
    (last,) = backups.all()
    with Library.open(last.path, who="Ann", read_only=True) as copy:
        (found,) = copy.ids_beginning("")
        (rating,) = copy.engagement(found).current.ratings.values()
    assert rating.answer.mark == "3", "closing did not back up what came after the first edit"


def test_closing_backs_up_what_was_done_and_nothing_where_nothing_was(
    start: Callable[[], Facilitator], library_file: Path
) -> None:
    first = start()
    closes(first)
    assert Backups(library_file).all() == []
    second = start()
    second.opens_the_sample()
    second.qtbot.wait(1_100)  # a backup is told by its second: one made in that of the act is made once more
    closes(second)
    (made,) = Backups(library_file).all()
    assert made.sound()
    third = start()
    third.waits_until(lambda: third.clearway.backing.known)
    closes(third)
    assert Backups(library_file).all() == [made]


@pytest.mark.usefixtures("soon")
def test_a_backup_that_cannot_be_made_is_told_once_and_stops_nothing(
    facilitator: Facilitator, library_file: Path
) -> None:
    (library_file.parent / "backups").write_text("no folder")
    facilitator.begins("Harbour Trust", "Berth planner")
    facilitator.waits_until(lambda: "No sound copy" in facilitator.window.banner.text())
    facilitator.window.banner.hide()
    facilitator.goes_to(Step.DIAGNOSE)
    facilitator.qtbot.wait(1100)  # the next one would have another name
    facilitator.clearway.backing.begin()
    facilitator.presses_key(Qt.Key.Key_3)
    facilitator.waits_until_saved()
    facilitator.waits_until(lambda: facilitator.clearway.backing._wait.remainingTime() > backing.AGAIN // 2)
    assert facilitator.window.banner.text() == ""


def test_a_library_that_cannot_be_opened_offers_its_backups_and_opens_the_one_that_is_chosen(
    start: Callable[[], Facilitator], library_file: Path, settings: QSettings, qtbot: QtBot
) -> None:
    first = start()
    first.opens_the_sample()
    closes(first)
    library_file.write_bytes(b"no library at all" * 400)
    broken = Facilitator(Clearway(library_file, settings), qtbot)
    broken.clearway.start()
    qtbot.addWidget(broken.window)
    broken.waits_until(lambda: said(broken, "The library cannot be opened"))
    broken.waits_until(lambda: said(broken, "Go on with a backup"))
    broken.presses_key(Qt.Key.Key_Tab)
    broken.presses_key(Qt.Key.Key_Return)
    broken.waits_until(lambda: len(broken.clearway.browsing.entries) == 1)
    assert not said(broken, "The library cannot be opened")
    kept = next(backup for backup in Backups(library_file).all() if backup.why == "replaced")
    assert kept.path.read_bytes() == b"no library at all" * 400
    closes(broken)


def test_deleting_for_good_names_what_goes_first_and_esc_keeps_it(facilitator: Facilitator, library_file: Path) -> None:
    facilitator.opens_the_sample()
    facilitator.goes_to(Step.LIBRARY)
    facilitator.waits_until(lambda: len(facilitator.clearway.browsing.entries) == 1)
    facilitator.presses("More")
    facilitator.presses("Delete for good…")
    facilitator.waits_until(lambda: said(facilitator, "No backup holds it"))
    assert said(facilitator, "Arkenby Water, Leak Watch")
    assert said(facilitator, "Nothing brings it back")
    facilitator.presses_key(Qt.Key.Key_Escape)
    assert not facilitator.window.findChildren(DeleteOverlay) or not said(facilitator, "Nothing brings it back")
    assert len(facilitator.clearway.browsing.entries) == 1
    facilitator.presses("More")
    facilitator.presses("Delete for good…")
    facilitator.presses("Delete for good")
    facilitator.waits_until(lambda: facilitator.clearway.browsing.empty)
    assert facilitator.window.session is None
    assert "is deleted for good" in facilitator.window.banner.text()
    closes(facilitator)
    assert b"Arkenby" not in library_file.read_bytes()


def test_which_backups_hold_it_is_told_to_nobody_once_nobody_asks_any_more(facilitator: Facilitator) -> None:
    facilitator.opens_the_sample()
    facilitator.goes_to(Step.LIBRARY)
    facilitator.waits_until(lambda: len(facilitator.clearway.browsing.entries) == 1)
    facilitator.presses("More")
    facilitator.presses("Delete for good…")
    (card,) = facilitator.window.findChildren(DeleteOverlay)
    card.deleteLater()
    QApplication.sendPostedEvents(card, QEvent.Type.DeferredDelete)
    facilitator.qtbot.wait(300)  # a fault in the answer would fail the test
    assert not facilitator.window.findChildren(DeleteOverlay)


def test_the_backups_are_shown_with_where_they_go(facilitator: Facilitator, library_file: Path, tmp_path: Path) -> None:
    facilitator.opens_the_sample()
    facilitator.goes_to(Step.LIBRARY)
    facilitator.waits_until(lambda: facilitator.clearway.backing.known)
    facilitator.presses("Backups: No backup yet")
    (overlay,) = facilitator.window.findChildren(BackupsOverlay)
    facilitator.presses("Back up now")
    facilitator.waits_until(lambda: len(facilitator.clearway.backing.all) == 1)
    assert "MB" in overlay.list.item(0).text()
    assert said(facilitator, str(library_file.parent / "backups"))
    facilitator.presses_key(Qt.Key.Key_Escape)
