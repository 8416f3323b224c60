"""Who is in an engagement on the practice’s hub: seen by all who are, said by its lead."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.console.hub.person_row import PersonRow, part_field
from desktop.system.long_text import breakable
from desktop.view_models.hub.sharing import HubSharing
from desktop.view_models.hub.words import part_text
from desktop.widgets.choice_field import ChoiceField
from desktop.widgets.labels import button, clear, label, section_head
from desktop.widgets.overlay import CardOverlay
from desktop.widgets.parts.scrolled import OwnScroll
from desktop.widgets.tab_order import tab_as_read
from desktop.words import gettext, ngettext

BAR, GAP = 12, 12
"""Pixels; the first is the room of a scroll bar."""


class PeopleCard(CardOverlay):
    """Each choice holds at once, there; there is nothing to confirm but taking the engagement off the hub."""

    widest = 720
    highest = 600
    grows = True

    def __init__(self, sharing: HubSharing, console: QWidget) -> None:
        super().__init__(console, gettext("Share with colleagues"))
        self.sharing = sharing
        self.rows: dict[str, PersonRow] = {}
        self._why = ""
        self._sure, self._begins = False, True
        self.said, self._count = label("", wrap=True), label("", "caption")
        self.inside.addWidget(label(breakable(sharing.name), "lead", wrap=True))
        self.inside.addWidget(self.said)
        self.inside.addLayout(section_head(gettext("Who has it"), self._count, worked_on=True))
        self.inside.addWidget(self._made_list())
        self.inside.addWidget(self._made_adding())
        self._off = button(gettext("Take it off the hub…"), "quiet", edge="left")
        self._off.clicked.connect(self._take_off)
        self._done = self.end_with_done(self._off)
        sharing.changed.connect(self._refresh)
        sharing.refused.connect(self._refuse)
        sharing.meeting.changed.connect(self._refresh)
        self._refresh()
        self.cover(console)
        self._done.setFocus(Qt.FocusReason.OtherFocusReason)
        sharing.ask()

    def ended(self) -> None:
        self.sharing.changed.disconnect(self._refresh)
        self.sharing.refused.disconnect(self._refuse)
        self.sharing.meeting.changed.disconnect(self._refresh)

    def _made_list(self) -> QWidget:
        content = QWidget()
        content.setObjectName("inCard")
        self._people = QGridLayout()
        self._people.setVerticalSpacing(4)
        self._people.setHorizontalSpacing(GAP)
        self._people.setColumnStretch(0, 1)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, BAR, 0)
        column.addLayout(self._people)
        column.addStretch(1)
        return OwnScroll(content)

    def _made_adding(self) -> QWidget:
        self._adding = QWidget()
        self.who = ChoiceField(gettext("With whom"), [])
        self.part = part_field(gettext("As what"))
        self.part.show_key("member")
        self.share = button(gettext("Share"))
        self.share.clicked.connect(self._share)
        self.who.currentIndexChanged.connect(self._look)
        grid = QGridLayout(self._adding)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        for column, field in enumerate((self.who, self.part)):
            name = label(field.accessibleName(), "label")
            name.setBuddy(field)
            grid.addWidget(name, 0, column)
            grid.addWidget(field, 1, column)
        line = QHBoxLayout()
        line.addWidget(self.share)
        line.addStretch(1)
        grid.addLayout(line, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(2, 1)
        return self._adding

    def _share(self) -> None:
        self.who.setFocus(Qt.FocusReason.OtherFocusReason)
        self.sharing.share(self.who.currentData(), self.part.currentData())

    def _look(self) -> None:
        self.share.setEnabled(bool(self.who.currentData()))

    def _take_off(self) -> None:
        """Asked once more: it is gone there for everybody."""
        if self._sure:
            self.sharing.unshare()
        self._sure = not self._sure
        self._refresh()

    def _refuse(self, sentence: str) -> None:
        self._why = sentence
        self._refresh()

    def _refresh(self) -> None:
        sharing = self.sharing
        if sharing.under_way:
            self._why = ""
        self.said.setText(breakable(self._state()))
        count = len(sharing.people)
        self._count.setText(ngettext("{n} person", "{n} people", count).format(n=count) if count else "")
        self._show_people()
        self.who.offer([("", gettext("Choose somebody")), *((name, name) for name in sharing.others)])
        self._adding.setVisible(sharing.may_share and bool(sharing.others))
        self._look()
        if self._begins and self._adding.isVisible():
            self._begins = False
            self.who.setFocus(Qt.FocusReason.OtherFocusReason)
        self._off.setVisible(sharing.part == "lead")
        off = gettext("Take it off now") if self._sure else gettext("Take it off the hub…")
        self._off.setText(off)
        self._off.setAccessibleName(off)

    def _state(self) -> str:
        sharing = self.sharing
        if self._why:
            return self._why
        if self._sure:
            return gettext("All of it goes from the hub, for everybody. Each library keeps what it has.")
        if sharing.under_way and not sharing.answered:
            return gettext("Asking the hub …")
        if not sharing.people:
            own = gettext("Nobody else has it. Whoever you share it with has all of it in their own library.")
            none = "" if sharing.others else gettext("Nobody else is on the hub yet; its owner lets people in.")
            return f"{own} {none}".strip()
        waits = gettext("waiting ({n})").format(n=sharing.waiting) if sharing.waiting else ""
        return " · ".join(part for part in (part_text(sharing.part), waits) if part)

    def _show_people(self) -> None:
        people = {one.role: one for one in self.sharing.people}
        if list(people) != list(self.rows):
            clear(self._people)
            self.rows = {role: PersonRow(role, self.sharing) for role in people}
            for row in self.rows.values():
                row.lie_in(self._people)
            tab_as_read(self)
        for role, row in self.rows.items():
            row.show_person(people[role])
