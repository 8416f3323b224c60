"""Prepare: only what is known the day before; everything can be left empty and filled in later."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.console.page import Page, page_column
from desktop.console.prepare.agenda_form import AgendaForm
from desktop.console.prepare.brand_form import BrandForm
from desktop.console.prepare.money_fields import CostField, CurrencyField
from desktop.console.prepare.people_form import PeopleForm
from desktop.theme import Theme
from desktop.view_models.not_understood import Where
from desktop.view_models.preparing import Preparing
from desktop.view_models.session import EngagementSession
from desktop.view_models.workshop.attending import Attending
from desktop.view_models.workshop.pacing import Pacing
from desktop.view_models.workshop.taking_in import files_in
from desktop.widgets.fields import LineField, TextField
from desktop.widgets.keys import KeyAct
from desktop.widgets.labels import label, rule
from desktop.widgets.typed.understood_field import DateField, UnderstoodField
from desktop.widgets.who_is_here import WhoIsHere
from desktop.words import gettext
from models.engagement.engagement import Assessment, Brand, Client, Pilot, Stakeholder
from models.engagement.workshop import AgendaBox
from models.values.lengths import LONGEST_NAME
from resources.words import marked

T = TypeVar("T")


class PreparePage(Page):
    """Client, pilot, workshop, stakeholders, brand."""

    keys = (
        KeyAct("Enter", marked("In the agenda: a new time box; in a stakeholder's line: the next person")),
        KeyAct("Alt+Up Alt+Down", marked("In the agenda: move the time box")),
        KeyAct("H", marked("Everybody is here"), lambda page, _: page.attending.everybody_is_here()),
        KeyAct("Ctrl+V", marked("Paste people: a spreadsheet, an address line"), lambda page, _: page.people.paste()),
        KeyAct("T", marked("Take people from a file"), lambda page, _: page.people.ask_files()),
    )

    concerns = frozenset({Client, Pilot, Assessment, AgendaBox, Stakeholder, Brand})

    def __init__(self, session: EngagementSession, theme: Theme) -> None:
        super().__init__(session, theme)
        self.model, self.attending = Preparing(session), Attending(session)
        self._shows: list[Callable[[], None]] = []
        self.setAcceptDrops(True)
        column = page_column(self)
        title = label(gettext("What is known before the workshop"), "title", wrap=True)
        column.addWidget(title)
        column.addWidget(label(gettext("Every field may stay empty for now."), "muted"))
        column.addLayout(self._client_and_pilot())
        column.addSpacing(8)
        column.addWidget(rule())
        column.addWidget(label(gettext("Agenda"), "section"))
        self.agenda = AgendaForm(Pacing(session))
        column.addWidget(self.agenda)
        column.addWidget(rule())
        column.addLayout(self._people_head())
        self.people = PeopleForm(self.model)
        column.addWidget(self.people)
        column.addWidget(rule())
        column.addWidget(label(gettext("Brand"), "section"))
        self.brand = BrandForm(self.model)
        column.addWidget(self.brand)
        column.addStretch(1)

    def show_place(self, place_id: str) -> None:
        self.people.go_to_address(place_id)

    def refresh(self) -> None:
        for show in self._shows:
            show()
        self.agenda.show_agenda(self.session.current.agenda)
        self.people.show_people(self.session.people())
        self._here.show_people(len(self.attending.people()), len(self.attending.not_said()))
        self.brand.show_brand(self.session.engagement)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """An invitation, cards, a list, dropped anywhere; a returned PDF is for the window."""
        dropped = event.mimeData()
        if files_in(dropped.urls()) or (dropped.hasText() and not dropped.hasUrls()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.people.take(event.mimeData())

    def _people_head(self) -> QHBoxLayout:
        self._here = WhoIsHere(list_elsewhere=False)
        self._here.everybody.connect(self.attending.everybody_is_here)
        line = QHBoxLayout()
        line.setSpacing(24)
        line.addWidget(label(gettext("Stakeholders"), "section"))
        line.addWidget(self._here, 1)
        return line

    def _client_and_pilot(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        session, model = self.session, self.model
        today = date.today()
        pilot = self._pilot_line
        cells: list[tuple[int, int, int, str, QWidget]] = [
            (0, 0, 2, gettext("Client"), self._line(gettext("Client"), lambda: session.engagement.client.name,
             lambda text, typing: model.client("name", text, typing))),
            (0, 2, 2, gettext("Sector"), self._line(gettext("Sector"), lambda: session.engagement.client.sector,
             lambda text, typing: model.client("sector", text, typing))),
            (1, 0, 2, gettext("Pilot"), pilot(gettext("Pilot"), "name")),
            (1, 2, 1, gettext("Started"), self._date(gettext("Started"), lambda: session.engagement.pilot.started,
             lambda day: model.pilot("started", day), today, past=True)),
            (1, 3, 1, gettext("In production by"), self._date(gettext("In production by"),
             lambda: session.engagement.pilot.target_date, lambda day: model.pilot("target_date", day), today)),
            (2, 0, 2, gettext("What the pilot does"), self._pilot_text(gettext("What the pilot does"), "purpose")),
            (2, 2, 2, gettext("The business problem behind it"),
             self._pilot_text(gettext("The business problem behind it"), "problem")),
            (3, 0, 1, gettext("Cost of the pilot so far"), self._cost_field()),
            (3, 1, 1, gettext("Currency"), self._currency_field()),
            (3, 2, 1, gettext("Workshop on"), self._date(gettext("Workshop on"),
             lambda: session.current.assessment.held_on, lambda day: model.assessment("held_on", day), today)),
            (3, 3, 1, gettext("Facilitator"), self._line(gettext("Facilitator"),
             lambda: session.current.assessment.facilitator,
             lambda text, typing: model.assessment("facilitator", text, typing))),
            (4, 0, 4, gettext("The decision you will ask for"),
             self._pilot_text(gettext("The decision you will ask for"), "decision_asked")),
        ]  # fmt: skip
        for row, column, span, name, field in cells:
            grid.addLayout(_named(name, field), row, column, 1, span)
        for column in range(4):
            grid.setColumnStretch(column, 1)
        return grid

    def _line(self, name: str, read: Callable[[], str], write: Callable[[str, str], None]) -> LineField:
        field = LineField(name, longest=LONGEST_NAME)
        field.typed.connect(write)
        self._shows.append(lambda: field.show_text(read()))
        return field

    def _pilot_line(self, name: str, attribute: str) -> LineField:
        return self._line(
            name,
            lambda: str(getattr(self.session.engagement.pilot, attribute)),
            lambda text, typing: self.model.pilot(attribute, text, typing),
        )

    def _pilot_text(self, name: str, attribute: str) -> TextField:
        field = TextField(name, lines=2)
        field.typed.connect(lambda text, typing: self.model.pilot(attribute, text, typing))
        self._shows.append(lambda: field.show_text(str(getattr(self.session.engagement.pilot, attribute))))
        return field

    def _date(
        self,
        name: str,
        read: Callable[[], date | None],
        write: Callable[[date | None], None],
        today: date,
        *,
        past: bool = False,
    ) -> QWidget:
        field = DateField(name, gettext("12 mar"), today, past=past)
        field.settled.connect(write)
        return self._understood(field, read)

    def _cost_field(self) -> QWidget:
        self._cost = CostField(self.model)
        return self._understood(self._cost, lambda: self.session.engagement.pilot.cost)

    def _currency_field(self) -> QWidget:
        field = CurrencyField(self.model)
        field.settled.connect(lambda _: self._cost.settle_again())
        return self._understood(field, lambda: self.session.engagement.pilot.currency)

    def _understood(self, field: UnderstoodField[T], read: Callable[[], T | None]) -> QWidget:
        """The field over its line; what is not understood in it is found again."""
        kept, where = self.session.not_understood, Where("prepare", "", field.accessibleName())
        field.unclear.connect(lambda text: kept.keep(where, text))
        self._shows.append(lambda: field.show_value(read(), unclear=kept.text(where)))
        return field.note.under_field()


def _named(name: str, field: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(2)
    column.setContentsMargins(0, 0, 0, 12)
    caption = label(name, "label")
    caption.setBuddy(field)
    column.addWidget(caption)
    column.addWidget(field)
    column.addStretch(1)
    return column
