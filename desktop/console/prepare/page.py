"""Prepare: only what is known the day before; everything can be left empty and filled in later."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.console.page import Page, page_column
from desktop.console.prepare.agenda_form import AgendaForm
from desktop.console.prepare.answers_form import AnswersForm
from desktop.console.prepare.brand_form import BrandForm
from desktop.console.prepare.facts_form import BEFORE_TEXT, FactsForm
from desktop.console.prepare.first_minute import FirstMinute
from desktop.console.prepare.people_form import MARGIN, PeopleForm
from desktop.theme import Theme
from desktop.view_models.preparing import Preparing
from desktop.view_models.session import EngagementSession
from desktop.view_models.workshop.answering import Answering
from desktop.view_models.workshop.attending import Attending
from desktop.view_models.workshop.from_another import FromAnother
from desktop.view_models.workshop.pacing import Pacing
from desktop.view_models.workshop.taking_in import files_in
from desktop.widgets.keys import KeyAct
from desktop.widgets.labels import bring_into_sight, label, rule, section_head
from desktop.widgets.parts.scale import scaled
from desktop.widgets.who_is_here import WhoIsHere
from desktop.words import gettext, ngettext
from models.engagement.engagement import Assessment, Brand, Client, Pilot, Rating, Record, Stakeholder
from models.engagement.outbox import Dispatch
from models.engagement.workshop import AgendaBox, Ballot, Vote
from resources.words import marked

BETWEEN = 24
"""Pixels between facts, the line beside them, and the agenda."""
SIDE_BY_SIDE = 960
"""Pixels of the page, at a scale of 1, from which facts and agenda stand side by side."""

_OF_FACTS: frozenset[type[Record]] = frozenset({Client, Pilot})


class PreparePage(Page):
    """Client, pilot, workshop, stakeholders, brand."""

    keys = (
        KeyAct("Enter", marked("In the agenda: a new time box; in a stakeholder’s line: the next person")),
        KeyAct("Alt+Up Alt+Down", marked("In the agenda: move the time box")),
        KeyAct("PgDown", marked("The first sign"), lambda page, _: page.to_the_first_sign()),
        KeyAct("Ctrl+D", marked("Take over from another engagement"), lambda page, _: page.take_over(), anywhere=True),
        KeyAct("H", marked("Everybody is here"), lambda page, _: page.attending.everybody_is_here()),
        KeyAct("Ctrl+V", marked("Paste people: a spreadsheet, an address line"), lambda page, _: page.people.paste()),
        KeyAct("T", marked("Take people from a file"), lambda page, _: page.people.ask_files()),
    )

    concerns = frozenset({Client, Pilot, Assessment, AgendaBox, Stakeholder, Brand, Ballot, Vote, Rating, Dispatch})

    def __init__(self, session: EngagementSession, theme: Theme) -> None:
        super().__init__(session, theme)
        self.model, self.attending = Preparing(session), Attending(session)
        self.another = FromAnother(session)
        self.another.taken.connect(session.noticed)
        self.setAcceptDrops(True)
        foot = QVBoxLayout()
        self._foot = FirstMinute()
        self._foot.sign_wanted.connect(self.to_the_first_sign)
        self._foot.other_wanted.connect(self.take_over)
        foot.addWidget(self._foot)
        column = page_column(self, foot, out=MARGIN)
        column.addLayout(self._upper())
        column.addSpacing(8)
        self._count = label("", "muted")
        self.people = PeopleForm(self.model)
        column.addLayout(_within(self._people_head()))
        column.addWidget(self.people)
        column.addSpacing(16)
        self.answering = Answering(session)
        self.answers = AnswersForm(self.answering)
        column.addLayout(_within(self.answers))
        column.addSpacing(16)
        self._brand_head = label(gettext("Brand"), "section")
        column.addLayout(_within(section_head(self._brand_head, worked_on=True)))
        self.brand = BrandForm(self.model)
        column.addLayout(_within(self.brand))
        column.addStretch(1)

    def _upper(self) -> QBoxLayout:
        """Facts and agenda, side by side where there is room."""
        self.facts, self.agenda = FactsForm(self.model), AgendaForm(Pacing(self.session))
        self.facts.brand_wanted.connect(self._show_brand)
        self._between = rule()
        self._between.setProperty("kind", "upright")
        agenda = QVBoxLayout()
        agenda.addWidget(self.agenda)
        agenda.addStretch(1)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setContentsMargins(MARGIN - BEFORE_TEXT, 0, MARGIN, 0)
        self._pair.setSpacing(BETWEEN)
        self._pair.addWidget(self.facts, 3)
        self._pair.addWidget(self._between)
        self._pair.addLayout(agenda, 2)
        return self._pair

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        beside = self.width() >= scaled(self, SIDE_BY_SIDE)
        self._pair.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        self._between.setVisible(beside)

    def enter(self) -> None:
        """What is not named yet is named first."""
        super().enter()
        if not self.session.engagement.pilot.name:
            self.facts.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        self.answering.finish()

    def show_place(self, place_id: str) -> None:
        self.people.go_to_address(place_id)

    def to_the_first_sign(self) -> None:
        """To what is asked first: everything here can wait."""
        self.sign_wanted.emit(self.session.method.signs[0].id)

    def take_over(self) -> bool:
        """From another engagement, until the first sign is answered."""
        if self.session.current.ratings:
            return False
        from desktop.console.prepare.from_another_card import FromAnotherCard

        FromAnotherCard(self.another, self.theme, self.window())
        return True

    def refresh(self) -> None:
        self.facts.refresh()
        self.agenda.show_agenda(self.session.current.agenda)
        people = self.session.people()
        self.people.show_people(people)
        away = sum(person.present is False for person in people)
        self._count.setText(_attending(len(people), away))
        self.answers.setVisible(bool(people))  # there is nobody to ask
        self.answers.refresh()
        self._here.show_people(len(self.attending.people()), len(self.attending.not_said()))
        self.brand.show_brand(self.session.engagement)
        below = self._foot.parentWidget()
        if below is not None:
            below.setVisible(not self.session.current.ratings)

    def refresh_after(self, kinds: frozenset[type[Record]]) -> None:
        """A letter in a fact of client or pilot moves neither agenda nor people."""
        if kinds <= _OF_FACTS:
            self.facts.refresh()
            self.brand.show_brand(self.session.engagement)
        else:
            self.refresh()

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
        title = QWidget()
        line = QHBoxLayout(title)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(label(gettext("Who attends"), "section"))
        line.addWidget(self._count, 1)
        return section_head(title, self._here, worked_on=True)

    def _show_brand(self) -> None:
        """Later: the page has yet to learn how high it is."""
        QTimer.singleShot(0, self.brand, lambda: bring_into_sight(self.brand))


def _within(part: QVBoxLayout | QWidget) -> QHBoxLayout:
    """On the page's own lines, inside of what goes out at both sides."""
    row = QHBoxLayout()
    row.setContentsMargins(MARGIN, 0, MARGIN, 0)
    if isinstance(part, QWidget):
        row.addWidget(part)
    else:
        row.addLayout(part)
    return row


def _attending(people: int, away: int) -> str:
    """How many, and how many of them will not be there."""
    if not people:
        return gettext("nobody yet")
    text = ngettext("{n} person", "{n} people", people).format(n=people)
    if not away:
        return text
    return text + gettext(", ") + ngettext("{n} not here", "{n} not here", away).format(n=away)
