"""The plan in other programs' files: a sheet, calendars, charts, slides."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.view_models.late import say
from desktop.view_models.session import EngagementSession
from desktop.words import gettext, ngettext, spoken
from models.engagement.changes import Change
from models.engagement.engagement import Action
from models.plan.once_due import once_due
from models.values.files import OtherPathError, read_at_most, safe_name, write_whole
from models.values.refusal import Refusal
from reports.documents.kinds import DocumentKind, PageSize
from reports.exports.chart_files import charts_of
from reports.words.facts import Facts

if TYPE_CHECKING:
    from models.storage import Library

Past = tuple[datetime, Sequence[Sequence[Change]]]


class Exporting(QObject):
    """Writes files whole or not at all; `told` says where they are, or why there is none."""

    told = Signal(str)
    taken = Signal(object, object)
    """Another program holds the file: a free name beside it, and what writes it there."""

    def __init__(self, session: EngagementSession) -> None:
        super().__init__()
        self.session = session
        self.page_size = PageSize(session.paper)
        """The paper that the documents are made for."""
        self.kind = DocumentKind.ACTION_PLAN
        """The document that is on show."""

    def name(self, what: str, ending: str = "") -> str:
        """A file name that is safe on every system, as in "Northwind Bank - Claims triage - Actions.xlsx"."""
        engagement = self.session.engagement
        parts = [safe_name(part) for part in (engagement.client.name, engagement.pilot.name, what)]
        return " - ".join(part for part in parts if part) + ending

    def sheet(self, path: Path) -> None:
        """The actions as a workbook, to be printed on the paper that the documents are made for."""
        from reports.exports.action_sheet import action_sheet  # the spreadsheet library takes a moment to load

        self._write(path, lambda: action_sheet(self._facts(), self.page_size))

    def slides(self, path: Path, template: Path | None = None) -> None:
        """What is on show as a presentation, else the plan; in a template where one is given."""
        from reports.slides.deck import SLIDES, slides  # the library for presentations takes a moment to load
        from reports.slides.template import LARGEST

        kind = self.kind if self.kind in SLIDES else DocumentKind.ACTION_PLAN
        try:
            made = slides(self._facts(), kind, read_at_most(template, LARGEST + 1) if template else None)
        except Refusal as refusal:
            self.told.emit(refusal.said(spoken()))
        except OSError as error:
            say(self, "told", gettext("The template cannot be read: {0}.").format(error.strerror))
        else:
            self._write(path, lambda: made)

    def calendar(self, path: Path) -> None:
        """The due dates, once the library has said what the plan was before."""
        from reports.exports.due_dates import due_dates  # the calendar library takes a moment to load

        def write(past: Past) -> None:
            self._write(path, lambda: due_dates(self._facts(), *self._earlier(past)))

        self.session.ask(self._past, write)

    def calendars(self, above: Path) -> None:
        """The due dates of each owner, in a folder of its own in the one given."""
        from reports.exports.due_dates import owners_due_dates

        folder = above / self.name(gettext("Calendars"))

        def write(past: Past) -> None:
            made = owners_due_dates(self._facts(), *self._earlier(past))
            told = ngettext(
                "{n} calendar, for one owner, in {0}", "{n} calendars, each for one owner, in {0}", len(made)
            )
            self._write_all(
                folder, {f"{name}.ics": data for name, data in made.items()}, told.format(folder, n=len(made))
            )

        self.session.ask(self._past, write)

    def _past(self, library: Library) -> Past:
        """When the engagement was edited last, and what was ever changed in its actions."""
        engagement_id = self.session.engagement.id
        return library.changed(engagement_id), library.changes_of(engagement_id, Action)

    def _earlier(self, past: Past) -> tuple[datetime, tuple[Action, ...]]:
        changed, acts = past
        return changed, once_due(self.session.engagement, acts)

    def charts(self, above: Path) -> None:
        """Every chart as PNG and SVG, in a folder of its own in the one given."""
        from desktop.chart_pictures import chart_png

        made = charts_of(self._facts())
        files = {f"{chart.name}.svg": chart.svg for chart in made}
        files |= {f"{chart.name}.png": chart_png(chart.drawing) for chart in made}
        told = ngettext("{n} chart, each as PNG and SVG, in {0}", "{n} charts, each as PNG and SVG, in {0}", len(made))
        folder = above / self.name(gettext("Charts"))
        self._write_all(folder, files, told.format(folder, n=len(made)))

    def _write_all(self, folder: Path, files: Mapping[str, bytes], told: str) -> None:
        try:
            folder.mkdir(exist_ok=True)
            for name, data in files.items():
                write_whole(folder / name, data)
        except OtherPathError as refusal:
            self.told.emit(refusal.said(spoken()))
        except OSError as error:
            say(self, "told", gettext("The files cannot be written: {0}.").format(error.strerror))
        else:
            say(self, "told", told)

    def _facts(self) -> Facts:
        session = self.session
        return Facts(session.engagement, session.method, date.today(), session.words)

    def _write(self, path: Path, make: Callable[[], bytes]) -> None:
        try:
            write_whole(path, make())
        except OtherPathError as refusal:
            self.told.emit(refusal.said(spoken()))
            self.taken.emit(refusal.other, lambda other: self._write(other, make))
        except OSError as error:
            say(self, "told", gettext("The file cannot be written: {0}.").format(error.strerror))
        else:
            say(self, "told", gettext("Saved as {0}").format(path))
