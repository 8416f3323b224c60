"""The plan for other programs: as a workbook, for calendars, as pictures and slides."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from desktop.console.report.act_row import ActRow
from desktop.view_models.exporting import Exporting
from desktop.widgets.file_dialogs import ask_folder, ask_where, ask_which, documents_folder
from desktop.widgets.labels import button
from desktop.widgets.parts.act import Act
from desktop.words import gettext


class Elsewhere(ActRow):
    """Small words, since each is seldom wanted; what each saves is said where the mouse rests."""

    def __init__(self, exporting: Exporting) -> None:
        super().__init__(gettext("Also save"), self._acts())
        self._exporting = exporting

    def _acts(self) -> list[Act]:
        acts = []
        for name, full, act in (
            (gettext("Sheet"), gettext("Save the actions as a spreadsheet"), self._ask_sheet),
            (gettext("Calendar"), gettext("Save the due dates for a calendar"), self._ask_calendar),
            (gettext("Charts"), gettext("Save the charts as pictures for slides"), self._ask_charts),
            (gettext("Slides"), gettext("Save slides that can be edited"), self._ask_slides),
            (gettext("Template"), gettext("Save slides in a template of your own"), self._ask_template),
        ):
            made = button(name, "small", tip=full)
            made.setAccessibleName(full)
            made.clicked.connect(lambda _=False, act=act: act())
            acts.append(made)
        return acts

    def _ask_sheet(self) -> None:
        suggested = documents_folder() / self._exporting.name(gettext("Actions"), ".xlsx")
        ask_where(self, gettext("Save the actions"), suggested, "Excel (*.xlsx)", self._exporting.sheet)

    def _ask_calendar(self) -> None:
        suggested = documents_folder() / self._exporting.name(gettext("Due dates"), ".ics")
        ask_where(self, gettext("Save the due dates"), suggested, "iCalendar (*.ics)", self._exporting.calendar)

    def _ask_slides(self, template: Path | None = None) -> None:
        suggested = documents_folder() / self._exporting.name(gettext("Slides"), ".pptx")
        save = partial(self._exporting.slides, template=template)
        ask_where(self, gettext("Save the slides"), suggested, "PowerPoint (*.pptx)", save)

    def _ask_template(self) -> None:
        ask_which(self, gettext("The template"), "PowerPoint (*.pptx *.potx)", self._ask_slides)

    def _ask_charts(self) -> None:
        ask_folder(self, gettext("Save the charts in"), documents_folder(), self._exporting.charts)
