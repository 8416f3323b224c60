"""A file that is open in another program, as on Windows: said so, another name offered, nothing lost."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from facilitator import Facilitator
from PySide6.QtWidgets import QFileDialog

from desktop.console.report.page import ReportPage
from desktop.console.steps import Step
from models.values.files import FileInUseError, free_name, write_whole

Refuse = Callable[[Path], None]


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Refuse:
    """Has a file held by another program."""
    at_once = os.replace
    open_elsewhere: set[Path] = set()

    def replace(source: Path, target: Path) -> None:
        if Path(target) in open_elsewhere:
            raise PermissionError(13, "Access is denied", str(source), 5, str(target))
        at_once(source, target)

    monkeypatch.setattr(os, "replace", replace)
    return open_elsewhere.add


@pytest.fixture
def page(facilitator: Facilitator) -> ReportPage:
    facilitator.opens_the_sample()
    facilitator.goes_to(Step.REPORT)
    found = facilitator.window.pages[Step.REPORT]
    assert isinstance(found, ReportPage)
    facilitator.waits_until(lambda: found.preview.page_count > 0)
    return found


def offered(page: ReportPage) -> QFileDialog:
    (dialog,) = [d for d in page.window().findChildren(QFileDialog) if d.isVisible()]
    return dialog


def test_it_is_said_with_another_name_and_the_old_file_stays(tmp_path: Path, held: Refuse) -> None:
    path = tmp_path / "Plan.pdf"
    path.write_bytes(b"old")
    (tmp_path / "Plan (2).pdf").touch()
    held(path)

    with pytest.raises(FileInUseError) as caught:
        write_whole(path, b"new")

    assert str(caught.value) == (
        "“Plan.pdf” is open in another program: close it there, or save under another name, such as “Plan (3).pdf”."
    )
    assert sorted(p.name for p in tmp_path.iterdir()) == ["Plan (2).pdf", "Plan.pdf"]
    assert path.read_bytes() == b"old"
    assert caught.value.other == free_name(path)


def test_a_folder_that_may_not_be_written_is_another_matter(tmp_path: Path, held: Refuse) -> None:
    held(tmp_path / "Plan.pdf")

    with pytest.raises(PermissionError):
        write_whole(tmp_path / "Plan.pdf", b"new")


def test_the_pdf_is_saved_under_the_name_that_is_offered(page: ReportPage, tmp_path: Path, held: Refuse) -> None:
    path = tmp_path / "Plan.pdf"
    path.write_bytes(b"old")
    held(path)

    page.save_to(path)

    assert "is open in another program" in page._note.text().replace("\u200b", "")
    dialog = offered(page)
    assert [Path(name).name for name in dialog.selectedFiles()] == ["Plan (2).pdf"]
    dialog.accept()
    assert (tmp_path / "Plan (2).pdf").read_bytes().startswith(b"%PDF")
    assert path.read_bytes() == b"old"


def test_so_are_the_actions_for_a_spreadsheet(page: ReportPage, tmp_path: Path, held: Refuse) -> None:
    path = tmp_path / "Actions.xlsx"
    path.write_bytes(b"old")
    held(path)

    page.send.exporting.sheet(path)

    assert "is open in another program" in page.send._told.text().replace("\u200b", "")
    offered(page).accept()
    assert (tmp_path / "Actions (2).xlsx").read_bytes().startswith(b"PK")
    assert path.read_bytes() == b"old"
