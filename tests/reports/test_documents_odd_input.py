"""Odd brands, costs, dates and names: the export goes on, and the file can be saved anywhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from pdf_text import page_texts, text_of
from report_cases import TODAY, built_in_method, empty, full, hostile, logo
from report_reading import plan, reader

from models.engagement.engagement import Asset, Brand
from models.values.terms import NoteKind
from reports.documents.documents import DocumentKind, file_name, render


def broken_logos() -> list[dict[str, Asset]]:
    good = logo("practice", "#12395B")
    return [
        {},
        {"practice": replace(good, data=b"")},
        {"practice": replace(good, data=good.data[:60])},
        {"practice": replace(good, data=good.data[: len(good.data) // 2])},
        {"practice": replace(good, data=b"<svg xmlns='http://www.w3.org/2000/svg'/>")},
        {"practice": replace(good, data=b"GIF89a" + b"\x00" * 40)},
    ]


@pytest.mark.parametrize("assets", broken_logos())
def test_a_missing_or_broken_logo_is_left_out(assets: dict[str, Asset]) -> None:
    first = reader(plan(replace(full(), assets=assets))).pages[0]
    assert "Meridian Advisory Partners" in " ".join(first.extract_text().split()), "the name is there without a logo"
    assert not first.images


def test_a_brand_with_unusable_colours_still_prints() -> None:
    brand = Brand(id="e1", practice="P", primary="#FFFFFF", accent="not a colour")
    assert len(reader(plan(replace(full(), brand=brand))).pages) >= 6


@pytest.mark.parametrize("cost", ["0", "-5", "NaN", "Infinity", "0.05", "123456789012345678"])
def test_odd_costs_do_not_stop_the_export(cost: str) -> None:
    start = full()
    data = plan(replace(start, pilot=replace(start.pilot, cost=Decimal(cost), currency="")))
    assert "2 to 5 times" in text_of(data)


def test_dates_at_the_ends_of_the_calendar() -> None:
    start = full()
    actions = tuple(replace(a, due=day) for a, day in zip(start.current.actions, (date.min, date.max), strict=False))
    data = plan(replace(start, rounds=(replace(start.current, actions=actions),)))
    assert "31 December 9999" in text_of(data)


def test_client_notes_of_the_round_are_shown_and_internal_ones_are_not() -> None:
    start = full()
    notes = tuple(replace(n, sign_id="", kind=NoteKind.NOTE) for n in start.current.notes)
    engagement = replace(start, rounds=(replace(start.current, notes=notes),))
    text = text_of(render(DocumentKind.RECORD, engagement, built_in_method(), today=TODAY))
    assert "Said about the pilot as a whole" in text
    assert "The extract arrives as a spreadsheet every second Tuesday." in text
    assert "PRIVATE" not in text
    assert "PRIVATE" not in text_of(plan(engagement))


def test_what_was_said_of_the_pilot_as_a_whole_leads_the_plan_and_one_quotation_closes_the_page() -> None:
    start = full()
    said = ("It works; nobody runs it.", "In the room’s words: “It works. Nobody has been asked to keep it working.”")
    notes = tuple(replace(start.current.notes[0], sign_id="", kind=NoteKind.NOTE, text=text) for text in said)
    text = text_of(plan(replace(start, rounds=(replace(start.current, notes=notes),))))
    assert "Nobody is named to look after the model It works; nobody runs it. What holds it back" in text
    assert "“It works. Nobody has been asked to keep it working.” In the room’s words" in text


NAMES = [
    ("Harbour & Vale", "Claims triage", "Harbour & Vale - Claims triage - Action plan.pdf"),
    ('a/b\\c:d*e?f"g<h>i|j', "..", "a b c d e f g h i j - Action plan.pdf"),
    ("CON", "nul", "CON_ - nul_ - Action plan.pdf"),
    ("", "", "Action plan.pdf"),
    ("../../etc/passwd", "x\x00\n y. ", "etc passwd - x y - Action plan.pdf"),
    ("Łódź 中文", "مرحبا", "Łódź 中文 - مرحبا - Action plan.pdf"),
]


@pytest.mark.parametrize(("client", "pilot", "expected"), NAMES)
def test_file_names_are_safe_everywhere(client: str, pilot: str, expected: str) -> None:
    start = empty()
    engagement = replace(start, client=replace(start.client, name=client), pilot=replace(start.pilot, name=pilot))
    assert file_name(DocumentKind.ACTION_PLAN, engagement) == expected


def test_file_names_are_short_enough_for_every_file_system() -> None:
    name = file_name(DocumentKind.SUMMARY, hostile("x", "中" * 200 + "\ud800"))
    assert len(name.encode()) <= 200
    assert name.endswith("Summary.pdf")


@pytest.mark.parametrize("kind", [DocumentKind.ACTION_PLAN, DocumentKind.SUMMARY])
def test_an_action_without_a_title_says_so_and_no_dash_stands_for_it(kind: DocumentKind) -> None:
    start = full()
    actions = tuple(replace(action, title=" ", short="", done_when="") for action in start.current.actions)
    untitled = replace(start, rounds=(replace(start.current, actions=actions),))
    pages = page_texts(render(kind, untitled, built_in_method(), today=TODAY))
    lines = [line.strip() for page in pages for line in page.split("\n")]
    assert sum("No title yet" in line for line in lines) >= 3
    assert "–" not in lines
