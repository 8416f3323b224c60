"""The page that comes back: fields that can be found, read aloud, filled in with any letters, and look right."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from pdf_text import text_of
from pypdf import PdfWriter
from report_cases import TODAY, built_in_method, empty, full, hostile
from report_reading import plan, reader
from structure_reading import SpokenDocument, letters_of

from models.engagement.engagement import Engagement
from models.values.terms import Decision
from reports.archive.form_fields import LEADING, LONGEST_COMMENT
from reports.documents.documents import DocumentKind, render
from reports.reply.fields import MARKED, Box, FieldName, parse_field_name
from reports.reply.plan_data import plan_revision
from reports.words.typography import typeset

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


def test_every_action_has_marks_another_day_and_room_to_write() -> None:
    engagement = full()
    wanted = {
        FieldName(engagement.id, plan_revision(engagement), action.id, box): action
        for action in engagement.current.actions
        if action.decision is Decision.ACCEPTED
        for box in (Box.STATUS, Box.DAY, Box.HELD_UP)
    }
    found = fields(document())
    assert set(found) == set(wanted)
    for name, action in wanted.items():
        due = action.due.isoformat() if action.due else ""
        sent = {Box.STATUS: "/" + action.progress.value, Box.DAY: due, Box.HELD_UP: ""}[name.box]
        marked = "/" + action.progress.value if action.progress in MARKED else "/Off"
        assert found[name]["/V"] == (marked if name.box is Box.STATUS else "")
        assert found[name]["/DV"] == sent
        assert typeset(action.title) in found[name]["/TU"]


def test_an_action_has_the_number_that_it_has_in_the_rest_of_the_plan(sample: Engagement) -> None:
    """The first wave is printed before the others, so that the rows do not count up."""
    order = {action.id: action.position for action in sample.current.actions}
    for name, field in fields(plan(sample)).items():
        assert f"ction {order[name.action]} " in field["/TU"].replace(":", " ").replace(",", " ")


def test_a_mark_is_a_circle_that_can_be_set_and_taken_away() -> None:
    """Not radio buttons: some programs never let go of one that was set by mistake."""
    pdf = pikepdf.open(BytesIO(document()))
    groups = [field for field in pdf.Root.AcroForm.Fields if str(field.T).endswith(":status")]
    assert groups
    for group in groups:
        assert (group.FT, int(group.get("/Ff", 0))) == ("/Btn", 0)
        states = [next(str(key) for key in kid.AP.N if key != "/Off") for kid in group.Kids]
        assert states == ["/in-progress", "/done"]
        assert [str(kid.AS) for kid in group.Kids] == [s if s == group.V else "/Off" for s in states]
        assert all(kid.Parent.objgen == group.objgen for kid in group.Kids)
        assert len({str(kid.TU) for kid in group.Kids}) == 2


def widgets(pdf: pikepdf.Pdf) -> list[Any]:
    return [a for page in pdf.pages for a in page.obj.get("/Annots", pikepdf.Array([])) if a.Subtype == "/Widget"]


def test_a_screen_reader_finds_each_field_in_the_row_of_its_action() -> None:
    spoken = SpokenDocument(document())
    tree = list(spoken.pdf.Root.StructTreeRoot.ParentTree.Nums)
    parents = dict(zip(map(int, tree[::2]), tree[1::2], strict=True))
    cells = [e for e in spoken.root.walk() if e.role == "TD" and any(k.role == "Form" for k in e.elements)]
    known = set(map(id, cells))
    rows = [e for e in spoken.root.walk() if e.role == "TR" and known & set(map(id, e.elements))]
    assert len(cells) == 4 * len(rows) == len(widgets(spoken.pdf))
    for row in rows:
        title = spoken.text(row.elements[1].elements[0])
        for cell in row.elements[2:]:
            (form,) = (element for element in cell.elements if element.role == "Form")
            (widget,) = form.kids
            assert title in str(widget.TU)
            assert parents[int(widget.StructParent)].objgen == form.source.objgen
            assert int(widget.F) == 4


def test_nothing_but_what_is_filled_in_is_drawn_by_a_field() -> None:
    """Frames and circles stand on the page, so that they are still there once a program has drawn the fields anew."""
    pdf = pikepdf.open(BytesIO(document()))
    for widget in widgets(pdf):
        assert "/BG" not in widget.get("/MK", {})
        assert "/BC" not in widget.get("/MK", {})
        looks = [widget.AP.N] if isinstance(widget.AP.N, pikepdf.Stream) else [widget.AP.N["/Off"]]
        for stream in looks:
            assert stream.Subtype == "/Form"
            painted = {str(i.operator) for i in pikepdf.parse_content_stream(stream)}
            assert not painted & {"f", "S", "B", "re f"}


def place_of(data: bytes, number: int) -> tuple[int, tuple[float, ...]]:
    """The page of a field, counted from 0, and its edges: left, bottom, right, top."""
    with pikepdf.open(BytesIO(data)) as pdf:
        widget = widgets(pdf)[number]
        page = next(n for n, page in enumerate(pdf.pages) if page.obj.objgen == widget.P.objgen)
        return page, tuple(map(float, widget.Rect))


def cut_out(page: Any, edges: tuple[float, ...], around: float, **options: bool) -> Any:
    """A field and so many points around it as an independent program draws them, four pixels to a point."""
    left, bottom, right, top = edges
    height = page.get_height()
    picture = page.render(scale=4, grayscale=True, **options).to_pil()
    found = (left - around, height - top - around, right + around, height - bottom + around)
    return picture.crop(tuple(round(4 * edge) for edge in found))


@pytest.mark.parametrize("number", range(4))
def test_frames_and_circles_are_seen_where_no_field_is_drawn(number: int) -> None:
    page, edges = place_of(document(), number)
    pdf = pypdfium2.PdfDocument(document())
    cut = cut_out(pdf[page], edges, 3, may_draw_forms=False, draw_annots=False)

    assert cut.getextrema()[0] < 170, "the line around it"
    assert cut.getpixel((cut.width // 2, cut.height // 2)) in range(245, 254), "the ground within it"


def lines_seen(picture: Any) -> list[tuple[int, int]]:
    """The first and the last row of each line of words."""
    dark = [picture.crop((0, y, picture.width, y + 1)).getextrema()[0] < 128 for y in range(picture.height)]
    firsts = [y for y, ink in enumerate(dark) if ink and (y == 0 or not dark[y - 1])]
    lasts = [y for y, ink in enumerate(dark) if ink and (y + 1 == len(dark) or not dark[y + 1])]
    return list(zip(firsts, lasts, strict=True))


@pytest.mark.parametrize(("actions", "seen"), [(8, 4), (13, 3)])
def test_four_lines_can_be_seen_in_the_room_to_write_or_three_where_that_saves_a_page(actions: int, seen: int) -> None:
    """Typed in a program of another maker, which lays them out; none is cut off at an edge."""
    start = full()
    data = plan(replace(start, rounds=(replace(start.current, actions=start.current.actions[:actions]),)))
    page, edges = place_of(data, 3)
    pdf = pypdfium2.PdfDocument(data)
    pdf.init_forms()
    shown, form = pdf[page], pdf.formenv
    for press in (pdfium.FORM_OnLButtonDown, pdfium.FORM_OnLButtonUp):
        press(form, shown, 0, edges[0] + 5, edges[3] - 5)
    for char in "\r".join(["Agpq"] * seen):
        pdfium.FORM_OnChar(form, shown, ord(char), 0)
    pdfium.FORM_ForceToKillFocus(form)
    cut = cut_out(shown, edges, 0, may_draw_forms=True)
    lines = lines_seen(cut)

    assert len({last - first for first, last in lines}) <= 2, "each as high as the others, but for a pixel"
    assert len(lines) == seen
    assert lines[0][0] > 0
    assert lines[-1][1] < cut.height - 1
    assert edges[3] - edges[1] >= seen * LEADING, "where a program sets lines less tightly"


def filled(data: bytes, values: dict[str, str]) -> bytes:
    writer = PdfWriter(clone_from=BytesIO(data))
    writer.update_page_form_field_values(None, values, auto_regenerate=False)
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


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
    name = next(name for name in fields(document()) if name.box is Box.HELD_UP)
    assert fields(filled(document(), {str(name): typed}))[name]["/V"] == typed


def test_a_comment_has_an_end() -> None:
    pdf = pikepdf.open(BytesIO(document()))
    assert {int(w.MaxLen) for w in widgets(pdf) if str(w.get("/T", "")).endswith(":held-up")} == {LONGEST_COMMENT}


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
    "name",
    [
        "",
        "clearway",
        "clearway:a:b:c:colour",
        "other:a:b:c:status",
        "clearway:a:b:c:d:status",
        "clearway:a:b:c:status+x",
    ],
)
def test_names_of_other_forms_are_not_taken_for_ours(name: str) -> None:
    assert parse_field_name(name) is None


def test_a_name_says_the_same_when_it_is_read() -> None:
    name = FieldName("e1", "0123456789ab", "act1", Box.DUE)
    assert parse_field_name(str(name)) == name


@pytest.mark.parametrize("renamed", ["{}+1", "6.{}", "1.2.{}", "{} [138]", "Copy 2.{}_3", "{}#0", "{}(2)", "{}.1"])
def test_a_name_changed_by_putting_files_together_says_the_same(renamed: str) -> None:
    name = FieldName("e1", "0123456789ab", "act1", Box.HELD_UP)
    assert parse_field_name(renamed.format(name)) == name
