"""What was to be done by a day before that of the document and is not says so where its day stands, in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import pytest
from openpyxl import load_workbook
from pdf_text import text_of
from pptx import Presentation
from report_cases import WORDS, built_in_method, full

from models.engagement.engagement import Action, Engagement
from models.engagement.registers import Gate, GateCondition, gate_id
from models.values.terms import Decision, GateDecision, Progress
from reports.documents.documents import DocumentKind, render
from reports.exports.action_sheet import action_sheet
from reports.exports.mail import compose
from reports.pages.calendar import calendar_span
from reports.personal.letter import letter, owners
from reports.slides.deck import slides
from reports.words.facts import Facts
from reports.words.findings import calendar_title, later_title
from reports.words.late import how_many_late
from reports.words.plan_words import group_name
from reports.words.typography import NO_BREAK

METHOD = built_in_method()
DUE = date(2026, 3, 20)
BEFORE, ON, AFTER = DUE - timedelta(1), DUE, DUE + timedelta(10)
SAID = "10 days late"


def dated(progress: Progress = Progress.NOT_STARTED) -> Engagement:
    """Every action is due on one day; each has an owner, and the first is what a gate asks for by that day too."""
    one = full()
    current = one.current
    owner = one.stakeholders[1].id
    actions = tuple(
        replace(a, due=DUE if a.decision is Decision.ACCEPTED else a.due, owner_id=owner, progress=progress)
        for a in current.actions
    )
    phase, key = METHOD.phases[1].id, current.assessment.id
    gate = Gate(id=gate_id(key, phase), assessment_id=key, phase_id=phase, decision=GateDecision.CONDITIONS)
    asked = GateCondition(assessment_id=key, phase_id=phase, text="The log is read", day=DUE, action_id=actions[0].id)
    now = replace(current, actions=actions, dependencies={}, gates={phase: gate}, conditions=(asked,))
    return replace(one, rounds=(now,))


def facts(engagement: Engagement, day: date) -> Facts:
    return Facts(engagement, METHOD, day, WORDS)


def text(kind: DocumentKind, engagement: Engagement, day: date) -> str:
    return text_of(render(kind, engagement, METHOD, today=day))


@pytest.mark.parametrize("kind", [DocumentKind.ACTION_PLAN, DocumentKind.SUMMARY])
def test_a_document_says_what_is_late_on_its_own_day(kind: DocumentKind) -> None:
    assert SAID in text(kind, dated(), AFTER)
    for day in (BEFORE, ON):
        assert "late" not in text(kind, dated(), day)
    assert "late" not in text(kind, dated(Progress.DONE), AFTER)


def test_the_letter_and_the_slides_say_it_too() -> None:
    def said(day: date) -> tuple[str, str]:
        found = facts(dated(), day)
        deck = Presentation(BytesIO(slides(found)))
        tables = [shape.table for slide in deck.slides for shape in slide.shapes if shape.has_table]
        cells = " ".join(cell.text for table in tables for row in table.rows for cell in row.cells)
        return text_of(letter(found, owners(found)[0])), cells.replace(NO_BREAK, " ")

    assert all(SAID in part for part in said(AFTER))
    assert not any("days late" in part for part in said(ON))


def test_the_workbook_keeps_the_day_and_says_on_which_day_it_was_late() -> None:
    def rows(day: date) -> list[tuple[object, ...]]:
        book = load_workbook(BytesIO(action_sheet(facts(dated(), day))))
        return list(book.active.iter_rows(values_only=True))

    head, first = rows(AFTER)[:2]
    assert head[-1] == "On 30 Mar 2026"
    assert (str(first[4])[:10], first[-1]) == ("2026-03-20", SAID)
    assert len(rows(ON)[0]) == len(head) - 1


@pytest.mark.parametrize("kind", [DocumentKind.ACTION_PLAN, DocumentKind.RECORD, DocumentKind.GO_NO_GO])
def test_a_gate_says_that_the_day_of_its_condition_is_past(kind: DocumentKind) -> None:
    assert "hat day is past" in text(kind, dated(), AFTER)
    assert "hat day is past" not in text(kind, dated(), ON)
    assert "hat day is past" not in text(kind, dated(Progress.DONE), AFTER)


def test_how_many_are_late_is_a_count_of_what_is_not_done() -> None:
    engagement = dated()
    accepted = [a for a in engagement.current.actions if a.decision is Decision.ACCEPTED]
    assert how_many_late(facts(engagement, ON)) == ""
    done: tuple[Action, ...] = tuple(
        replace(a, progress=Progress.DONE) if a in accepted[1:] else a for a in engagement.current.actions
    )
    one = replace(engagement, rounds=(replace(engagement.current, actions=done),))
    assert how_many_late(facts(one, AFTER)) == "One is past its day on 30 March."


def test_what_is_past_is_not_told_as_to_come() -> None:
    assert calendar_span(facts(dated(), ON)).startswith("All that have a date are due on 20 March.")
    assert calendar_title(facts(dated(), ON)) == "Every action is due by 20 March"
    assert calendar_title(facts(dated(), AFTER)) == "Every action was due by 20 March"
    assert calendar_span(facts(dated(), AFTER)).startswith("All that have a date were due on 20 March.")
    message = compose(DocumentKind.ACTION_PLAN, "Action plan", facts(dated(), AFTER), ()).text
    assert "are past their day on 30 March." in message
    assert "is due on" not in message


def test_what_was_due_by_the_end_of_a_month_that_is_over_was_due() -> None:
    later = date(2026, 7, 1)
    assert later_title(facts(dated(), ON)) == "Six more are due by the end of June"
    assert later_title(facts(dated(), later)) == "Six more were due by the end of June"


def test_what_is_done_is_not_among_what_is_due() -> None:
    engagement = dated()
    accepted = [a.id for a in engagement.current.actions if a.decision is Decision.ACCEPTED]
    actions = tuple(
        replace(a, progress=Progress.DONE) if a.id in accepted[:9] else a for a in engagement.current.actions
    )
    found = facts(replace(engagement, rounds=(replace(engagement.current, actions=actions),)), ON)
    names = [group_name(found, line) for line in found.lines]

    assert names[-9:] == ["Done"] * 9
    assert "Done" not in names[:-9]
    assert later_title(found) == "The rest is done"
