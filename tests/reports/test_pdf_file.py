"""A file that ReportLab wrote, with objects added: read back by a program that knows nothing of ours."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from reports.pdf.file import TOGETHER, PdfFile
from reports.pdf.values import Name, Value


def pages(count: int = 2, language: str = "en") -> PdfFile:
    target = BytesIO()
    canvas = Canvas(target, invariant=1, lang=language)
    for number in range(count):
        canvas.drawString(72, 720, f"endobj, endstream, page {number}")
        canvas.showPage()
    canvas.save()
    return PdfFile(target.getvalue())


def read(made: PdfFile) -> pikepdf.Pdf:
    found = pikepdf.open(BytesIO(made.written()))
    assert found.check_pdf_syntax() == []
    return found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "plain",
        "(in) brackets) \\ and\\",
        "two\nlines\r\n",
        "Zürich",
        "水 and 😀",
        "lone \ud800 half",
        "%PDF <</A 1>>",
    ],
)
def test_a_text_is_read_as_it_was_written(text: str) -> None:
    made = pages()
    made.entries(made.root)["Said"] = {"Here": text}

    found = read(made)
    assert str(found.Root.Said.Here) == text.encode("utf-8", "replace").decode()


@pytest.mark.parametrize("name", ["Plain", "application/json", "two words", "Größe", "(#) <x> [y] {z}"])
def test_a_name_is_read_as_it_was_written(name: str) -> None:
    made = pages()
    made.entries(made.root)["Said"] = [Name(name), {name: True}]

    found = read(made)
    value, keyed = found.Root.Said[0], found.Root.Said[1]
    assert str(value) == f"/{name}"
    assert dict(keyed.items()) == {f"/{name}": True}


def test_numbers_are_written_without_exponents() -> None:
    made = pages()
    numbers: list[Value] = [0, -12, 7.5, 100.0, 0.00001, -0.25, 123456.78]
    made.entries(made.root)["Said"] = numbers

    found = read(made)
    assert [float(found.Root.Said[place]) for place in range(len(numbers))] == numbers


def test_any_number_of_objects_is_found_again_and_what_changes_later_is_what_is_written() -> None:
    made = pages(3)
    many = [made.add({"Number": number}) for number in range(3 * TOGETHER)]
    late: dict[str, Value] = {}
    many.append(made.add(late))
    late["Number"] = 3 * TOGETHER
    made.entries(made.root)["Many"] = [*many]
    made.entries(made.pages[1])["Third"] = made.pages[2]

    found = read(made)
    assert [int(one.Number) for one in found.Root.Many] == list(range(3 * TOGETHER + 1))
    assert found.pages[1].obj.Third.objgen == found.pages[2].obj.objgen


def test_streams_keep_their_bytes_and_pages_what_reportlab_drew() -> None:
    made, data = pages(), bytes(range(256)) * 5 + b"\nendstream\nendobj\n"
    made.entries(made.root).update(Loose=made.add_stream(data, {"N": 1}), Packed=made.add_packed(data, {"N": 2}))
    made.describe({"Title": "A file"})

    found = read(made)
    assert found.Root.Loose.read_bytes() == found.Root.Packed.read_bytes() == data
    assert str(found.docinfo.Title) == "A file"
    assert [b"page %d" % n in page.Contents.read_bytes() for n, page in enumerate(found.pages)] == [True, True]
    assert made.written() == made.written()


def test_a_text_of_reportlabs_that_looks_like_an_entry_leads_nowhere() -> None:
    made = pages(2, language="x/Pages 1 0 R")

    found = read(made)
    assert str(found.Root.Lang) == "x/Pages 1 0 R"
    assert [place.number for place in made.pages] == [page.objgen[0] for page in found.pages]
