"""Letters to the owners of actions, all in one act: files to be sent, and the outbox knows who got what."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from desktop.view_models.late import say
from desktop.view_models.session import EngagementSession
from desktop.words import gettext, ngettext, spoken
from models.engagement.changes import Change
from models.engagement.engagement import Action, Asset
from models.engagement.outbox import Dispatch
from models.plan.once_due import once_due
from models.plan.progress import Standing, standing_so, tracked
from models.values.files import FileInUseError, safe_name, write_whole
from models.values.sentence import act_called
from reports.documents.kinds import PageSize
from reports.reply.plan_data import plan_revision
from reports.words.facts import Facts

if TYPE_CHECKING:
    from models.storage import Library
    from reports.exports.letters import OwnersLetter

_log = logging.getLogger(__name__)
LETTER = "letter"
"""What the outbox knows such a document by."""


class Lettering(QObject):
    """`told` carries sentences: where the files are, or why there are none."""

    told = Signal(str)
    _finished = Signal(object, object, bool)

    def __init__(self, session: EngagementSession) -> None:
        super().__init__()
        self.session = session
        self.page_size = PageSize(session.paper)
        """The paper that the documents are made for."""
        self._thread: threading.Thread | None = None
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def late(self) -> int:
        """How many actions are overdue."""
        return len(standing_so(tracked(self.session.current, date.today()), Standing.OVERDUE))

    def write(self, above: Path, only_late: bool) -> None:
        """Writes all letters into a folder of their own in the one given; with `only_late` to those who are late."""
        if self._thread is None:
            self.session.ask(self._past, lambda past: self._start(above, only_late, *past))

    def finish(self) -> None:
        """Waits for what is under way, which comes to nothing: the thread must not be the last to hold this."""
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _past(self, library: Library) -> tuple[datetime, list[list[Change]]]:
        """When the engagement was edited last, and what was ever changed in its actions."""
        engagement_id = self.session.engagement.id
        return library.changed(engagement_id), [list(act) for act in library.changes_of(engagement_id, Action)]

    def _start(self, above: Path, only_late: bool, changed: datetime, acts: Iterable[list[Change]]) -> None:
        session = self.session
        facts = Facts(session.engagement, session.method, date.today(), session.words)
        earlier = once_due(session.engagement, list(acts))
        task = (above, only_late, facts, changed, earlier)
        self._thread = threading.Thread(target=self._work, args=task, name="letters", daemon=True)
        self._thread.start()

    def _work(self, above: Path, only_late: bool, facts: Facts, changed: datetime, earlier: tuple[Action, ...]) -> None:
        from reports.exports.letters import owners_letters  # the calendar library takes a moment to load

        try:
            made: object = owners_letters(facts, changed, earlier, only_late, self.page_size)
        except Exception as error:
            made = error
        self._finished.emit(made, above, only_late)

    def _deliver(self, made: tuple[OwnersLetter, ...] | Exception, above: Path, only_late: bool) -> None:
        if self._thread is None:
            return  # the page was left meanwhile
        self.finish()
        if isinstance(made, Exception):
            _log.error("A fault in Clearway while writing letters", exc_info=made)
            say(self, "told", gettext("Clearway has a fault and could not write the letters. The plan itself is safe."))
        elif not made:
            nothing = gettext("Nothing is late.") if only_late else gettext("Nobody owns an action that is not done.")
            say(self, "told", nothing)
        elif self._written(made, folder := self._folder(above, only_late)):
            self._keep(made)
            text = ngettext(
                "{n} letter with its calendar and a message to open, in {folder}",
                "{n} letters, each with its calendar and a message to open, in {folder}",
                len(made),
            )
            say(self, "told", text.format(n=len(made), folder=folder))

    def _folder(self, above: Path, only_late: bool) -> Path:
        engagement = self.session.engagement
        what = gettext("Reminders") if only_late else gettext("Letters")
        parts = [safe_name(part) for part in (engagement.client.name, engagement.pilot.name, what)]
        return above / " - ".join(part for part in parts if part)

    def _written(self, letters: Iterable[OwnersLetter], folder: Path) -> bool:
        """Whether all files are there."""
        try:
            folder.mkdir(exist_ok=True)
            for one in letters:
                for name, data in one.files().items():
                    write_whole(folder / name, data)
        except FileInUseError as refusal:
            say(self, "told", refusal.said(spoken()))
            return False
        except OSError as error:
            say(self, "told", gettext("The files cannot be written: {0}.").format(error.strerror))
            return False
        return True

    def _keep(self, letters: Iterable[OwnersLetter]) -> None:
        """Notes them in the outbox, but those that stand there already: pressing twice sends nothing twice."""
        engagement = self.session.engagement
        known = {replace(one, id="", prepared_at=datetime.min) for one in engagement.outbox}
        made: list[Dispatch] = []
        files: list[Asset] = []
        for one in letters:
            dispatch = Dispatch(
                engagement_id=engagement.id,
                document=LETTER,
                title=one.title,
                file_name=f"{one.name}.pdf",
                revision=plan_revision(engagement),
                sha256=sha256(one.document).hexdigest(),
                recipients=str(one.to.address) if one.to else "",
                subject=one.message.subject,
                prepared_at=datetime.now(UTC),
            )
            if replace(dispatch, id="", prepared_at=datetime.min) not in known:
                made.append(dispatch)
                name, data = dispatch.file_name, one.document
                files.append(Asset(id=dispatch.sha256, name=name, media_type="application/pdf", data=data))
        if made:
            self.session.edit(act_called("Write letters to owners"), *made, files=files)
