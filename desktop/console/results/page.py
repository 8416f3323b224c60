"""Results: on one page what holds the pilot back, where the room does not agree, and what was captured on the way."""

from __future__ import annotations

from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, Self

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.console.page import Page, page_column
from desktop.console.results.agreement_view import AgreementView
from desktop.console.results.captured_view import CapturedView
from desktop.console.results.head import ResultsHead
from desktop.console.results.overview import Overview
from desktop.console.results.painted import OUT
from desktop.console.steps import Step
from desktop.theme import Theme
from desktop.view_models.results.headline import Headline
from desktop.view_models.room.pages import RoomPage
from desktop.view_models.room.presenting import Presenter
from desktop.view_models.session import EngagementSession
from desktop.view_models.workshop.comparing import Comparing
from desktop.widgets.keys import KeyAct, cap
from desktop.widgets.labels import button
from desktop.widgets.note_list import WordsEditor
from desktop.widgets.parts.act import BEFORE_KEY
from desktop.words import gettext
from models.engagement.engagement import Action, Assessment, Brand, Note, Rating, Record, Stakeholder
from models.engagement.judgements import Judgement
from models.engagement.workshop import Ballot, Vote
from models.rounds.wording import headline as moved_headline
from models.rounds.wording import lead, neither_sentence
from models.statements.votes import came_sentence, how_it_came, votes_title
from models.values.terms import NoteKind
from resources.words import marked

if TYPE_CHECKING:
    from desktop.console.results.moved_view import MovedView

_CAPTURED = (NoteKind.NOTE, NoteKind.PARKED, NoteKind.DISSENT, NoteKind.DECISION)


class Part(Enum):
    """What the page shows."""

    FOUND = "found"
    """The page itself; the others open from it."""
    AGREEMENT = "agreement"
    MOVED = "moved"
    """Since the round before, where there was one."""
    CAPTURED = "captured"


_MOVE: frozenset[type[Record]] = frozenset({Judgement})
"""What else is compared with the round before."""


class ResultsPage(Page):
    """The room follows to all but what was captured, which stays in the console."""

    keys = (
        KeyAct("Up Down", marked("Choose a row"), lambda page, n: page.choose((-1, 1)[n])),
        KeyAct("Enter Right", marked("Open it: why this number, a sign, a list"), lambda page, _: page.press()),
        KeyAct("Left", marked("Close it"), lambda page, _: page.step_out()),
        KeyAct("E", marked("The words of the headline"), lambda page, _: page.edit_headline()),
        KeyAct("G", marked("All agreement"), lambda page, _: page.show_part(Part.AGREEMENT)),
        KeyAct("M", marked("What moved since the round before"), lambda page, _: page.show_moved()),
        KeyAct("PgDown", marked("On: the agreement, what moved, the playbook"), lambda page, _: page.step(1)),
        KeyAct("PgUp", marked("Back"), lambda page, _: page.step(-1)),
        KeyAct("N P D O", marked("Note, park, dissent, decision"), lambda page, n: page.capture(_CAPTURED[n])),
    )

    concerns = frozenset({Rating, Brand, Note, Ballot, Vote, Stakeholder, Action, Assessment})

    def __init__(self, session: EngagementSession, theme: Theme) -> None:
        super().__init__(session, theme)
        self._part, self._headline = Part.FOUND, Headline(session)
        self._found, self._agreement = Overview(session), AgreementView(session)
        self._captured, self._comparing = CapturedView(session), Comparing(session)
        self._comparing.told.connect(self._heard)
        parts = (Part.FOUND, Part.AGREEMENT, Part.CAPTURED)
        self._views: dict[Part, QWidget] = dict(zip(parts, (self._found, self._agreement, self._captured), strict=True))
        self._words = button(gettext("Reword"), key="E")
        self._what_moved = button(gettext("What moved"), key="M")
        self._back, self._on = button(gettext("Back to the results"), key="Esc"), button("", "primary")
        self._head = ResultsHead((self._words, self._what_moved, self._back, self._on))
        self._column = page_column(self, out=OUT)
        self._column.addWidget(self._head)
        for part, view in self._views.items():
            self._column.addWidget(view if part is Part.FOUND else _inset(view))
        self._column.addStretch(1)
        self._connect()

    @cached_property
    def _moved(self) -> MovedView:
        """Made when it is first shown: its charts load what draws documents."""
        from desktop.console.results.moved_view import MovedView

        moved = self._views[Part.MOVED] = MovedView(self._comparing)
        moved.sign_wanted.connect(self.sign_wanted)
        inset = _inset(moved)
        self._column.insertWidget(self._column.count() - 1, inset)
        inset.show()
        return moved

    @classmethod
    def key_acts(cls) -> tuple[KeyAct, ...]:
        return (*cls.keys, *WordsEditor.keys)

    def choose(self, steps: int) -> bool:
        """The keyboard goes to another row of what is shown."""
        if self._part is Part.FOUND:
            self._found.choose(steps)
        elif self._part is Part.AGREEMENT:
            self._agreement.take_keys()
        return self._part in (Part.FOUND, Part.AGREEMENT)

    def press(self) -> bool:
        """Opens the row that has the keyboard; without one, why the worst mode stands as it does."""
        if self._part is Part.FOUND:
            self._found.press()
        return self._part is Part.FOUND

    def edit_headline(self) -> bool:
        """The headline becomes a field, where it is that of what was found."""
        if self._part is Part.FOUND:
            self._head.edit(self._headline.text(), self._headline.proposed())
        return self._part is Part.FOUND

    def capture(self, kind: NoteKind) -> None:
        """A new entry on the pilot as a whole, with the cursor in it."""
        self._list(kind)
        self._captured.capture(kind)

    def show_moved(self) -> bool:
        """What moved since the round before; False in a first one."""
        if self._comparing.possible:
            self.show_part(Part.MOVED)
        return self._comparing.possible

    def show_part(self, part: Part) -> None:
        """Opens one of the views, or goes back to the page itself."""
        self._part = part
        self.concerns = ResultsPage.concerns | (_MOVE if part is Part.MOVED else frozenset())
        self.refresh()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.moved.emit()

    def stand_as(self, before: Self) -> None:
        self._found.chart.open_as(before._found.chart)
        self._captured.shown = before._captured.shown
        self.show_part(before._part)

    def enter(self) -> None:
        self._comparing.ask()
        super().enter()

    def step_out(self) -> bool:
        if self._part is Part.FOUND:
            return self._found.chart.close_open()
        self.show_part(Part.FOUND)
        return True

    def step(self, steps: int) -> None:
        """On to what the room is shown next, and past the last to the playbook."""
        following = self._following(steps)
        if following is None:
            self.passed.emit(steps)
        else:
            self.show_part(following)

    def comes_next(self) -> str:
        following = self._following(1)
        if following is Part.AGREEMENT:
            return votes_title(how_it_came(self.session.method, self.session.current), self.session.words)
        return gettext("What moved") if following is Part.MOVED else ""

    def room_page(self, presenter: Presenter) -> RoomPage:
        if self._part is Part.AGREEMENT:
            return presenter.agreement()
        if self._part is Part.MOVED and (found := self._comparing.found()):
            return presenter.moved(found)
        return presenter.results()

    def refresh(self) -> None:
        if self._part is Part.MOVED and not self._comparing.possible:
            self._part = Part.FOUND
        for part, view in self._views.items():
            (view if part is Part.FOUND else view.parentWidget() or view).setVisible(part is self._part)
        self._name_acts()
        match self._part:
            case Part.FOUND:
                self._head.say(self._headline.text(), self._headline.lead())
                self._found.refresh(self.theme)
            case Part.AGREEMENT:
                self._show_agreement()
            case Part.MOVED:
                self._show_moved()
            case Part.CAPTURED:
                self._show_captured()

    def refresh_after(self, kinds: frozenset[type[Record]]) -> None:
        if kinds == {Assessment} and self._part is Part.FOUND:
            self._head.say(self._headline.text(), self._headline.lead())
        elif kinds & {Rating, Brand, Ballot, Vote, Action} or self._part is Part.MOVED:
            self.refresh()
        elif self._part is Part.CAPTURED:
            self._show_captured()
        elif self._part is Part.FOUND:
            self._found.refresh(self.theme)

    def _connect(self) -> None:
        for view in (self._found, self._agreement, self._captured):
            view.sign_wanted.connect(self.sign_wanted)
        self._found.agreement_wanted.connect(lambda: self.show_part(Part.AGREEMENT))
        self._found.kind_wanted.connect(lambda wanted: self._list(wanted.kinds[0]))
        self._head.field.typed.connect(self._headline.write)
        self._words.clicked.connect(self.edit_headline)
        self._what_moved.clicked.connect(self.show_moved)
        self._back.clicked.connect(self.step_out)
        self._on.clicked.connect(lambda: self.step(1))

    def _list(self, kind: NoteKind) -> None:
        self._captured.show_kind(kind)
        self.show_part(Part.CAPTURED)

    def _following(self, steps: int) -> Part | None:
        """What the room is shown after (1) or before (-1) this; None past either end."""
        if self._part is Part.CAPTURED:
            return Part.FOUND if steps < 0 else None
        came = how_it_came(self.session.method, self.session.current)
        order = [Part.FOUND]
        if came.voted or came.aloud or came.entered or came.not_said:
            order.append(Part.AGREEMENT)
        if self._comparing.possible:
            order.append(Part.MOVED)
        place = (order.index(self._part) if self._part in order else 0) + steps
        return order[place] if 0 <= place < len(order) else None

    def _name_acts(self) -> None:
        following = self._following(1)
        names = {None: Step.PLAYBOOK.title, Part.AGREEMENT: gettext("Agreement"), Part.MOVED: gettext("What moved")}
        self._on.setText(f"{names[following]}{BEFORE_KEY}{cap('PgDown')}")
        self._on.setAccessibleName(names[following])
        self._back.setVisible(self._part is not Part.FOUND)
        self._words.setVisible(self._part is Part.FOUND)
        self._what_moved.setVisible(self._comparing.possible and Part.MOVED not in (self._part, following))

    def _heard(self) -> None:
        if self._part is Part.MOVED:
            self.refresh()
            self.moved.emit()

    def _show_agreement(self) -> None:
        came = how_it_came(self.session.method, self.session.current)
        back = gettext("↓ and Enter, or a press, go back to a warning sign.")
        said = " ".join(part for part in (came_sentence(came, self.session.words), back) if part)
        self._head.say(votes_title(came, self.session.words), said)
        self._agreement.refresh(came, self.theme)

    def _show_captured(self) -> None:
        said = gettext(
            "Decisions are for the client unless marked otherwise; the rest is internal until marked. The "
            "room never sees this list."
        )
        self._head.say(self._captured.title(), said)
        self._captured.refresh()

    def _show_moved(self) -> None:
        found, words = self._comparing.found(), self.session.words
        if found is not None:
            said = " ".join(filter(None, (lead(found, words), neither_sentence(found, words))))
            self._head.say(moved_headline(found, words), said)
            self._moved.refresh(found, self.theme)


def _inset(view: QWidget) -> QWidget:
    """The view with its text where the page's text stands."""
    made = QWidget()
    line = QHBoxLayout(made)
    line.setContentsMargins(OUT, 0, OUT, 0)
    line.addWidget(view, 1)
    if isinstance(view, CapturedView):
        line.addStretch()
    return made
