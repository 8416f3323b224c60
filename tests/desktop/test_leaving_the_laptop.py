"""The console locks by itself when nobody is there and when the lid is closed; the keychain remembers if asked to."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import which

import keyring
import pytest
from facilitator import Facilitator
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeychain
from PySide6.QtCore import QObject, QSettings, Qt
from PySide6.QtDBus import QDBusConnection
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.application import Clearway
from desktop.console.locking.lock_page import LockPage
from desktop.own_library import open_library, relock
from desktop.system import keychain
from desktop.system.idle import Idle
from desktop.system.sleeping import LOGIND, Sleeping

PASSPHRASE = "kiln ferry harbour salt"


class Keychain(KeyringBackend):
    """One of the system's."""

    priority = 5.0  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


class PlainFile(Keychain):
    """A keyring that keeps passphrases in a file that anybody can read, as some do."""

    priority = 0.5  # type: ignore[assignment]


@pytest.fixture
def with_keychain() -> Iterator[Callable[[KeyringBackend], KeyringBackend]]:
    before = keyring.get_keyring()

    def use(made: KeyringBackend) -> KeyringBackend:
        keyring.set_keyring(made)
        return made

    yield use
    keyring.set_keyring(before)


@pytest.fixture
def asked(start: Callable[[], Facilitator], library_file: Path) -> Facilitator:
    """At the page that asks for the passphrase."""
    open_library(library_file, PASSPHRASE).close()
    facilitator = start()
    facilitator.waits_until(lambda: facilitator.window.lock.closed)
    return facilitator


def unlocks(facilitator: Facilitator, *, remember: bool) -> None:
    page = facilitator.window.findChild(LockPage)
    page.remember.setChecked(remember)
    facilitator.types_into("Passphrase", PASSPHRASE)
    facilitator.presses_key(Qt.Key.Key_Return)
    facilitator.waits_until(lambda: not facilitator.window.lock.closed)


def test_the_keychain_opens_it_at_the_next_start_but_not_after_somebody_left(
    with_keychain: Callable[[KeyringBackend], Keychain],
    asked: Facilitator,
    start: Callable[[], Facilitator],
    library_file: Path,
) -> None:
    chain = with_keychain(Keychain())
    unlocks(asked, remember=False)
    assert chain.kept == {}
    asked.window.lock.lock()
    unlocks(asked, remember=True)
    assert chain.kept == {("Clearway", str(library_file)): PASSPHRASE}
    asked.window.close()
    asked.clearway.stop()
    again = start()
    again.waits_until(lambda: again.clearway.browsing.known)
    assert not again.window.lock.closed
    again.window.lock.lock()
    again.clearway.locking.give("wrong")
    page = again.window.findChild(LockPage)
    again.waits_until(lambda: "does not open" in page._why.text())
    assert again.window.lock.closed


def test_a_passphrase_that_was_changed_elsewhere_is_asked_for(
    with_keychain: Callable[[KeyringBackend], Keychain], start: Callable[[], Facilitator], library_file: Path
) -> None:
    open_library(library_file, PASSPHRASE).close()
    with_keychain(Keychain())
    assert keychain.remember(library_file, "the one before")
    facilitator = start()
    facilitator.waits_until(lambda: facilitator.window.lock.closed)
    unlocks(facilitator, remember=True)
    assert keychain.remembered(library_file) == PASSPHRASE
    facilitator.clearway.locking.change(PASSPHRASE, "another")
    facilitator.waits_until(lambda: "locked with the new" in facilitator.window.banner.text())
    assert keychain.remembered(library_file) is None


@pytest.mark.parametrize("backend", [NoKeychain, PlainFile])
def test_without_a_keychain_of_the_system_it_is_said_and_kept_nowhere(
    backend: type[KeyringBackend],
    with_keychain: Callable[[KeyringBackend], KeyringBackend],
    asked: Facilitator,
    library_file: Path,
) -> None:
    chain = with_keychain(backend())
    unlocks(asked, remember=True)
    asked.waits_until(lambda: "no keychain" in asked.window.banner.text())
    assert not getattr(chain, "kept", None)
    assert keychain.remembered(library_file) is None


def test_nobody_there_locks_a_library_with_a_passphrase_and_no_other(
    asked: Facilitator, dressed_app: QApplication, settings: QSettings, tmp_path: Path
) -> None:
    unlocks(asked, remember=False)
    assert asked.clearway.idle_time == 600_000
    settings.setValue("lock_after_minutes", "0.5")
    assert asked.clearway.idle_time == 30_000
    idle = Idle(dressed_app, 1, asked.window.lock.lock_idle)
    asked.waits_until(lambda: asked.window.lock.closed)
    idle.deleteLater()


def test_a_plain_library_stays_open_when_nobody_is_there(facilitator: Facilitator) -> None:
    facilitator.window.lock.lock_idle()
    assert not facilitator.window.lock.closed
    assert facilitator.window.banner.text() == ""


def test_every_touch_begins_the_time_anew(dressed_app: QApplication, qtbot: QtBot, facilitator: Facilitator) -> None:
    idle = Idle(dressed_app, 3_600_000, lambda: None)
    idle._listen(facilitator.window.windowHandle())
    idle._timer.stop()
    qtbot.mouseMove(facilitator.window.windowHandle())
    assert idle._timer.isActive()
    idle._timer.stop()
    qtbot.keyClick(facilitator.window.windowHandle(), Qt.Key.Key_Shift)
    assert idle._timer.isActive()
    idle.deleteLater()


@pytest.mark.skipif(not (which("dbus-daemon") and which("dbus-send")), reason="needs a bus of its own")
def test_what_logind_says_before_a_sleep_is_heard(qapp: QApplication, qtbot: QtBot) -> None:
    command = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as bus:
        try:
            assert bus.stdout is not None
            address = bus.stdout.readline().strip()
            heard: list[str] = []
            owner = QObject()
            sleeping = Sleeping(owner, lambda: heard.append("asleep"))
            sleeping.listen(address)
            path, interface, member = LOGIND
            for begins in ("false", "true"):
                send = ["dbus-send", f"--bus={address}", "--type=signal", path, f"{interface}.{member}"]
                subprocess.run([*send, f"boolean:{begins}"], check=True)
            qtbot.waitUntil(lambda: heard == ["asleep"], timeout=10_000)
        finally:
            QDBusConnection.disconnectFromBus("clearway")
            bus.kill()
    owner.deleteLater()


def test_a_window_that_was_given_the_passphrase_asks_for_nothing(
    dressed_app: QApplication, qtbot: QtBot, library_file: Path, settings: QSettings
) -> None:
    open_library(library_file, PASSPHRASE).close()
    clearway = Clearway(library_file, settings, PASSPHRASE)
    clearway.start()
    qtbot.waitUntil(lambda: clearway.browsing.known, timeout=20_000)
    assert not clearway.window.lock.closed
    assert clearway.locking.has_passphrase
    clearway.window.close()
    clearway.stop()
    relock(library_file, PASSPHRASE, None)
