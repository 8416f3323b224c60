"""Prepare: only what is known the day before; everything can be left empty and filled in later."""

from __future__ import annotations

from collections.abc import Callable
from typing import Self

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.console.page import LOW, TOP, Page, page_frame
from desktop.console.prepare.agenda.agenda_form import UNDER_TAB, AgendaForm
from desktop.console.prepare.answers_form import AnswersForm
from desktop.console.prepare.brand.brand_form import BrandForm
from desktop.console.prepare.facts_form import FactsForm
from desktop.console.prepare.first_minute import FirstMinute
from desktop.console.prepare.lower_part import LowerPart, Part
from desktop.console.prepare.people_form import MARGIN, PeopleForm
from desktop.console.prepare.upper_part import UpperPart
from desktop.theme import Theme
from desktop.view_models.preparing import Preparing
from desktop.view_models.session import EngagementSession
from desktop.view_models.workshop.answering import Answering
from desktop.view_models.workshop.attending import Attending
from desktop.view_models.workshop.from_another import FromAnother
from desktop.view_models.workshop.pacing import Pacing
from desktop.view_models.workshop.taking_in import files_in
from desktop.widgets.keys import KeyAct
from desktop.widgets.labels import label
from desktop.widgets.who_is_here import WhoIsHere
from desktop.words import gettext, ngettext
from models.engagement.engagement import Assessment, Brand, Client, Pilot, Rating, Record, Stakeholder
from models.engagement.outbox import Dispatch
from models.engagement.people import takes_part
from models.engagement.workshop import AgendaBox, Ballot, Vote
from resources.words import marked

BELOW = 4
"""Pixels below each of its parts: what stands in them leaves room itself."""
AFTER_COUNT = 16
"""Pixels more than between two words of a choice."""
UPPER, NARROW_UPPER, LOW_UPPER = 0.64, 0.69, 0.78
"""Of the page: what facts and agenda may take where the lower half needs room as well; the last is for a low window
with people below."""

_OF_FACTS: frozenset[type[Record]] = frozenset({Client, Pilot})


class PreparePage(Page):
    """Client, pilot, workshop, stakeholders, brand."""

    keys = (
        KeyAct("Enter", marked("In the agenda: a new time box; in a stakeholder’s line: the next person")),
        KeyAct("Alt+Up Alt+Down", marked("In the agenda: move the time box")),
        KeyAct("PgDown", marked("The first sign"), lambda page, _: page.to_the_first_sign()),
        KeyAct("Ctrl+D", marked("Take over from another engagement"), lambda page, _: page.take_over(), anywhere=True),
        KeyAct("Ctrl+E", marked("Answers before the meeting"), lambda page, _: page.to_the_answers(), anywhere=True),
        KeyAct("H", marked("Everybody is here"), lambda page, _: page.attending.everybody_is_here()),
        KeyAct("Ctrl+V", marked("Paste people: a spreadsheet, an address line"), lambda page, _: page.people.paste()),
        KeyAct("T", marked("Take people from a file"), lambda page, _: page.people.ask_files()),
    )

    concerns = frozenset({Client, Pilot, Assessment, AgendaBox, Stakeholder, Brand, Ballot, Vote, Rating, Dispatch})

    def __init__(self, session: EngagementSession, theme: Theme) -> None:
        super().__init__(session, theme)
        self.model, self.attending = Preparing(session), Attending(session)
        self.another, self.answering = FromAnother(session), Answering(session)
        self.another.taken.connect(session.noticed)
        self.setAcceptDrops(True)
        self.people = PeopleForm(self.model)
        self._count = label("", "muted")
        self._count.setContentsMargins(0, 0, AFTER_COUNT, UNDER_TAB)
        self._here = WhoIsHere(list_elsewhere=False)
        self._here.everybody.connect(self.attending.everybody_is_here)
        self.below = LowerPart(self._makers(), self._count, self._here, MARGIN)
        self.below.chosen.connect(self.show_part)
        self.people.wanted.connect(lambda: self.show_part(Part.PEOPLE))
        self._foot = FirstMinute(self.people.acts, MARGIN)
        self._foot.sign_wanted.connect(self.to_the_first_sign)
        self._foot.other_wanted.connect(self.take_over)
        self.facts, self.agenda = FactsForm(self.model), AgendaForm(Pacing(session))
        self.facts.brand_wanted.connect(self.to_the_brand)
        self._upper = UpperPart(self.facts, self.agenda, MARGIN)
        self._column = column = page_frame(self, TOP, BELOW, out=MARGIN)
        column.setSpacing(BELOW)
        column.addWidget(self._upper)
        column.addWidget(self.below, 1)
        column.addWidget(self._foot)
        for half in (self._upper, self.below):
            half.wanted.connect(self._share)

    def _makers(self) -> dict[Part, Callable[[], QWidget]]:
        """What stands in the lower half; answers and brand are made when they are first looked at."""
        return {
            Part.PEOPLE: lambda: self.people,
            Part.ANSWERS: self._make_answers,
            Part.BRAND: self._make_brand,
        }

    def _make_answers(self) -> QWidget:
        self.answers = AnswersForm(self.answering)
        return _within(self.answers)

    def _make_brand(self) -> QWidget:
        self.brand = BrandForm(self.model)
        return _within(self.brand)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Once more later: what is in the page has yet to take its width, and the page's margins with it."""
        super().resizeEvent(event)
        self._share()
        QTimer.singleShot(0, self, self._share)

    def _share(self) -> None:
        """The upper half has what it asks for, or what the lower one leaves, or what the facts need within a share."""
        edges, apart = self._column.contentsMargins(), 2 * self._column.spacing()
        room = self.height() - edges.top() - edges.bottom() - apart - self._foot.sizeHint().height()
        lists_people = self.below.part is Part.PEOPLE
        usual = NARROW_UPPER if self._upper.is_narrow() else UPPER
        share = round(room * (LOW_UPPER if lists_people and self.window().height() < LOW else usual))
        left = max(room - self.below.asked(), min(share, self._upper.asked_at_least()))
        high = min(self._upper.asked(), left)
        if high != self._upper.minimumHeight() and high > 0:
            self._upper.setFixedHeight(high)

    def enter(self) -> None:
        """What is not named yet is named first."""
        super().enter()
        if not self.session.engagement.pilot.name:
            self.facts.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        self.answering.finish()

    def show_place(self, place_id: str) -> None:
        self.show_part(Part.PEOPLE)
        self.people.go_to_address(place_id)

    def show_at(self, place_id: str, field: str = "") -> None:
        if field and not place_id and not self.facts.has_field(field):
            self.show_part(Part.BRAND)
        super().show_at(place_id, field)

    def show_part(self, part: Part) -> None:
        """Brings what attends, answers or the brand to the front of the lower half."""
        self.below.show_part(part)
        self.people.show_acts(part is Part.PEOPLE)
        self._show_lower()

    def to_the_brand(self) -> None:
        """With the keyboard in its first field."""
        self.show_part(Part.BRAND)
        self.brand.practice.setFocus(Qt.FocusReason.OtherFocusReason)

    def to_the_answers(self) -> bool:
        """Of those who were asked beforehand; False where there is nobody to ask."""
        if not self.attending.people():
            return False
        self.show_part(Part.ANSWERS)
        return True

    def stand_as(self, before: Self) -> None:
        self.show_part(before.below.part)

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
        self._count.setText(_attending(sum(map(takes_part, people)) + away, away))
        self.below.offer(Part.ANSWERS, bool(self.attending.people()))  # else there is nobody to ask
        self._here.show_people(len(self.attending.people()), len(self.attending.not_said()))
        self._foot.show_way_on(not self.session.current.ratings)
        self._show_lower()

    def refresh_after(self, kinds: frozenset[type[Record]]) -> None:
        """A letter in a fact of client or pilot moves neither agenda nor people."""
        if kinds <= _OF_FACTS:
            self.facts.refresh()
            self._show_lower()
        else:
            self.refresh()

    def _show_lower(self) -> None:
        """What is made anew with the page, and is in front."""
        match self.below.part:
            case Part.ANSWERS:
                self.answers.refresh()
            case Part.BRAND:
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


def _within(part: QWidget) -> QWidget:
    """On the page's own lines, inside of what goes out at both sides."""
    around = QWidget()
    column = QVBoxLayout(around)
    column.setContentsMargins(MARGIN, 8, MARGIN, 0)
    column.addWidget(part)
    column.addStretch(1)
    return around


def _attending(people: int, away: int) -> str:
    """How many, and how many of them will not be there."""
    if not people:
        return gettext("nobody yet")
    text = ngettext("{n} person", "{n} people", people).format(n=people)
    if not away:
        return text
    return text + gettext(", ") + ngettext("{n} not here", "{n} not here", away).format(n=away)
