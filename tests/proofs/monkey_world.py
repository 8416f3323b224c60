"""What is around the monkey: a disk with its weather, programs and dialogs that answer at once, and those who watch."""

from __future__ import annotations

import logging
import sys
import threading
import time
import traceback
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from desktop.system.programs import SystemPrograms
from desktop.view_models import ledger
from desktop.view_models.session import EngagementSession
from desktop.widgets import file_dialogs
from models.storage import Library
from models.storage.errors import LibraryFullError, LibraryVanishedError
from reports.documents.documents import render
from reports.documents.kinds import DocumentKind

HARMLESS = ("This plugin does not support",)
HANG = 1.0
"""Seconds of the interface's own work on one act, on a machine that adds a million numbers in `PACE`."""
PACE = 0.027
STANDSTILL = 15.0
"""Seconds on one act, whatever the machine is doing beside."""


class Weather:
    """What the library's disk does just now."""

    def __init__(self) -> None:
        self.now = "fair"
        ledger.RETRY_AFTER = 30
        for name in ("save", "undo", "redo"):
            self._wrap(name, getattr(Library, name))

    def _wrap(self, name: str, at_once: Callable[..., Any]) -> None:
        def act(library: Library, what: object) -> object:
            if self.now == "slow":
                time.sleep(0.02)
            elif self.now == "full":
                raise LibraryFullError(path=library.path)
            elif self.now == "vanished":
                raise LibraryVanishedError(path=library.path)
            return at_once(library, what)

        setattr(Library, name, act)


class StandIns:
    """For dialogs and other programs. `chance` of the act under way decides what they answer."""

    def __init__(self, folder: Path) -> None:
        self.chance, self.folder, self.count = 0.0, folder, 0
        self.offered: list[Path] = []
        file_dialogs.ask_where = self._where
        file_dialogs.ask_which = self._which
        file_dialogs.ask_folder = lambda parent, title, suggested, then: self._maybe(lambda: then(self.folder))
        file_dialogs.ask_colour = lambda parent, title, colour, then: self._maybe(lambda: then("#3366AA"))
        SystemPrograms._run = self._run  # type: ignore[method-assign,assignment]

    def _maybe(self, act: Callable[[], None]) -> None:
        if self.chance < 0.7:
            act()

    def _where(self, parent: object, title: str, suggested: Path, kinds: str, then: Callable[[Path], None]) -> None:
        self.count += 1
        self._maybe(lambda: then(self.folder / f"{self.count}{suggested.suffix}"))

    def _which(self, parent: object, title: str, kinds: str, then: Callable[[Path], None]) -> None:
        if self.offered:
            self._maybe(lambda: then(self.offered[int(self.chance * 97) % len(self.offered)]))

    def _run(self, command: list[str], path: Path, answers: bool = True) -> None:
        """Nothing is started, and nobody fails: what a failure says is tested elsewhere."""


class Watch:
    """Hears every fault, and looks whether an act takes too long."""

    def __init__(self) -> None:
        self.faults: list[str] = []
        self._since: float | None = None
        self._used = 0.0
        self._main = threading.main_thread().ident or 0
        self._clock = time.pthread_getcpuclockid(self._main)
        sys.excepthook = self._raised
        sys.unraisablehook = lambda what: self.hear(f"unraisable: {what.exc_value!r} in {what.object!r}")
        threading.excepthook = lambda what: self.hear(f"on a thread: {what.exc_value!r}")
        handler = logging.Handler(logging.ERROR)
        handler.emit = self._logged  # type: ignore[method-assign]
        logging.getLogger().addHandler(handler)
        qInstallMessageHandler(self._from_qt)
        threading.Thread(target=self._look, daemon=True).start()

    def begins(self) -> None:
        self._used, self._since = time.clock_gettime(self._clock), time.monotonic()

    def ends(self) -> None:
        self._since = None

    def hear(self, what: str) -> None:
        """Something went wrong."""
        self.faults.append(what)

    def _logged(self, record: logging.LogRecord) -> None:
        trace = "".join(traceback.format_exception(*record.exc_info)) if record.exc_info else ""
        self.hear(f"logged: {record.getMessage()}\n{trace}")

    def _raised(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self.hear("".join(traceback.format_exception(kind, error, trace)))

    def _from_qt(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and not text.startswith(HARMLESS):
            self.hear(f"Qt: {text}")

    def _look(self) -> None:
        while True:
            time.sleep(0.05)
            since = self._since
            if since is None:
                continue
            worked = time.clock_gettime(self._clock) - self._used
            hangs = worked > HANG and worked > HANG * _pace() / PACE
            if hangs or time.monotonic() - since > STANDSTILL:
                frame = sys._current_frames().get(self._main)
                self.hear(f"a hang of {worked:.1f} s\n{''.join(traceback.format_stack(frame)[-12:])}")
                self._since = None


def _pace() -> float:
    """Seconds of the processor for a million additions, as it is at present: a slow machine is no hang."""
    began, total = time.thread_time(), 0
    for number in range(1_000_000):
        total += number
    return time.thread_time() - began


def lay_out_files(folder: Path, session: EngagementSession) -> tuple[Path, ...]:
    """What can be dropped or chosen: an action plan as it would come back, and what only looks like one."""
    plan = render(DocumentKind.ACTION_PLAN, session.engagement, session.method, today=date.today())
    files = {"plan.pdf": plan, "garbage.pdf": b"%PDF-1.7\nno more of it", "text.txt": b"no PDF", "logo.png": b"\x89PNG"}
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return tuple(folder / name for name in files)
