"""Reads a returned plan away from the interface's thread, and takes in what the person has chosen of it."""

from __future__ import annotations

import logging
import threading
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from desktop.view_models.session import EngagementSession
from desktop.words import gettext, ngettext
from models.engagement.engagement import Action, Engagement, Note, Record
from models.values.files import read_at_most
from models.values.refusal import Refusal
from models.values.sentence import act_called
from reports.reply.fields import Part
from reports.reply.file import LARGEST_FILE
from reports.reply.merge import news, taken, uncontested
from reports.reply.reply import Reply, read_reply

_log = logging.getLogger(__name__)


class Replying(QObject):
    """`changed` says that there is another reply, or another answer to one; `told` carries sentences."""

    changed = Signal()
    told = Signal(str)
    _finished = Signal(int, object)

    def __init__(self, session: EngagementSession) -> None:
        super().__init__()
        self.session = session
        self.name = ""
        """The file's."""
        self.reply: Reply | None = None
        self.refusal = ""
        """Why the file could not be read."""
        self._data = b""
        self._chosen: dict[tuple[str, Part], bool] = {}
        self._number = 0
        self._threads: list[threading.Thread] = []
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        session.changed.connect(self._follow)

    def read(self, path: Path) -> None:
        """Starts reading another file."""
        self.put_away()
        self.name = path.name
        try:
            self._data = read_at_most(path, LARGEST_FILE + 1)
        except OSError as error:
            self.refusal = gettext("The file cannot be read: {0}.").format(error.strerror)
            self.changed.emit()
        else:
            self._start()

    def put_away(self) -> None:
        """Forgets the reply; nothing was taken from it that was not taken before."""
        self._number += 1
        self.name, self.reply, self.refusal, self._data = "", None, "", b""
        self._chosen.clear()
        self.changed.emit()

    def is_chosen(self, action_id: str, part: Part) -> bool:
        """Whether this part is to be taken: unless somebody says otherwise, all but what the plan changed as well."""
        usual = self.reply is not None and part in uncontested(self.reply).get(action_id, ())
        return self._chosen.get((action_id, part), usual)

    def choose(self, action_id: str, part: Part, chosen: bool) -> None:
        """Takes or leaves one part."""
        self._chosen[action_id, part] = chosen
        self.changed.emit()

    @property
    def chosen(self) -> int:
        """How many parts are to be taken."""
        if self.reply is None:
            return 0
        return sum(self.is_chosen(a.action_id, part) for a in self.reply.actions for part in a.parts)

    def take(self) -> None:
        """Takes in what is chosen, as one step that undo takes back."""
        if self.reply is None:
            return
        choice = {
            a.action_id: [part for part in a.parts if self.is_chosen(a.action_id, part)] for a in self.reply.actions
        }
        session, count = self.session, self.chosen
        records = taken(session.engagement, self.reply, choice, session.words)
        self.put_away()
        if records:
            session.edit(act_called("Take in a reply"), *records)
            self.told.emit(
                ngettext(
                    "{n} thing taken from the reply. Undo takes all of it back.",
                    "{n} things taken from the reply. Undo takes all of it back.",
                    count,
                ).format(n=count)
            )

    def finish(self) -> None:
        """Waits for what is under way: the thread must not be the last to hold this."""
        self._number += 1
        for thread in self._threads:
            thread.join()

    def _follow(self, kinds: frozenset[type[Record]]) -> None:
        """What the plan says now stands beside the reply, so the reply is read again when that changes."""
        if self._data and kinds & {Action, Note}:
            self._start()

    def _start(self) -> None:
        self._number += 1
        task = (self._number, self._data, self.session.engagement)
        thread = threading.Thread(target=self._work, args=task, name="reply", daemon=True)
        self._threads = [running for running in self._threads if running.is_alive()] + [thread]
        thread.start()

    def _work(self, number: int, data: bytes, engagement: Engagement) -> None:
        words = self.session.words
        try:
            answer: Reply | Exception = news(read_reply(data, engagement, words), engagement, words)
        except Exception as error:
            answer = error
        self._finished.emit(number, answer)

    def _deliver(self, number: int, answer: Reply | Exception) -> None:
        if number != self._number:
            return
        self.reply = answer if isinstance(answer, Reply) else None
        self.refusal = ""
        if isinstance(answer, Refusal):
            self.refusal = str(answer)
        elif isinstance(answer, Exception):
            _log.error("A fault in Clearway while reading a reply", exc_info=answer)
            self.refusal = gettext("Clearway has a fault and could not read this file. The plan itself is safe.")
        self.changed.emit()
