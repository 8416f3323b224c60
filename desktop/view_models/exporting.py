"""The plan in other programs' files: a sheet, a calendar, charts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.view_models.late import say
from desktop.view_models.session import EngagementSession
from desktop.words import gettext, ngettext, spoken
from models.values.files import FileInUseError, safe_name, write_whole
from reports.exports.chart_files import charts_of
from reports.words.facts import Facts


class Exporting(QObject):
    """Writes files whole or not at all; `told` says where they are, or why there is none."""

    told = Signal(str)
    taken = Signal(object, object)
    """Another program holds the file: a free name beside it, and what writes it there."""

    def __init__(self, session: EngagementSession) -> None:
        super().__init__()
        self.session = session

    def name(self, what: str, ending: str = "") -> str:
        """A file name that is safe on every system, as in "Northwind Bank - Claims triage - Actions.xlsx"."""
        engagement = self.session.engagement
        parts = [safe_name(part) for part in (engagement.client.name, engagement.pilot.name, what)]
        return " - ".join(part for part in parts if part) + ending

    def sheet(self, path: Path) -> None:
        """The actions as a workbook."""
        from reports.exports.action_sheet import action_sheet  # the spreadsheet library takes a moment to load

        self._write(path, lambda: action_sheet(self._facts()))

    def calendar(self, path: Path) -> None:
        """The due dates, once the library has said when the engagement was last edited."""
        from reports.exports.due_dates import due_dates  # the calendar library takes a moment to load

        engagement_id = self.session.engagement.id

        def write(changed: datetime) -> None:
            self._write(path, lambda: due_dates(self._facts(), changed))

        self.session.ask(lambda library: library.changed(engagement_id), write)

    def charts(self, above: Path) -> None:
        """Every chart as PNG and SVG, in a folder of its own in the one given."""
        from desktop.chart_pictures import chart_png

        folder = above / self.name(gettext("Charts"))
        made = charts_of(self._facts())
        try:
            folder.mkdir(exist_ok=True)
            for chart in made:
                write_whole(folder / f"{chart.name}.svg", chart.svg)
                write_whole(folder / f"{chart.name}.png", chart_png(chart.drawing))
        except FileInUseError as refusal:
            self.told.emit(refusal.said(spoken()))
        except OSError as error:
            say(self, "told", gettext("The charts cannot be written: {0}.").format(error.strerror))
        else:
            say(
                self,
                "told",
                ngettext(
                    "{n} chart, each as PNG and SVG, in {0}", "{n} charts, each as PNG and SVG, in {0}", len(made)
                ).format(folder, n=len(made)),
            )

    def _facts(self) -> Facts:
        session = self.session
        return Facts(session.engagement, session.method, date.today(), session.words)

    def _write(self, path: Path, make: Callable[[], bytes]) -> None:
        try:
            write_whole(path, make())
        except FileInUseError as refusal:
            self.told.emit(refusal.said(spoken()))
            self.taken.emit(refusal.other, lambda other: self._write(other, make))
        except OSError as error:
            say(self, "told", gettext("The file cannot be written: {0}.").format(error.strerror))
        else:
            say(self, "told", gettext("Saved as {0}").format(path))
