"""The playbook at a glance has room for its words from the first look on."""

from __future__ import annotations

from facilitator import Facilitator
from PySide6.QtWidgets import QAbstractButton

from desktop.console.playbook.page import PlaybookPage
from desktop.console.steps import Step


def test_no_activity_is_cut_when_the_page_is_first_shown(facilitator: Facilitator) -> None:
    facilitator.begins("Harbour Trust", "Berth planner")
    facilitator.window.resize(1358, 728)
    facilitator.comes_to_rest()
    facilitator.goes_to(Step.PLAYBOOK)
    facilitator.comes_to_rest()
    page = facilitator.window.page
    assert isinstance(page, PlaybookPage)
    lines = page.map.findChildren(QAbstractButton)
    assert lines
    cut = [line.accessibleName() for line in lines if line.height() < line.heightForWidth(line.width())]
    assert cut == []
