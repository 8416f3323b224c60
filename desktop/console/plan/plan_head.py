"""The head of the plan: what it says in the view in front, the views, and what is still to be done about it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from desktop.console.plan.headline import advice, headline, timeline_headline
from desktop.console.plan.view_choice import View, ViewChoice
from desktop.console.steps import Step
from desktop.progress_words import progress_headline
from desktop.system.long_text import with_numbers_kept, without_widow
from desktop.view_models.planning import Part, Planning
from desktop.view_models.room.planned.impact import impact_page
from desktop.view_models.room.planned.load import load_page
from desktop.widgets.flow import TurningLine
from desktop.widgets.gliding.glide import Glide
from desktop.widgets.labels import button, label, rule
from desktop.widgets.parts.inks import inks
from desktop.widgets.parts.scale import scale_of
from desktop.words import gettext
from models.plan.progress import tracked
from models.values.sought import the_first

BESIDE = 980
"""Pixels from which the views stand beside the headline."""
ACT_BESIDE = 300
"""The same, at a scale of 1, from which the act stands beside what is still to be done."""
LINE = 2
"""Pixels under the view in front."""


class TopLine(QWidget):
    """What is said, and the views at its right; above it where both have no room. A line marks the one in front."""

    def __init__(self, said: QLayout, choice: ViewChoice, still: Callable[[], bool]) -> None:
        super().__init__()
        self._choice, self._still = choice, still
        self._view: View | None = None
        self._glide = Glide(self)
        self._glide.moved.connect(self.update)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(8)
        self._line.addLayout(said, 1)
        self._line.addLayout(choice)

    def show_view(self, view: View) -> None:
        """Marks the one that is in front."""
        self._choice.show_view(view)
        if self._view not in (None, view) and self.isVisible() and not self._still():
            self._glide.go(self._choice.place(self._view), self._choice.place(view))
        self._view = view
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= BESIDE * scale_of(self)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.BottomToTop
        if self._line.direction() != direction:
            self._line.setDirection(direction)

    def paintEvent(self, event: QPaintEvent) -> None:
        place = self._glide.place or self._choice.place(self._view)
        with QPainter(self) as painter:
            line = QRectF(place.left(), place.bottom() - LINE + 1, place.width(), LINE)
            painter.fillRect(line, inks(self).color(QPalette.ColorRole.Link))


class PlanHead(QVBoxLayout):
    """`deciding` stands in the place of the headline while proposals are decided.

    `diagnosis_wanted` carries the first sign that nobody was asked about: what is found calls for actions.
    """

    own_wanted, diagnosis_wanted = Signal(), Signal(str)

    def __init__(self, model: Planning, deciding: QWidget) -> None:
        super().__init__()
        self._model, self._deciding = model, deciding
        self._title, self.choice = label("", "question", wrap=True), ViewChoice()
        said = QHBoxLayout()
        said.setContentsMargins(0, 0, 0, 0)
        said.addWidget(self._title, 1)
        said.addWidget(deciding, 1)
        self._top = TopLine(said, self.choice, model.session.still)
        self.addWidget(self._top)
        self.addWidget(rule())
        self._below = QWidget()
        column = QVBoxLayout(self._below)
        column.setContentsMargins(0, 0, 0, 0)
        self._hint = label("", "muted", wrap=True)
        own = button(gettext("Add an action"), "quiet", key="N", edge="right")
        own.clicked.connect(self.own_wanted)
        column.addWidget(TurningLine(self._hint, own, beside=ACT_BESIDE, spacing=8, shares=(1, 0)))
        self._diagnose = button(Step.DIAGNOSE.title, "primary")
        self._diagnose.clicked.connect(self._ask_diagnosis)
        column.addWidget(self._diagnose, 0, Qt.AlignmentFlag.AlignLeft)
        self.setSpacing(8)

    def show_plan(self, view: View) -> None:
        """What there is to say of the plan in that view."""
        self._top.show_view(view)
        rows = self._model.rows()
        accepted, proposed = (sum(row.part is part for row in rows) for part in (Part.ACCEPTED, Part.PROPOSED))
        text = headline(accepted, proposed)
        if accepted and view is View.TIMELINE:
            text = timeline_headline(self._model)
        elif accepted and view is View.LOAD:
            text = load_page(self._model.session).title
        elif accepted and view is View.PICTURE:
            text = impact_page(self._model.session, self._model.lines(), "").title
        elif accepted and view is View.PROGRESS:
            text = progress_headline(tracked(self._model.session.current, date.today()))
        self._title.setText(without_widow(text))
        self._hint.setText(with_numbers_kept(without_widow(advice(self._model.session.current, accepted, proposed))))
        self._diagnose.setVisible(not accepted and not proposed)
        self._deciding.setVisible(view is View.DECIDE)
        self._title.setVisible(view is not View.DECIDE)
        self._below.setVisible(view not in (View.DECIDE, View.TIMELINE, View.LOAD) or not accepted)

    def _ask_diagnosis(self) -> None:
        signs, asked = [sign.id for sign in self._model.session.method.signs], self._model.session.current.ratings
        self.diagnosis_wanted.emit(the_first((*(key for key in signs if key not in asked), *signs)))

    @property
    def below(self) -> QWidget:
        """What is still to be done about the plan; it stands over the view."""
        return self._below
