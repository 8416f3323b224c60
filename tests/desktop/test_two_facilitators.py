"""Two facilitators in one workshop: one votes, the other notes, and in the break both are put together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from facilitator import Facilitator
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from desktop.application import Clearway
from desktop.console.library.taking_overlay import TakingOverlay
from desktop.console.steps import Step
from desktop.library_acts import LibraryActs
from desktop.own_library import open_library, sharing
from desktop.widgets.parts.check import ActCheck
from models.values.terms import Answer

WORD = "break at eleven"


@pytest.fixture
def sits_down(
    dressed_app: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[str], Facilitator]]:
    """Somebody at a laptop of their own."""
    running: list[Clearway] = []

    def begin(name: str) -> Facilitator:
        monkeypatch.setattr("getpass.getuser", lambda: name)
        settings = QSettings(str(tmp_path / f"{name}.ini"), QSettings.Format.IniFormat)
        clearway = Clearway(tmp_path / name / "library.clearway", settings)
        running.append(clearway)
        clearway.start()
        qtbot.addWidget(clearway.window)
        facilitator = Facilitator(clearway, qtbot)
        facilitator.waits_until(lambda: clearway.browsing.known)
        return facilitator

    yield begin
    for clearway in reversed(running):
        clearway.window.close()
        clearway.stop()


def turns_to(facilitator: Facilitator) -> None:
    """Both laptops are one here, with one keyboard."""
    facilitator.window.activateWindow()
    facilitator.waits_until(facilitator.window.isActiveWindow)


def goes_to_the_library(facilitator: Facilitator) -> None:
    turns_to(facilitator)
    facilitator.window.go_to(Step.LIBRARY)
    facilitator.waits_until(lambda: bool(facilitator.clearway.browsing.entries))


def hands_over(facilitator: Facilitator, file: Path) -> None:
    """From the list, with a passphrase typed twice, into a file that a dialog asks for."""
    goes_to_the_library(facilitator)
    facilitator.presses("More")
    facilitator.presses("Hand over…")
    facilitator.types_into("Passphrase", WORD)
    facilitator.types_into("Once more", WORD)
    facilitator.presses("Save the file…")
    dialog = facilitator.window.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(file))
    dialog.close()
    waits_for_the_seal(facilitator, file.exists)


def waits_for_the_seal(facilitator: Facilitator, condition: Callable[[], bool]) -> None:
    """It takes a second or two of the machine's time, on purpose, and the machine may have other things to do."""
    facilitator.qtbot.waitUntil(condition, timeout=120_000)


def drops(facilitator: Facilitator, file: Path) -> TakingOverlay:
    """On the library, and waits for what is in it."""
    goes_to_the_library(facilitator)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    page, left, none = facilitator.window.library_page, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page.dragEnterEvent(QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, mime, left, none))
    page.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, left, none))
    overlays = facilitator.window.findChildren(TakingOverlay)
    assert overlays
    return overlays[-1]


def takes_in(facilitator: Facilitator, file: Path) -> None:
    opens(facilitator, file)
    facilitator.presses("Take it in")
    facilitator.waits_until(lambda: not shown(facilitator))


def opens(facilitator: Facilitator, file: Path) -> TakingOverlay:
    overlay = drops(facilitator, file)
    facilitator.types_into("Its passphrase", WORD)
    facilitator.presses_key(Qt.Key.Key_Return)
    waits_for_the_seal(facilitator, facilitator.finds(QPushButton, "Take it in").isEnabled)
    return overlay


def shown(facilitator: Facilitator) -> bool:
    return any(overlay.isVisible() for overlay in facilitator.window.findChildren(TakingOverlay))


def works_on_it(facilitator: Facilitator) -> None:
    goes_to_the_library(facilitator)
    if facilitator.window.session is None:
        facilitator.clearway.browsing.open(facilitator.clearway.browsing.entries[0].id)
        facilitator.waits_until(lambda: facilitator.window.session is not None)
    facilitator.window.go_to(Step.DIAGNOSE)


def test_one_votes_and_one_notes_and_in_the_break_both_have_all_of_it(
    sits_down: Callable[[str], Facilitator], tmp_path: Path
) -> None:
    ann, ben = sits_down("Ann"), sits_down("Ben")
    turns_to(ann)
    ann.begins("Harbour Trust", "Berth planner")
    hands_over(ann, tmp_path / "begin.clearway")
    turns_to(ben)
    drops_on_nothing(ben, tmp_path / "begin.clearway")

    works_on_it(ann)
    ann.presses_key(Qt.Key.Key_2)
    ann.waits_until_saved()
    works_on_it(ben)
    ben.presses_key(Qt.Key.Key_N)
    ben.types("The harbour master heard it on Monday")
    ben.presses_key(Qt.Key.Key_Return)
    ben.waits_until_saved()

    hands_over(ben, tmp_path / "ben.clearway")
    takes_in(ann, tmp_path / "ben.clearway")
    ann.waits_until(lambda: bool(ann.engagement.current.notes))
    assert [note.text for note in ann.engagement.current.notes] == ["The harbour master heard it on Monday"]
    assert [rating.answer for rating in ann.engagement.current.ratings.values()] == [Answer.ESTABLISHED]
    hands_over(ann, tmp_path / "ann.clearway")
    takes_in(ben, tmp_path / "ann.clearway")
    ben.waits_until(lambda: bool(ben.engagement.current.ratings))
    assert ben.engagement == ann.engagement


def drops_on_nothing(facilitator: Facilitator, file: Path) -> None:
    """The same, on a library that holds nothing yet."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    facilitator.window.library_page.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, left, none))
    facilitator.types_into("Its passphrase", WORD)
    facilitator.presses_key(Qt.Key.Key_Return)
    waits_for_the_seal(facilitator, facilitator.finds(QPushButton, "Take it in").isEnabled)
    facilitator.presses("Take it in")
    facilitator.waits_until(lambda: bool(facilitator.clearway.browsing.entries))


def test_what_both_answered_is_chosen_on_keys_and_an_act_is_left_out(
    sits_down: Callable[[str], Facilitator], tmp_path: Path, long: bool
) -> None:
    if not long:
        pytest.skip("trying a passphrase takes seconds on purpose")
    with (
        open_library(tmp_path / "Ann" / "library.clearway") as mine,
        open_library(tmp_path / "Ben" / "library.clearway") as theirs,
    ):
        package = sharing(mine).package([LibraryActs(mine).begin("Harbour Trust", "Berth planner")])
        sharing(theirs).take(package, {})
    ann, ben = sits_down("Ann"), sits_down("Ben")
    works_on_it(ann)
    ann.presses_key(Qt.Key.Key_2)
    ann.waits_until_saved()
    works_on_it(ben)
    ben.presses_key(Qt.Key.Key_3)
    ben.waits_until_saved()
    ben.presses_key(Qt.Key.Key_N)
    ben.types("Not for Ann")
    ben.presses_key(Qt.Key.Key_Return)
    ben.waits_until_saved()
    hands_over(ben, tmp_path / "ben.clearway")

    overlay = opens(ann, tmp_path / "ben.clearway")
    (conflict,) = overlay.conflicts
    ann.waits_until(lambda: ann.window.focusWidget() is conflict)
    ann.presses_key(Qt.Key.Key_1)
    note = next(t for t in ann.window.findChildren(ActCheck) if t.isVisible() and "note" in t.text().lower())
    note.setFocus()
    ann.presses_key(Qt.Key.Key_Space)
    ann.presses_key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    ann.waits_until(lambda: not shown(ann))
    works_on_it(ann)
    assert [rating.answer for rating in ann.engagement.current.ratings.values()] == [Answer.ESTABLISHED]
    assert ann.engagement.current.notes == ()


def test_a_wrong_passphrase_is_asked_again_and_escape_changes_nothing(
    sits_down: Callable[[str], Facilitator], tmp_path: Path, long: bool
) -> None:
    if not long:
        pytest.skip("trying a passphrase takes seconds on purpose")
    ann = sits_down("Ann")
    turns_to(ann)
    ann.begins("Harbour Trust", "Berth planner")
    hands_over(ann, tmp_path / "begin.clearway")
    ann.clearway.look_into(tmp_path / "begin.clearway")  # as a double click has it
    ann.waits_until(lambda: shown(ann))
    ann.types_into("Its passphrase", "wrong")
    ann.presses_key(Qt.Key.Key_Return)
    waits_for_the_seal(ann, lambda: "does not open with that passphrase" in ann.reads().replace("\u200b", ""))
    ann.types_into("Its passphrase", WORD)
    ann.presses_key(Qt.Key.Key_Return)
    waits_for_the_seal(ann, lambda: "nothing that is not here already" in ann.reads().replace("\u200b", ""))
    ann.presses_key(Qt.Key.Key_Escape)
    assert not shown(ann)
