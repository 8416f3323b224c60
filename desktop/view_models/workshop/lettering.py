"""Letters to the owners of actions, all in one act: files to be sent, and the outbox knows who got what."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from desktop.view_models.late import say
from desktop.view_models.session import EngagementSession
from desktop.view_models.workshop.parcels import folder_for, keep_parcels, without_address, write_parcels
from desktop.words import gettext, ngettext, spoken
from models.engagement.changes import Change
from models.engagement.engagement import Action
from models.engagement.people import called
from models.plan.once_due import once_due
from models.plan.progress import Standing, standing_so, tracked
from models.values.files import OtherPathError
from models.values.sentence import act_called
from reports.documents.kinds import PageSize
from reports.words.facts import Facts

if TYPE_CHECKING:
    from models.storage import Library
    from reports.exports.parcel import Parcel

_log = logging.getLogger(__name__)


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

    def _deliver(self, made: tuple[Parcel, ...] | Exception, above: Path, only_late: bool) -> None:
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
            keep_parcels(self.session, made, act_called("Write letters to owners"))
            text = ngettext(
                "{n} letter with its calendar and a message to open, in {folder}",
                "{n} letters, each with its calendar and a message to open, in {folder}",
                len(made),
            ).format(n=len(made), folder=folder)
            nowhere = without_address(made, called(self.session.people()))
            say(self, "told", "\n".join(filter(None, (text, nowhere))))

    def _folder(self, above: Path, only_late: bool) -> Path:
        what = gettext("Reminders") if only_late else gettext("Letters")
        return folder_for(self.session.engagement, above, what)

    def _written(self, letters: Sequence[Parcel], folder: Path) -> bool:
        """Whether all files are there."""
        try:
            write_parcels(letters, folder)
        except OtherPathError as refusal:
            say(self, "told", refusal.said(spoken()))
            return False
        except OSError as error:
            say(self, "told", gettext("The files cannot be written: {0}.").format(error.strerror))
            return False
        return True
