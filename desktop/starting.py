"""From the start of the windowed program to its end."""

from __future__ import annotations

import locale
import sys
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QLocale, QSettings

from desktop.application import Clearway, prepare_qt
from desktop.own_library import is_hand_over
from desktop.program import Program
from desktop.screens.first_frame import AfterFirstFrame
from desktop.settings import LANGUAGE, settings_file
from desktop.system.ending import Signals
from desktop.system.fonts import load_script_fonts
from desktop.system.idle import Idle
from desktop.system.log import keep_log
from desktop.system.one_window import OneWindow
from desktop.words import speak
from resources.words import catalogue, languages

QUIET = 700
"""Milliseconds without a touch after which a page that was not looked at yet is made."""


def run(library: Path | None, passphrase: str | None = None, hand_over: Path | None = None) -> int:
    """Starts the application, with a hand-over to look into, and stays until it is closed; the exit status."""
    locale.setlocale(locale.LC_TIME, "C")
    keep_log()
    application = Program([])
    prepare_qt(application)
    library, hand_over = _asked_at_start(application, library, hand_over)
    return _work(application, Clearway(library, _settings(), passphrase), hand_over)


def _asked_at_start(
    application: Program, library: Path | None, hand_over: Path | None
) -> tuple[Path | None, Path | None]:
    """What to open: a double click in Finder that starts Clearway says it before anything else happens, if at all."""
    asked: list[Path] = []
    application.asked.connect(asked.append)
    application.processEvents()
    application.asked.disconnect()
    for path in asked[:1]:
        with suppress(OSError):
            return (library, path) if is_hand_over(path) else (path, hand_over)
    return library, hand_over


def _settings() -> QSettings:
    return QSettings(str(settings_file()), QSettings.Format.IniFormat)


def speak_as_the_system() -> None:
    """At the very first start, in the first of the person's languages that there are words for."""
    settings = _settings()
    if settings.contains(LANGUAGE.key):
        return
    known = [code for tag in QLocale.system().uiLanguages() if (code := tag.partition("-")[0]) in languages()]
    for code in known[:1]:
        settings.setValue(LANGUAGE.key, code)
        speak(catalogue(code))


def _work(application: Program, clearway: Clearway, hand_over: Path | None) -> int:
    """Until its windows are closed."""
    sys.excepthook = clearway.notice_fault

    def ended() -> None:
        clearway.end()
        application.exit(0)

    signals = Signals(ended)
    application.commitDataRequest.connect(clearway.save_now)
    application.asked.connect(clearway.take_file)
    clearway.start()
    if hand_over is not None:
        clearway.look_into(hand_over)
    clearway.idle = Idle(application, clearway.idle_time, clearway.lock_idle)
    ahead = _pages_ahead(application, clearway)
    one_window = OneWindow(clearway.library, clearway.started_again)
    for later in (one_window.listen, load_script_fonts):
        AfterFirstFrame(clearway.window, later)
    status = application.exec()
    one_window.stop()
    signals.stop()
    application.commitDataRequest.disconnect(clearway.save_now)
    application.asked.disconnect()
    clearway.idle.deleteLater()
    ahead.deleteLater()
    clearway.stop()
    clearway.window.hide()
    return status


def _pages_ahead(application: Program, clearway: Clearway) -> Idle:
    """Makes the pages that were not visited yet while nobody works, one at a time; then what has gathered is let go."""

    def make_ahead() -> None:
        if clearway.window.make_ahead():
            ahead.wait(QUIET)
        else:
            clearway.collector.look_through()

    ahead = Idle(application, QUIET, make_ahead)
    clearway.browsing.opened.connect(lambda: ahead.wait(QUIET))
    return ahead
