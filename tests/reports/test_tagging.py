"""What a screen reader and an archive find in the documents: every word in a tag, in order, and nothing foreign."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import outloud
import pikepdf
import pytest
from report_cases import TODAY, all_not_known, built_in_method, complete, empty, full, hostile, many, thai
from round_cases import two_rounds
from structure_reading import ARTIFACT, NOTHING, Element, SpokenDocument

from models.engagement.engagement import Engagement
from reports.documents.documents import DocumentKind, render

CASES: dict[str, Callable[[], Engagement]] = {
    "full": full,
    "complete": complete,
    "thai": thai,
    "empty": empty,
    "all not known": all_not_known,
    "60 actions": lambda: many(60, 20),
    "hostile": hostile,
    "two rounds": two_rounds,
    "wide words": lambda: hostile("W" * 300, "W" * 200),
}
WITH_COVER = (DocumentKind.ACTION_PLAN, DocumentKind.RECORD)
EVERYWHERE = [
    pytest.param(kind, case, marks=() if case in ("full", "hostile") else pytest.mark.long)
    for kind in DocumentKind
    for case in CASES
]


@cache
def made(kind: DocumentKind, case: str, page_size: str = "A4") -> bytes:
    return render(kind, CASES[case](), built_in_method(), today=TODAY, page_size=page_size)


@cache
def spoken(kind: DocumentKind, case: str) -> SpokenDocument:
    return SpokenDocument(made(kind, case))


def of_role(document: SpokenDocument, *roles: str) -> list[Element]:
    return [element for element in document.root.walk() if element.role in roles]


@pytest.mark.parametrize(("kind", "case"), EVERYWHERE)
def test_whatever_is_painted_is_in_a_tag_or_an_artifact(kind: DocumentKind, case: str) -> None:
    document = spoken(kind, case)
    assert document.outside() == []
    assert not [text for (_, number), text in document.words.items() if number == NOTHING and text.strip()]


@pytest.mark.parametrize(("kind", "case"), EVERYWHERE)
def test_every_mark_stands_once_in_the_tree_and_leads_back_to_its_element(kind: DocumentKind, case: str) -> None:
    document = spoken(kind, case)
    marks = [mark for element in document.root.walk() for mark in element.marks]
    drawn = {mark for mark in document.words if mark[1] >= 0}
    assert len(marks) == len(set(marks))
    assert drawn <= set(marks)
    tree = document.pdf.Root.StructTreeRoot
    numbers = list(tree.ParentTree.Nums)
    parents = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    for element in document.root.walk():
        for page, number in element.marks:
            assert parents[int(document.pages[page].StructParents)][number].objgen == element.source.objgen
    assert all(int(key) < int(tree.ParentTreeNextKey) for key in parents)


@pytest.mark.parametrize(("kind", "case"), EVERYWHERE)
def test_only_what_repeats_is_kept_from_a_screen_reader(kind: DocumentKind, case: str) -> None:
    """Running heads and feet, page numbers, and the heads of tables where they are drawn again."""
    document = spoken(kind, case)
    heads = {document.text(e).replace(" ", "") for e in of_role(document, "TH")}
    engagement = CASES[case]()
    for (page, number), text in document.words.items():
        if number != ARTIFACT or (not page and kind in WITH_COVER):
            continue
        rest = text
        for head in sorted(heads, key=len, reverse=True):
            rest = "".join(rest.split()).replace(head, "")
        most = sum(len(part) for part in (engagement.brand.practice, engagement.brand.confidentiality)) + 200
        assert len(rest) < most, rest
        assert text.strip(), "an artifact of words that says nothing"


@pytest.mark.parametrize(("kind", "case"), EVERYWHERE)
def test_every_figure_says_what_it_shows(kind: DocumentKind, case: str) -> None:
    document = spoken(kind, case)
    figures = of_role(document, "Figure")
    assert figures or kind in (DocumentKind.RECORD, DocumentKind.GO_NO_GO)
    for figure in figures:
        assert len(str(figure.source.get("/Alt", ""))) > 10
        assert len(figure.attribute("/BBox", [])) == 4
        assert len(figure.marks) == 1


@pytest.mark.parametrize(("kind", "case"), EVERYWHERE)
def test_tables_are_regular_and_each_column_has_a_head_that_speaks(kind: DocumentKind, case: str) -> None:
    document = spoken(kind, case)
    for table in of_role(document, "Table"):
        assert [part.role for part in table.elements] == ["THead", "TBody"]
        head, body = table.elements
        assert [row.role for row in head.elements] == ["TR"]
        cells = head.elements[0].elements
        for cell in cells:
            assert (cell.role, cell.attribute("/Scope", "")) == ("TH", "/Column")
            assert document.text(cell)
        for row in body.elements:
            assert sum(int(cell.attribute("/ColSpan", 1)) for cell in row.elements) == len(cells)
    for item in of_role(document, "L"):
        assert {kid.role for kid in item.elements} == {"LI"}
        parts = [[part.role for part in kid.elements] for kid in item.elements]
        assert all(roles in (["Lbl", "LBody"], ["LBody"]) for roles in parts)
    for label in of_role(document, "Lbl"):
        assert not label.elements, "a label holds its words itself"


@pytest.mark.parametrize(("kind", "case"), EVERYWHERE)
def test_every_row_says_what_it_is_of_and_every_group_what_its_rows_have_in_common(
    kind: DocumentKind, case: str
) -> None:
    document = spoken(kind, case)
    for table in of_role(document, "Table"):
        heads = [document.text(cell) for cell in table.elements[0].elements[0].elements]
        columns = len(heads)
        for row in table.elements[1].elements:
            scopes = [str(cell.attribute("/Scope", "")) for cell in row.elements if cell.role == "TH"]
            first = row.elements[0]
            span = int(first.attribute("/ColSpan", 1))
            if first.role == "TH" and span > 1 and span >= columns - 1:
                assert scopes == ["/Column"]
                assert document.text(first)
            elif not any(int(cell.attribute("/ColSpan", 1)) > 1 for cell in row.elements):
                assert scopes == ["/Row"], heads


@pytest.mark.parametrize(("kind", "case"), EVERYWHERE)
def test_headings_begin_at_one_and_never_skip_a_rank(kind: DocumentKind, case: str) -> None:
    ranks = [int(e.role[1]) for e in spoken(kind, case).root.walk() if re.fullmatch(r"H\d", e.role)]
    assert ranks[0] == 1
    assert ranks.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(ranks))


def test_the_action_plan_is_read_in_the_order_of_its_pages() -> None:
    document = spoken(DocumentKind.ACTION_PLAN, "full")
    text = document.text(document.root)
    expected = (
        "Action plan", "Claims triage assistant", "Nobody is named to look after", "24 warning signs: darker is worse",
        "The workshop 12 March 2026", "What was found, 12 March 2026 Nobody is named",
        "What holds it back 0 25 50 75 100 Signs What decides",
        "Operating model Critical", "Service catalogue, 9 March", "0 in good order 1 early 2 established 3 severe",
        "What is in good order", "What is not known yet", "Not judged yet", "The decision asked for",
        "Seven of 13 actions come first",
        "No. Action Why Due, owner, effort First", "Six more come later", "No. Action Done when Why Due, owner",
        "When Two of 13 actions have no date yet", "No cost of going live is on record yet",
        "Nobody is named yet to sign the decision", "Name Signs for Signature Date",
    )  # fmt: skip
    place = 0
    for part in expected:
        place = text.find(part, place)
        assert place >= 0, part


def test_the_record_is_read_in_the_order_of_its_pages() -> None:
    document = spoken(DocumentKind.RECORD, "complete")
    text = document.text(document.root)
    expected = (
        "Workshop record", "Claims triage assistant", "Took part", "Where to find what in these",
        "The workshop Eight people took part", "Every warning sign Four of 23", "The workshop Eight people took part",
        "Name Role Speaks for Took part", "Part of the day Minutes planned",
        "Level Sign and question Votes, one bar each What was seen and said", "One of three votes is split",
        "Playbook, phase 1: Pilot design", "Business metrics", "Playbook, phase 5", "No-go: four open, one not judged",
        "The plan lies within the usual range", "Two things were decided", "Parked for later",
        "Closed with gaps, because",
        "Every number here can be worked out by hand",
    )  # fmt: skip
    place = 0
    for part in expected:
        place = text.find(part, place)
        assert place >= 0, part


def alternatives(kind: DocumentKind, case: str) -> list[str]:
    return [str(figure.source.Alt) for figure in of_role(spoken(kind, case), "Figure")]


def test_the_votes_are_read_as_words() -> None:
    first = "Votes by level. Round 1: In good order 1, Early 2, Established 2, Severe 3."
    assert f"{first} Round 2: Established 1, Severe 7." in alternatives(DocumentKind.RECORD, "complete")


@pytest.mark.parametrize("kind", [DocumentKind.ACTION_PLAN, DocumentKind.RECORD, DocumentKind.SUMMARY])
def test_every_rating_is_read_by_the_name_of_its_sign(kind: DocumentKind) -> None:
    said = " ".join(alternatives(kind, "full"))
    levels = built_in_method().levels
    for sign in built_in_method().signs:
        rating = full().current.ratings[sign.id].answer
        word = "not known" if rating.level is None else f"{rating.level}, {levels[rating.level].lower()}"
        assert f"{sign.title}: {word}" in said


def test_every_figure_says_what_kind_it_is_and_no_two_kinds_say_the_same() -> None:
    said = alternatives(DocumentKind.ACTION_PLAN, "complete")
    kinds = ("Logo", "Heat map", "Bar from 0 to 100", "Ratings of", "Timeline.", "Bar chart.")
    assert all(text.startswith(kinds) for text in said), said
    assert len(set(said)) == len(said)
    for kind in kinds:
        assert any(text.startswith(kind) for text in said), kind


def test_the_timeline_reads_every_action_with_its_days_and_what_is_tight() -> None:
    (said,) = (text for text in alternatives(DocumentKind.ACTION_PLAN, "complete") if text.startswith("Timeline."))
    current = complete().current
    for action in current.actions:
        assert f"{action.position}, " in said
    assert "from" in said
    assert "waits for action" in said, "the arrow in words"


def test_the_points_of_the_summary_are_read_with_their_states() -> None:
    said = " ".join(alternatives(DocumentKind.SUMMARY, "complete"))
    for group in built_in_method().readiness:
        for point in group.points:
            assert f"{point.title}: " in said
    assert "Baseline of the success metrics taken: not judged" in said


def test_a_rating_is_read_in_the_cell_beside_its_sign() -> None:
    document = spoken(DocumentKind.RECORD, "full")
    rows = [[document.text(cell) for cell in row.elements] for row in of_role(document, "TR")]
    title = "Nobody is assigned to watch and maintain the model"
    row = next(r for r in rows if len(r) == 3 and r[1].startswith(title))
    assert row[0] == "3"
    assert "Seen · Action 2" in row[2]


def test_a_head_drawn_on_every_page_is_read_once() -> None:
    document = spoken(DocumentKind.ACTION_PLAN, "60 actions")
    drawn = sum(text.count("Due, owner") for (_, number), text in document.words.items() if number == ARTIFACT)
    assert drawn >= 2
    assert [document.text(e) for e in of_role(document, "TH")].count("Due, owner") == 1


def test_what_goes_on_over_pages_stays_one_paragraph_and_one_row() -> None:
    start = full()
    long = " ".join(f"word{i}" for i in range(2500))
    notes = (replace(start.current.notes[0], text=long),)
    engagement = replace(start, rounds=(replace(start.current, notes=notes),))
    document = SpokenDocument(render(DocumentKind.RECORD, engagement, built_in_method(), today=TODAY))
    cells = [cell for cell in of_role(document, "TD") if "word0" in document.text(cell).split()]
    assert len(cells) == 1
    words = re.findall(r"word\d+", document.text(cells[0]))
    assert words == long.split()
    assert len({page for element in cells[0].walk() for page, _ in element.marks}) >= 2


@pytest.mark.parametrize("kind", DocumentKind)
def test_the_file_names_its_language_title_and_standards(kind: DocumentKind) -> None:
    pdf = SpokenDocument(made(kind, "full")).pdf
    info = {str(key): str(value) for key, value in pdf.docinfo.items()}
    assert str(pdf.Root.Lang) == "en-GB"
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    assert bool(pdf.Root.MarkInfo.Marked)
    assert all(page.Tabs == "/S" for page in pdf.pages)
    with pdf.open_metadata() as xmp:
        assert xmp["pdfuaid:part"] == "1"
        assert xmp.pdfa_status == "3A"
        assert xmp["dc:title"] == info["/Title"]
        assert xmp["dc:creator"] == [info["/Author"]]
        assert xmp["dc:description"] == info["/Subject"]
        assert xmp["xmp:CreateDate"] == "2026-03-13T00:00:00Z"
    assert info["/CreationDate"] == info["/ModDate"] == "D:20260313000000Z"
    assert len(pdf.trailer.ID) == 2


def test_names_that_look_like_markup_do_not_spoil_the_metadata() -> None:
    pdf = spoken(DocumentKind.ACTION_PLAN, "hostile").pdf
    with pdf.open_metadata() as xmp:
        assert xmp["dc:title"] == str(pdf.docinfo["/Title"])
        assert "<TBD>" in xmp["dc:title"]


@pytest.mark.parametrize("kind", DocumentKind)
def test_an_archive_finds_a_colour_profile_and_nothing_that_acts(kind: DocumentKind) -> None:
    pdf = spoken(kind, "full").pdf
    (intent,) = pdf.Root.OutputIntents
    profile = intent.DestOutputProfile.read_bytes()
    assert intent.S == "/GTS_PDFA1"
    assert profile[16:20] == b"RGB "
    assert int.from_bytes(profile[:4], "big") == len(profile)
    keys = {str(key) for o in pdf.objects if isinstance(o, pikepdf.Dictionary | pikepdf.Stream) for key in o}
    assert not keys & {"/JS", "/AA", "/Launch", "/URI", "/OpenAction", "/XFA", "/NeedAppearances"}


FALSE_ALARMS = {
    "LNK-010",  # an address in the contact block is text: what people type never becomes a link
    "TBL-014",  # the timeline is a figure with alternative text, not a table
    "TAG-002",  # prose in a running head, where the client's name is long, and table heads drawn again
    "PAG-001",  # the source line below a chart that takes several pages
    "ORD-001",  # a cell that goes on over several rows is one cell: it is read whole before the next one
    "DOC-040",  # a title as long as the name that was typed
    "TBL-010",  # every row and every group of rows has its head, which it takes for a head cut into pieces
}


@pytest.mark.parametrize("page_size", ["A4", "Letter"])
@pytest.mark.parametrize(("kind", "case"), EVERYWHERE)
def test_an_independent_checker_finds_no_fault(
    kind: DocumentKind, case: str, page_size: str, tmp_path: Path, long: bool
) -> None:
    if page_size == "Letter" and case == "hostile" and not long:
        pytest.skip("the other size of paper with one of the cases, but for a long proof")
    file = tmp_path / "document.pdf"
    file.write_bytes(made(kind, case, page_size))
    result = outloud.check(str(file), skip=FALSE_ALARMS)
    assert result.error is None
    assert [(f.rule, f.page, f.message) for f in result.findings] == []


def test_the_checker_would_notice_a_fault(tmp_path: Path) -> None:
    pdf = SpokenDocument(made(DocumentKind.SUMMARY, "full")).pdf
    del pdf.Root.Lang
    for o in pdf.objects:
        if isinstance(o, pikepdf.Dictionary) and "/Alt" in o:
            del o["/Alt"]
    pdf.save(tmp_path / "spoilt.pdf")
    found = outloud.check(str(tmp_path / "spoilt.pdf"), skip=FALSE_ALARMS).findings
    assert len(found) >= 2
