"""Reads a returned plan away from the interface's thread, and takes in what the person has chosen of it."""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from desktop.library_acts import engagement_names
from desktop.view_models.session import EngagementSession
from desktop.words import gettext, ngettext, spoken
from models.engagement.engagement import Action, Note, Record
from models.values.files import read_at_most
from models.values.refusal import Refusal
from models.values.sentence import act_called
from reports.reply.fields import Part
from reports.reply.file import LARGEST_FILE, returned
from reports.reply.merge import news, taken, uncontested
from reports.reply.reading import held_against
from reports.reply.reply import Reply
from reports.reply.returned import Returned
from reports.reply.together import put_together
from reports.words.facts import Facts

_log = logging.getLogger(__name__)


class Replying(QObject):
    """`changed` says that there is another reply, or another answer to one; `told` carries sentences."""

    changed = Signal()
    told = Signal(str)
    _finished = Signal(int, int, object, object)

    def __init__(self, session: EngagementSession) -> None:
        super().__init__()
        self.session = session
        self.name = ""
        """The file's."""
        self.reply: Reply | None = None
        self.refusal = ""
        """Why the file could not be read."""
        self._names: dict[str, str] = {}
        """Of other engagements whose plans stand in the file."""
        self._data = b""
        self._back: Returned | None = None
        """What the file itself brings back, which is read once."""
        self._chosen: dict[tuple[str, Part], bool] = {}
        self._file = self._plan = 0
        """The numbers of the file, and of the state of the plan, that are to be told of."""
        self._waiting: list[Path] = []
        self._threads: list[threading.Thread] = []
        self._under_way = False
        """Whether this file is being held against the plan."""
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        session.changed.connect(self._follow)

    @property
    def waiting(self) -> int:
        """How many replies are to be looked at after this one."""
        return len(self._waiting)

    def read_all(self, paths: Sequence[Path]) -> None:
        """Starts reading the first of several files, in place of those there were; the others wait for `next`."""
        self._waiting = list(paths)
        self.next()

    def go_on_from(self, before: Replying) -> None:
        """With the reply that is looked at there, read anew, what was chosen of it, and those that wait."""
        self.name, self._data, self._back = before.name, before._data, before._back
        self._chosen, self._waiting = before._chosen, before._waiting
        if self._data:
            self._start()

    def next(self) -> bool:
        """Goes on to the next file that waits; False where there is none."""
        if self._waiting:
            self.read(self._waiting.pop(0))
            return True
        return False

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
        self._file += 1
        self._under_way = False
        self.name, self.reply, self.refusal, self._data, self._back = "", None, "", b"", None
        self._names = {}
        self._chosen.clear()
        self.changed.emit()

    @property
    def together(self) -> str:
        """What the file was put together from; empty where it is one plan."""
        if self.reply is None:
            return ""
        return put_together(self.reply.put_together, self.session.engagement, self._names, self.session.words)

    def is_chosen(self, key: str, part: Part) -> bool:
        """Whether this part of an action, or a remark, is to be taken: unless somebody says otherwise, all but what
        has to be asked first and what the plan changed as well."""
        usual = self.reply is not None and part in uncontested(self.reply).get(key, ())
        return self._chosen.get((key, part), usual)

    def choose(self, key: str, part: Part, chosen: bool) -> None:
        """Takes or leaves one part."""
        self._chosen[key, part] = chosen
        self.changed.emit()

    @property
    def chosen(self) -> int:
        """How many parts are to be taken."""
        return sum(map(len, self._choice().values()))

    def take(self) -> None:
        """Takes in what is chosen, as one step that undo takes back."""
        if self.reply is None:
            return
        session, count = self.session, self.chosen
        records = taken(session.engagement, self.reply, self._choice(), session.words)
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

    def _choice(self) -> dict[str, list[Part]]:
        items = [(item.action_id, item.parts) for item in self.reply.actions] if self.reply else []
        items += [(item.key, item.parts) for item in self.reply.remarks] if self.reply else []
        return {key: [part for part in parts if self.is_chosen(key, part)] for key, parts in items}

    def finish(self) -> None:
        """What is under way comes to nothing, and to its end: the thread must not be the last to hold this."""
        self._file += 1
        for thread in self._threads:
            thread.join()

    def _follow(self, kinds: frozenset[type[Record]]) -> None:
        """What the plan says now stands beside the reply, so they are held against each other again."""
        readable = self._back is not None or self._under_way  # one that was refused says nothing of any plan
        if readable and kinds & {Action, Note}:
            self._start()

    def _start(self) -> None:
        """One at a time: what the plan becomes meanwhile is looked at once, at its end, however much was typed."""
        self._plan += 1
        if self._under_way:
            return
        self._under_way = True
        session = self.session
        facts = Facts(session.engagement, session.method, date.today(), session.words)
        task = (self._file, self._plan, self._data, self._back, facts)
        thread = threading.Thread(target=self._work, args=task, name="reply", daemon=True)
        self._threads = [running for running in self._threads if running.is_alive()] + [thread]
        thread.start()

    def _work(self, file: int, plan: int, data: bytes, back: Returned | None, facts: Facts) -> None:
        try:
            if back is None:
                titles = [line.action.title for line in facts.lines]
                back = returned(data, titles, wanted=lambda: file == self._file)
            answer: Reply | Exception = news(held_against(back, facts), facts.engagement, facts.words)
        except Exception as error:
            answer = error
        self._finished.emit(file, plan, back, answer)

    def _deliver(self, file: int, plan: int, back: Returned | None, answer: Reply | Exception) -> None:
        if file != self._file:
            return
        self._under_way, self._back = False, back
        if plan != self._plan:
            self._start()
            return
        self.reply = answer if isinstance(answer, Reply) else None
        self.refusal = ""
        if isinstance(answer, Refusal):
            self.refusal = answer.said(spoken())
        elif isinstance(answer, Exception):
            _log.error("A fault in Clearway while reading a reply", exc_info=answer)
            self.refusal = gettext("Clearway has a fault and could not read this file. The plan itself is safe.")
        self.changed.emit()
        self._ask_names()

    def _ask_names(self) -> None:
        """Of the other engagements in the file, which the library may know."""
        parts, file, words = self.reply.put_together if self.reply else (), self._file, self.session.words
        others = {part.engagement for part in parts} - {self.session.engagement.id, *self._names}

        def told(names: dict[str, str]) -> None:
            if file == self._file:
                self._names |= names
                self.changed.emit()

        if others:
            self.session.ask(lambda library: engagement_names(library, others, words), told)
