"""Start, memory, an edit and typing, each against the barest Qt or SQLite that does the same."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from sqlcipher3 import dbapi2 as sqlcipher

from desktop.application import Clearway, prepare_qt
from desktop.console.shelf.page_shelf import BEHIND
from desktop.console.steps import Step
from desktop.view_models.diagnosing import Diagnosing
from desktop.view_models.saving import Saving
from desktop.view_models.session import EngagementSession
from models.engagement.edit import Edit, apply_edit, edit_on
from models.storage import Library
from models.values.sentence import act_called
from models.values.terms import Answer, NoteKind
from tests.bench.figure import Figure, timed
from tests.bench.libraries import Shelf

STARTS, EDITS, KEYS, VISITS = 7, 60, 150, 5
SLOW_SYNC = 0.015
"""Seconds."""
FRAME = 1000 / 60
"""Milliseconds for which a screen shows a picture."""

PRAGMAS = (
    "PRAGMA locking_mode=EXCLUSIVE",
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA fullfsync=ON",
)


def start_and_memory(shelf: Shelf) -> list[Figure]:
    """Each in a process of its own, from before the interpreter starts to the first painted frame."""
    library = str(shelf.many)
    bare, ours = [], []
    for _ in range(STARTS):
        bare.append(_first_frame("bare"))
        ours.append(_first_frame("clearway", library))
    return [
        Figure("start to first painted frame", _median(ours, 0), _median(bare, 0), 1.4),
        Figure("start until the list of 10,000 is shown", _median(ours, 2), _median(bare, 0), 2.2),
        Figure("memory at first frame", _median(ours, 1), _median(bare, 1), 1.3, "MB"),
    ]


def _median(runs: list[list[float]], place: int) -> float:
    return statistics.median(run[place] for run in runs)


def visits(shelf: Shelf) -> list[Figure]:
    """The first visit to a page after a quiet moment, against the second."""
    application()
    steps = (Step.RESULTS, Step.REPORT)
    first: dict[Step, list[float]] = {step: [] for step in steps}
    second: dict[Step, list[float]] = {step: [] for step in steps}
    for number in range(VISITS):
        clearway = opened(shelf.empty(f"visits-{number}.clearway"), Library)
        clearway.window.shelf.clear()
        clearway.window.go_to(Step.DIAGNOSE)
        while clearway.window.make_ahead():
            QTest.qWait(2 * BEHIND)
        for step in steps:
            for visit in (first, second):
                visit[step].append(timed(partial(_visit, clearway, step)))
                _visit(clearway, Step.DIAGNOSE)
        clearway.window.close()
        clearway.stop()
    return [
        Figure(f"first visit to {step.value}", statistics.median(first[step]), statistics.median(second[step]), 1.5)
        for step in steps
    ]


def _visit(clearway: Clearway, step: Step) -> None:
    clearway.window.go_to(step)
    clearway.window.repaint()
    for _ in range(3):
        QApplication.processEvents()


def _first_frame(*arguments: str) -> list[float]:
    """Milliseconds to the first frame, megabytes then, milliseconds until the list is shown."""
    begun = time.monotonic()
    command = [sys.executable, "-m", "tests.bench.first_frame", *arguments]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return [(float(printed[0]) - begun) * 1000, float(printed[1]), (float(printed[2]) - begun) * 1000]


class _SlowLibrary(Library):
    """A library on a disk that takes 15 ms to sync."""

    def save(self, edit: Edit) -> None:
        super().save(edit)
        time.sleep(SLOW_SYNC)


class _TimedLibrary(Library):
    """Notes when each edit was on disk."""

    committed = 0.0

    def save(self, edit: Edit) -> None:
        super().save(edit)
        type(self).committed = time.perf_counter()


def application() -> QApplication:
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    application = QApplication([])
    prepare_qt(application)
    return application


def opened(path: Path, kind: type[Library]) -> Clearway:
    settings = QSettings(str(path.with_suffix(".ini")), QSettings.Format.IniFormat)
    settings.setValue("theme", "light")
    clearway = Clearway(path, settings)
    clearway.thread._open = lambda: kind.open(path, who="bench")
    clearway.start()
    clearway.browsing.open_sample()
    until(lambda: clearway.window.session is not None and clearway.window.session.saving is Saving.SAVED)
    clearway.window.go_to(Step.DIAGNOSE)
    for _ in range(20):
        QApplication.processEvents()
    return clearway


def until(ready: Callable[[], bool]) -> None:
    while not ready():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 5)


def edit(shelf: Shelf) -> list[Figure]:
    """A rating from the act to the commit, against one UPDATE and one COMMIT with the same pragmas."""
    application()
    clearway = opened(shelf.empty("edit.clearway"), _TimedLibrary)
    session = clearway.window.session
    assert session is not None
    raw = sqlcipher.connect(str(shelf.empty("raw.db")), isolation_level=None)
    with closing(raw):
        for pragma in PRAGMAS:
            raw.execute(pragma)
        raw.execute("CREATE TABLE rating (id TEXT PRIMARY KEY, answer TEXT) STRICT")
        raw.execute("INSERT INTO rating VALUES ('a', '0')")
        ours, floor, stored = [], [], []
        for number in range(EDITS):
            answer = (Answer.EARLY, Answer.SEVERE)[number % 2]
            ours.append(_key_to_commit(session, answer))
            floor.append(timed(partial(_raw_update, raw, str(number % 4))))
    clearway.stop()
    with Library.open(shelf.empty("edit.clearway"), who="bench") as library:
        engagement = library.engagement(session.engagement.id)
        rating = next(iter(engagement.current.ratings.values()))
        for number in range(EDITS):
            answer = (Answer.EARLY, Answer.SEVERE)[number % 2]
            act = edit_on(engagement, Edit(act_called("Rate"), engagement.id, (replace(rating, answer=answer),)))
            engagement = apply_edit(engagement, act)
            stored.append(timed(partial(library.save, act)))
    raw_time = statistics.median(floor)
    clearway.window.close()
    return [
        Figure("an edit in the library, until committed", statistics.median(stored), raw_time, 1.2),
        Figure("an edit, key press to committed", statistics.median(ours), raw_time, 1.8),
    ]


def _key_to_commit(session: EngagementSession, answer: Answer) -> float:
    """Milliseconds from the act to the commit on the library's thread, while the screen redraws itself."""
    begun = time.perf_counter()
    Diagnosing(session).rate(answer)
    until(lambda: session.saving is Saving.SAVED)
    return (_TimedLibrary.committed - begun) * 1000


def _raw_update(raw: sqlcipher.Connection, answer: str) -> None:
    raw.execute("BEGIN IMMEDIATE")
    raw.execute("UPDATE rating SET answer = ? WHERE id = 'a'", (answer,))
    raw.execute("COMMIT")


def typing(shelf: Shelf) -> list[Figure]:
    """How long a key holds the interface in a note whose every key is saved to a slow disk; median and worst."""
    application()
    clearway = opened(shelf.empty("typing.clearway"), _SlowLibrary)
    page = clearway.window.pages[Step.DIAGNOSE]
    page.capture(NoteKind.NOTE)  # type: ignore[attr-defined]
    QApplication.processEvents()
    field = clearway.window.focusWidget()
    assert field is not None
    bare = QPlainTextEdit()
    bare.resize(field.size())
    bare.setStyleSheet(clearway.window.styleSheet())
    bare.show()
    ours, floor = [], []
    for number in range(KEYS):
        letter = "abcdefghij klm"[number % 14]
        ours.append(timed(partial(_type, field, letter)))
        floor.append(timed(partial(_type, bare, letter)))
    clearway.stop()
    clearway.window.close()
    return [
        Figure("typing while a sync takes 15 ms", statistics.median(ours), statistics.median(floor), 2.5),
        Figure("the same, slowest of a hundred (floor: a frame)", _late(ours), FRAME, 0.25),
    ]


def _late(times: list[float]) -> float:
    return sorted(times)[round(len(times) * 0.99) - 1]


def _type(field: object, letter: str) -> None:
    QTest.keyClicks(field, letter)  # type: ignore[arg-type]
    QApplication.processEvents()
