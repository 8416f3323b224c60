"""The finished PDFs, read back: what they say, what they keep to themselves, and how they hold up to bad input."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pdf_text import page_texts, text_of
from pypdf import PdfReader
from pypdf.generic import StreamObject
from report_cases import (
    HOSTILE,
    INTERNAL,
    TODAY,
    WORDS,
    all_not_known,
    built_in_method,
    complete,
    empty,
    full,
    hostile,
    many,
    thai,
    wide_method,
    with_levels,
)
from report_reading import filled, plan, reader, without_spaces

from models.engagement.engagement import Engagement
from models.values.terms import Answer, Confidence, NoteKind
from reports.documents.documents import DocumentKind, left_out, render
from reports.documents.kinds import PageSize
from reports.layout.filling import used_on_pages
from reports.layout.page_kit import PageKit
from reports.pages.status_reply import status_reply
from reports.words.facts import Facts
from resources import resource_text

CASES: dict[str, Callable[[], Engagement]] = {
    "full": full,
    "complete": complete,
    "thai": thai,
    "empty": empty,
    "all not known": all_not_known,
    "one level": lambda: with_levels("3"),
    "no action": lambda: many(0, 0),
    "one action": lambda: many(1, 1),
    "300 actions": lambda: many(300, 60),
    "hostile": hostile,
    "wide words": lambda: hostile("W" * 300, "W" * 200),
    "chinese": lambda: hostile("中文" * 150, "中文" * 100),
}
HERE = Path(__file__).parent
ROOT = HERE.parents[1]


@cache
def pdf(kind: DocumentKind, case: str, page_size: str = "A4") -> bytes:
    return render(kind, CASES[case](), built_in_method(), today=TODAY, page_size=page_size)


def test_the_action_plan_says_what_was_found() -> None:
    text = text_of(pdf(DocumentKind.ACTION_PLAN, "full"))
    for expected in (
        "Claims triage assistant", "Harbour & Vale Mutual", "Meridian Advisory Partners", "12 March 2026",
        "Facilitated by Eleanor Voss", "What holds it back 0 25 50 75 100", "Operating model Critical", "92",
        "Service catalogue, 9 March: no entry for the triage model.",
        "Source: 23 of 24 signs with a level, 12 March 2026.",
        "What is in good order", "What is not known yet", "Not judged yet", "The decision asked for", "Release £95,000",
        "Seven of 13 actions come first", "Later, or without a date",
        "No owner yet", "No date yet", "In progress", "13 actions are agreed; two have no owner yet",
        "No cost of going live is on record yet Usual is 2 to 5 times the pilot’s £180,000, so £360,000 to £900,000: a",
        "Nobody is named yet to sign the decision", "Tomasz Zieliński", "Done when:",
        "Confidential: prepared for Harbour & Vale Mutual", "2 of 7",
    ):  # fmt: skip
        assert expected in text, expected


@pytest.mark.parametrize("kind", list(DocumentKind))
def test_every_document_ends_with_the_practices_own_line(kind: DocumentKind) -> None:
    assert "Thank you for a frank day in the room." in text_of(pdf(kind, "full"))


def test_the_record_works_every_number_out() -> None:
    text = text_of(pdf(DocumentKind.RECORD, "full"))
    for expected in (
        "Every number here can be worked out by hand",
        "3 + 3 + 3 + 2 = 11 of the 12 that four signs can reach: 92 of 100.",
    ):
        assert expected in text, expected
    assert "More signs are without a level than have one, so no band is claimed." in text_of(
        pdf(DocumentKind.RECORD, "thai")
    )


@pytest.mark.parametrize("page_size", ["A4", "Letter"])
def test_the_plan_has_no_more_pages_than_it_needs(
    page_size: str, sample: Engagement, read: Callable[[str], Engagement]
) -> None:
    def pages(engagement: Engagement) -> int:
        return len(
            reader(
                render(DocumentKind.ACTION_PLAN, engagement, built_in_method(), today=TODAY, page_size=page_size)
            ).pages
        )

    eight = replace(sample, rounds=(replace(sample.current, actions=sample.current.actions[:8]),))
    assert pages(sample) <= 10, "22 actions"
    assert pages(read(resource_text("sample/later.json"))) <= 10, "a second round, with what moved"
    assert pages(eight) <= 8
    assert pages(full()) <= 8


@pytest.mark.parametrize("page_size", ["A4", "Letter"])
@pytest.mark.parametrize("actions", [22, 15, 11, 9, 8, 7, 4, 1])
def test_no_page_of_a_plan_is_under_a_third_full_but_the_last(page_size: str, actions: int, sample: Engagement) -> None:
    plan = replace(sample, rounds=(replace(sample.current, actions=sample.current.actions[:actions]),))
    data = render(DocumentKind.ACTION_PLAN, plan, built_in_method(), today=TODAY, page_size=page_size)
    document = pypdfium2.PdfDocument(data)
    shares = [filled(document[number]) for number in range(len(document))]
    assert min(shares[:-1]) >= 1 / 3, [round(share, 2) for share in shares]


@pytest.mark.parametrize(("many", "pages"), [(12, 1), (22, 2)])
def test_owners_answer_on_no_more_pages_than_three_lines_each_take(many: int, pages: int, sample: Engagement) -> None:
    titles = ("Agree who answers for the feed and put it down in writing", "Renew the clause before the contract ends")
    actions = tuple(replace(a, title=titles[n % 2]) for n, a in enumerate(sample.current.actions[:many]))
    plan = replace(sample, rounds=(replace(sample.current, actions=actions),))
    facts = Facts(plan, built_in_method(), TODAY, WORDS)
    kit = PageKit(facts, "Letter")

    assert len(used_on_pages(kit, status_reply(kit, facts)[1:])) == pages


def test_owners_read_what_they_answer_for_whole_where_that_takes_no_page_more(sample: Engagement) -> None:
    title = "Write down who supports it, at what hours, and how they are to be reached when the list stays empty"
    one = replace(sample.current.actions[0], title=title)
    plan = replace(sample, rounds=(replace(sample.current, actions=(one,)),))
    pages = page_texts(render(DocumentKind.ACTION_PLAN, plan, built_in_method(), today=TODAY))

    assert title in " ".join(pages[-1].split())


def test_page_numbers_count_every_page() -> None:
    pages = page_texts(pdf(DocumentKind.ACTION_PLAN, "full"))
    total = len(pages)
    for number, page in enumerate(pages, 1):
        assert (f"{number} of {total}" in page) == (number > 1)
    assert f"{total} pages" in pages[0]


@pytest.mark.parametrize("kind", DocumentKind)
def test_internal_notes_reach_no_document(kind: DocumentKind) -> None:
    data = pdf(kind, "full")
    found = reader(data)
    everything = text_of(data) + str(found.metadata) + str(found.outline) + data.decode("latin-1")
    for found_object in objects(found):
        everything += str(found_object)
        if isinstance(found_object, StreamObject):
            everything += found_object.get_data().decode("latin-1")
    for secret in (INTERNAL, "PRIVATE-7f3a", "example.com", "/home", "/work", "/tmp", "root"):
        assert secret not in everything


def objects(found: PdfReader) -> list[Any]:
    return [found.get_object(number) for number in range(1, int(found.trailer["/Size"]))]


def test_the_preview_can_say_how_much_is_left_out() -> None:
    method = built_in_method()
    counts = left_out(DocumentKind.ACTION_PLAN, full(), method)
    assert (counts.notes, counts.evidence, counts.entries, counts.total) == (1, 1, 0, 2)
    assert left_out(DocumentKind.RECORD, empty(), method).total == 0
    day = left_out(DocumentKind.RECORD, complete(), method)
    assert (day.notes, day.evidence, day.entries) == (7, 1, 4), "two people's support, and who said what twice"
    assert left_out(DocumentKind.GO_NO_GO, complete(), method).entries == 0


CAPTURED = [k for k in NoteKind if k not in (NoteKind.NOTE, NoteKind.EVIDENCE)]
SHOWN_IN = {
    NoteKind.PARKED: {DocumentKind.RECORD},
    NoteKind.RETURN: {DocumentKind.RECORD},
    NoteKind.DISSENT: {DocumentKind.RECORD},
    NoteKind.DECISION: {DocumentKind.RECORD, DocumentKind.ACTION_PLAN},
}


@pytest.mark.parametrize("kind", CAPTURED)
@pytest.mark.parametrize("for_client", [True, False])
@pytest.mark.parametrize("sign", ["", "no-maintainer"])
def test_what_was_parked_dissented_or_decided_is_shown_where_it_belongs_once_it_is_for_the_client(
    kind: NoteKind, for_client: bool, sign: str
) -> None:
    current = full().current
    note = replace(current.notes[0], kind=kind, text="Said-4d1c by the room", for_client=for_client, sign_id=sign)
    captured = replace(full(), rounds=(replace(current, notes=(note,)),))
    for document in DocumentKind:
        text = text_of(render(document, captured, built_in_method(), today=TODAY))
        assert ("Said-4d1c" in text) == (for_client and document in SHOWN_IN[kind]), document
    assert left_out(DocumentKind.RECORD, captured, built_in_method()).notes == (0 if for_client else 1)


def test_empty_notes_are_not_counted_as_left_out() -> None:
    start = full()
    blank = tuple(replace(n, text="  \n", for_client=False) for n in start.current.notes)
    silent = replace(start, rounds=(replace(start.current, notes=blank),))
    assert left_out(DocumentKind.ACTION_PLAN, silent, built_in_method()).total == 0


def test_the_plan_says_what_was_decided_what_it_costs_and_what_is_in_the_way() -> None:
    text = text_of(pdf(DocumentKind.ACTION_PLAN, "complete"))
    for expected in (
        "The plan lies within the usual range", "All together £240,000 £240,000 £480,000 £320,000 to £760,000",
        "No-go: four open, one not judged", "6 confirmed 2 waived 4 open 1 not judged 2 do not apply",
        "One is not judged yet: Baseline of the success metrics taken.",
        "Waived by Helen Carr until 30 September 2026: By hand", "What does not add up", "What was decided",
        "Production planning: not passed.", "Daniel’s desk takes every fault from Monday.", "Closed with gaps, because",
        "The sponsor names the two owners on Friday.", "no owner",
    ):  # fmt: skip
        assert expected in text, expected
    assert "Recovery" not in text.partition("What shows it, or why not")[2].partition("What does not add up")[0]
    summary = text_of(pdf(DocumentKind.SUMMARY, "complete"))
    assert "About £480,000 to go live and run it a year, 2.7 times the pilot’s £180,000." in summary
    assert "Usual is 2 to 5 times: a rule of thumb, not a quote." in summary
    assert "to go live" not in text_of(pdf(DocumentKind.SUMMARY, "full"))


@pytest.mark.parametrize("kind", list(DocumentKind))
@pytest.mark.parametrize("case", ["full", "complete", "thai", "empty"])
def test_what_is_usual_is_called_a_rule_of_thumb_wherever_it_is_said(kind: DocumentKind, case: str) -> None:
    text = text_of(pdf(kind, case))
    assert text.count("2 to 5 times") <= text.count("a rule of thumb, not a quote") + text.count(
        "2 to 5 times the pilot, gives"
    )


def test_costs_that_nobody_entered_are_not_called_nothing() -> None:
    start = complete()
    infrastructure = {e.id for e in start.current.entries if e.register_id == "infrastructure-costs"}
    cells = {k: c for k, c in start.current.cells.items() if c.entry_id not in infrastructure}
    text = text_of(plan(replace(start, rounds=(replace(start.current, cells=cells),))))
    assert "Infrastructure costs Not entered" in text
    assert "0%" not in text


def test_that_no_costs_were_entered_is_said_once() -> None:
    text = text_of(pdf(DocumentKind.ACTION_PLAN, "full"))
    assert text.count("No cost of going live is on record yet") == 1
    assert "No cost of going live is on record yet Usual is 2 to 5 times the pilot’s" in text


def test_ratings_are_called_backed_only_where_each_is(sample: Engagement) -> None:
    def said(confidence: Confidence | None) -> str:
        ratings = {
            key: replace(rating, answer=Answer.EARLY, confidence=confidence)
            for key, rating in sample.current.ratings.items()
        }
        return text_of(plan(replace(sample, rounds=(replace(sample.current, ratings=ratings),))))

    assert "Every sign has an answer, and each is backed." in said(Confidence.SEEN)
    assert "Every sign has an answer." in said(None)
    assert "rest on word alone" in said(Confidence.CLAIMED)
    for confidence in (Confidence.SEEN, None):
        assert "is left out of every figure" not in said(confidence), "nothing is left out"


def test_without_an_action_it_is_a_diagnosis_and_asks_nobody_to_sign() -> None:
    text = text_of(pdf(DocumentKind.ACTION_PLAN, "no action"))
    assert "A diagnosis" in text
    assert "Action plan" not in text
    assert "Signature" not in text
    assert "sign this plan" not in text


def test_the_reason_for_closing_is_printed_only_once_the_workshop_is_closed() -> None:
    start = complete()
    reopened = replace(start.current, assessment=replace(start.current.assessment, closed_on=None))
    for kind in (DocumentKind.ACTION_PLAN, DocumentKind.RECORD):
        data = render(kind, replace(start, rounds=(reopened,)), built_in_method(), today=TODAY)
        assert "Closed with gaps" not in text_of(data)


def test_metadata_names_the_work_and_nothing_else() -> None:
    found = reader(pdf(DocumentKind.ACTION_PLAN, "full"))
    assert found.metadata is not None
    assert found.metadata.title == "Action plan: Claims triage assistant"
    assert found.metadata.author == "Meridian Advisory Partners"
    assert found.metadata.subject == "Harbour & Vale Mutual"
    assert found.metadata.creator == "Clearway"
    assert str(found.metadata.creation_date_raw).startswith("D:20260313")
    assert str(found.root_object["/Lang"]) == "en-GB"


@pytest.mark.parametrize("kind", DocumentKind)
@pytest.mark.parametrize("case", ["full", "hostile"])
def test_the_same_input_gives_the_same_bytes(kind: DocumentKind, case: str) -> None:
    again = render(kind, CASES[case](), built_in_method(), today=TODAY)
    assert again == pdf(kind, case)


def test_another_process_gives_the_same_bytes_too() -> None:
    code = (
        "import sys; from report_cases import *; from reports.documents.documents import *; sys.stdout.buffer.write("
        "render(DocumentKind.ACTION_PLAN, full(), built_in_method(), today=TODAY))"
    )
    surroundings = {"PYTHONPATH": os.pathsep.join(map(str, (ROOT, HERE))), "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"}
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=surroundings, capture_output=True, check=True)
    assert done.stdout == pdf(DocumentKind.ACTION_PLAN, "full")


@pytest.mark.parametrize("page_size", ["A4", "Letter"])
@pytest.mark.parametrize("case", CASES)
def test_the_summary_is_one_page(case: str, page_size: str) -> None:
    found = reader(pdf(DocumentKind.SUMMARY, case, page_size))
    assert len(found.pages) == 1
    width, height = found.pages[0].mediabox[2:]
    assert (round(width), round(height)) == ((595, 842) if page_size == "A4" else (612, 792))


def test_the_summary_is_one_page_with_the_longest_method_and_names() -> None:
    for page_size in ("A4", "Letter"):
        data = render(DocumentKind.SUMMARY, hostile("W" * 300), wide_method(), today=TODAY, page_size=page_size)
        assert len(reader(data).pages) == 1


def test_the_summary_says_what_to_do() -> None:
    text = text_of(pdf(DocumentKind.SUMMARY, "full"))
    for expected in (
        "The decision asked for Release £95,000", "Reads a new motor claim", "Not judged yet",
        "15 of 15 points not judged", "Nobody is named to look after the model.", "What is in good order",
        "The three actions that come first", "26 March", "Margaret Osei", "What it costs",
        "One of 24 signs is not known yet.",
    ):  # fmt: skip
        assert expected in text, expected
    assert "shortened" not in text


def test_the_summary_answers_first() -> None:
    text = text_of(pdf(DocumentKind.SUMMARY, "complete"))
    order = (
        "Release £95,000",
        "No-go today",
        "4 of 15 open, 1 not judged",
        "What is in good order",
        "actions that come first",
        "What it costs",
    )
    assert [text.index(part) for part in order] == sorted(text.index(part) for part in order)


def test_the_decision_is_asked_of_the_sponsor_by_name() -> None:
    start = full()
    people = tuple(replace(p, sponsor=p.id == "p0") for p in start.stakeholders)
    for kind in (DocumentKind.SUMMARY, DocumentKind.ACTION_PLAN):
        data = render(kind, replace(start, stakeholders=people), built_in_method(), today=TODAY)
        assert "The decision asked of Margaret Osei, sponsor" in text_of(data)


def test_a_cover_can_be_plain() -> None:
    for kind in (DocumentKind.ACTION_PLAN, DocumentKind.RECORD):
        found = page_texts(render(kind, full(), built_in_method(), today=TODAY, plain_cover=True))[0]
        whole = page_texts(pdf(kind, "full"))[0]
        assert "Claims triage assistant" in " ".join(found.split())
        finding = "Nobody is named to look after the model."
        assert (finding in found, finding in whole) == (False, True)
        assert ("Business need" in found, "Business need" in whole) == (False, True)


def test_the_summary_of_a_second_round_keeps_what_to_do_whole(read: Callable[[str], Engagement]) -> None:
    later = read(resource_text("sample/later.json"))
    title = "Agree read access to the telemetry with those who own it, and put down what it takes"
    actions = tuple(replace(action, title=title) for action in later.current.actions)
    asked = f"{later.pilot.decision_asked} Keep the money for it in this year, and name who answers for it."
    rounds = (*later.rounds[:-1], replace(later.current, actions=actions))
    longer = replace(later, rounds=rounds, pilot=replace(later.pilot, decision_asked=asked))
    data = render(DocumentKind.SUMMARY, longer, built_in_method(), today=date(2027, 2, 10))
    assert text_of(data).count(title) == 3


def test_the_summary_gives_one_reason_whole_rather_than_two_in_part(sample: Engagement) -> None:
    long = f"{sample.pilot.decision_asked} Keep the money for it in this year, and name who answers for it, in writing."
    asked = replace(sample, pilot=replace(sample.pilot, decision_asked=f"{long} {long}"))
    text = text_of(render(DocumentKind.SUMMARY, asked, built_in_method(), today=TODAY, page_size="Letter"))

    assert "Service desk ticket INC-4417, 8 September: “Leak list not changing”." in text
    assert "“Leak list…" not in text


def test_the_summary_says_where_it_shortened() -> None:
    text = text_of(pdf(DocumentKind.SUMMARY, "wide words"))
    assert "…" in text
    assert "Texts ending in … are shortened here" in text


def crowded(engagement: Engagement, count: int, name: str) -> Engagement:
    """The engagement with so many more people in the room."""
    like = engagement.stakeholders[0]
    more = tuple(replace(like, id=f"more{n}", name=f"{name} {n}", present=True) for n in range(count))
    return replace(engagement, stakeholders=(*engagement.stakeholders, *more))


@pytest.mark.parametrize("size", ["A4", "Letter"])
@pytest.mark.parametrize("pilot", ["Leak Watch", "Early warning of leaks in the three districts of the north"])
def test_twenty_people_with_long_titles_are_named_whole_on_the_cover(
    sample: Engagement, pilot: str, size: PageSize
) -> None:
    name = "Prof. Dr Margaret Oduya-Fairweather, Director of Water Networks and Operations, Region"
    many = crowded(replace(sample, pilot=replace(sample.pilot, name=pilot)), 20 - len(sample.stakeholders), name)
    pages = page_texts(render(DocumentKind.ACTION_PLAN, many, built_in_method(), today=TODAY, page_size=size))
    took_part = [p for p in many.stakeholders if p.present]
    assert [p.name for p in took_part if without_spaces(p.name) not in without_spaces(pages[0])] == []
    assert "What was found" in pages[1]


def test_a_cover_says_how_many_more_took_part_than_it_has_room_for(sample: Engagement) -> None:
    name = "Prof. Dr Margaret Oduya-Fairweather, Director of Water Networks and Operations, Region"
    cover, following, *_ = page_texts(plan(crowded(sample, 80, name)))
    assert re.search(r"Region\s\d+; and \d+ more", cover), "no name is cut"
    assert "What was found" in following


def test_the_contents_page_is_the_first_of_the_outline() -> None:
    document = pypdfium2.PdfDocument(pdf(DocumentKind.RECORD, "complete"))
    first, second, *_ = document.get_toc()
    pages = [mark.get_dest().get_index() for mark in (first, second)]
    assert (first.get_title(), pages) == ("Contents", [1, 2])


@pytest.mark.parametrize("kind", ["purpose", "reason"])
def test_the_summary_says_where_a_sentence_it_cut_stands_whole(sample: Engagement, kind: str) -> None:
    long = "Each morning a model reads the night’s flow and pressure " * 9 + "of all districts."
    current = sample.current
    evidence = tuple(replace(n, text=long) if n.kind is NoteKind.EVIDENCE else n for n in current.notes)
    changed = {
        "purpose": replace(sample, pilot=replace(sample.pilot, purpose=long)),
        "reason": replace(sample, rounds=(replace(current, notes=evidence),)),
    }[kind]
    text = text_of(render(DocumentKind.SUMMARY, changed, built_in_method(), today=TODAY))
    assert "…" in text
    assert "Texts ending in … are shortened here; the workshop record has them whole." in text
    record = without_spaces(text_of(render(DocumentKind.RECORD, changed, built_in_method(), today=TODAY)))
    assert without_spaces("pressure of all districts.") in record


def test_half_known_and_empty_engagements_claim_nothing() -> None:
    text = text_of(pdf(DocumentKind.ACTION_PLAN, "thai"))
    assert "15 of 24 signs are not known yet" in text
    assert "What the pilot cost is not on record either. Usual is 2 to 5 times that: a rule of thumb" in text
    assert "decision asked" not in text
    for case, said in (("empty", "None of four signs was asked."), ("all not known", "Nothing is known of it yet.")):
        text = text_of(pdf(DocumentKind.ACTION_PLAN, case))
        assert said in text
        assert "Source: 0 of 24 signs with a level" in text
        assert "No-go" not in text
        assert "worst" not in text


@pytest.mark.parametrize("kind", DocumentKind)
@pytest.mark.parametrize("case", CASES)
def test_every_font_is_embedded(kind: DocumentKind, case: str, long: bool) -> None:
    if case not in ("full", "chinese", "wide words") and not long:
        pytest.skip("three of the cases, but for a long proof")
    fonts = [o for o in objects(reader(pdf(kind, case))) if isinstance(o, dict) and o.get("/Type") == "/Font"]
    assert fonts
    for font in fonts:
        described = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
        assert "/FontFile2" in described["/FontDescriptor"].get_object(), font["/BaseFont"]


@pytest.mark.parametrize("kind", DocumentKind)
def test_hostile_text_is_only_text(kind: DocumentKind) -> None:
    data = pdf(kind, "hostile")
    found = reader(data)
    text = without_spaces(text_of(data))
    for typed in ('<imgsrc="/etc/passwd"/><b>boldR&D&<TBD><jo@x.com>',):
        assert typed in text
    noted = [note.get_object() for page in found.pages for note in page.get("/Annots", [])]
    assert all(note["/Subtype"] in ("/Widget", "/Link") and "/A" not in note for note in noted)
    pictures = [o for o in objects(found) if isinstance(o, dict) and o.get("/Subtype") == "/Image"]
    with_cover = kind in (DocumentKind.ACTION_PLAN, DocumentKind.RECORD)
    assert len(pictures) == (4 if with_cover else 0), "two logos and their masks"
    assert not [o for o in objects(found) if isinstance(o, dict) and ("/URI" in o or "/JS" in o or "/Launch" in o)]


def test_hostile_text_is_whole_in_the_action_plan() -> None:
    text = without_spaces(text_of(pdf(DocumentKind.ACTION_PLAN, "hostile")))
    for typed in ("javascript:alert(1)", "&lt;safe&gt;", "[U+1D7D9]", "中文", "👍", "ΕλλάδαЖук", "W" * 300):
        assert typed in text, typed
    assert "\x00" not in text
    assert "\x1b" not in text
    assert "second line" in HOSTILE
    assert "secondline" in text


def test_a_note_of_20000_characters_is_there_to_the_last_word() -> None:
    start = full()
    long = " ".join(f"word{i}" for i in range(2500))
    assert len(long) > 20_000
    notes = (replace(start.current.notes[0], text=long), replace(start.current.notes[1], text="y" * 20_000))
    engagement = replace(start, rounds=(replace(start.current, notes=notes),))
    text = text_of(render(DocumentKind.RECORD, engagement, built_in_method(), today=TODAY))
    assert all(f"word{i}" in text for i in range(0, 2500, 50))
    assert "word2499" in text
    assert without_spaces(text).count("y") >= 20_000
    assert len(reader(plan(engagement)).pages) <= 8, "the plan shows its first sentence"


def test_a_decision_of_20000_characters_does_not_stop_the_export() -> None:
    start = full()
    pilot = replace(start.pilot, decision_asked="long text " * 2000)
    assert len(reader(plan(replace(start, pilot=pilot))).pages) >= 10


def test_a_long_title_and_done_when_go_on_over_pages() -> None:
    start = full()
    actions = (replace(start.current.actions[0], title="title " * 3000 + "last-title", done_when="d\n" * 3000),)
    text = text_of(plan(replace(start, rounds=(replace(start.current, actions=actions),))))
    assert "last-title" in text


@pytest.mark.parametrize("kind", [DocumentKind.ACTION_PLAN, DocumentKind.RECORD, DocumentKind.GO_NO_GO])
@pytest.mark.parametrize("case", CASES)
def test_no_page_is_empty_and_no_title_stands_alone_at_the_foot(kind: DocumentKind, case: str) -> None:
    document = pypdfium2.PdfDocument(pdf(kind, case))
    for number in range(1, min(len(document), 40)):
        picture = document[number].render(scale=0.5, grayscale=True).to_pil()
        body = picture.crop((20, 38, picture.width - 20, picture.height - 31))
        dark = body.point(lambda value: 255 if value < 215 else 0).getbbox()
        assert dark is not None, f"page {number + 1} is empty"
        assert dark[3] - dark[1] > 25, f"page {number + 1} holds next to nothing"


def test_section_heads_are_followed_by_something() -> None:
    for case in ("full", "thai", "300 actions"):
        for page in page_texts(pdf(DocumentKind.ACTION_PLAN, case))[1:]:
            lines = [line.strip() for line in page.splitlines() if line.strip()]
            body = [line for line in lines if not line.startswith(("Page ", "Confidential", "Action plan ·"))]
            assert body[-1] not in ("The decision asked for", "Said about the pilot as a whole", "First: 1 action")


def test_the_outline_lists_the_titles() -> None:
    titles = [
        entry.title for entry in reader(pdf(DocumentKind.ACTION_PLAN, "full")).outline if not isinstance(entry, list)
    ]
    assert titles == [
        "Nobody is named to look after the model", "Not judged yet", "Seven of 13 actions come first",
        "Six more come later", "Two of 13 actions have no date yet", "No cost of going live is on record yet",
        "Nobody is named yet to sign the decision", "Owners say here how far their actions are",
    ]  # fmt: skip
    assert all(len(t or "") <= 50 for t in titles)


def test_the_head_of_a_page_is_cut_short_only_where_there_is_no_room() -> None:
    def head(client: str) -> str:
        case = replace(thai(), client=replace(thai().client, name=client))
        text = text_of(render(DocumentKind.GO_NO_GO, case, built_in_method(), today=TODAY))
        return text.partition("Clearway sample practice")[2].partition("· Go/no-go sheet")[0].strip()

    client = "National programme, Thailand"
    assert head(client) == f"{thai().pilot.name}, {client}"
    assert head("Client " * 40).endswith("…")


class Enough(Exception):
    """What the test's progress raises."""


@pytest.mark.parametrize("kind", DocumentKind)
def test_progress_counts_the_pages_and_can_stop_the_work(kind: DocumentKind) -> None:
    counted: list[int] = []
    data = render(kind, complete(), built_in_method(), today=TODAY, progress=counted.append)
    contents = "Where to find what" in text_of(data)
    drawn = [pages for pages in dict.fromkeys(counted) if pages]
    assert drawn == list(range(1, len(drawn) + 1))
    assert len(drawn) == len(reader(data).pages)
    assert contents == (kind is DocumentKind.RECORD), "a plan of ten pages needs none"
    assert counted.count(0) > 10, "it is called while the pages are composed too"
    for limit in (3, len(counted) - 1):
        seen: list[int] = []

        def stop(pages: int, seen: list[int] = seen, limit: int = limit) -> None:
            seen.append(pages)
            if len(seen) == limit:
                raise Enough

        with pytest.raises(Enough):
            render(kind, complete(), built_in_method(), today=TODAY, progress=stop)
        assert len(seen) == limit


def test_everybody_signs_on_one_page_as_long_as_it_holds_them(sample: Engagement) -> None:
    pages = page_texts(plan(sample))
    signing = next(text for text in pages if "Signature" in text)
    assert [text.count("Signature") for text in pages].count(1) == 1
    assert "Facilitated the workshop" in signing
    assert "The decision and actions 1 and 18" in " ".join(signing.split())
