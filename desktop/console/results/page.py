"""Results: where the failure modes stand, where the room agrees, and what was captured on the way."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from desktop.console.page import Page, page_column
from desktop.console.results.agreement_view import AgreementView
from desktop.console.results.captured_view import CapturedView
from desktop.console.results.modes_view import ModesView
from desktop.console.results.moved_view import MovedView
from desktop.theme import Theme
from desktop.view_models.room.pages import RoomPage
from desktop.view_models.room.presenting import Presenter
from desktop.view_models.session import EngagementSession
from desktop.view_models.workshop.comparing import Comparing
from desktop.widgets.keys import KeyAct
from desktop.widgets.labels import button, label
from desktop.widgets.note_list import WordsEditor
from desktop.words import gettext, ngettext
from models.diagnosis.diagnosis import ModeResult, coverage, mode_results
from models.engagement.engagement import Action, Assessment, Brand, Note, Rating, Record, Stakeholder
from models.engagement.judgements import Judgement
from models.engagement.workshop import Ballot, Vote
from models.rounds.wording import headline as moved_headline
from models.rounds.wording import lead, neither_sentence
from models.statements.standing import headline
from models.statements.votes import came_sentence, how_it_came, votes_title
from models.values.terms import NoteKind
from resources.words import marked

_CAPTURED = (NoteKind.PARKED, NoteKind.DISSENT, NoteKind.DECISION)


class Part(Enum):
    """What the page shows, one after another."""

    MODES = "modes"
    AGREEMENT = "agreement"
    MOVED = "moved"
    """Since the round before, where there was one."""
    CAPTURED = "captured"


_MOVE: frozenset[type[Record]] = frozenset({Assessment, Action, Judgement})
"""What else is compared with the round before."""


class ResultsPage(Page):
    """Views of the same round; the room follows to all but what was captured, which stays in the console."""

    keys = (
        KeyAct(
            "Right PgDown", marked("On: failure modes, agreement, what moved, captured"), lambda page, _: page.step(1)
        ),
        KeyAct("Left PgUp", marked("Back"), lambda page, _: page.step(-1)),
        KeyAct("Down", marked("In the agreement: choose a warning sign"), lambda page, _: page.choose_sign()),
        KeyAct("Enter", marked("In the agreement: go back to the warning sign")),
        KeyAct("P D O", marked("Park, dissent, decision"), lambda page, n: page.capture(_CAPTURED[n])),
    )

    concerns = frozenset({Rating, Brand, Note, Ballot, Vote, Stakeholder})

    def __init__(self, session: EngagementSession, theme: Theme) -> None:
        super().__init__(session, theme)
        self._part = Part.MODES
        self._modes, self._agreement = ModesView(session), AgreementView(session)
        self._captured = CapturedView(session)
        self._comparing = Comparing(session)
        self._comparing.told.connect(self._heard)
        self._moved = MovedView(self._comparing)
        self._views: dict[Part, QWidget] = {
            Part.MODES: self._modes,
            Part.AGREEMENT: self._agreement,
            Part.MOVED: self._moved,
            Part.CAPTURED: self._captured,
        }
        self._title = label("", "title", wrap=True)
        self._lead = label("", "muted", wrap=True)
        column = page_column(self)
        column.addWidget(self._title)
        column.addWidget(self._lead)
        column.addLayout(self._choice())
        for view in (self._modes, self._agreement, self._moved, self._captured):
            column.addWidget(view)
            view.sign_wanted.connect(self.sign_wanted)
        column.addStretch(1)

    @classmethod
    def key_acts(cls) -> tuple[KeyAct, ...]:
        return (*cls.keys, *WordsEditor.keys)

    def choose_sign(self) -> bool:
        """The keyboard goes to the map of the agreement, where that is shown."""
        if self._part is Part.AGREEMENT:
            self._agreement.take_keys()
        return self._part is Part.AGREEMENT

    def capture(self, kind: NoteKind) -> None:
        """A new entry on the pilot as a whole, with the cursor in it."""
        self.show_part(Part.CAPTURED)
        self._captured.capture(kind)

    def show_part(self, part: Part) -> None:
        """Turns to one of the views."""
        self._part = part
        self.concerns = ResultsPage.concerns | (_MOVE if part is Part.MOVED else frozenset())
        self.refresh()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.moved.emit()

    def enter(self) -> None:
        self._comparing.ask()
        super().enter()

    def step_out(self) -> bool:
        return self._part is Part.MODES and self._modes.step_out()

    def step(self, steps: int) -> None:
        """On to the next view, and past the last."""
        parts = self._parts()
        place = parts.index(self._part) + steps
        if 0 <= place < len(parts):
            self.show_part(parts[place])
        else:
            self.passed.emit(steps)

    def room_page(self, presenter: Presenter) -> RoomPage:
        if self._part is Part.AGREEMENT:
            return presenter.agreement()
        if self._part is Part.MOVED and (found := self._comparing.found()):
            return presenter.moved(found)
        return presenter.results()

    def refresh(self) -> None:
        session = self.session
        results = mode_results(session.method, session.current)
        if self._part not in self._parts():
            self._part = Part.MODES
        self._buttons[Part.MOVED].setVisible(self._comparing.possible)
        for part, made in self._buttons.items():
            made.setChecked(part is self._part)
            self._views[part].setVisible(part is self._part)
        match self._part:
            case Part.MODES:
                self._show_finding(results)
                self._modes.refresh(self.theme)
            case Part.AGREEMENT:
                came = how_it_came(session.method, session.current)
                self._title.setText(votes_title(came, session.words))
                back = gettext("↓ and Enter, or a press, go back to a warning sign.")
                self._lead.setText(" ".join(part for part in (came_sentence(came, session.words), back) if part))
                self._agreement.refresh(came, self.theme)
            case Part.MOVED:
                self._show_moved()
            case Part.CAPTURED:
                self._title.setText(gettext("What was said on the way"))
                self._lead.setText(
                    gettext(
                        "Decisions are for the client unless marked otherwise; the rest is internal until marked. The "
                        "room never sees this list."
                    )
                )
                self._captured.refresh()

    def refresh_after(self, kinds: frozenset[type[Record]]) -> None:
        if kinds & {Rating, Brand, Ballot, Vote} or self._part is Part.MOVED:
            self.refresh()
        elif self._part is Part.CAPTURED:
            self._captured.refresh()
        else:
            self._modes.show_notes()

    def _choice(self) -> QHBoxLayout:
        names = {
            Part.MODES: gettext("Failure modes"),
            Part.AGREEMENT: gettext("Agreement"),
            Part.MOVED: gettext("What moved"),
            Part.CAPTURED: gettext("Captured"),
        }
        line = QHBoxLayout()
        line.setSpacing(16)
        group = QButtonGroup(self)
        self._buttons: dict[Part, QPushButton] = {}
        for part, name in names.items():
            made = button(name, "tab")
            made.setCheckable(True)
            made.clicked.connect(lambda _=False, p=part: self.show_part(p))
            group.addButton(made)
            line.addWidget(made)
            self._buttons[part] = made
        line.addStretch(1)
        return line

    def _parts(self) -> list[Part]:
        return [part for part in Part if part is not Part.MOVED or self._comparing.possible]

    def _heard(self) -> None:
        if self._part is Part.MOVED:
            self.refresh()
            self.moved.emit()

    def _show_moved(self) -> None:
        found, words = self._comparing.found(), self.session.words
        if found is None:
            return
        self._title.setText(moved_headline(found, words))
        self._lead.setText(" ".join(filter(None, (lead(found, words), neither_sentence(found, words)))))
        self._moved.refresh(found, self.theme)

    def _show_finding(self, results: tuple[ModeResult, ...]) -> None:
        session = self.session
        self._title.setText(headline(session.method, session.current, session.words))
        if not session.current.ratings:
            self._lead.setText(gettext("Rate the first warning sign under Diagnose; the results fill as you go."))
            return
        unknown, not_asked = sum(r.not_known for r in results), sum(r.not_asked for r in results)
        known = gettext("{0} of the {1} signs that apply have a level.").format(*coverage(results))
        open_ = ngettext("{n} is not known, which is never fine.", "{n} are not known, which is never fine.", unknown)
        left = ngettext("{n} was not asked yet.", "{n} were not asked yet.", not_asked)
        parts = ((1, known), (unknown, open_.format(n=unknown)), (not_asked, left.format(n=not_asked)))
        self._lead.setText(" ".join(text for count, text in parts if count))
