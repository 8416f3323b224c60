"""Who did what: the acts by day and person, what each changed, and the engagement as it stood after it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from desktop.console.history.act_list import ActList
from desktop.console.history.act_panel import ActPanel
from desktop.console.history.comparing import Comparing
from desktop.console.page import Page, page_frame
from desktop.system.long_text import shortened
from desktop.theme import Theme
from desktop.view_models.past.acts import PastActs
from desktop.view_models.session import EngagementSession
from desktop.widgets.fields import LineField
from desktop.widgets.flow import APART, Flow
from desktop.widgets.keys import KeyAct
from desktop.widgets.labels import button, clear, label, rule
from desktop.words import gettext, spoken
from models.values.months import day_and_month
from resources.words import marked

SEARCH = 320
"""Pixels that the search takes at most."""
MOST_PEOPLE, MOST_LETTERS = 4, 24
"""People that are offered to choose from, the busiest first, and letters of a name."""


class HistoryPage(Page):
    """The room is shown nothing of it: it keeps what it has."""

    open_wanted = Signal(object, object)
    """The engagement as it stood, and when."""
    restore_wanted = Signal(object, object)

    keys = (
        KeyAct("Up Down", marked("Choose an act")),
        KeyAct("Enter", marked("Go to where it happened"), lambda page, _: page.go_there()),
        KeyAct("Space", marked("Open it as it was"), lambda page, _: page.open_then()),
        KeyAct("Ctrl+Enter", marked("Restore this state"), lambda page, _: page.restore_then()),
        KeyAct("C", marked("As it was beside what is now"), lambda page, _: page.compare()),
        KeyAct("/", marked("Look for a word, a name, a day"), lambda page, _: page.search.setFocus()),
    )

    def __init__(self, session: EngagementSession, theme: Theme) -> None:
        super().__init__(session, theme)
        self.model = PastActs(session)
        self._title = label("", "title", wrap=True)
        self.search = LineField(gettext("Search"), gettext("A word, a name, a day"), own_undo=True)
        self.search.setMaximumWidth(SEARCH)
        self.search.textChanged.connect(lambda text: self.model.find(search=text))
        self.search.returnPressed.connect(self.take_keys)
        self._people = QHBoxLayout()
        self._people.setSpacing(16)
        self._group = QButtonGroup(self)
        self.list, self.panel = ActList(theme), ActPanel(self.model, session, theme)
        self._comparing: Comparing | None = None
        self.list.chosen.connect(self.model.choose)
        self.list.end_neared.connect(self.model.more)
        self._lay_out()
        self.model.changed.connect(self._show_acts)
        self.model.looked.connect(self._show_act)

    def enter(self) -> None:
        self.model.begin()
        super().enter()

    def refresh(self) -> None:
        self._show_acts()
        self._show_act()

    def show_theme(self, theme: Theme) -> None:
        super().show_theme(theme)
        self.list.show_theme(theme)
        self.panel.picture.show_theme(theme)
        if self._comparing is not None:
            self._comparing.show_theme(theme)

    def leave(self) -> None:
        self.panel.picture.leave()
        if self._comparing is not None:
            self._comparing.leave()

    def take_keys(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, steps: int) -> None:
        """A clicker in the room moves nothing here."""

    def step_out(self) -> bool:
        """From the comparison to the acts; leaves the search for everything again."""
        if self._comparing is not None and self._comparing.isVisible():
            self._compare(show=False)
            return True
        looked = bool(self.search.text())
        self.search.clear()
        return looked

    def go_there(self) -> bool:
        """To the page, and the thing on it, that the chosen act was about."""
        act, then = self.model.chosen, self.model.then
        if act is None or then is None:
            return False
        step, place = self.panel.where()
        if step is None:
            return False
        self.place_wanted.emit(step, place)
        return True

    def compare(self) -> bool:
        """Puts what was beside what is now, or the acts in their place again; False where no act is chosen."""
        act, then = self.model.chosen, self.model.then
        if act is None or then is None:
            return False
        if self._comparing is None:
            self._comparing = Comparing(self.session, self.theme)
            self._body.addWidget(self._comparing)
            self._comparing.hide()
        show = not self._comparing.isVisible()
        if show:
            self._comparing.compare(*self.panel.where(), then, act.when)
        self._compare(show=show)
        return True

    def _compare(self, *, show: bool) -> None:
        for part in (self.list, self._side):
            part.setHidden(show)
        if self._comparing is not None:
            self._comparing.setVisible(show)
        (self if show else self.list).setFocus(Qt.FocusReason.OtherFocusReason)

    def open_then(self) -> bool:
        """Every page, as the engagement stood after the chosen act."""
        act, then = self.model.chosen, self.model.then
        if act is not None and then is not None:
            self.open_wanted.emit(then, act.when)
        return then is not None

    def restore_then(self) -> bool:
        """Makes the engagement what it was after the chosen act."""
        act, then = self.model.chosen, self.model.then
        if act is not None and then is not None:
            self.restore_wanted.emit(then, act.when)
        return then is not None

    def _lay_out(self) -> None:
        finding = QHBoxLayout()
        finding.setSpacing(24)
        finding.addWidget(self.search, 1)
        finding.addLayout(self._people)
        finding.addStretch(1)
        self._body = both = QHBoxLayout()
        both.setSpacing(40)
        both.addWidget(self.list, 3)
        self._side = side = QWidget()
        within = QVBoxLayout(side)
        within.setContentsMargins(0, 0, 0, 0)
        within.addWidget(self.panel)
        both.addWidget(side, 2)
        column = page_frame(self, top=20)
        column.addWidget(self._title)
        column.addLayout(finding)
        column.addLayout(both, 1)
        column.addWidget(rule())
        column.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        there = button(gettext("Go to where it happened"), "quiet", key="Enter", edge="left")
        there.clicked.connect(self.go_there)
        restore = button(gettext("Restore this state"), "quiet", key="Ctrl+Enter", edge="left")
        restore.clicked.connect(self.restore_then)
        opening = button(gettext("Open as it was"), "primary", key="Space")
        opening.clicked.connect(self.open_then)
        compare = button(gettext("Compare with now"), "quiet", key="C", edge="left")
        compare.clicked.connect(self.compare)
        self._acts = (there, compare, restore, opening)
        acts, foot = Flow(APART, down=0), QHBoxLayout()
        for act in (there, compare, restore):
            acts.addWidget(act)
        foot.setSpacing(16)
        foot.addLayout(acts, 1)
        foot.addWidget(opening)
        return foot

    def _show_acts(self) -> None:
        since = self.model.since
        day = day_and_month(since.astimezone().date(), spoken()) if since else ""
        text = gettext("Who did what, since {day}").format(day=day) if day else gettext("Nothing has been done yet")
        self._title.setText(text)
        if self._group.buttons() == [] or len(self._group.buttons()) != min(len(self.model.people), MOST_PEOPLE) + 1:
            self._show_people()
        self.list.show_acts(self.model.shown, self.model.chosen)

    def _show_people(self) -> None:
        for made in self._group.buttons():
            self._group.removeButton(made)
        clear(self._people)
        busiest = list(self.model.people.items())[:MOST_PEOPLE]
        for person, count in (("", self.model.total), *busiest):
            name = shortened(person, MOST_LETTERS) if person else gettext("All")
            made = button(f"{name}  {count}", "tab")
            made.setAccessibleName(name)
            made.setCheckable(True)
            made.setChecked(person == self.model.person)
            made.clicked.connect(partial(self._choose_person, person))
            self._group.addButton(made)
            self._people.addWidget(made)

    def _choose_person(self, person: str, _: bool = False) -> None:
        self.model.find(person=person)

    def _show_act(self) -> None:
        self.panel.refresh()
        for made in self._acts:
            made.setEnabled(self.model.then is not None)
