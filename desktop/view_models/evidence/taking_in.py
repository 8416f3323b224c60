"""Files read, cleaned and scaled away from the interface's thread, then hung up where they belong, one act each."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage

from desktop.settings import ORIGINALS, chosen
from desktop.system.decoding import as_png
from desktop.view_models.session import EngagementSession
from desktop.words import gettext, spoken
from models.engagement.evidence import Beside, Room
from models.pictures.kept import LARGEST_PICTURE, TakenIn, attaching, check_room, take_in
from models.values.files import read_at_most
from models.values.refusal import Refusal

LONGEST_WAIT = 2.0
"""Seconds that closing waits for a disk that does not answer."""
MOST_TOLD = 4
"""Refusals that are told together."""
_log = logging.getLogger(__name__)


class TakingIn(QObject):
    """`changed` comes when `waiting`, the number of files that are still being read, is another."""

    changed = Signal()
    _done = Signal(object, object)

    def __init__(self, session: EngagementSession) -> None:
        super().__init__()
        self._session, self.waiting = session, 0
        self._refused: list[str] = []
        self._stopped, self._threads = threading.Event(), list[threading.Thread]()
        self._done.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def files(self, paths: Iterable[Path], beside: Beside) -> None:
        """Hangs files there, in their order."""
        self._start(beside, [partial(_read, path) for path in paths])

    def picture(self, image: QImage, beside: Beside) -> None:
        """Hangs a picture there that was copied in another program."""
        name = f"{gettext('Picture')} {datetime.now().astimezone():%Y-%m-%d %H.%M.%S}.png"
        self._start(beside, [lambda: take_in(as_png(image), name)])

    def finish(self) -> None:
        """What is not read yet is not taken in any more. The threads must not be the last to hold this."""
        self._stopped.set()
        for thread in self._threads:
            thread.join(LONGEST_WAIT)

    def _start(self, beside: Beside, jobs: list[Callable[[], TakenIn]]) -> None:
        self.waiting += len(jobs)
        self.changed.emit()
        thread = threading.Thread(target=self._work, args=(beside, jobs), name="evidence", daemon=True)
        self._threads = [running for running in self._threads if running.is_alive()] + [thread]
        thread.start()

    def _work(self, beside: Beside, jobs: list[Callable[[], TakenIn]]) -> None:
        for job in jobs:
            answer: TakenIn | Exception
            try:
                answer = job()
            except Exception as error:
                answer = error
            if self._stopped.is_set():
                return
            self._done.emit(beside, answer)

    def _deliver(self, beside: Beside, answer: TakenIn | Exception) -> None:
        if isinstance(answer, TakenIn):
            engagement_id = self._session.engagement.id
            self._session.ask(
                lambda library: library.room_taken(engagement_id), lambda room: self._hang(beside, answer, room)
            )
            return
        if isinstance(answer, Refusal):
            self._refused.append(answer.said(spoken()))
        else:
            _log.error("A fault in Clearway while taking in a file", exc_info=answer)
            self._refused.append(gettext("Clearway has a fault and could not take in a file. Nothing else is lost."))
        self._one_less()

    def _hang(self, beside: Beside, taken: TakenIn, room: Room) -> None:
        engagement = self._session.engagement
        try:
            if beside.entry_id and all(entry.id != beside.entry_id for entry in engagement.current.entries):
                raise Refusal("The row that “{name}” was for is gone.", name=taken.file.name)
            check_room(taken, room)
            edit = attaching(engagement, beside, taken, datetime.now(UTC))
        except Refusal as refusal:
            self._refused.append(refusal.said(spoken()))
        else:
            self._session.edit(edit.label, *edit.put, files=edit.files)
        self._one_less()

    def _one_less(self) -> None:
        self.waiting -= 1
        if not self.waiting and self._refused:
            told, self._refused = self._refused, []
            self._session.noticed.emit("\n".join(told[:MOST_TOLD]))
        self.changed.emit()


def _read(path: Path) -> TakenIn:
    """Raises Refusal."""
    if not path.is_file():
        raise Refusal("“{name}” is no file that could be kept.", name=path.name)
    try:
        data = read_at_most(path, LARGEST_PICTURE + 1)
    except OSError as error:
        raise Refusal("{path} cannot be read: {reason}.", path=path, reason=error.strerror) from error
    return take_in(data, path.name, keep_original=chosen(ORIGINALS) == "yes")
