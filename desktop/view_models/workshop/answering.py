"""Answers before the meeting: questionnaires go out, what comes back is taken in, and an agenda follows from it."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from desktop.view_models.late import say
from desktop.view_models.session import EngagementSession
from desktop.view_models.workshop.parcels import folder_for, keep_parcels, without_address, write_parcels
from desktop.words import gettext, ngettext, spoken
from models.diagnosis.leanings import Leanings, leanings, proposed_agenda
from models.engagement.engagement import Stakeholder
from models.engagement.outbox import OWN_SIGNS, asked_by_letter
from models.engagement.people import called
from models.engagement.workshop import AgendaBox
from models.values.files import read_at_most
from models.values.refusal import Refusal
from models.values.sentence import act_called
from reports.documents.kinds import PageSize

if TYPE_CHECKING:
    from reports.exports.parcel import Parcel
    from reports.reply.answers import LettersRead
    from reports.words.facts import Facts

_log = logging.getLogger(__name__)


class Answering(QObject):
    """`told` carries what there is to say of the last act; never what anybody answered."""

    told = Signal(str)
    _finished = Signal(object, object)

    def __init__(self, session: EngagementSession) -> None:
        super().__init__()
        self.session = session
        self._thread: threading.Thread | None = None
        self._left = threading.Event()
        """That nobody waits any more for what is under way."""
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def leanings(self) -> Leanings:
        """Who has answered, and what the answers have in common."""
        return leanings(self.session.method, self.session.engagement)

    def agenda(self) -> tuple[AgendaBox, ...]:
        """What follows from the answers; empty where nothing does, or where the agenda is that already."""
        found = proposed_agenda(self.session.method, self.session.engagement, self.session.words)
        now = [(box.kind, box.minutes) for box in self.session.current.agenda]
        return found if [(box.kind, box.minutes) for box in found] != now else ()

    def take_agenda(self) -> None:
        """Puts that agenda in place of the one there is; undo brings it back."""
        if agenda := self.agenda():
            kept = {box.id for box in agenda}
            gone = [box for box in self.session.current.agenda if box.id not in kept]
            self.session.edit(act_called("Take the agenda from the answers"), *agenda, remove=gone)

    def remindable(self) -> tuple[Stakeholder, ...]:
        """Who has not answered, once questionnaires went out."""
        return self.leanings().missing if asked_by_letter(self.session.engagement.outbox) else ()

    def write(self, above: Path, only_theirs: bool) -> None:
        """A questionnaire for each stakeholder and a message to send it with, in a folder of its own there."""
        self._write(above, only_theirs, reminder=False)

    def remind(self, above: Path) -> None:
        """The same once more to those who have not answered."""
        only_theirs = asked_by_letter(self.session.engagement.outbox) == OWN_SIGNS
        self._write(above, only_theirs, reminder=True)

    def _write(self, above: Path, only_theirs: bool, reminder: bool) -> None:
        facts, what = self._facts(), gettext("Reminders") if reminder else gettext("Questionnaires")
        folder, paper = folder_for(facts.engagement, above, what), PageSize(self.session.paper)

        def work() -> tuple[Parcel, ...]:
            from reports.exports.questions import questionnaires

            made = questionnaires(facts, only_theirs, reminder, paper)
            if made:
                write_parcels(made, folder)
            return made

        self._start(work, lambda made: self._sent(made, folder, reminder))

    def read(self, paths: Iterable[Path]) -> None:
        """Takes in what came back in these files, the one that was saved last at the end."""
        facts, files = self._facts(), list(paths)
        self._start(lambda: _read(files, facts, self._wanted), self._take)

    def finish(self) -> None:
        """Waits for what is under way, which comes to nothing: the thread must not be the last to hold this."""
        self._left.set()
        self._ends()

    def _ends(self) -> None:
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _wanted(self) -> bool:
        return not self._left.is_set()

    def _facts(self) -> Facts:
        from reports.words.facts import Facts

        session = self.session
        return Facts(session.engagement, session.method, date.today(), session.words)

    def _start(self, work: Callable[[], object], then: Callable[..., None]) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, args=(work, then), name="answers", daemon=True)
            self._thread.start()

    def _work(self, work: Callable[[], object], then: Callable[..., None]) -> None:
        try:
            found: object = work()
        except Exception as error:
            found = error
        self._finished.emit(found, then)

    def _deliver(self, found: object, then: Callable[..., None]) -> None:
        if self._thread is None:
            return  # the page was left meanwhile
        self._ends()
        if isinstance(found, Refusal):
            say(self, "told", found.said(spoken()))
        elif isinstance(found, OSError):
            say(self, "told", gettext("The files cannot be written: {0}.").format(found.strerror))
        elif isinstance(found, Exception):
            _log.error("A fault in Clearway with answers before the meeting", exc_info=found)
            say(self, "told", gettext("Clearway has a fault and could not do this. The engagement itself is safe."))
        else:
            then(found)

    def _sent(self, made: tuple[Parcel, ...], folder: Path, reminder: bool) -> None:
        if not made:
            everyone = gettext("Everybody has answered.")
            nobody = gettext("Nobody is to be asked yet. Add the people on Prepare, each with a name and a group.")
            self.told.emit(everyone if reminder else nobody)
            return
        label = act_called("Remind who has not answered") if reminder else act_called("Write questionnaires")
        keep_parcels(self.session, made, label)
        text = ngettext(
            "{n} questionnaire with a message to open, in {folder}",
            "{n} questionnaires, each with a message to open, in {folder}",
            len(made),
        ).format(n=len(made), folder=folder)
        nowhere = without_address(made, called(self.session.people()))
        self.told.emit("\n".join(filter(None, (text, nowhere))))

    def _take(self, found: tuple[LettersRead, list[str]]) -> None:
        read, refused = found
        said = answers_told(read, *take_answers(self.session, read))
        self.told.emit("\n".join([*said, *refused]))


def take_answers(session: EngagementSession, read: LettersRead) -> tuple[int, bool]:
    """Takes answers in; how many came too late, and whether any is new."""
    from models.diagnosis.by_letter import take_in

    letters = [letter for file in read.files for letter in file.letters]
    taken = take_in(session.current, letters)  # what may have changed since the files were read counts
    if taken.records:
        session.edit(act_called("Take in answers by letter"), *taken.records)
    return len(taken.late), bool(taken.records)


def _read(paths: Iterable[Path], facts: Facts, wanted: Callable[[], bool]) -> tuple[LettersRead, list[str]]:
    """What the files say, and why some of them could not be read."""
    from reports.reply.answers import answers_back, held_against
    from reports.reply.file import LARGEST_FILE

    backs, refused = [], []
    for path in sorted(paths, key=saved):
        try:
            backs.append(answers_back(path.name, read_at_most(path, LARGEST_FILE + 1), wanted))
        except Refusal as refusal:
            refused.append(about(path.name, refusal.said(spoken())))
        except OSError as error:
            refused.append(about(path.name, gettext("The file cannot be read: {0}.").format(error.strerror)))
    return held_against(backs, facts), refused


def saved(path: Path) -> float:
    """When a file was saved last."""
    try:
        return path.stat().st_mtime
    except OSError:
        return 0


def about(name: str, sentence: str) -> str:
    """What is to be said of one file."""
    return gettext("{file}: {why}").format(file=name, why=sentence)


def answers_told(read: LettersRead, late: int, new: bool) -> Iterator[str]:
    """How many were read and what is to be known of them, without a word of what was answered."""
    letters = sum(len(file.letters) for file in read.files)
    if letters:
        text = ngettext("Answers of {n} file taken in.", "Answers of {n} files taken in.", letters)
        yield text.format(n=letters) if new else gettext("There is nothing new to take in.")
    if late:
        text = ngettext(
            "{n} answer came after the room had voted or the votes were shown, and is left.",
            "{n} answers came after the room had voted or the votes were shown, and are left.",
            late,
        )
        yield text.format(n=late)
    for file in read.files:
        yield from (about(file.name, warning) for warning in file.warnings)
        if file.refusal:
            yield about(file.name, file.refusal.said(spoken()))
