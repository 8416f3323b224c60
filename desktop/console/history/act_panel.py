"""One act beside the list: when and by whom, what it changed, and how much came after it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.console.history.miniature import Miniature
from desktop.console.seen_on import at_home, seen_on, telling
from desktop.console.steps import Step
from desktop.system.long_text import breakable, shortened
from desktop.theme import Theme
from desktop.view_models.past.acts import PastActs
from desktop.view_models.past.places import Line, lines_of, place_of
from desktop.view_models.past.saying import act_text
from desktop.view_models.session import EngagementSession
from desktop.widgets.labels import clear, label, section_head
from desktop.widgets.parts.scrolled import scrolled
from desktop.words import gettext, ngettext, spoken
from models.diagnosis.diagnosis import coverage, mode_results
from models.engagement.changes import kind_of
from models.engagement.engagement import Engagement
from models.method.method import Method
from models.values.letters import on_one_line
from models.values.months import weekday_and_date
from models.values.terms import Decision

MOST_LETTERS, OF_A_CELL, LONG, WORDS_AROUND = 160, 180, 90, 3
"""Letters of an act’s name as a headline and of what stood in a field; from which such a text begins where it differs,
and words before that place.
"""
SHORT = 32
"""Letters up to which what stood in a field stands beside the field's name; what is longer has the whole width."""


class ActPanel(QWidget):
    """Drawn anew for each act."""

    def __init__(self, model: PastActs, session: EngagementSession, theme: Theme) -> None:
        super().__init__()
        self._model, self._session = model, session
        self.picture = Miniature(session, theme)
        self._when = label("", "caption", wrap=True)
        self._title = label("", "question", wrap=True)
        self._lines = QGridLayout()
        self._lines.setHorizontalSpacing(16)
        self._lines.setVerticalSpacing(8)
        self._stood = label("", "muted", wrap=True)
        self._head = QWidget()
        head = section_head(gettext("As it was then"), gettext("read only"))
        head.setContentsMargins(0, 0, 0, 0)
        self._head.setLayout(head)
        inside = QWidget()
        inside.setObjectName("content")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(inside, on_page=True))
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(10)
        for part in (self._when, self._title):
            column.addWidget(part)
        column.addLayout(self._lines)
        column.addSpacing(8)
        column.addWidget(self._head)
        column.addWidget(self.picture)
        column.addWidget(self._stood)
        column.addStretch(1)

    def refresh(self) -> None:
        """Draws the act that is chosen."""
        act, model = self._model.chosen, self._model
        self._head.setVisible(act is not None)
        if act is None:
            self._when.setText("")
            self._title.setText("")
            self._stood.setText("")
            clear(self._lines)
            self.picture.hide()
            return
        when = act.when.astimezone()
        day = weekday_and_date(when.date(), spoken())
        self._when.setText(breakable(f"{day}, {when:%H:%M}  ·  {act.who}"))
        self._title.setText(breakable(shortened(act_text(act), MOST_LETTERS)))
        self._show_lines()
        self._stood.setText(_stood(model.then, self._session.method) if model.then else "")
        if model.then is not None:
            self.picture.show_then(*self.where(), model.then, act.when)

    def where(self) -> tuple[Step | None, str]:
        """The page on which the chosen act is seen, and what it was about there."""
        act, then, changes = self._model.chosen, self._model.then, self._model.changes
        if act is None or then is None:
            return None, ""
        kinds = frozenset(kind_of(change) for change in changes)
        steps = seen_on(kinds or act.kinds)
        home = at_home(changes, steps, then) if steps else None
        return home, place_of(changes, telling(kinds), then, self._session.method)

    def _show_lines(self) -> None:
        clear(self._lines)
        then = self._model.then
        found = lines_of(self._model.changes, then) if then else []
        if not found:
            return
        beside = all(len(text) <= SHORT for line in found for text in cell_texts(line))
        first = int(beside)
        for number, share in enumerate((2, 3, 3) if beside else (1, 1, 0)):
            self._lines.setColumnStretch(number, share)
        for column, text in enumerate((gettext("Before"), gettext("After")), first):
            self._lines.addWidget(label(text, "caption"), 0, column)
        top = Qt.AlignmentFlag.AlignTop
        for row, line in enumerate(found):
            above, across = (2 * row + 2, 1) if beside else (2 * row + 1, 2)
            self._lines.addWidget(label(line.what, "label", wrap=True), above, 0, 1, across, top)
            before, after = cell_texts(line)
            self._lines.addWidget(label(before, "muted", wrap=True), 2 * row + 2, first, top)
            self._lines.addWidget(label(after, wrap=True), 2 * row + 2, first + 1, top)


def from_the_difference(before: str, after: str) -> tuple[str, str]:
    """Both without the words that they begin with in common, where one would not see otherwise what changed."""
    one, other = before.split(), after.split()
    same = 0
    while same < min(len(one), len(other)) and one[same] == other[same]:
        same += 1
    left_out = same - WORDS_AROUND
    if one == other or left_out <= 0 or max(len(before), len(after)) <= LONG:
        return before, after
    return "… " + " ".join(one[left_out:]), "… " + " ".join(other[left_out:])


def cell_texts(line: Line) -> tuple[str, str]:
    """What was and what is, from where they differ, as long as there is room for."""
    before, after = from_the_difference(line.before, line.after)
    return _cell(before), _cell(after)


def _cell(text: str) -> str:
    return breakable(shortened(on_one_line(text), OF_A_CELL)) if text.strip() else gettext("none")


def _stood(then: Engagement, method: Method) -> str:
    """How far the engagement had come: what has an answer, as the rail counts it, what was voted on and agreed."""
    current = then.current
    answered, _ = coverage(mode_results(method, current))
    agreed = sum(action.decision is Decision.ACCEPTED for action in current.actions)
    votes = sum(ballot.revealed for ballot in current.ballots.values())
    parts = (
        ngettext("{n} sign answered", "{n} signs answered", answered).format(n=answered),
        ngettext("{n} vote", "{n} votes", votes).format(n=votes),
        ngettext("{n} note", "{n} notes", len(current.notes)).format(n=len(current.notes)),
        ngettext("{n} action agreed", "{n} actions agreed", agreed).format(n=agreed),
    )
    return gettext(", ").join(parts)
