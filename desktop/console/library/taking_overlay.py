"""What a hand-over would add, change and overrule: seen, chosen on keys, left out or taken in."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.system.long_text import breakable, shortened
from desktop.view_models.sharing.taking import Shown, Taking
from desktop.widgets.keys import name_of
from desktop.widgets.labels import bring_into_sight, button, clear, hair, label, restyle, section_head
from desktop.widgets.overlay import TO_THE_EDGE, CardOverlay
from desktop.widgets.parts.check import ActCheck
from desktop.widgets.parts.scrolled import scrolled
from desktop.widgets.parts.secret_field import SecretField
from desktop.words import gettext, ngettext
from models.sharing.joining import Conflict, Part
from models.sharing.side import Side

AROUND = 24
"""Pixels above and below what is gone to."""
MOST_ACTS = 60
"""Acts of one engagement that are told one by one."""
MOST_LETTERS, MOST_OF_AN_ACT = 40, 90
"""Of a name on a button, and of what was done."""


class TakingOverlay(CardOverlay):
    """Nothing is changed before it is taken; Esc leaves it."""

    widest = 980
    highest = TO_THE_EDGE

    def __init__(self, model: Taking, console: QWidget) -> None:
        super().__init__(console, gettext("Take in"))
        self._model = model
        self.inside.addWidget(label(breakable(model.path.name), "caption", wrap=True))
        self._said = label(gettext("Looking into it …"), "lead", wrap=True)
        self.inside.addWidget(self._said)
        self._secret = SecretField(gettext("Its passphrase"))
        self._secret.line.returnPressed.connect(self._look)
        self._secret.hide()
        self.inside.addWidget(self._secret)
        self._content = QVBoxLayout()
        self.inside.addWidget(self._scrolling(), 1)
        self.inside.addLayout(self._foot())
        self.conflicts: list[ConflictRow] = []
        model.asked.connect(self._ask)
        model.shown.connect(self._show)
        model.refused.connect(self._refuse)
        model.taken.connect(lambda _: self.put_away())
        self.cover(console)
        self._leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if name_of(event) in ("Up", "Down"):
            self.focusNextPrevChild(name_of(event) == "Down")
            if (reached := self.window().focusWidget()) is not None:
                bring_into_sight(reached, AROUND)
        elif name_of(event) == "Ctrl+Enter" and self._take.isEnabled():
            self._model.take()
        else:
            super().keyPressEvent(event)

    def _scrolling(self) -> QScrollArea:
        inner = QWidget()
        inner.setObjectName("inCard")
        outer = QVBoxLayout(inner)
        outer.setContentsMargins(0, 0, 12, 0)
        self._content.setSpacing(8)
        outer.addLayout(self._content)
        outer.addStretch(1)
        return scrolled(inner)

    def _foot(self) -> QHBoxLayout:
        self._take = button(gettext("Take it in"), "primary", key="Ctrl+Enter")
        self._take.setEnabled(False)
        self._take.clicked.connect(self._model.take)
        self._leave = button(gettext("Leave it"), key="Esc")
        self._leave.clicked.connect(self.put_away)
        foot = QHBoxLayout()
        foot.addWidget(label(gettext("Nothing is changed before it is taken in."), "caption"))
        foot.addStretch(1)
        foot.addWidget(self._leave)
        foot.addWidget(self._take)
        return foot

    def _ask(self) -> None:
        self._said.setText(gettext("It is sealed."))
        self._secret.show()
        self._secret.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look(self) -> None:
        self._said.setText(gettext("Looking into it …"))
        self._model.look(self._secret.take())

    def _refuse(self, why: str) -> None:
        self._said.setText(breakable(why))
        if self._secret.isVisible():
            self._secret.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        self._secret.hide()
        clear(self._content)
        self.conflicts = []
        found = self._model.found
        text = ngettext("{n} engagement comes.", "{n} engagements come.", len(found))
        self._said.setText(text.format(n=len(found)))
        for shown in found:
            self._show_one(shown)
        self._take.setEnabled(True)
        QTimer.singleShot(0, self, self._take_keys)  # a row has to be laid out before it can have the keyboard

    def _take_keys(self) -> None:
        (self.conflicts[0] if self.conflicts else self._take).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_one(self, shown: Shown) -> None:
        self._content.addWidget(label(breakable(shown.said), "section", wrap=True))
        if shown.conflicts:
            self._content.addLayout(section_head(gettext("Both changed, or what does not go together")))
        for conflict in shown.conflicts:
            row = ConflictRow(self._model, shown, conflict)
            self.conflicts.append(row)
            self._content.addWidget(row)
        if shown.parts:
            self._content.addLayout(section_head(gettext("What was done there; take the tick away to leave it out")))
        for part in shown.parts[:MOST_ACTS]:
            self._content.addWidget(self._act(shown, part))
        if rest := len(shown.parts) - MOST_ACTS:
            text = ngettext("And {n} more act, which is taken.", "And {n} more acts, which are taken.", rest)
            self._content.addWidget(label(text.format(n=rest), "caption")) if rest > 0 else None

    def _act(self, shown: Shown, part: Part) -> QWidget:
        from desktop.view_models.sharing.taking_words import act_text

        tick = ActCheck(shortened(act_text(part.act), MOST_OF_AN_ACT))
        tick.setChecked(part.act.gid not in self._model.left_out)
        tick.toggled.connect(lambda taken: self._model.leave_out(part, not taken))
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(tick)
        for line in shown.words.changes(part):
            told = label(breakable(line), "caption", wrap=True)
            told.setContentsMargins(26, 0, 0, 0)
            column.addWidget(told)
        return made


class ConflictRow(QWidget):
    """Both sides of one thing, side by side; `1` has what is here stand, `2` has theirs."""

    chosen = Signal(object)

    def __init__(self, model: Taking, shown: Shown, conflict: Conflict) -> None:
        super().__init__()
        self._model, self._shown, self._conflict = model, shown, conflict
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        words = shown.words
        self.setAccessibleName(words.title(conflict))
        self._group, sides = QButtonGroup(self), QHBoxLayout()
        sides.setSpacing(24)
        for place, side in enumerate(Side):
            sides.addLayout(self._side(place, side, words.who(conflict, side), words.side(conflict, side)), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(6)
        self._title = label(breakable(words.title(conflict)), "caption", wrap=True)
        column.addWidget(self._title)
        column.addLayout(sides)
        column.addWidget(hair())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The one that the keys are for is told by its title."""
        restyle(self._title, "role", "section")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        restyle(self._title, "role", "caption")

    def _side(self, place: int, side: Side, who: str, what: str) -> QVBoxLayout:
        made = button(shortened(who, MOST_LETTERS), "tab", key=str(place + 1), edge="left")
        made.setAccessibleName(gettext("{who}: {what}").format(who=who, what=what))
        made.setCheckable(True)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setChecked(side is self._model.chosen(self._shown, self._conflict))
        made.clicked.connect(partial(self._choose, side))
        self._group.addButton(made, place)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(label(breakable(what), wrap=True))
        column.addStretch(1)
        return column

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = ("1", "2")
        if (name := name_of(event)) in keys:
            place = keys.index(name)
            self._group.button(place).setChecked(True)
            self._choose(list(Side)[place])
        else:
            super().keyPressEvent(event)

    def _choose(self, side: Side, *_: object) -> None:
        self._model.choose(self._shown, self._conflict, side)
        self.chosen.emit(side)
