"""All pilots side by side, or those that are sought: told, written to pages or a workbook, shown on the wall."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from desktop.library_thread import LibraryThread
from desktop.view_models.late import say
from desktop.view_models.saving import refusal_text
from desktop.words import gettext, spoken
from models.frozen import frozen
from models.values.files import OtherPathError, write_whole
from models.values.refusal import Refusal

if TYPE_CHECKING:
    from desktop.library_acts import LibraryActs
    from desktop.view_models.room.pages import RoomView
    from models.engagement.engagement import Brand
    from models.portfolio.order import Order, Shown
    from models.portfolio.pressing import PlanStanding
    from models.storage import Library

_log = logging.getLogger(__name__)
ALL = -1
"""No limit, as SQLite has it."""


@frozen
class _Found:
    """What the library answered."""

    search: str
    shown: Shown
    brand: Brand | None
    plans: Sequence[PlanStanding]


class SideBySide(QObject):
    """`changed` comes when there are other pilots; `told` carries sentences."""

    changed, told = Signal(), Signal(str)
    _written = Signal(object)

    def __init__(self, thread: LibraryThread, acts: Callable[[Library], LibraryActs]) -> None:
        super().__init__()
        self._library, self._acts = thread, acts
        self._found: _Found | None = None
        self._thread: threading.Thread | None = None
        self._written.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def ask(self, search: str) -> None:
        """Asks for the pilots that the words find; for all without any."""
        from models.portfolio.order import Shown

        self._found = None

        def work(library: Library) -> _Found:
            acts, today = self._acts(library), date.today()
            ids = [entry.id for entry in library.entries(search, limit=ALL)] if search.strip() else None
            pilots = acts.portfolio(today, ids)
            return _Found(search, Shown(pilots, acts.mode_names()), acts.practice_brand(), acts.pressing(pilots, today))

        def have(found: _Found) -> None:
            self._found = found
            say(self, "changed")

        self._library.do(work, have, lambda error: say(self, "told", refusal_text(error)))

    @property
    def known(self) -> bool:
        """Whether the library has answered."""
        return self._found is not None

    def sentences(self) -> tuple[str, str]:
        """What the practice has to look at first, and what there is beside it."""
        from models.portfolio.wording import headline, lead

        if self._found is None:
            return "", ""
        shown, search = self._found.shown, self._found.search.strip()
        if search and not shown.pilots:
            return gettext("No pilot is found by “{search}”.").format(search=search), ""
        return headline(shown.pilots, dict(shown.modes), spoken()), lead(shown.pilots, dict(shown.modes), spoken())

    def plans(self) -> Sequence[PlanStanding]:
        """The plans in which something presses, the most first."""
        return self._found.plans if self._found else ()

    def order_by(self, order: Order) -> None:
        """What comes first on pages, in the workbook and on the wall."""
        if self._found is not None:
            self._found = replace(self._found, shown=replace(self._found.shown, order=order))

    def view(self, dark: bool) -> RoomView | None:
        """What the practice's wall shows; None before the library has answered."""
        from desktop.view_models.room.across.portfolio import portfolio_page
        from desktop.view_models.room.pages import RoomBrand, RoomView
        from models.engagement.engagement import Brand

        if self._found is None:
            return None
        brand = self._found.brand or Brand(id="")
        page = portfolio_page(self._found.shown, date.today())
        return RoomView(page, RoomBrand(brand.practice, "", brand.primary, brand.accent), dark)

    def save(self, path: Path, page_size: str) -> None:
        """Writes pages (.pdf) or a workbook (.xlsx), by the ending of the name."""
        if self._thread is None and self._found is not None:
            task = (self._found, path, page_size)
            self._thread = threading.Thread(target=self._write, args=task, name="portfolio", daemon=True)
            self._thread.start()

    def finish(self) -> None:
        """Waits for what is under way: the thread must not be the last to hold this."""
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _write(self, found: _Found, path: Path, page_size: str) -> None:
        try:
            write_whole(path, _made(found, path.suffix.lower(), page_size))
            answer: object = path
        except Exception as error:
            answer = error
        self._written.emit(answer)

    def _deliver(self, answer: object) -> None:
        self.finish()
        if isinstance(answer, OtherPathError | Refusal):
            said = answer.said(spoken())
        elif isinstance(answer, OSError):
            said = gettext("The file cannot be written: {0}.").format(answer.strerror)
        elif isinstance(answer, Exception):
            _log.error("A fault in Clearway while writing the portfolio", exc_info=answer)
            said = gettext("Clearway has a fault and could not do this. The engagements themselves are safe.")
        else:
            said = gettext("Saved as {0}").format(answer)
        say(self, "told", said)


def _made(found: _Found, ending: str, page_size: str) -> bytes:
    """The file's bytes."""
    from reports.documents.kinds import PageSize

    shown, size = found.shown, PageSize(page_size)
    if ending == ".xlsx":
        from reports.exports.portfolio_sheet import portfolio_sheet

        return portfolio_sheet(shown.pilots, shown.modes, date.today(), spoken(), shown.order, size)
    from desktop.portfolio_page import portfolio_page

    return portfolio_page(shown, found.brand, date.today(), size)
