"""The page that comes back: fields that can be found, read aloud, filled in with any letters, and look right."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
import pytest
from PIL import ImageStat
from pypdf import PdfWriter
from report_cases import TODAY, built_in_method, empty, full, hostile
from report_reading import plan, reader, text_of
from structure_reading import SpokenDocument, decoded, letters_of

from models.values.terms import Decision
from reports.archive.form_fields import LONGEST_COMMENT
from reports.documents.documents import DocumentKind, render
from reports.reply.fields import FieldName, Part, parse_field_name
from reports.reply.plan_data import plan_revision

TYPED = "Złożone: Größe ok, Ελλάδα, Жук, 95 € – “done”"


@cache
def document() -> bytes:
    return plan(full())


def fields(data: bytes) -> dict[FieldName, dict[str, Any]]:
    found = {}
    for name, field in (reader(data).get_fields() or {}).items():
        parsed = parse_field_name(name)
        assert parsed, name
        found[parsed] = field
    return found


def test_every_action_has_its_status_date_and_comment() -> None:
    engagement = full()
    wanted = {
        FieldName(engagement.id, plan_revision(engagement), action.id, part): action
        for action in engagement.current.actions
        if action.decision is Decision.ACCEPTED
        for part in Part
    }
    found = fields(document())
    assert set(found) == set(wanted)
    for name, action in wanted.items():
        due = action.due.isoformat() if action.due else ""
        value = {Part.STATUS: action.progress.value, Part.DUE: due, Part.COMMENT: ""}[name.part]
        assert found[name]["/V"] == found[name]["/DV"] == value
        assert action.title in found[name]["/TU"]


def widgets(pdf: pikepdf.Pdf) -> list[Any]:
    return [a for page in pdf.pages for a in page.obj.get("/Annots", pikepdf.Array([])) if a.Subtype == "/Widget"]


def test_a_screen_reader_finds_each_field_in_the_row_of_its_action() -> None:
    spoken = SpokenDocument(document())
    tree = list(spoken.pdf.Root.StructTreeRoot.ParentTree.Nums)
    parents = dict(zip(map(int, tree[::2]), tree[1::2], strict=True))
    cells = [e for e in spoken.root.walk() if e.role == "TD" and any(k.role == "Form" for k in e.elements)]
    rows = [e for e in spoken.root.walk() if e.role == "TR" and any(cell in cells for cell in e.elements)]
    assert len(cells) == 3 * len(rows) == len(widgets(spoken.pdf))
    for row in rows:
        title = spoken.text(row.elements[1].elements[0])
        for cell in row.elements[2:]:
            (form,) = cell.elements
            (widget,) = form.kids
            assert title in str(widget.TU)
            assert parents[int(widget.StructParent)].objgen == form.source.objgen
            assert int(widget.F) == 4


def test_fields_look_right_before_anybody_types() -> None:
    pdf = pikepdf.open(BytesIO(document()))
    shown = set()
    for widget in widgets(pdf):
        stream = widget.AP.N
        assert stream.Subtype == "/Form"
        letters = letters_of(stream.Resources.Font["/Sans"])
        for instruction in pikepdf.parse_content_stream(stream):
            if str(instruction.operator) == "Tj":
                shown.add(decoded(instruction.operands[0], letters))
    assert {"Not started", "In progress", "2026-03-26", ""} <= shown


def test_the_font_of_the_fields_holds_what_people_write() -> None:
    pdf = pikepdf.open(BytesIO(document()))
    font = pdf.Root.AcroForm.DR.Font["/Sans"]
    held = set(letters_of(font).values())
    assert set(TYPED) <= held
    descriptor = font.DescendantFonts[0].FontDescriptor
    assert len(descriptor.FontFile2.read_bytes()) == int(descriptor.FontFile2.Length1)


@pytest.mark.expects_log  # pypdf draws fewer letters than it stores
@pytest.mark.parametrize("typed", [TYPED, "Ελλάδα 完了 مرحبا", "line one\nline two", "(a) \\ <b> & {x}"])
def test_what_is_typed_can_be_read_back(typed: str) -> None:
    name = next(name for name in fields(document()) if name.part is Part.COMMENT)
    writer = PdfWriter(clone_from=BytesIO(document()))
    writer.update_page_form_field_values(None, {str(name): typed}, auto_regenerate=True)
    target = BytesIO()
    writer.write(target)
    assert fields(target.getvalue())[name]["/V"] == typed


def test_the_fields_are_seen_on_the_page() -> None:
    """Drawn by an independent program with its own form support."""
    pdf = pypdfium2.PdfDocument(document())
    pdf.init_forms()
    page = pdf[len(pdf) - 1]
    source = pikepdf.open(BytesIO(document()))
    left, bottom, right, top = (float(edge) for edge in widgets(source)[0].Rect)
    picture = page.render(scale=2, grayscale=True, may_draw_forms=True).to_pil()
    height = picture.height
    cut = picture.crop((int(left * 2), int(height - top * 2), int(right * 2), int(height - bottom * 2)))
    assert cut.getextrema()[0] < 90, "the letters of the value"
    assert ImageStat.Stat(cut).median[0] < 250, "the ground of the field"


def test_a_comment_has_an_end() -> None:
    pdf = pikepdf.open(BytesIO(document()))
    assert {int(w.MaxLen) for w in widgets(pdf) if str(w.T).endswith(":comment")} == {LONGEST_COMMENT}


def test_no_action_no_form() -> None:
    assert "Status reply" not in text_of(plan(empty()))
    assert "/AcroForm" not in reader(plan(empty())).root_object


def test_the_summary_has_no_fields() -> None:
    assert not reader(render(DocumentKind.SUMMARY, full(), built_in_method(), today=TODAY)).get_fields()


def test_hostile_titles_are_only_words_in_what_is_read_aloud() -> None:
    found = fields(plan(hostile()))
    assert found
    assert all("\x00" not in field["/TU"] and "<TBD>" in field["/TU"] for field in found.values())


@pytest.mark.parametrize(
    "name", ["", "clearway", "clearway:a:b:c:colour", "other:a:b:c:status", "clearway:a:b:c:d:status"]
)
def test_names_of_other_forms_are_not_taken_for_ours(name: str) -> None:
    assert parse_field_name(name) is None


def test_a_name_says_the_same_when_it_is_read() -> None:
    name = FieldName("e1", "0123456789ab", "act1", Part.DUE)
    assert parse_field_name(str(name)) == name
