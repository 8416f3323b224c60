"""Slides saved from the report, in the colours of the engagement or in a template that is chosen first."""

from __future__ import annotations

from pathlib import Path

import pytest
from facilitator import Facilitator
from pptx import Presentation
from PySide6.QtWidgets import QFileDialog

from desktop.console.steps import Step

SLIDES, IN_A_TEMPLATE = "Save slides that can be edited", "Save slides in a template of your own"


@pytest.fixture
def reporter(facilitator: Facilitator) -> Facilitator:
    facilitator.opens_the_sample()
    facilitator.goes_to(Step.REPORT)
    return facilitator


def chooses(reporter: Facilitator, path: Path) -> None:
    """The dialog that is open now, answered with a path."""
    dialog = [d for d in reporter.window.findChildren(QFileDialog) if d.isVisible()][-1]
    assert not dialog.isModal()
    dialog.fileSelected.emit(str(path))
    dialog.close()


def test_slides_are_saved_where_they_were_asked_for(reporter: Facilitator, tmp_path: Path) -> None:
    reporter.presses(SLIDES)
    chooses(reporter, tmp_path / "plan.pptx")

    reporter.waits_until(lambda: "Saved as" in reporter.reads())
    assert len(Presentation(str(tmp_path / "plan.pptx")).slides) > 5


def test_the_slides_are_of_the_document_that_is_on_show(reporter: Facilitator, tmp_path: Path) -> None:
    reporter.presses("Summary")
    reporter.presses(SLIDES)
    chooses(reporter, tmp_path / "summary.pptx")

    reporter.waits_until(lambda: "Saved as" in reporter.reads())
    assert len(Presentation(str(tmp_path / "summary.pptx")).slides) == 3


def test_a_template_is_chosen_first_and_used(reporter: Facilitator, tmp_path: Path) -> None:
    Presentation().save(str(tmp_path / "ours.pptx"))
    reporter.presses(IN_A_TEMPLATE)
    chooses(reporter, tmp_path / "ours.pptx")
    chooses(reporter, tmp_path / "plan.pptx")

    reporter.waits_until(lambda: "Saved as" in reporter.reads())
    made, theirs = (Presentation(str(tmp_path / name)) for name in ("plan.pptx", "ours.pptx"))
    assert (made.slide_width, made.slide_height) == (theirs.slide_width, theirs.slide_height)


def test_what_is_no_template_is_told_and_nothing_is_written(reporter: Facilitator, tmp_path: Path) -> None:
    (tmp_path / "ours.pptx").write_bytes(b"not at all")
    reporter.presses(IN_A_TEMPLATE)
    chooses(reporter, tmp_path / "ours.pptx")
    chooses(reporter, tmp_path / "plan.pptx")

    reporter.waits_until(lambda: "no PowerPoint file" in reporter.reads())
    assert not (tmp_path / "plan.pptx").exists()
