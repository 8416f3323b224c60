"""Registers with megabytes in them: what a key costs does not grow with what stands elsewhere."""

from __future__ import annotations

import pytest
from facilitator import Facilitator
from PySide6.QtWidgets import QApplication, QLabel

from desktop.console.playbook import cell_delegate
from desktop.console.playbook.page import PlaybookPage
from desktop.console.playbook.register_table import RegisterTable
from desktop.console.steps import Step
from desktop.view_models.playbook.filling import FilledRow, Filling
from models.values.sentence import act_called

ROWS, PAGE = 20, "word and another " * 1_200


@pytest.fixture
def outcomes(facilitator: Facilitator) -> Facilitator:
    """The page on which readings refer to metrics, whose names are pages of text."""
    facilitator.begins("Harbour Trust", "Berth planner")
    session = facilitator.session
    register = session.method.register("metrics")
    rows = [FilledRow("", {register.columns[0].id: f"{n} {PAGE}"}) for n in range(ROWS)]
    Filling(session).fill(register, rows, act_called("Fill"))
    metrics = [entry.id for entry in session.current.entries_of("metrics")]
    readings = session.method.register("metric-readings")
    refers = next(column.id for column in readings.columns if column.kind == "reference")
    Filling(session).fill(readings, [FilledRow("", {refers: key}) for key in metrics], act_called("Fill"))
    facilitator.goes_to(Step.PLAYBOOK)
    page = facilitator.window.pages[Step.PLAYBOOK]
    assert isinstance(page, PlaybookPage)
    page.show_stop("pilot-execution/outcomes")
    QApplication.processEvents()
    return facilitator


def table(outcomes: Facilitator, register_id: str) -> RegisterTable:
    return next(t for t in outcomes.window.findChildren(RegisterTable) if t.sheet.register.id == register_id)


def test_a_change_in_one_table_measures_no_page_of_text_in_another(
    outcomes: Facilitator, monkeypatch: pytest.MonkeyPatch
) -> None:
    measured: list[int] = []
    breakable = cell_delegate.breakable

    def counted(text: str) -> str:
        measured.append(len(text))
        return breakable(text)

    readings, feedback = table(outcomes, "metric-readings"), table(outcomes, "feedback")
    readings._fit.fit_rows(range(ROWS))
    monkeypatch.setattr(cell_delegate, "breakable", counted)
    readings.setUpdatesEnabled(False)  # painting breaks what is in sight into lines as well
    feedback.setFocus()
    feedback.begin()
    feedback.paste("x" * 300)

    assert outcomes.session.current.entries_of("feedback")
    assert max(measured, default=0) < len(PAGE)


def test_no_hint_and_no_sentence_repeats_pages_of_text(outcomes: Facilitator) -> None:
    readings = table(outcomes, "metric-readings")
    readings.sheet.write(0, 0, "none of these")

    assert 0 < len(readings.rows.hint(0, 0)) < 2_000
    outcomes.window.pages[Step.PLAYBOOK].refresh()
    assert max(len(found.text()) for found in outcomes.window.findChildren(QLabel)) < 20_000
