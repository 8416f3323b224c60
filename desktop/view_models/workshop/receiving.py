"""Whatever comes back by post, a folder of it or one file: told apart by what is in it, and told of in one summary."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from desktop.view_models.late import say
from desktop.view_models.session import EngagementSession
from desktop.view_models.workshop.answering import about, answers_told, saved, take_answers
from desktop.words import gettext, ngettext, spoken
from models.frozen import frozen
from models.values.files import read_at_most
from models.values.refusal import Refusal

if TYPE_CHECKING:
    from reports.reply.answers import AnswersBack, LettersRead
    from reports.words.facts import Facts

_log = logging.getLogger(__name__)


@frozen
class Post:
    """What the files hold."""

    letters: LettersRead
    replies: tuple[Path, ...]
    """Those about the plan of the engagement, the earliest first."""
    refused: tuple[str, ...]
    """Why the others are left, a sentence for each."""


class Receiving(QObject):
    """Answers are taken in, hidden as they are until the votes are shown; replies wait to be looked at.

    `told` carries the summary, `replies` the files to be looked at.
    """

    told, replies = Signal(str), Signal(object)
    _finished = Signal(object)

    def __init__(self, session: EngagementSession) -> None:
        super().__init__()
        self._session = session
        self._thread: threading.Thread | None = None
        self._left = threading.Event()
        """That nobody waits any more for what comes back."""
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def take(self, paths: Iterable[Path]) -> None:
        """Reads files and the PDFs in folders. What is dropped while others are still read is left."""
        from reports.words.facts import Facts

        if self._thread is None:
            session = self._session
            facts = Facts(session.engagement, session.method, date.today(), session.words)
            self._thread = threading.Thread(target=self._work, args=(list(paths), facts), name="post", daemon=True)
            self._thread.start()

    def finish(self) -> None:
        """Waits for what is under way, which comes to nothing: the thread must not be the last to hold this."""
        self._left.set()
        self._ends()

    def _ends(self) -> None:
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _work(self, paths: list[Path], facts: Facts) -> None:
        try:
            found: object = _sorted_out(paths, facts, self._wanted)
        except Exception as error:
            found = error
        self._finished.emit(found)

    def _wanted(self) -> bool:
        return not self._left.is_set()

    def _deliver(self, found: Post | Exception) -> None:
        if self._thread is None:
            return  # the engagement was left meanwhile
        self._ends()
        if isinstance(found, Exception):
            _log.error("A fault in Clearway while reading what came back", exc_info=found)
            say(self, "told", gettext("Clearway has a fault and could not do this. The engagement itself is safe."))
            return
        said = list(answers_told(found.letters, *take_answers(self._session, found.letters)))
        count = len(found.replies)
        if count > 1 or (count and (said or found.refused)):
            text = ngettext("{n} reply to look at.", "{n} replies to look at, one after another.", count)
            said.append(text.format(n=count))
        said += found.refused
        say(self, "replies", found.replies)
        if said:
            say(self, "told", "\n".join(said))


def _sorted_out(paths: Iterable[Path], facts: Facts, wanted: Callable[[], bool]) -> Post:
    """What each file is. Two of one person count in the order in which they were saved."""
    from reports.reply.answers import held_against

    answers: list[AnswersBack] = []
    replies, refused = list[Path](), list[str]()
    found = list(_pdfs(paths))
    for path in sorted(found, key=saved):
        try:
            back = _read(path, facts, wanted)
        except Refusal as refusal:
            refused.append(about(path.name, refusal.said(spoken())))
        except OSError as error:
            refused.append(about(path.name, gettext("The file cannot be read: {0}.").format(error.strerror)))
        else:
            if back is None:
                replies.append(path)
            else:
                answers.append(back)
    if not found:
        refused.append(gettext("There is no PDF in this folder."))
    if len(found) == 1 and not answers:  # where it stands beside the plan there is more to say of it
        return Post(held_against((), facts), tuple(found), ())
    return Post(held_against(answers, facts), tuple(replies), tuple(refused))


def _read(path: Path, facts: Facts, wanted: Callable[[], bool]) -> AnswersBack | None:
    """The answers in a file; None for a reply to this plan. Raises Refusal, OSError."""
    from reports.reply.answers import AnswersBack
    from reports.reply.came_back import came_back
    from reports.reply.file import LARGEST_FILE

    back = came_back(path.name, read_at_most(path, LARGEST_FILE + 1), wanted)
    if isinstance(back, AnswersBack):
        return back
    if facts.engagement.id not in back.engagements:
        raise Refusal("This reply belongs to the plan of another engagement. Open that one first.")
    return None


def _pdfs(paths: Iterable[Path]) -> Iterable[Path]:
    for path in paths:
        if path.is_dir():
            yield from (one for one in path.iterdir() if one.suffix.lower() == ".pdf")
        else:
            yield path
