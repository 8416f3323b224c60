"""The real case end to end, as a facilitator enters it: library, people, ratings, results, plan, PDF."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from facilitator import Facilitator
from pdf_text import page_texts
from PySide6.QtCore import Qt

from desktop.console.playbook.activity_form import ActivityForm
from desktop.console.playbook.page import PlaybookPage
from desktop.console.playbook.register_table import RegisterTable
from desktop.console.readiness.page import ReadinessPage
from desktop.console.report.page import ReportPage
from desktop.console.results.mode_row import ModeRow
from desktop.console.results.vote_row import VoteRow
from desktop.console.steps import Step
from desktop.view_models.results.votes import MOST_OPEN
from models.diagnosis.diagnosis import Band, mode_results
from models.engagement.engagement import Engagement
from models.engagement.registers import RegisterCell
from models.method.method import Method
from models.values.terms import Answer, NoteKind

CASE = json.loads((Path(__file__).parents[1] / "cases" / "thailand-screening.json").read_text(encoding="utf-8"))
KEYS = {
    0: Qt.Key.Key_0,
    1: Qt.Key.Key_1,
    2: Qt.Key.Key_2,
    3: Qt.Key.Key_3,
    "not-known": Qt.Key.Key_K,
}


@pytest.fixture
def entered(facilitator: Facilitator, method: Method) -> Facilitator:
    """The case in the library, entered through the window alone."""
    facilitator.begins(CASE["client"]["name"], CASE["pilot"]["name"])
    enters_the_pilot(facilitator)
    enters_the_people(facilitator)
    enters_the_ratings(facilitator, method)
    enters_the_playbook(facilitator)
    enters_the_readiness(facilitator)
    facilitator.waits_until_saved()
    return facilitator


def enters_the_pilot(facilitator: Facilitator) -> None:
    facilitator.goes_to(Step.PREPARE)
    facilitator.types_into("What the pilot does", CASE["pilot"]["purpose"])
    facilitator.types_into("The business problem behind it", CASE["pilot"]["problem"])
    facilitator.types_into("Started", "1 nov 2018")
    facilitator.types_into("Sector", CASE["client"]["sector"])


def enters_the_people(facilitator: Facilitator) -> None:
    facilitator.presses("Add a stakeholder")
    for number, person in enumerate(CASE["stakeholders"]):
        if number:
            facilitator.presses_key(Qt.Key.Key_Return)
        facilitator.types(person["name"])
        facilitator.presses_key(Qt.Key.Key_Tab)
        facilitator.types(person.get("role", ""))
        facilitator.chooses("Group", person["group"].capitalize())
        facilitator.presses_key(Qt.Key.Key_Backtab)


def enters_the_ratings(facilitator: Facilitator, method: Method) -> None:
    ratings = {entry["sign"]: entry["answer"] for entry in CASE["rounds"][0]["ratings"]}
    notes = CASE["rounds"][0]["notes"]
    facilitator.goes_to(Step.DIAGNOSE)
    for sign in method.signs:
        facilitator.presses_key(KEYS[ratings[sign.id]])
        for note in (n for n in notes if n.get("sign") == sign.id):
            facilitator.presses_key(Qt.Key.Key_E if note.get("kind") == "evidence" else Qt.Key.Key_N)
            facilitator.types(note["text"])
            if note.get("for_client"):
                facilitator.presses_key(Qt.Key.Key_Tab)
                facilitator.presses_key(Qt.Key.Key_Space)
            facilitator.presses_key(Qt.Key.Key_Escape)
        facilitator.presses_key(Qt.Key.Key_Return)


def enters_the_playbook(facilitator: Facilitator) -> None:
    """Every register that the case knows something of: Tab between the cells, Enter after the line."""
    known = dict(CASE["rounds"][0]["playbook"])
    facilitator.goes_to(Step.PLAYBOOK)
    page = facilitator.window.pages[Step.PLAYBOOK]
    assert isinstance(page, PlaybookPage)
    while facilitator.window.step is Step.PLAYBOOK:
        for table in page.part.tables if isinstance(page.part, ActivityForm) else ():
            if rows := known.pop(table.sheet.register.id, None):  # its rows come up again in later phases
                table.begin()
                enters_the_rows(facilitator, table, [row["cells"] for row in rows])
        page.setFocus()
        facilitator.presses_key(Qt.Key.Key_PageDown)


def enters_the_rows(facilitator: Facilitator, table: RegisterTable, rows: list[dict[str, object]]) -> None:
    for row in rows:
        for number, place in enumerate(table.sheet.places):
            if number:
                facilitator.presses_key(Qt.Key.Key_Tab)
            facilitator.types(str(row.get(place.id, "")))
        facilitator.presses_key(Qt.Key.Key_Return)


def enters_the_readiness(facilitator: Facilitator) -> None:
    known = {point["point"]: point for point in CASE["rounds"][0]["readiness"]}
    page = facilitator.window.pages[Step.READINESS]
    assert isinstance(page, ReadinessPage)
    page.show_point(page.model.points[0].id)
    for place, _ in enumerate(page.model.points):
        if place:
            facilitator.presses_key(Qt.Key.Key_Down)
        if found := known.get(page.model.point_id):
            facilitator.types({"open": "o", "confirmed": "c"}[found["state"]])
            facilitator.presses_key(Qt.Key.Key_E)
            facilitator.types(found["evidence"])
            facilitator.presses_key(Qt.Key.Key_Escape)


def content(engagement: Engagement) -> object:
    """What an engagement says, whichever ids it has."""
    people = [(s.name, s.role, s.group) for s in engagement.stakeholders]
    ratings = {sign: (r.answer, r.confidence, r.reason) for sign, r in engagement.current.ratings.items()}
    notes = {(n.sign_id, n.kind, n.text, n.for_client) for n in engagement.current.notes if n.sign_id}
    pilot, current = engagement.pilot, engagement.current
    playbook = [(e.register_id, c.column_id, c.value) for e in current.entries for c in cells_of(engagement, e.id)]
    judged = {point: (j.state, j.evidence) for point, j in current.judgements.items()}
    told = (engagement.client.name, pilot.name, pilot.purpose, pilot.problem, pilot.started)
    return told, people, ratings, notes, sorted(playbook), judged


def cells_of(engagement: Engagement, entry_id: str) -> list[RegisterCell]:
    return [cell for cell in engagement.current.cells.values() if cell.entry_id == entry_id]


def test_the_case_typed_in_is_the_case_imported(entered: Facilitator, thailand: Engagement) -> None:
    assert content(entered.engagement) == content(thailand)


def test_what_was_typed_is_there_after_a_restart(
    entered: Facilitator, start: Callable[[], Facilitator], thailand: Engagement
) -> None:
    entered.closes()
    again = start()
    again.waits_until(lambda: again.clearway.browsing.total == 1)
    again.presses("Open")
    again.waits_until(lambda: again.window.session is not None)
    assert content(again.engagement) == content(thailand)


def test_what_is_not_known_stays_not_known(entered: Facilitator, method: Method) -> None:
    results = {r.mode_id: r for r in mode_results(method, entered.engagement.current)}
    assert results["operating-model"].index is None
    assert results["operating-model"].band is Band.NOT_KNOWN
    assert results["technical-debt"].band is Band.NOT_KNOWN
    entered.goes_to(Step.RESULTS)
    shown = entered.reads()
    told = [row.accessibleDescription() for row in entered.window.findChildren(ModeRow)]
    assert sum("0 of 4 answered, 4 not known" in row for row in told) == 2
    assert "9 of the 24 signs that apply have a level" in shown
    assert sum(row.isVisible() for row in entered.window.findChildren(VoteRow)) == MOST_OPEN
    assert "11 more are split or not known." in shown
    assert sum(r.answer is Answer.NOT_KNOWN for r in entered.engagement.current.ratings.values()) == 15


def test_any_figure_opens_to_its_formula_and_leads_to_its_inputs(entered: Facilitator) -> None:
    entered.goes_to(Step.RESULTS)
    entered.presses("Why this number")
    assert "so there is no figure" in entered.reads(), "nothing of this mode is known"


def test_the_case_ends_in_a_plan_and_a_pdf_of_the_pages_that_were_shown(entered: Facilitator, tmp_path: Path) -> None:
    entered.goes_to(Step.PLAN)
    entered.presses_key(Qt.Key.Key_2)
    for _ in range(3):
        entered.presses_key(Qt.Key.Key_A)
    entered.waits_until_saved()
    accepted = entered.engagement.current.actions
    assert len(accepted) == 3
    entered.goes_to(Step.REPORT)
    page = entered.window.pages[Step.REPORT]
    assert isinstance(page, ReportPage)
    entered.waits_until(lambda: page.preview.page_count > 0)
    page.save_to(tmp_path / "plan.pdf")
    text = "\n".join(page_texts(tmp_path / "plan.pdf"))
    flat = " ".join(text.split())
    assert "Thailand" in flat
    assert all(" ".join(action.title.split()) in flat for action in accepted)
    assert len(pypdf.PdfReader(tmp_path / "plan.pdf").pages) == page.preview.page_count
    internal = [n.text for n in entered.engagement.current.notes if not n.for_client and n.kind is NoteKind.NOTE]
    assert not any(" ".join(note.split()) in flat for note in internal)
