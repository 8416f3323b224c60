"""The engagement at a moment beside what it is now: the page where it happened twice, and all that differs."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.console.history.act_panel import cell_texts
from desktop.console.history.miniature import Miniature
from desktop.console.steps import Step
from desktop.theme import Theme
from desktop.view_models.past.since import differences
from desktop.view_models.session import EngagementSession
from desktop.widgets.labels import clear, label
from desktop.widgets.parts.scrolled import scrolled
from desktop.words import gettext, ngettext, spoken
from models.engagement.engagement import Engagement
from models.values.months import day_and_month

MOST = 40
"""Lines of what differs."""
TALL = 300
"""Pixels of the pictures at most."""


class Comparing(QWidget):
    """What is now is what was when it was opened."""

    def __init__(self, session: EngagementSession, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self._title = label("", "question", wrap=True)
        self._then = label("", "section")
        self.before, self.after = Miniature(session, theme), Miniature(session, theme)
        self._lines = QGridLayout()
        self._lines.setHorizontalSpacing(24)
        self._lines.setVerticalSpacing(8)
        for place, share in enumerate((4, 3, 3)):
            self._lines.setColumnStretch(place, share)
        inside = QWidget()
        inside.setObjectName("content")
        within = QVBoxLayout(inside)
        within.setContentsMargins(0, 0, 12, 0)
        within.addLayout(self._lines)
        within.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addLayout(self._pictures())
        column.addWidget(scrolled(inside, on_page=True), 1)

    def compare(self, step: Step | None, place: str, then: Engagement, when: datetime) -> None:
        """Shows both, at the page where something happened."""
        now, here = self._session.engagement, when.astimezone()
        self._then.setText(
            gettext("{day}, {time}").format(day=day_and_month(here.date(), spoken()), time=f"{here:%H:%M}")
        )
        self.before.show_then(step, place, then, when)
        self.after.show_then(step, place, now, datetime.now(UTC))
        found = differences(then, now, self._session.method)
        text = ngettext("{n} thing is not what it was", "{n} things are not what they were", len(found))
        self._title.setText(text.format(n=len(found)) if found else gettext("Everything is what it was"))
        clear(self._lines)
        heads = ("", gettext("Then"), gettext("Now"))
        for column, head in enumerate(heads if found else ()):
            self._lines.addWidget(label(head, "label"), 0, column)
        for row, line in enumerate(found[:MOST], 1):
            was, is_ = cell_texts(line)
            made_of = label(line.what, wrap=True), label(was, "muted", wrap=True), label(is_, wrap=True)
            for column, made in enumerate(made_of):
                self._lines.addWidget(made, row, column, Qt.AlignmentFlag.AlignTop)
        if (more := len(found) - MOST) > 0:
            rest = ngettext("And {n} more.", "And {n} more.", more).format(n=more)
            self._lines.addWidget(label(rest, "caption"), MOST + 1, 0)

    def show_theme(self, theme: Theme) -> None:
        """Takes on another look."""
        for picture in (self.before, self.after):
            picture.show_theme(theme)

    def leave(self) -> None:
        """Lets go of what the pictures were drawn from."""
        for picture in (self.before, self.after):
            picture.leave()

    def _pictures(self) -> QHBoxLayout:
        both = QHBoxLayout()
        both.setSpacing(24)
        for head, picture in ((self._then, self.before), (label(gettext("Now"), "section"), self.after)):
            both.addLayout(_under(head, picture), 1)
        return both


def _under(head: QLabel, picture: Miniature) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(8)
    column.addWidget(head)
    picture.setMaximumHeight(TALL)
    column.addWidget(picture)
    column.addStretch(1)
    return column
