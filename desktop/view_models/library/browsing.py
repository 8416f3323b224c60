"""The library as a list to search, and the acts on a whole engagement."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop.library_thread import LibraryThread
from desktop.view_models.library.browsing_words import file_bytes, first_of, last_act_text, list_mended_text
from desktop.view_models.library.opened import Opened
from desktop.view_models.library.shelves import Listed, Shelf, Shelves
from desktop.view_models.library.side_by_side import SideBySide
from desktop.view_models.library.standings import Standings
from desktop.view_models.library.text_reading import TextReading
from desktop.view_models.saving import refusal_text
from desktop.words import gettext
from models.engagement.library_entry import WORKED_ON, Found, HistoryEntry, LibraryEntry, Steps
from models.values.refusal import Refusal

if TYPE_CHECKING:
    from desktop.library_acts import LibraryActs
    from desktop.view_models.ledger import Ledger
    from models.storage import Library
    from models.values.sentence import Sentence

PAGE = 100
"""Entries fetched at a time."""

LIBRARY_SCOPE = ""
"""The scope of acts on whole engagements, for undo."""


class Browsing(QObject):
    """`listed` comes when `entries`, `total` or `steps` are new; `explained` when `reasons` are.

    `opened` carries what is `Opened`, as the disk has it.

    `altered` comes after an act that may have changed or removed an engagement that is open.
    """

    listed = Signal()
    explained = Signal()
    opened = Signal(object)
    refused = Signal(str)
    altered = Signal()
    told = Signal(str)

    def __init__(self, thread: LibraryThread, ledger: Ledger) -> None:
        super().__init__()
        self.entries: list[LibraryEntry] = []
        self.total = 0
        self.known = False
        """Whether the library has answered at all yet."""
        self.empty = True
        """Whether the library holds nothing at all, neither in the list nor in the archive."""
        self.search = ""
        self.reasons: dict[str, Found] = {}
        """Why the search found engagements whose names in the list do not show it; for the console's library alone."""
        self.shelves = Shelves(PAGE)
        self.steps = Steps()
        self._thread, self._ledger = thread, ledger
        self._acts: LibraryActs | None = None
        self._acts_on: Library | None = None
        self._asked = 0
        self._begun = ""
        """The engagement that was begun last, while it may be empty still."""
        self.standings = Standings(thread, self._on)
        """How those that are listed stand."""
        self.side_by_side = SideBySide(thread, self._on)
        """All pilots, once they are asked for."""
        self._texts = TextReading(thread)
        self._texts.read.connect(self._have_read)
        ledger.returned.connect(self._returned)

    @property
    def in_archive(self) -> bool:
        """Whether the archive is listed."""
        return self.shelves.front is Shelf.ARCHIVE

    @property
    def shown(self) -> list[LibraryEntry]:
        """What is listed, in its order."""
        return self.shelves.shown(self.entries, self.standings.pilots, bool(self.search.strip()))

    def find(self, search: str | None = None, shelf: Shelf | None = None) -> None:
        """Lists afresh, with another search or another shelf; the latest question wins."""
        if search is None:
            self.standings.forget()  # something may have been done since
        self.search = self.search if search is None else search
        self.shelves.front = self.shelves.front if shelf is None else shelf
        self._list(PAGE)

    def look_back(self) -> None:
        """Tells the last act that is on the disk, where Clearway was ended last time before it could close."""

        def tell(last: HistoryEntry | None) -> None:
            if last:
                self.told.emit(last_act_text(last))

        self._thread.do(lambda library: library.last_act, tell, lambda _: None)

    def more(self) -> None:
        """Lists another hundred, once the end of the list comes into view."""
        if len(self.entries) < self.total:
            self._list(len(self.entries) + PAGE)

    def open(self, engagement_id: str) -> None:
        """Opens an engagement."""
        self._act(lambda _: engagement_id, opens=True)

    def open_sample(self) -> None:
        """Adds the sample engagement unless it is there, and opens it."""
        self._act(lambda library: self._on(library).add_sample(), opens=True)

    def open_later_sample(self) -> None:
        """The same with the sample's second round."""
        self._act(lambda library: self._on(library).add_sample(later=True), opens=True)

    def add_sample_practice(self) -> None:
        """Adds the sample in both rounds and the other pilots of its practice."""
        self._act(lambda library: self._on(library).add_sample_practice())

    def begin(self, client: str = "", pilot: str = "") -> None:
        """Adds an engagement and opens it; without names the one on which nothing was typed yet."""

        def work(library: Library) -> str:
            begun = self._on(library).begin(client, pilot)
            self._begun = "" if client or pilot else begun
            return begun

        self._act(work, opens=True)

    def put_away_untouched(self) -> None:
        """What was begun goes again where nothing was typed on it."""

        def work(library: Library) -> None:
            gone, self._begun = self._on(library).put_away(self._begun), ""
            self._ledger.take_away(gone)

        if self._begun:
            self._act(work)

    def bring_in(self, path: Path) -> None:
        """Imports an engagement file and opens it."""
        notes: list[Sentence] = []

        def work(library: Library) -> str:
            engagement_id, found = self._on(library).bring_in(file_bytes(path))
            notes.extend(found)
            return engagement_id

        self._act(work, opens=True, tells=lambda: first_of(notes))

    def take_out(self, engagement_id: str, path: Path) -> None:
        """Exports an engagement as JSON to `path`."""
        done = gettext("Exported to {path}").format(path=path)
        self._act(lambda library: self._on(library).take_out(engagement_id, path), tells=lambda: done)

    def duplicate(self, entry: LibraryEntry, name: str) -> None:
        """Adds a copy called `name`."""
        self._act(lambda library: self._on(library).copy(entry.id, name))

    def archive(self, entry: LibraryEntry) -> None:
        """Puts an engagement into the archive, or takes it out again."""
        self._act(lambda library: self._on(library).archive(entry.id))

    def delete_for_good(self, entry: LibraryEntry) -> None:
        """Takes an engagement out of the library, with all that was known of it; nothing brings it back."""
        done = gettext("“{name}” is deleted for good.").format(name=f"{entry.client}, {entry.pilot}")
        self._act(lambda library: library.delete_for_good(entry.id), tells=lambda: done)

    def taken_in(self, said: str) -> None:
        """Acts of others were put together with what is here."""
        self.told.emit(said)
        self.altered.emit()
        self.find()

    def undo(self) -> None:
        """Takes back the newest act on a whole engagement, unless what it added has been worked on since."""
        self._act(lambda library: self._ledger.take_away(self._on(library).undo()))

    def _returned(self, label: Sentence) -> None:
        self._refuse(Refusal(WORKED_ON, label=label))
        self.find()

    def redo(self) -> None:
        """Does it again."""
        self._act(lambda library: library.redo(LIBRARY_SCOPE))

    def _act(self, work: Callable[[Library], Any], opens: bool = False, tells: Callable[[], str] = lambda: "") -> None:
        """Where the engagement `opens`, `work` gives its id."""

        def whole(library: Library) -> Opened | None:
            from models.engagement.acts import Acts

            engagement_id = work(library)
            if not opens:
                return None
            engagement, method = self._on(library).open(engagement_id)
            library.touch(engagement_id)
            return Opened(engagement, Acts(library.recent_steps(engagement_id)), self._ledger.written, method)

        self._ledger.act(whole, lambda opened: self._acted(opened, tells()), self._refuse)

    def _on(self, library: Library) -> LibraryActs:
        """Loaded on the library's thread when first needed: what it brings along would delay the first frame."""
        if self._acts is None or self._acts_on is not library:
            from desktop.library_acts import LibraryActs

            self._acts, self._acts_on = LibraryActs(library), library
        return self._acts

    def _acted(self, opened: Opened | None, told: str) -> None:
        if told:
            self.told.emit(told)
        if opened:
            self.opened.emit(opened)
        else:
            self.altered.emit()
        self.find()

    def _refuse(self, error: Exception) -> None:
        self.refused.emit(refusal_text(error))

    def _list(self, limit: int) -> None:
        self._asked += 1
        number, search, first = self._asked, self.search, not self.known
        archived, counted = self.in_archive, (self.shelves.all, self.shelves.archived)
        searching = self.known and bool(search.strip())

        def work(library: Library) -> Listed | None:
            if number != self._asked:
                return None
            entries = library.entries(search, archived=archived, limit=limit)
            total = library.count(search, archived=archived)
            # Nobody waits for these while typing: a search changes neither.
            counts = counted if searching else (library.count(), library.count(archived=True))
            # The first list does not wait until the history has been loaded: see `_have_list`.
            return Listed(entries, total, *counts, Steps() if first else library.steps(LIBRARY_SCOPE))

        self._thread.do(work, self._have_list, self._refuse)

    def _have_list(self, answer: Listed | None) -> None:
        if answer is None:
            return
        first, self.known = not self.known, True
        self.entries, self.total, self.steps = answer.entries, answer.total, answer.steps
        self.shelves.all, self.shelves.archived = answer.all, answer.archived
        self.empty = not answer.all and not answer.archived
        self.reasons = {}
        self.listed.emit()
        self._ask_why()
        self._texts.begin()
        if first:
            self._thread.do(lambda library: library.steps(LIBRARY_SCOPE), self._have_steps, self._refuse)
            self._thread.do(lambda library: library.mend_list(), self._mended, self._refuse)
        self.standings.ask([entry.id for entry in answer.entries])

    def _have_steps(self, steps: Steps) -> None:
        if steps != self.steps:
            self.steps = steps
            self.listed.emit()

    def _ask_why(self) -> None:
        """The list is shown before it is told why it is so."""
        number, search, ids = self._asked, self.search, [entry.id for entry in self.entries]

        def work(library: Library) -> dict[str, Found] | None:
            return library.reasons(search, ids) if number == self._asked else None

        def told(found: dict[str, Found] | None) -> None:
            if found:
                self.reasons = found
                self.explained.emit()

        if search.strip():
            self._thread.do(work, told, self._refuse)

    def _have_read(self) -> None:
        """What was typed since the last search is found now."""
        if self.search.strip():
            self.find()

    def _mended(self, made_anew: bool) -> None:
        """The list is shown before it is checked, so that nobody waits for that."""
        if made_anew:
            self.told.emit(list_mended_text())
            self.find()
