"""A library locked with a passphrase, as the person at the laptop meets it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from facilitator import Facilitator
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.application import Clearway
from desktop.console.locking.lock_page import LockPage
from desktop.console.locking.passphrase_card import PassphraseCard
from desktop.console.steps import Step
from desktop.library_acts import LibraryActs
from desktop.own_library import backups_of, open_library, relock
from models.storage import PassphraseNeededError

PASSPHRASE = "kiln ferry harbour salt"


def page(facilitator: Facilitator) -> LockPage:
    return facilitator.window.findChild(LockPage)


def types_the_passphrase(facilitator: Facilitator, text: str = PASSPHRASE) -> None:
    facilitator.types_into("Passphrase", text)
    facilitator.presses_key(Qt.Key.Key_Return)


@pytest.fixture
def locked(start: Callable[[], Facilitator], library_file: Path) -> Facilitator:
    """A facilitator with the sample open, in a library that was locked before."""
    open_library(library_file, PASSPHRASE).close()
    facilitator = start_locked(start)
    types_the_passphrase(facilitator)
    facilitator.waits_until(lambda: facilitator.clearway.browsing.known)
    facilitator.opens_the_sample()
    return facilitator


def start_locked(start: Callable[[], Facilitator]) -> Facilitator:
    facilitator = start()
    facilitator.waits_until(lambda: facilitator.window.lock.closed)
    return facilitator


def test_a_locked_library_asks_for_its_passphrase_on_a_page(
    start: Callable[[], Facilitator], library_file: Path
) -> None:
    open_library(library_file, PASSPHRASE).close()
    facilitator = start_locked(start)
    types_the_passphrase(facilitator, "kiln")
    facilitator.waits_until(lambda: "does not open" in page(facilitator)._why.text())
    assert facilitator.window.lock.closed
    assert page(facilitator).secret.text == ""
    types_the_passphrase(facilitator)
    facilitator.waits_until(lambda: not facilitator.window.lock.closed and facilitator.clearway.browsing.known)
    assert facilitator.window.library_page.isVisible()


def test_ctrl_l_keeps_what_is_typed_and_hides_all_until_one_is_back_where_one_was(locked: Facilitator) -> None:
    window = locked.window
    locked.goes_to(Step.PREPARE)
    name = locked.engagement.pilot.name
    field = locked.field("Pilot")
    field.setFocus()
    field.selectAll()
    locked.types("Leak Watch by night")
    locked.presses_key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert window.lock.closed
    assert window.windowTitle() == "Clearway"
    shown = [w for w in window.findChildren(QWidget) if w.isVisible() and not page(locked).isAncestorOf(w)]
    assert page(locked).isVisible()
    assert shown == []
    types_the_passphrase(locked, "wrong")
    locked.waits_until(lambda: "does not open" in page(locked)._why.text())
    types_the_passphrase(locked)
    locked.waits_until(lambda: not window.lock.closed)
    assert window.step is Step.PREPARE
    assert locked.engagement.pilot.name == "Leak Watch by night" != name
    assert window.focusWidget() is field
    locked.presses_key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    locked.waits_until_saved()
    assert locked.engagement.pilot.name == name


def test_while_it_is_locked_no_key_does_anything_behind_and_the_room_keeps_its_page(locked: Facilitator) -> None:
    window = locked.window
    locked.goes_to(Step.DIAGNOSE)
    locked.presses_key(Qt.Key.Key_F5)
    control = window.door.control
    assert control is not None
    shown = control.presenter.view.page
    before = locked.engagement
    window.lock.lock()
    locked.waits_until(lambda: window.lock.closed)
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_2, Qt.Key.Key_F5, Qt.Key.Key_Escape, Qt.Key.Key_Question):
        locked.presses_key(key)
    for key in (Qt.Key.Key_Z, Qt.Key.Key_K, Qt.Key.Key_3, Qt.Key.Key_N):
        locked.presses_key(key, Qt.KeyboardModifier.ControlModifier)
    control.stepped.emit(1)
    assert window.lock.closed
    assert window.step is Step.DIAGNOSE
    assert locked.engagement == before
    assert control.presenter.view.page == shown
    assert control.room.isVisible()


def test_the_library_is_let_go_while_it_is_locked(locked: Facilitator, library_file: Path) -> None:
    locked.window.lock.lock()
    done: list[object] = []
    locked.clearway.thread.without_library(lambda: "", done.append, done.append)
    locked.waits_until(lambda: bool(done))
    with open_library(library_file, PASSPHRASE) as elsewhere:  # nobody holds it
        assert elsewhere.count() == 1


def test_a_passphrase_is_set_changed_and_removed(facilitator: Facilitator, library_file: Path) -> None:
    facilitator.opens_the_sample()
    for present, new in ((None, "one two"), ("one two", PASSPHRASE)):
        facilitator.window.lock.show_card()
        card = facilitator.window.findChild(PassphraseCard)
        if present:
            facilitator.types_into("Present passphrase", present)
        facilitator.types_into("New passphrase", "12345678")
        assert "first that anybody tries" in card.strength.text()
        facilitator.types_into("New passphrase", new)
        facilitator.types_into("The same again", new)
        card.sheet.setChecked(False)
        card._done.click()
        facilitator.waits_until(lambda: "locked with the new" in facilitator.window.banner.text())
        facilitator.window.banner.hide()
        with pytest.raises(PassphraseNeededError):
            open_library(library_file)
        facilitator.goes_to(Step.PREPARE)
        facilitator.types_into("Pilot", f"Pilot {new}")
        facilitator.waits_until_saved()
        facilitator.goes_to(Step.LIBRARY)
    facilitator.window.lock.show_card()
    facilitator.types_into("Present passphrase", PASSPHRASE)
    facilitator.presses("Remove it")
    facilitator.waits_until(lambda: "is removed" in facilitator.window.banner.text())
    facilitator.clearway.stop()
    with open_library(library_file) as library:
        assert library.entries()[0].pilot == f"Pilot {PASSPHRASE}"


def test_the_card_promises_a_way_back_only_with_a_sheet(facilitator: Facilitator) -> None:
    facilitator.opens_the_sample()
    card = PassphraseCard(facilitator.clearway.locking, facilitator.window)
    assert "the sheet is the way back" in facilitator.reads()
    card.sheet.click()
    assert "the way back" not in facilitator.reads()
    assert "No sheet is made: do not forget it." in facilitator.reads()
    card.put_away()


def test_a_recovery_sheet_opens_it(locked: Facilitator, tmp_path: Path, library_file: Path) -> None:
    sheet = tmp_path / "sheet.pdf"
    locked.clearway.locking.change(PASSPHRASE, "forgotten by now", sheet)
    locked.waits_until(lambda: str(sheet) in locked.window.banner.text())
    locked.window.lock.lock()
    locked.presses("Forgotten?")
    locked.types_into("Recovery key", "AGE-SECRET-KEY-1")
    locked.presses_key(Qt.Key.Key_Return)
    locked.waits_until(lambda: "recovery key does not open" in page(locked)._why.text())
    locked.types_into("Recovery key", key_on(sheet))
    locked.presses_key(Qt.Key.Key_Return)
    locked.waits_until(lambda: not locked.window.lock.closed)


def key_on(sheet: Path) -> str:
    from pypdf import PdfReader

    text = PdfReader(sheet).pages[0].extract_text()
    lines = text[text.index("AGE-SECRET-KEY-1") :].splitlines()
    return "".join(lines[:3])


def test_a_plain_library_is_not_locked_and_says_why(facilitator: Facilitator) -> None:
    facilitator.presses_key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert not facilitator.window.lock.closed
    assert "no passphrase" in facilitator.window.banner.text()


def test_closing_at_the_lock_page_ends(start: Callable[[], Facilitator], library_file: Path) -> None:
    open_library(library_file, PASSPHRASE).close()
    facilitator = start_locked(start)
    facilitator.window.close()
    facilitator.clearway.stop()
    assert isinstance(facilitator.clearway, Clearway)
    relock(library_file, PASSPHRASE, None)


def test_while_it_is_locked_a_library_that_is_gone_shows_nothing_of_what_was_on_the_screen(
    locked: Facilitator, library_file: Path
) -> None:
    locked.window.lock.lock()
    done: list[object] = []
    locked.clearway.thread.without_library(lambda: "", done.append, done.append)
    locked.waits_until(lambda: bool(done))
    damaged = library_file.read_bytes()
    library_file.write_bytes(b"something else")
    types_the_passphrase(locked, "anything")
    locked.waits_until(lambda: bool(page(locked)._why.text()))
    assert locked.window.lock.closed
    library_file.write_bytes(damaged)
    types_the_passphrase(locked)
    locked.waits_until(lambda: not locked.window.lock.closed)


def test_a_damaged_locked_library_offers_its_backups_and_opens_one_with_what_was_typed(
    start: Callable[[], Facilitator], library_file: Path
) -> None:
    with open_library(library_file, PASSPHRASE) as library:
        LibraryActs(library).add_sample()
        backups_of(library_file).keep(library.copying())
    damaged = bytearray(library_file.read_bytes())
    for place in range(4096 * 2, len(damaged), 4096):
        damaged[place + 9] ^= 1
    library_file.write_bytes(damaged)
    facilitator = start_locked(start)
    types_the_passphrase(facilitator)
    facilitator.waits_until(lambda: not facilitator.window.lock.closed and bool(facilitator.clearway.backing.all))
    facilitator.clearway.backing.restore(facilitator.clearway.backing.all[0].path)
    facilitator.waits_until(lambda: facilitator.clearway.browsing.total == 1)
    assert facilitator.clearway.locking.has_passphrase


def test_a_copy_that_is_not_locked_in_the_place_of_a_locked_library_is_told(
    start: Callable[[], Facilitator], library_file: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "from before the lock.clearway"
    with open_library(copy) as plain:
        LibraryActs(plain).add_sample()
    with open_library(library_file, PASSPHRASE) as library:
        backups_of(library_file).keep(library.copying())
    damaged = bytearray(library_file.read_bytes())
    damaged[4096 * 2 + 9] ^= 1
    library_file.write_bytes(damaged)
    facilitator = start_locked(start)
    types_the_passphrase(facilitator)
    facilitator.waits_until(lambda: not facilitator.window.lock.closed)
    facilitator.clearway.backing.restore(copy)
    facilitator.waits_until(lambda: facilitator.clearway.browsing.total == 1)
    assert "whoever has the file can read it" in facilitator.window.banner.text()


def test_the_backups_that_are_made_by_themselves_are_locked(locked: Facilitator, library_file: Path) -> None:
    locked.clearway.backing.begin(at_once=True)
    locked.waits_until(lambda: bool(locked.clearway.backing.all))
    locked.window.lock.lock()  # and a copy under way does not stand in the way
    (backup,) = locked.clearway.backing.all
    assert backup.locked
    assert backup.sound(PASSPHRASE)
    assert not backup.sound("wrong")
