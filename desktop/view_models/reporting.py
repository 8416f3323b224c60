"""Makes a document away from the interface's thread, and keeps the very bytes that were shown."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from desktop.view_models.session import EngagementSession
from desktop.words import gettext
from models.engagement.engagement import Action, Assessment, Engagement
from models.pictures.printed import with_printed
from models.rounds.comparison import Acts
from models.values.files import write_whole
from models.values.refusal import Refusal
from reports.documents.documents import file_name, left_out, render
from reports.documents.kinds import DocumentKind, PageSize
from reports.reply.plan_data import plan_revision
from reports.words.text import unshowable

if TYPE_CHECKING:
    from models.storage import Library

_Asked = tuple[int, Engagement, DocumentKind, PageSize]
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class MadeDocument:
    """A finished PDF and what was left out of it."""

    kind: DocumentKind
    data: bytes
    internal_notes: int
    """How many internal entries no document shows."""
    name: str
    """A file name that is safe on every system."""
    revision: str
    """The state of the plan that it shows."""
    unprintable: tuple[str, ...]
    """Characters of the names and of what the client may read that the documents can only show as codes."""


class _Stopped(Exception):
    """The document is not wanted any more."""


class Reporting(QObject):
    """`made` carries a `MadeDocument` of the snapshot as it stood when `make` was called last."""

    made = Signal(object)
    failed = Signal(str)
    progressed = Signal(int)
    """Pages drawn so far."""
    _drew = Signal(int, int)
    _finished = Signal(int, object)

    def __init__(self, session: EngagementSession) -> None:
        super().__init__()
        self.session = session
        self.kind = DocumentKind.ACTION_PLAN
        self.page_size = PageSize(session.paper)
        self._number = 0
        self._threads: list[threading.Thread] = []
        self._drew.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def make(self) -> None:
        """Starts making the document; an earlier one still under way is stopped."""
        self._number += 1
        number, engagement, kind = self._number, self.session.engagement, self.kind
        rounds = len(engagement.rounds) > 1  # the history says how often the dates of a round before were moved
        if not rounds and not any(one.for_client for one in engagement.current.evidence):
            self._start((number, engagement, kind, self.page_size), ())
            return

        def gathered(library: Library) -> tuple[Engagement, Acts]:
            acts = library.changes_of(engagement.id, Action, Assessment) if rounds else ()
            return with_printed(engagement, library.asset), acts

        size = self.page_size
        self.session.ask(gathered, lambda found: self._start((number, found[0], kind, size), found[1]))

    def _start(self, asked: _Asked, acts: Acts) -> None:
        if asked[0] != self._number:
            return
        task = (*asked, acts)
        thread = threading.Thread(target=self._work, args=task, name="report", daemon=True)
        self._threads = [running for running in self._threads if running.is_alive()] + [thread]
        thread.start()

    def stop(self) -> None:
        """Gives up what is under way, at its next line or page; nothing is heard of it any more."""
        self._number += 1

    def finish(self) -> None:
        """The same, and waits until it has stopped: the thread must not be the last to hold this."""
        self.stop()
        for thread in self._threads:
            thread.join()

    def save(self, document: MadeDocument, path: Path) -> None:
        """Writes the bytes that were shown, whole or not at all. Raises Refusal."""
        try:
            write_whole(path, document.data)
        except OSError as error:
            raise Refusal("The file cannot be written: {reason}.", reason=error.strerror) from error

    def _work(self, number: int, engagement: Engagement, kind: DocumentKind, page_size: PageSize, acts: Acts) -> None:
        session, drawn = self.session, 0

        def watch(pages: int) -> None:
            nonlocal drawn
            if number != self._number:
                raise _Stopped
            if pages > drawn:
                drawn = pages
                self._drew.emit(number, pages)

        try:
            data = render(
                kind,
                engagement,
                session.method,
                today=date.today(),
                words=session.words,
                page_size=page_size,
                progress=watch,
                acts=acts,
            )
            name = file_name(kind, engagement, session.words)
            left = left_out(kind, engagement, session.method)
            answer: MadeDocument | Exception = MadeDocument(
                kind, data, left.total, name, plan_revision(engagement), _unprintable(engagement)
            )
        except _Stopped:
            return
        except Exception as error:
            answer = error
        self._finished.emit(number, answer)

    def _tell(self, number: int, pages: int) -> None:
        if number == self._number:
            self.progressed.emit(pages)

    def _deliver(self, number: int, answer: MadeDocument | Exception) -> None:
        if number != self._number:
            return
        if isinstance(answer, MadeDocument):
            self.made.emit(answer)
            return
        if not isinstance(answer, Refusal):
            _log.error("A fault in Clearway while making a document", exc_info=answer)
        self.failed.emit(
            str(answer)
            if isinstance(answer, Refusal)
            else gettext("Clearway has a fault and could not make this document. The engagement itself is safe.")
        )


def _unprintable(engagement: Engagement) -> tuple[str, ...]:
    pilot, current = engagement.pilot, engagement.current
    texts = [engagement.client.name, pilot.name, pilot.decision_asked, engagement.brand.practice]
    texts += [text for s in engagement.stakeholders for text in (s.name, s.role)]
    texts += [note.text for note in current.notes if note.for_client]
    texts += [text for action in current.actions for text in (action.title, action.done_when)]
    texts += [text for judged in current.judgements.values() for text in (judged.evidence, judged.reason)]
    texts += [gate.conditions for gate in current.gates.values()]
    texts += [cell.value for cell in current.cells.values()]
    texts += [text for one in current.evidence if one.for_client for text in (one.caption, one.alternative)]
    return tuple(sorted(unshowable(" ".join(texts))))
