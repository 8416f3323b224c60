"""Slides, the portfolio and what is usual, from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pptx import Presentation
from pypdf import PdfReader

from desktop.command_line.main import main
from desktop.library_acts import LibraryActs
from desktop.own_library import open_library


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "library.clearway"


@pytest.fixture
def sample(library: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """The id of the sample, which is in the library."""
    assert main(["--library", str(library), "sample"]) == 0
    return capsys.readouterr().out.strip()


def refused(capsys: pytest.CaptureFixture[str], library: Path, *arguments: object) -> str:
    assert main(["--library", str(library), *map(str, arguments)]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    return said.err


def test_the_plan_and_the_summary_as_slides(library: Path, sample: str, tmp_path: Path) -> None:
    plan, summary = tmp_path / "plan.pptx", tmp_path / "summary.pptx"
    assert main(["--library", str(library), "slides", sample[:8], str(plan)]) == 0
    assert main(["--library", str(library), "slides", sample, str(summary), "--kind", "summary"]) == 0

    assert len(Presentation(str(plan)).slides) > len(Presentation(str(summary)).slides) == 3


def test_slides_in_a_template_of_ones_own(library: Path, sample: str, tmp_path: Path) -> None:
    Presentation().save(str(tmp_path / "ours.pptx"))
    made = tmp_path / "plan.pptx"
    arguments = ["slides", sample, str(made), "--template", str(tmp_path / "ours.pptx")]
    assert main(["--library", str(library), *arguments]) == 0

    assert Presentation(str(made)).slide_width == Presentation().slide_width


def test_what_cannot_be_made_is_refused_and_nothing_written(
    library: Path, sample: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made, template = tmp_path / "plan.pptx", tmp_path / "ours.potx"
    assert "does not end in .pptx" in refused(capsys, library, "slides", sample, tmp_path / "plan.pdf")
    assert "cannot be read" in refused(capsys, library, "slides", sample, made, "--template", template)
    template.write_bytes(b"nothing of the kind")
    assert "no PowerPoint file" in refused(capsys, library, "slides", sample, made, "--template", template)
    assert "ends in neither .pdf (pages) nor .xlsx" in refused(capsys, library, "portfolio", tmp_path / "pilots.csv")
    assert "Name a file to write" in refused(capsys, library, "portfolio")
    none = refused(capsys, library, "portfolio", tmp_path / "pilots.pdf", "--search", "nowhere")
    assert "No pilot is found by “nowhere”." in none
    assert not (tmp_path / "pilots.pdf").exists()
    assert "5 other pilots" in refused(capsys, library, "usual", sample)
    assert not made.exists()


def test_the_portfolio_as_a_workbook_and_as_json(
    library: Path, sample: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--library", str(library), "portfolio", str(tmp_path / "pilots.xlsx"), "--page-size", "Letter"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said == ["The one go-live date does not hold", str(tmp_path / "pilots.xlsx")]
    (sheet, _usual) = load_workbook(tmp_path / "pilots.xlsx").worksheets
    assert (sheet.max_row, int(sheet.page_setup.paperSize)) == (2, 1)

    assert main(["--library", str(library), "portfolio", "--json"]) == 0
    (pilot,) = json.loads(capsys.readouterr().out)
    assert (pilot["id"], pilot["worst"], pilot["verdict"], pilot["holds"]) == (
        sample, "operating-model", "no-go", False,
    )  # fmt: skip


def test_the_portfolio_as_pages_those_that_are_sought_in_the_order_that_is_wished(
    library: Path, sample: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_library(library) as opened:
        LibraryActs(opened).copy(sample, "Ferry times")
        LibraryActs(opened).copy(sample, "Another one")
    assert main(["--library", str(library), "portfolio", str(tmp_path / "pilots.pdf"), "--sort", "client"]) == 0
    text = " ".join(page.extract_text() for page in PdfReader(tmp_path / "pilots.pdf").pages)
    places = [text.index(name) for name in ("Another one", "Ferry times", "Leak Watch")]
    assert places == sorted(places)
    assert "Quillmere Partners" in text
    capsys.readouterr()
    assert main(["--library", str(library), "portfolio", "--json", "--search", "ferry"]) == 0
    assert [pilot["pilot"] for pilot in json.loads(capsys.readouterr().out)] == ["Ferry times"]


def test_the_whole_sample_practice_fills_a_portfolio_once(
    library: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["--library", str(library), "sample", "--all"]) == 0
    keys = capsys.readouterr().out.split()
    assert main(["--library", str(library), "sample", "--all"]) == 0
    assert capsys.readouterr().out.split() == keys
    assert len(set(keys)) == 5
    assert main(["--library", str(library), "portfolio", str(tmp_path / "pilots.pdf")]) == 0
    text = " ".join(page.extract_text() for page in PdfReader(tmp_path / "pilots.pdf").pages)
    assert "What is usual" in text
    assert set(text.split()) >= {"No-go", "Go"}
    with open_library(library) as opened:
        acts = LibraryActs(opened)
        for key in keys[2:]:
            engagement, method = acts.open(key)
            titles = {one.id: one.title for one in method.actions}
            assert all(one.title == titles[one.proposal] for one in engagement.current.actions)


def test_what_is_usual_names_nobody(library: Path, sample: str, capsys: pytest.CaptureFixture[str]) -> None:
    with open_library(library) as opened:
        for number in range(5):
            LibraryActs(opened).copy(sample, f"Another pilot {number}")
    assert main(["--library", str(library), "usual", sample]) == 0
    said = capsys.readouterr().out

    assert "Operating model: 83. Of 5 others, half stand at 83 or above" in said
    assert "Another" not in said
    assert "Arkenby" not in said
