"""Plays a list of acts, in a process that the monkey made for it: FOLDER holds `acts.json` and takes all that is made.

Each act's number is written to `at` before it is done, so that a process that ends can be told from where. After every
so many, what is unsaved settles, the window closes, and the file is opened again and compared.
"""

from __future__ import annotations

import faulthandler
import json
import os
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from desktop.screens.awake import KeepAwake
from tests.proofs.monkey_events import Event
from tests.proofs.monkey_hands import Hands
from tests.proofs.monkey_trace import Trace
from tests.proofs.monkey_world import StandIns, Watch, Weather, lay_out_files

REOPENED_AFTER = 500
ANSWERED_AFTER = 100
"""Milliseconds."""
LONGEST_WAIT = 60.0
"""Seconds until everything is on disk."""


class Fault(Exception):
    """What must not be."""


def answer_box() -> None:
    """Qt's dialog for files says in a box that a name is that of no file, and waits in it: a person would press OK."""
    box = QApplication.activeModalWidget()
    if isinstance(box, QMessageBox) and isinstance(box.parentWidget(), QFileDialog):
        box.reject()


class Player:
    """One library, opened again and again."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.path = folder, folder / "library.clearway"
        self.watch, self.weather = Watch(), Weather()
        self.stand_ins = StandIns(folder)
        self.settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
        self.last = ""
        self.log = (folder / "at").open("w", encoding="ascii", buffering=1)

    def starts(self) -> None:
        from desktop.application import Clearway

        self.clearway = Clearway(self.path, self.settings)
        self.clearway.ledger.lost.connect(lambda scope, text: self.watch.hear(f"given up: {text}"))
        self.clearway.start()
        self.waits(lambda: self.clearway.browsing.known)
        answers = QTimer(self.clearway.ledger, interval=ANSWERED_AFTER)
        answers.timeout.connect(answer_box)
        answers.start()
        self.hands = Hands(self.clearway, self.weather, self.folder, self.watch.begins)
        browsing, window = self.clearway.browsing, self.clearway.window
        if not self.last:
            browsing.begin("Harbour Trust", "Berth planner")
            self.waits(lambda: window.session is not None)
            browsing.open_sample()
        else:
            browsing.open(self.last)
        self.waits(lambda: window.session is not None and not self.clearway.ledger._waiting)
        if not self.stand_ins.offered and window.session is not None:
            self.stand_ins.offered += lay_out_files(self.folder, window.session)

    def plays(self, events: list[Event]) -> None:
        for number, event in enumerate(events):
            self.log.write(f"{number}\n")
            self.stand_ins.chance = event.chance
            self.watch.begins()
            self.hands.do(event)
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
            self.watch.ends()
            if self.watch.faults:
                raise Fault(f"after {event}:\n{self.watch.faults[0]}")
            if number % REOPENED_AFTER == REOPENED_AFTER - 1 and number + 1 < len(events):
                self.reopens()
                self.starts()
        self.reopens()

    def waits(self, condition: Callable[[], bool]) -> None:
        end = time.monotonic() + LONGEST_WAIT
        while not condition():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
            if self.watch.faults:
                raise Fault(self.watch.faults[0])
            if time.monotonic() > end:
                raise Fault("it never came to rest")

    def rests(self) -> None:
        """Until everything is written, and the screen has heard what an act on the library did to it."""
        for _ in range(3):
            heard: list[None] = []
            self.waits(lambda: not self.clearway.ledger._waiting)
            self.clearway.thread.do(lambda _: None, heard.append, lambda error: self.watch.hear(repr(error)))
            self.waits(lambda heard=heard: bool(heard))

    def reopens(self) -> None:
        """The disk is there again: what the screen showed last is in the file, and nothing was given up."""
        from models.storage import Library

        window = self.clearway.window
        self.weather.now = "fair"
        self.rests()
        window.close()
        self.waits(lambda: not window.isVisible())
        self.rests()
        window.past.come_back()  # a look at what was, asked for before, may have been answered since
        session = window.session
        shown = (session.engagement, session.labels) if session is not None else None
        self.clearway.stop()
        QApplication.processEvents()
        for awake in window.findChildren(KeepAwake):
            awake.stop()  # as the end of the program does
        window.deleteLater()
        # No event loop runs here that would do it, and a session of hours would hold every window there was.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if self.clearway.rescue.kept():
            raise Fault(f"an act was given up: {self.clearway.rescue.kept()[-1].read_text('utf-8')[:600]}")
        with Library.open(self.path, who="test") as library:
            if found := library.check():
                raise Fault(f"the library is damaged: {found}")
            if shown is None:
                return
            self.last = shown[0].id
            kept = library.engagement(self.last)
            if kept != shown[0]:
                raise Fault(f"the file holds another engagement: {_difference(kept, shown[0])}")
            if library.steps(self.last) != shown[1]:
                raise Fault(f"undo would take back {library.steps(self.last)}, the screen said {shown[1]}")


def _difference(kept: object, shown: object) -> str:
    names = getattr(kept, "__dataclass_fields__", ())
    for name in names:
        one, other = getattr(kept, name), getattr(shown, name)
        if one != other and type(one) is tuple and len(one) == len(other):
            return f"{name}: " + next(_difference(a, b) for a, b in zip(one, other, strict=True) if a != b)
        if one != other:
            return f"{name}: {_difference(one, other)}"
    if isinstance(kept, dict) and isinstance(shown, dict):
        keys = [key for key in {**kept, **shown} if kept.get(key) != shown.get(key)]
        kept, shown = {key: kept.get(key) for key in keys}, {key: shown.get(key) for key in keys}
    return f"kept {kept!r:.700}, shown {shown!r:.700}"


def plant_index() -> None:
    """An IndexError raised by C code in a handler, as each of those once found was."""
    from desktop.console.diagnose.page import DiagnosePage

    pressed, nothing = DiagnosePage.keyPressEvent, tuple[int, ...]()

    def fails(page: DiagnosePage, event: object) -> None:
        if page.model.rating is not None and getattr(event, "text", str)() == "2":
            nothing[0]
        pressed(page, event)  # type: ignore[arg-type]

    DiagnosePage.keyPressEvent = fails  # type: ignore[method-assign]


def main() -> int:
    from desktop.application import prepare_qt

    folder, plant = Path(sys.argv[1]), sys.argv[2]
    faulthandler.enable()
    events = [Event(*one) for one in json.loads((folder / "acts.json").read_text("utf-8"))]
    player = Player(folder)
    application = QApplication([])
    prepare_qt(application)
    if plant == "index":
        plant_index()
    trace = Trace(folder)
    try:
        player.starts()
        player.plays(events)
    except Exception as fault:
        sys.stderr.write(f"{fault}\n" if isinstance(fault, Fault) else traceback.format_exc())
        sys.stderr.write(trace.told())
        sys.stderr.flush()
        os._exit(1)  # whatever is still under way: the fault is what counts
    return 0


if __name__ == "__main__":
    sys.exit(main())
