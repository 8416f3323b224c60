"""Hands files to the system's own programs: the one place that knows how each system does it."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

_APPLE_MAIL = """
on run given
  tell application "Mail"
    set theMessage to make new outgoing message with properties ¬
      {subject:item 1 of given, content:item 2 of given, visible:true}
    tell theMessage
      repeat with n from 4 to count of given
        make new to recipient at end of to recipients with properties {address:item n of given}
      end repeat
      tell content to make new attachment with properties ¬
        {file name:(POSIX file (item 3 of given) as alias)} at after the last paragraph
    end tell
    activate
  end tell
end run
"""
"""Apple Mail shows an .eml file without letting it be sent, so there the message is made by script."""


class SystemPrograms(QObject):
    """Never waits for a program. Where none takes the file, `failed` carries its path, soon or never."""

    failed = Signal(str)
    _ended = Signal(int, str)

    def __init__(self, platform: str = sys.platform) -> None:
        """`platform` is as in `sys.platform`."""
        # A program may outlive who asked for it: were its thread the last to hold this, Qt would destroy it over there.
        super().__init__(QCoreApplication.instance())
        self._platform = platform
        self._ended.connect(self._told, Qt.ConnectionType.QueuedConnection)

    def open(self, path: Path) -> None:
        """Opens a file with the program for its kind."""
        if self._platform == "win32":
            self._start_file(path)
        else:
            self._run(["open" if self._platform == "darwin" else "xdg-open", str(path)], path)

    def show(self, path: Path) -> None:
        """Opens the folder the file lies in, with the file marked where the system can do that."""
        if self._platform == "win32":
            self._run(["explorer", "/select,", str(path)], path, answers=False)
        elif self._platform == "darwin":
            self._run(["open", "-R", str(path)], path)
        else:
            self._run(["xdg-open", str(path.parent)], path)

    def start_own(self, path: Path) -> None:
        """Starts Clearway once more, on another library."""
        own = [] if hasattr(sys, "_MEIPASS") else ["-m", "desktop.command_line"]
        self._run([sys.executable, *own, str(path)], path, answers=False)

    def write_message(self, draft: Path, subject: str, text: str, document: Path, recipients: Sequence[str]) -> None:
        """Opens a message to be sent by hand: `draft` holds all of it, the rest is for systems that need the parts."""
        if self._platform == "darwin":
            self._run(["osascript", "-e", _APPLE_MAIL, subject, text, str(document), *recipients], draft)
        else:
            self.open(draft)

    def _start_file(self, path: Path) -> None:
        try:
            os.startfile(path)  # type: ignore[attr-defined,unused-ignore]  # noqa: S606
        except OSError:
            self.failed.emit(str(path))

    def _run(self, command: list[str], path: Path, answers: bool = True) -> None:
        """On a thread: some of these stay for as long as the program they start. `answers` says the status means
        something."""
        import subprocess

        def run() -> None:
            try:
                done = subprocess.run(  # noqa: S603
                    command,
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    start_new_session=True,
                    env=_environment_of_others(),
                    check=False,
                )
                status = done.returncode if answers else 0
            except OSError:
                status = 1
            self._ended.emit(status, str(path))

        threading.Thread(target=run, name=command[0], daemon=True).start()

    def _told(self, status: int, path: str) -> None:
        if status != 0:
            self.failed.emit(path)


def _environment_of_others() -> dict[str, str]:
    """As it was before a frozen Clearway put its own libraries first, with which no other program was tried."""
    around = dict(os.environ)
    if hasattr(sys, "_MEIPASS") and sys.platform == "linux":
        before = around.pop("LD_LIBRARY_PATH_ORIG", None)
        around.pop("LD_LIBRARY_PATH", None)
        if before is not None:
            around["LD_LIBRARY_PATH"] = before
    return around
