"""A returned action plan: what would change, and a clear answer to whatever else comes back in its place."""

from __future__ import annotations

import warnings
import zlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter
from report_cases import TODAY, built_in_method, full
from report_reading import plan
from reportlab.pdfgen.canvas import Canvas

from models.engagement.engagement import Action, Engagement
from models.values.refusal import Refusal
from models.values.terms import Decision, Progress
from reports.archive.form_fields import LONGEST_COMMENT
from reports.documents.documents import DocumentKind, render
from reports.reply import file as reply_file
from reports.reply import outside_pdf
from reports.reply.fields import FieldName, Part
from reports.reply.plan_data import plan_revision
from reports.reply.reply import Change, Reply, merged, read_reply

ENGAGEMENT = full()
FIRST: Action = ENGAGEMENT.current.actions[0]
assert FIRST.due


@cache
def sent() -> bytes:
    return plan(ENGAGEMENT)


def name(part: Part, action: str = FIRST.id) -> str:
    return str(FieldName(ENGAGEMENT.id, plan_revision(ENGAGEMENT), action, part))


def filled(**values: str) -> bytes:
    """The document with values for the first action, filled in and saved by a program of its own."""
    writer = PdfWriter(clone_from=BytesIO(sent()))
    writer.update_page_form_field_values(None, {name(Part(k)): v for k, v in values.items()}, auto_regenerate=False)
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def edited(change: Callable[[pikepdf.Pdf], object], **options: Any) -> bytes:
    with pikepdf.open(BytesIO(sent())) as pdf:
        change(pdf)
        target = BytesIO()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of the library, that such a file is spoilt: it is meant to be
            pdf.save(target, **options)
    return target.getvalue()


def field(pdf: pikepdf.Pdf, part: Part) -> Any:
    return next(f for f in pdf.Root.AcroForm.Fields if str(f.T) == name(part))


def with_first(**changes: Any) -> Engagement:
    current = ENGAGEMENT.current
    actions = (replace(FIRST, **changes), *current.actions[1:])
    return replace(ENGAGEMENT, rounds=(replace(current, actions=actions),))


def read(data: bytes, engagement: Engagement = ENGAGEMENT) -> Reply:
    return read_reply(data, engagement)


def test_a_reply_in_which_nothing_was_filled_in_changes_nothing() -> None:
    assert read(sent()) == Reply((), False, ())


def test_what_was_filled_in_stands_beside_the_plan() -> None:
    reply = read(filled(status="done", due="2026-05-01", comment="Fertig: Größe ok – всё"))
    (action,) = reply.actions
    assert action.action_id == FIRST.id
    assert action.title == FIRST.title
    assert action.status == Change(Progress.NOT_STARTED, Progress.NOT_STARTED, Progress.DONE)
    assert action.due == Change(FIRST.due, FIRST.due, date(2026, 5, 1))
    assert action.comment == "Fertig: Größe ok – всё"
    assert action.parts == (Part.STATUS, Part.DUE, Part.COMMENT)
    assert (reply.changes, reply.stale, reply.warnings, action.problems) == (3, False, (), ())


@pytest.mark.parametrize("typed", ["blocked", "Blocked", " BLOCKED "])
def test_a_status_may_come_back_as_its_name(typed: str) -> None:
    data = edited(lambda pdf: field(pdf, Part.STATUS).__setattr__("V", pikepdf.String(typed)))
    change = read(data).actions[0].status
    assert change
    assert change.replied is Progress.BLOCKED


def test_a_status_may_come_back_as_a_name_object() -> None:
    data = edited(lambda pdf: field(pdf, Part.STATUS).__setattr__("V", pikepdf.Name.done))
    change = read(data).actions[0].status
    assert change
    assert change.replied is Progress.DONE


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-05-01", date(2026, 5, 1)),
        ("1 May 2026", date(2026, 5, 1)),
        ("1/5/26", date(2026, 5, 1)),
        ("", None),
        (" ", None),
    ],
)
def test_dates_as_people_type_them(typed: str, meant: date | None) -> None:
    change = read(edited(lambda pdf: field(pdf, Part.DUE).__setattr__("V", pikepdf.String(typed)))).actions[0].due
    assert change == Change(FIRST.due, FIRST.due, meant)


@pytest.mark.parametrize(
    "typed", ["soon", "12 mar", "in 3 weeks", "tomorrow", "2026-02-30", "0001-01-01", "2026", "x" * 5000]
)
def test_a_date_that_is_none_is_named_and_left_alone(typed: str) -> None:
    (action,) = read(filled(due=typed)).actions
    assert action.due is None
    (problem,) = action.problems
    assert problem.endswith("is no date with a day, a month and a year.")
    assert typed[:4] in problem
    assert len(problem) < 150


def test_a_status_that_is_none_is_named_and_left_alone() -> None:
    (action,) = read(edited(lambda pdf: field(pdf, Part.STATUS).__setattr__("V", pikepdf.String("finished?")))).actions
    assert (action.status, action.problems) == (None, ("“finished?” is no status.",))


def test_a_value_that_is_no_text_is_named_and_left_alone() -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        for part in Part:
            field(pdf, part).V = pikepdf.Array([1, 2])

    (action,) = read(edited(spoil)).actions
    assert action.parts == ()
    assert len(action.problems) == 3


def test_text_of_a_comment_is_only_text() -> None:
    typed = pikepdf.String("<b>R&D</b> \x00\x1b[31m =SUM(A1)\r\nsecond line")
    (action,) = read(edited(lambda pdf: field(pdf, Part.COMMENT).__setattr__("V", typed))).actions
    assert action.comment == "<b>R&D</b> [31m =SUM(A1)\nsecond line"


def test_a_comment_without_end_is_cut_and_said_so() -> None:
    data = edited(lambda pdf: field(pdf, Part.COMMENT).__setattr__("V", pikepdf.String("y" * 100_000)))
    (action,) = read(data).actions
    assert action.comment == "y" * LONGEST_COMMENT
    assert "longer than 2,000 characters" in action.problems[0]


def test_what_the_plan_says_already_is_no_change() -> None:
    reply = read(filled(status="done"), with_first(progress=Progress.DONE))
    assert reply.actions == ()


def test_what_was_left_as_it_was_sent_takes_nothing_back() -> None:
    later = FIRST.due + timedelta(days=30) if FIRST.due else None
    reply = read(filled(status="done"), with_first(due=later))
    (action,) = reply.actions
    assert action.due is None
    assert action.status


def test_both_sides_changed_is_contested() -> None:
    later = FIRST.due + timedelta(days=30) if FIRST.due else None
    change = read(filled(due="2026-05-01"), with_first(due=later)).actions[0].due
    assert change == Change(FIRST.due, later, date(2026, 5, 1))
    assert change
    assert change.contested
    again = read(filled(status="done"), with_first(progress=Progress.BLOCKED)).actions[0].status
    assert again
    assert again.contested


def test_another_persons_progress_does_not_make_a_reply_stale() -> None:
    reply = read(filled(comment="ok"), with_first(progress=Progress.DONE))
    assert (reply.stale, reply.warnings) == (False, ())


@pytest.mark.parametrize("changes", [{"title": "Another"}, {"owner_id": "p5"}, {"due": None}])
def test_a_plan_that_was_agreed_anew_makes_it_stale(changes: dict[str, Any]) -> None:
    reply = read(filled(comment="ok"), with_first(**changes))
    assert reply.stale
    assert reply.warnings[0].startswith("The plan has changed since this document was sent")
    assert reply.actions[0].comment == "ok"


def test_actions_that_are_gone_are_counted() -> None:
    reply = read(filled(status="done"), with_first(decision=Decision.REJECTED))
    assert reply.actions == ()
    assert any("1 action in this reply is not in the plan any more" in text for text in reply.warnings)


def test_the_choice_is_applied_and_nothing_else() -> None:
    (action,) = read(filled(status="done", due="2026-05-01", comment="x")).actions
    assert merged(FIRST, action, {Part.STATUS}) == replace(FIRST, progress=Progress.DONE)
    assert merged(FIRST, action, set(Part)) == replace(FIRST, progress=Progress.DONE, due=date(2026, 5, 1))
    assert merged(FIRST, action, set()) == FIRST


def test_fields_under_a_parent_are_found() -> None:
    def nest(pdf: pikepdf.Pdf) -> None:
        field(pdf, Part.STATUS).V = pikepdf.String("done")
        pdf.Root.AcroForm.Fields = pikepdf.Array([pdf.make_indirect({"/Kids": pdf.Root.AcroForm.Fields})])

    assert read(edited(nest)).changes == 1


def test_a_field_tree_that_goes_in_circles_ends() -> None:
    def loop(pdf: pikepdf.Pdf) -> None:
        parent = pdf.make_indirect(pikepdf.Dictionary())
        parent.Kids = pikepdf.Array([parent, parent])
        pdf.Root.AcroForm.Fields = pikepdf.Array([parent])

    assert refused(edited(loop)).startswith(("This PDF is damaged", "There are no fields"))


def refused(data: bytes, engagement: Engagement = ENGAGEMENT) -> str:
    with pytest.raises(Refusal) as caught:
        read_reply(data, engagement)
    return str(caught.value)


def test_the_plan_of_another_engagement_is_refused() -> None:
    other = replace(ENGAGEMENT, pilot=replace(ENGAGEMENT.pilot, id="e2"))
    assert refused(sent(), other) == "This reply belongs to the plan of another engagement. Open that one first."


def test_a_flattened_plan_is_told_from_a_foreign_file() -> None:
    assert refused(edited(lambda pdf: pdf.Root.__delattr__("AcroForm"))).startswith("There are no fields in this")
    other = render(DocumentKind.SUMMARY, ENGAGEMENT, built_in_method(), today=TODAY)
    assert refused(other).startswith("There are no fields in this document")
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
    monkeypatch.setattr(outside_pdf, "MOST_FIELDS", 10)
    assert refused(sent()).startswith("This PDF is damaged")


def test_the_same_field_twice_with_two_answers_is_refused_and_with_one_is_read() -> None:
    """As where two replies were put together into one file."""

    def again(value: str) -> bytes:
        def add(pdf: pikepdf.Pdf) -> None:
            first = field(pdf, Part.STATUS)
            first.V = pikepdf.String("done")
            copy = pikepdf.Dictionary(T=first.T, DV=first.DV, V=pikepdf.String(value))
            pdf.Root.AcroForm.Fields.append(pdf.make_indirect(copy))

        return edited(add)

    assert refused(again("blocked")).startswith("This file has two answers to the same question")
    assert read(again("done")).changes == 1


def test_a_small_file_that_unpacks_without_end_is_refused() -> None:
    """200 MB of blanks behind the fields, in 200 KB: read as it stands, a larger one would take all memory."""
    assert refused(unpacking(200_000_000)).startswith("This PDF is damaged")
    assert read(unpacking(1_000)).actions[0].comment == "All well"


def unpacking(blanks: int) -> bytes:
    """A PDF by hand whose form lies in a packed stream, followed by so many blanks."""
    form = f"<</AcroForm<</Fields[<</T({name(Part.COMMENT)})/V(All well)>>]>>/Pages<</Kids[]/Count 0>>>>"
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


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=40))
def test_a_damaged_file_gives_an_answer_and_never_a_fault(damage: list[tuple[int, int]]) -> None:
    data = bytearray(sent())
    for place, value in damage:
        data[-1 - place % len(data)] = value
    answer(bytes(data))
