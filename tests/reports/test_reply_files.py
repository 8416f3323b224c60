"""What comes back may be another's, flattened, locked, doubled or damaged: it is refused in words, or read."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reply_hand import ENGAGEMENT, FIRST, edited, field, name, read, refused, sent
from report_cases import TODAY, WORDS, built_in_method
from reportlab.pdfgen.canvas import Canvas

from models.values.refusal import Refusal
from reports.documents.documents import DocumentKind, render
from reports.reply import file as reply_file
from reports.reply import outside_fields
from reports.reply.fields import Box, Part
from reports.reply.reply import ActionReply, Change, Reply
from reports.reply.together import put_together


def test_the_plan_of_another_engagement_is_refused() -> None:
    other = replace(ENGAGEMENT, pilot=replace(ENGAGEMENT.pilot, id="e2"))
    assert refused(sent(), other) == "This reply belongs to the plan of another engagement. Open that one first."


PRINTED = "There are no fields in this file: was it printed"


def flattened(pdf: pikepdf.Pdf) -> None:
    """Nothing is left of the fields."""
    del pdf.Root["/AcroForm"]
    for page in pdf.pages:
        if "/Annots" in page:
            del page.obj["/Annots"]


def test_a_flattened_plan_is_told_from_a_foreign_file() -> None:
    assert refused(edited(flattened)).startswith(PRINTED)
    other = render(DocumentKind.SUMMARY, ENGAGEMENT, built_in_method(), today=TODAY)
    assert refused(other).startswith(PRINTED)
    target = BytesIO()
    canvas = Canvas(target)
    canvas.drawString(10, 10, "Invoice")
    canvas.acroForm.textfield(name="amount", value="95")
    canvas.save()
    assert refused(target.getvalue()).startswith("This PDF is not an action plan made with Clearway")


def test_a_locked_file_is_refused() -> None:
    data = edited(lambda pdf: None, encryption=pikepdf.Encryption(owner="a", user="b"))
    assert refused(data) == "This PDF is locked with a password. Ask for a copy without one."


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 a spreadsheet", b"%PDF", "Grüße".encode()])
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    assert refused(data).startswith("This file is no PDF")


def test_a_file_that_is_too_large_is_refused_before_it_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reply_file, "LARGEST_FILE", 1_000_000)
    assert refused(b"%PDF-1.7" + bytes(2_000_000)) == "This file is too large for a reply: 2 MB."


def test_too_many_fields_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outside_fields, "MOST_FIELDS", 10)
    assert refused(sent()).startswith("This PDF is damaged")


def twice(change: Callable[[Any, Any], object], box: Box = Box.DAY) -> bytes:
    """The document with a copy of the first action's field, as where two replies were put together."""

    def add(pdf: pikepdf.Pdf) -> None:
        first = field(pdf, box)
        copy = pdf.make_indirect(pikepdf.Dictionary({key: first[key] for key in ("/T", "/DV", "/V", "/FT", "/TU")}))
        copy.T = pikepdf.String(f"{first.T}+1")
        pdf.Root.AcroForm.Fields.append(copy)
        change(first, copy)

    return edited(add)


def test_of_two_copies_the_one_that_was_filled_in_counts() -> None:
    for number in (0, 1):
        data = twice(lambda *both, n=number: both[n].__setattr__("V", pikepdf.String("1 May 2026")))
        assert read(data).actions[0].due == Change(FIRST.due, FIRST.due, date(2026, 5, 1))


def test_the_same_answer_twice_is_one_and_two_answers_are_refused_and_kept() -> None:
    def both(one: str, other: str, box: Box = Box.DAY) -> ActionReply:
        def write(first: Any, copy: Any) -> None:
            first.V, copy.V = pikepdf.String(one), pikepdf.String(other)

        (action,) = read(twice(write, box)).actions
        return action

    same = both("1 May 2026", "1/5/2026")
    assert same.due == Change(FIRST.due, FIRST.due, date(2026, 5, 1))
    different = both("1 May 2026", "2 May 2026")
    assert (different.due, different.parts) == (None, (Part.REFUSED,))
    assert different.refused[0].why == "The file has several answers to one question: 2026-05-01, 2026-05-02."
    assert both("Who pays?", "Not us", Box.HELD_UP).comment == "Who pays?\nNot us"


def test_a_file_put_together_says_what_its_pages_are() -> None:
    data = twice(lambda first, copy: None)
    reply = read(data)
    assert len(reply.put_together) == 2
    told = put_together(reply.put_together, ENGAGEMENT, {}, WORDS)
    assert told.startswith("This file was put together from several.")
    assert told.count("this plan as it stands now") == 2
    assert put_together(read(sent()).put_together, ENGAGEMENT, {}, WORDS) == ""


def test_a_small_file_that_unpacks_without_end_is_refused() -> None:
    """200 MB of blanks behind the fields, in 200 KB: read as it stands, a larger one would take all memory."""
    assert refused(unpacking(200_000_000)).startswith("This PDF is damaged")
    assert read(unpacking(1_000)).actions[0].comment == "All well"


def unpacking(blanks: int) -> bytes:
    """A PDF by hand whose form lies in a packed stream, followed by so many blanks."""
    form = f"<</AcroForm<</Fields[<</T({name(Box.HELD_UP)})/V(All well)>>]>>/Pages<</Kids[]/Count 0>>>>"
    packer = zlib.compressobj(9)
    packed = packer.compress(b"1 0 " + form.encode())
    packed += b"".join(packer.compress(bytes([32]) * 1_000_000) for _ in range(blanks // 1_000_000))
    packed += packer.flush()
    stream = b"<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>stream\n" % len(packed)
    data = b"%PDF-1.5\n2 0 obj" + stream + packed + b"\nendstream endobj\n"
    places = ((0, 0, 0), (2, 2, 0), (1, 9, 0), (1, len(data), 0))
    table = b"".join(bytes([kind]) + place.to_bytes(4, "big") + bytes([number]) for kind, place, number in places)
    data += b"3 0 obj<</Type/XRef/Size 4/W[1 4 1]/Root 1 0 R/Length %d>>stream\n" % len(table) + table
    return data + b"\nendstream endobj\nstartxref\n%d\n%%%%EOF\n" % places[3][1]


@pytest.mark.parametrize("share", [0.01, 0.3, 0.6, 0.9, 0.99])
def test_a_file_cut_short_gives_an_answer(share: float) -> None:
    answer(sent()[: int(len(sent()) * share)])


def answer(data: bytes) -> Reply | Refusal:
    try:
        return read(data)
    except Refusal as refusal:
        return refusal


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=40))
def test_a_damaged_file_gives_an_answer_and_never_a_fault(damage: list[tuple[int, int]]) -> None:
    data = bytearray(sent())
    for place, value in damage:
        data[-1 - place % len(data)] = value
    answer(bytes(data))
