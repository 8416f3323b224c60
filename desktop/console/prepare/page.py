"""Prepare: only what is known the day before; everything can be left empty and filled in later."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLabel, QVBoxLayout, QWidget

from desktop.console.page import Page, page_column
from desktop.console.prepare.agenda_form import AgendaForm
from desktop.console.prepare.answers_form import AnswersForm
from desktop.console.prepare.brand_form import BrandForm
from desktop.console.prepare.money_fields import CostField, CurrencyField
from desktop.console.prepare.people_form import PeopleForm
from desktop.theme import Theme
from desktop.view_models.not_understood import Where
from desktop.view_models.preparing import Preparing
from desktop.view_models.session import EngagementSession
from desktop.view_models.workshop.answering import Answering
from desktop.view_models.workshop.attending import Attending
from desktop.view_models.workshop.pacing import Pacing
from desktop.view_models.workshop.taking_in import files_in
from desktop.widgets.fields import LineField, TextField
from desktop.widgets.keys import KeyAct
from desktop.widgets.labels import label, section_head
from desktop.widgets.parts.bare import reads_as_text
from desktop.widgets.typed.understood_field import DateField, UnderstoodField
from desktop.widgets.who_is_here import WhoIsHere
from desktop.words import gettext
from models.engagement.engagement import Assessment, Brand, Client, Pilot, Stakeholder
from models.engagement.outbox import Dispatch
from models.engagement.workshop import AgendaBox, Ballot, Vote
from models.values.lengths import LONGEST_NAME
from resources.words import marked

T = TypeVar("T")


NAMES, ABOVE_NAME = 112, 8
"""Pixels of the column of names, and above each, so that it stands on the line of what it names."""
BETWEEN = 40
SIDE_BY_SIDE = 960
"""Pixels of the page from which facts and agenda stand side by side."""


class PreparePage(Page):
    """Client, pilot, workshop, stakeholders, brand."""

    keys = (
        KeyAct("Enter", marked("In the agenda: a new time box; in a stakeholder's line: the next person")),
        KeyAct("Alt+Up Alt+Down", marked("In the agenda: move the time box")),
        KeyAct("H", marked("Everybody is here"), lambda page, _: page.attending.everybody_is_here()),
        KeyAct("Ctrl+V", marked("Paste people: a spreadsheet, an address line"), lambda page, _: page.people.paste()),
        KeyAct("T", marked("Take people from a file"), lambda page, _: page.people.ask_files()),
    )

    concerns = frozenset({Client, Pilot, Assessment, AgendaBox, Stakeholder, Brand, Ballot, Vote, Dispatch})

    def __init__(self, session: EngagementSession, theme: Theme) -> None:
        super().__init__(session, theme)
        self.model, self.attending = Preparing(session), Attending(session)
        self._shows: list[Callable[[], None]] = []
        self.setAcceptDrops(True)
        column = page_column(self)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(4)
        left.addWidget(self._name())
        left.addLayout(self._facts())
        left.addStretch(1)
        self.agenda = AgendaForm(Pacing(session))
        right.setSpacing(8)
        right.addLayout(section_head(gettext("Agenda"), worked_on=True))
        right.addWidget(self.agenda)
        right.addStretch(1)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(BETWEEN)
        self._pair.addLayout(left, 3)
        self._pair.addLayout(right, 2)
        column.addLayout(self._pair)
        column.addSpacing(8)
        column.addLayout(self._people_head())
        self.people = PeopleForm(self.model)
        column.addWidget(self.people)
        column.addSpacing(16)
        column.addLayout(section_head(gettext("Answers before the meeting"), worked_on=True))
        self.answering = Answering(session)
        self.answers = AnswersForm(self.answering)
        column.addWidget(self.answers)
        column.addSpacing(16)
        column.addLayout(section_head(gettext("Brand"), worked_on=True))
        self.brand = BrandForm(self.model)
        column.addWidget(self.brand)
        column.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        self._pair.setDirection(directions.LeftToRight if self.width() >= SIDE_BY_SIDE else directions.TopToBottom)

    def leave(self) -> None:
        self.answering.finish()

    def show_place(self, place_id: str) -> None:
        self.people.go_to_address(place_id)

    def refresh(self) -> None:
        for show in self._shows:
            show()
        self.agenda.show_agenda(self.session.current.agenda)
        self.people.show_people(self.session.people())
        self.answers.refresh()
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

    def _people_head(self) -> QVBoxLayout:
        self._here = WhoIsHere(list_elsewhere=False)
        self._here.everybody.connect(self.attending.everybody_is_here)
        return section_head(gettext("Stakeholders"), self._here, worked_on=True)

    def _name(self) -> LineField:
        """The pilot, as large as a statement: it is what the page is about."""
        field = self._pilot_line(gettext("Pilot"), "name")
        field.setProperty("role", "title")
        field.setPlaceholderText(gettext("What the pilot is called"))
        return field

    def _facts(self) -> QGridLayout:
        """Each name before what it names: two pairs to a line, and texts over the whole width."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        session, model = self.session, self.model
        today = date.today()
        pairs: tuple[tuple[str, QWidget], ...] = (
            (gettext("Client"), self._line(gettext("Client"), lambda: session.engagement.client.name,
             lambda text, typing: model.client("name", text, typing))),
            (gettext("Sector"), self._line(gettext("Sector"), lambda: session.engagement.client.sector,
             lambda text, typing: model.client("sector", text, typing))),
            (gettext("Workshop on"), self._date(gettext("Workshop on"),
             lambda: session.current.assessment.held_on, lambda day: model.assessment("held_on", day), today)),
            (gettext("Facilitator"), self._line(gettext("Facilitator"),
             lambda: session.current.assessment.facilitator,
             lambda text, typing: model.assessment("facilitator", text, typing))),
            (gettext("Started"), self._date(gettext("Started"), lambda: session.engagement.pilot.started,
             lambda day: model.pilot("started", day), today, past=True)),
            (gettext("In production by"), self._date(gettext("In production by"),
             lambda: session.engagement.pilot.target_date, lambda day: model.pilot("target_date", day), today)),
            (gettext("Cost of the pilot so far"), self._cost_field()),
            (gettext("Currency"), self._currency_field()),
        )  # fmt: skip
        for place, (name, field) in enumerate(pairs):
            row, column = place // 2, place % 2 * 2
            grid.addWidget(_caption(name, field), row, column, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(field, row, column + 1)
        texts = (
            (gettext("What the pilot does"), "purpose"),
            (gettext("The business problem behind it"), "problem"),
            (gettext("The decision you will ask for"), "decision_asked"),
        )
        for row, (name, attribute) in enumerate(texts, len(pairs) // 2):
            field = self._pilot_text(name, attribute)
            grid.addWidget(_caption(name, field), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(field, row, 1, 1, 3)
        grid.setColumnMinimumWidth(0, NAMES)
        grid.setColumnMinimumWidth(2, NAMES)
        for column in (1, 3):
            grid.setColumnStretch(column, 1)
        return grid

    def _line(self, name: str, read: Callable[[], str], write: Callable[[str, str], None]) -> LineField:
        field = reads_as_text(LineField(name, longest=LONGEST_NAME))
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
        field = reads_as_text(TextField(name, lines=1))
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
        return reads_as_text(field).note.under_field()


def _caption(name: str, field: QWidget) -> QLabel:
    caption = label(name, "label", wrap=True)
    caption.setContentsMargins(0, ABOVE_NAME, 0, 0)
    caption.setMaximumWidth(NAMES)
    caption.setBuddy(field)
    return caption
