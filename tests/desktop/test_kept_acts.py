"""What could never be saved is offered by the next start, and stays until somebody saw to it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from facilitator import Facilitator
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit

from desktop.application import Clearway
from desktop.console.kept_bar import KeptBar, KeptOverlay
from models.engagement.edit import Edit, edit_on
from models.engagement.engagement import Note
from models.storage import Library
from models.values.sentence import act_called


def bar(facilitator: Facilitator) -> KeptBar:
    facilitator.waits_until(lambda: bool(facilitator.window.findChildren(KeptBar)))  # after the first frame
    (found,) = facilitator.window.findChildren(KeptBar)
    return found


def gives_up(facilitator: Facilitator, monkeypatch: pytest.MonkeyPatch, purpose: str) -> None:
    """An edit that a fault of ours makes impossible."""

    def fails(library: Library, edit: Edit) -> None:
        raise RuntimeError("a fault of ours")

    pilot, before = facilitator.engagement.pilot, facilitator.clearway.rescue.kept()
    with monkeypatch.context() as patched:
        patched.setattr(Library, "save", fails)
        facilitator.session.edit(act_called("Edit the purpose"), replace(pilot, purpose=purpose))
        facilitator.waits_until(lambda: facilitator.clearway.rescue.kept() != before)


def starts_again(start: Callable[[], Facilitator], facilitator: Facilitator) -> Facilitator:
    facilitator.window.close()
    facilitator.clearway.stop()
    return start()


@pytest.mark.expects_log
def test_what_was_lost_is_offered_at_each_start_until_it_is_put_aside(
    start: Callable[[], Facilitator], monkeypatch: pytest.MonkeyPatch
) -> None:
    facilitator = start()
    assert bar(facilitator).text() == ""
    facilitator.begins("Harbour Trust", "Berth planner")
    gives_up(facilitator, monkeypatch, "Berths planned <b>an hour</b> ahead")
    facilitator.waits_until(lambda: "Something that was done could not be saved" in bar(facilitator).text())
    gives_up(facilitator, monkeypatch, "Two hours ahead")

    facilitator = starts_again(start, facilitator)
    assert bar(facilitator).text().startswith("2 things that were done could not be saved.")
    facilitator.waits_until(lambda: "Berth planner" in facilitator.clearway.kept.text())
    facilitator.presses("Show")
    shown = facilitator.field("What could not be saved").toPlainText()
    assert shown.index("Two hours ahead") < shown.index("Berths planned <b>an hour</b> ahead"), "the newest first"
    assert "Berth planner · Edit the purpose" in shown
    facilitator.presses("Copy the text")
    assert QGuiApplication.clipboard().text() == shown
    facilitator.presses_key(Qt.Key.Key_Escape)
    assert not [o for o in facilitator.window.findChildren(KeptOverlay) if o.isVisible()]

    facilitator = starts_again(start, facilitator)
    assert bar(facilitator).text(), "it was shown, not dealt with"
    facilitator.presses("Keep out of the way")
    assert bar(facilitator).text() == ""
    assert len(list((facilitator.clearway.rescue.folder / "seen-to").glob("*.json"))) == 2, "nothing is thrown away"

    assert bar(starts_again(start, facilitator)).text() == ""


def test_what_was_typed_is_told_and_not_what_was_chosen(facilitator: Facilitator) -> None:
    facilitator.begins("Harbour Trust", "Berth planner")
    session, rescue = facilitator.session, facilitator.clearway.rescue
    note = Note(assessment_id=session.current.assessment.id, position=3, text="The crane stands still")
    pilot = replace(session.engagement.pilot, target_date=date(2027, 3, 12), archived=True)
    rescue.keep(edit_on(session.engagement, Edit(act_called("Note"), session.engagement.id, (note, pilot))))

    (act,) = rescue.acts()

    assert act.texts == ("The crane stands still", "2027-03-12")


@pytest.mark.parametrize("damage", ["", "{", '"text"', "[" * 100_000, '{"act": 1}', "\x00\xff"])
def test_a_file_that_cannot_be_understood_is_shown_as_it_stands(facilitator: Facilitator, damage: str) -> None:
    folder = facilitator.clearway.rescue.folder
    folder.mkdir()
    (folder / "20261112T090000000000.json").write_text(damage, "latin-1")

    facilitator.clearway.kept.look()

    assert bar(facilitator).text() == "Something that was done could not be saved. What it said is kept for you."
    facilitator.presses("Show")
    (field,) = facilitator.window.findChildren(QPlainTextEdit)
    assert field.toPlainText().startswith("20261112T090000000000.json")


def test_files_that_cannot_be_moved_stay_and_it_is_said(facilitator: Facilitator) -> None:
    rescue = facilitator.clearway.rescue
    rescue.keep(Edit(act_called("Rename"), "engagement"))
    (rescue.folder / "seen-to").write_text("in the way")
    facilitator.clearway.kept.look()

    facilitator.presses("Keep out of the way")

    assert "cannot be moved" in facilitator.window.banner.text()
    assert bar(facilitator).text()


def test_many_are_told_with_the_folder_of_the_rest(facilitator: Facilitator, tmp_path: Path) -> None:
    folder = facilitator.clearway.rescue.folder
    folder.mkdir()
    for number in range(60):
        told = {
            "act": f"Act {number}",
            "engagement": "",
            "when": "2026-11-12T09:00:00+00:00",
            "said": [],
            "changes": [],
        }
        (folder / f"{number:02}.json").write_text(json.dumps(told))
    facilitator.clearway.kept.look()

    text = facilitator.clearway.kept.text()

    assert "Act 59" in text
    assert "Act 9\n" not in text
    assert text.endswith(f"10 more in {folder}")


def test_the_window_of_a_library_without_such_files_asks_it_nothing_more(
    start: Callable[[], Facilitator], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(Library, "engagement", lambda library, key: asked.append(key))
    facilitator = start()
    assert isinstance(facilitator.clearway, Clearway)
    assert not asked
