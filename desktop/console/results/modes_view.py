"""Where each failure mode stands, the worst first, and why."""

from __future__ import annotations

from textwrap import fill

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.system.long_text import with_numbers_kept
from desktop.theme import Theme
from desktop.view_models.noting import Noting
from desktop.view_models.session import EngagementSession
from desktop.widgets.chart_view import ChartView
from desktop.widgets.labels import button, clear, label, rule
from desktop.widgets.note_list import NoteList
from desktop.words import gettext
from models.diagnosis.diagnosis import (
    ModeResult,
    confidence_text,
    coverage_text,
    mode_results,
    why_this_number,
    worst_first,
)
from models.diagnosis.voting import was_asked
from models.statements.standing import sign_text
from models.statements.votes import came_text
from models.values.sought import the_first
from models.values.terms import NoteKind
from reports.charts import ChartColours, dark_colours, heat_map, paper_colours, radar, register_fonts

HEAT_MAP_SIZE = (600, 300)
"""Points: drawn about as wide as the page, so that the signs' words can be read."""


LINE = 42
"""Letters in a line of a button that names a sign: beside the radar, in the smallest window."""


class ModesView(QWidget):
    """Radar, heat map, and for each mode index, band, coverage, confidence and the sum behind it."""

    sign_wanted = Signal(str)

    def __init__(self, session: EngagementSession) -> None:
        super().__init__()
        register_fonts()
        self.session = session
        self._explained: set[str] = set()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        charts = QHBoxLayout()
        charts.setSpacing(32)
        self._radar = ChartView(gettext("Radar of the failure modes"))
        self._heat = ChartView(gettext("Heat map of the warning signs"))
        self._modes = QVBoxLayout()
        self._modes.setSpacing(4)
        charts.addWidget(self._radar, 4, Qt.AlignmentFlag.AlignTop)
        charts.addLayout(self._modes, 5)
        column.addLayout(charts)
        column.addSpacing(8)
        column.addWidget(label(gettext("Every warning sign"), "section"))
        column.addWidget(self._heat)
        column.addSpacing(16)
        column.addWidget(self._notes_on_the_whole())
        column.addStretch(1)

    def refresh(self, theme: Theme) -> None:
        """Draws the ratings and the notes as they stand."""
        session = self.session
        results = mode_results(session.method, session.current)
        self.show_notes()
        colours = self._colours(theme)
        summary = "; ".join(self._in_words(result) for result in results)
        self._radar.show_drawing(radar(results, session.method, colours, session.words), summary)
        self._heat.show_drawing(heat_map(results, session.method, colours, session.words, *HEAT_MAP_SIZE), summary)
        clear(self._modes)
        for place, result in enumerate(worst_first(results)):
            if place:
                self._modes.addWidget(rule())
            self._modes.addWidget(self._mode(result))
        self._modes.addStretch(1)

    def _notes_on_the_whole(self) -> NoteList:
        noting = Noting(self.session)
        self._notes = NoteList(gettext("About the pilot as a whole"), gettext("New note"), "", noting)
        self._notes.added.connect(lambda: self._notes.edit_note(noting.add(NoteKind.NOTE)))
        return self._notes

    def show_notes(self) -> None:
        """What was said about the pilot as a whole."""
        self._notes.show_notes(self.session.current.notes_on("", NoteKind.NOTE))

    def _colours(self, theme: Theme) -> ChartColours:
        brand = self.session.engagement.brand
        if theme.dark:
            return dark_colours(brand.primary, brand.accent, theme.background)
        return paper_colours(brand.primary, brand.accent)

    def _in_words(self, result: ModeResult) -> str:
        words = self.session.words
        mode = the_first(m for m in self.session.method.modes if m.id == result.mode_id)
        return f"{mode.short}: {result.shown_index}, {result.band.name_in(words)}, {coverage_text(result, words)}"

    def _mode(self, result: ModeResult) -> QWidget:
        words = self.session.words
        mode = the_first(m for m in self.session.method.modes if m.id == result.mode_id)
        row = QWidget()
        grid = QGridLayout(row)
        grid.setContentsMargins(0, 2, 0, 2)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(0)
        figure = label(result.shown_index, "figure")
        figure.setAccessibleName(gettext("Index of {0}: {1}").format(mode.short, result.shown_index))
        figure.setMinimumWidth(48)
        grid.addWidget(figure, 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(f"{mode.short}  ·  {result.band.name_in(words)}", "section", wrap=True), 0, 1)
        detail = coverage_text(result, words)
        if backing := confidence_text(result, words):
            detail = gettext("{0}. Backed by: {1}").format(detail, backing)
        grid.addWidget(label(with_numbers_kept(detail), "caption", wrap=True), 1, 1)
        why = button(gettext("Why?"), "quiet", tip=gettext("Why this number"), edge="right")
        why.setAccessibleName(gettext("Why this number"))
        why.setCheckable(True)
        why.setChecked(mode.id in self._explained)
        grid.addWidget(why, 0, 2, 2, 1, Qt.AlignmentFlag.AlignTop)
        explanation = self._explanation(result)
        explanation.setVisible(mode.id in self._explained)
        why.toggled.connect(lambda shown: self._explain(mode.id, shown, explanation))
        grid.addWidget(explanation, 2, 1, 1, 2)
        grid.setColumnStretch(1, 1)
        return row

    def step_out(self) -> bool:
        """Closes the explanations; False where none is open."""
        open_ = [why for why in self.findChildren(QPushButton) if why.isCheckable() and why.isChecked()]
        for why in open_:
            why.setChecked(False)
        return bool(open_)

    def _explain(self, mode_id: str, shown: bool, explanation: QWidget) -> None:
        self._explained = self._explained | {mode_id} if shown else self._explained - {mode_id}
        explanation.setVisible(shown)

    def _explanation(self, result: ModeResult) -> QWidget:
        """The formula and, as its inputs, every sign with its answer, to press and go to."""
        box = QFrame()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(4)
        for sentence in why_this_number(result, self.session.words):
            column.addWidget(label(sentence, wrap=True))
        for sign_id, answer in result.answers.items():
            sign = self.session.method.sign(sign_id)
            if answer is None:
                asked = was_asked(self.session.current, sign_id)
                shown = gettext("voted on, not answered yet") if asked else gettext("not asked yet")
            elif answer.level is not None:
                shown = f"{answer.level} {self.session.method.levels[answer.level]}"
            else:
                shown = gettext("not known") if answer.value == "not-known" else gettext("does not apply")
            came = came_text(self.session.current, sign_id, self.session.words)
            said = "  ·  ".join(part for part in (with_numbers_kept(shown), came) if part)
            line = button(
                fill(f"{sign_text(sign, answer)}: {said}", LINE),
                "quiet",
                tip=gettext("Go to this sign"),
                edge="left",
            )
            line.clicked.connect(lambda _=False, s=sign_id: self.sign_wanted.emit(s))
            column.addWidget(line, 0, Qt.AlignmentFlag.AlignLeft)
        return box
