"""The report page: four documents on two papers, made out of the way, watched, stopped, saved as they were shown."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from facilitator import Facilitator
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.console.report.page import ReportPage
from desktop.console.steps import Step
from desktop.view_models.reporting import MadeDocument, Reporting
from reports.documents.documents import DocumentKind
from reports.documents.kinds import DOCUMENTS as KINDS


@pytest.fixture
def page(facilitator: Facilitator) -> ReportPage:
    facilitator.opens_the_sample()
    facilitator.goes_to(Step.REPORT)
    found = facilitator.window.pages[Step.REPORT]
    assert isinstance(found, ReportPage)
    facilitator.waits_until(lambda: found.preview.page_count > 0)
    return found


DOCUMENTS = [
    ("Summary", DocumentKind.SUMMARY, 1),
    ("Workshop record", DocumentKind.RECORD, 12),
    ("Go/no-go sheet", DocumentKind.GO_NO_GO, 1),
    ("Action plan", DocumentKind.ACTION_PLAN, 6),
]


def test_every_document_is_shown_and_saved_on_either_paper(
    facilitator: Facilitator, page: ReportPage, tmp_path: Path
) -> None:
    facilitator.presses("US Letter")
    for name, kind, least in DOCUMENTS:
        made: list[MadeDocument] = []
        page.model.made.connect(made.append)
        facilitator.presses(name)
        facilitator.waits_until(lambda found=made, wanted=kind: bool(found) and found[-1].kind is wanted)
        page.model.made.disconnect(made.append)
        target = tmp_path / made[-1].name
        page.save_to(target)
        found = PdfReader(BytesIO(target.read_bytes()))
        assert target.read_bytes() == made[-1].data
        assert len(found.pages) == page.preview.page_count >= least
        assert round(found.pages[0].mediabox.width) == 612
        assert KINDS[kind].short in facilitator.reads()
    assert {path.name for path in tmp_path.glob("*.pdf")} >= {
        "Arkenby Water - Leak Watch - Workshop record.pdf",
        "Arkenby Water - Leak Watch - Go no-go sheet.pdf",
    }


def test_the_record_says_that_private_rows_are_left_out_too(facilitator: Facilitator, page: ReportPage) -> None:
    plan = page._note.text()
    facilitator.presses("Workshop record")
    facilitator.waits_until(lambda: "entries left out" in page._note.text() and page._note.text() != plan)
    assert "32 internal entries left out." in plan
    assert "45 internal entries left out." in page._note.text(), "eight people's support, and who said five things"


def test_only_the_newest_request_is_answered(facilitator: Facilitator, page: ReportPage) -> None:
    answers: list[MadeDocument] = []
    model = Reporting(facilitator.session)
    model.made.connect(answers.append)
    for kind in (DocumentKind.RECORD, DocumentKind.ACTION_PLAN, DocumentKind.RECORD, DocumentKind.SUMMARY):
        model.kind = kind
        model.make()
    facilitator.waits_until(lambda: bool(answers))
    for thread in model._threads:
        thread.join()
    QApplication.processEvents()
    assert [answer.kind for answer in answers] == [DocumentKind.SUMMARY]


def test_what_is_stopped_is_never_heard_of_again(facilitator: Facilitator, page: ReportPage) -> None:
    heard: list[object] = []
    drawn: list[int] = []
    model = Reporting(facilitator.session)
    model.kind = DocumentKind.RECORD
    model._drew.connect(lambda _, pages: drawn.append(pages), Qt.ConnectionType.DirectConnection)
    for signal in (model.made, model.failed, model.progressed):
        signal.connect(heard.append)
    model.make()
    model.finish()
    QApplication.processEvents()
    assert not any(thread.is_alive() for thread in model._threads)
    assert heard == []
    assert len(drawn) < page.preview.page_count, "it was given up before the last page"


def test_pages_are_counted_while_they_are_made(facilitator: Facilitator, page: ReportPage) -> None:
    pages: list[int] = []
    page.model.progressed.connect(pages.append)
    before = page.preview.page_count
    facilitator.presses("Workshop record")
    facilitator.waits_until(lambda: page.preview.page_count > before)
    assert pages == list(range(1, page.preview.page_count + 1))


def test_stopping_keeps_the_pages_that_are_shown(facilitator: Facilitator, page: ReportPage) -> None:
    before = page.preview.page_count
    facilitator.presses("Workshop record")
    facilitator.presses("Stop")
    assert "Stopped" in page._note.text()
    page.model.finish()
    QApplication.processEvents()
    assert page.preview.page_count == before
    facilitator.presses("Go/no-go sheet")
    facilitator.waits_until(lambda: 1 <= page.preview.page_count <= 2)
