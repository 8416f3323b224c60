"""The card of keys: acts of one part stand below its name, said once, and no column tears them from it."""

from __future__ import annotations

import pytest

from desktop.console.diagnose.page import DiagnosePage
from desktop.console.keys_overlay import Line, _halves, _lines
from desktop.console.plan.page import PlanPage
from desktop.console.readiness.page import ReadinessPage

PAGES = (DiagnosePage, PlanPage, ReadinessPage)


def heads(lines: list[Line]) -> list[str]:
    return [text for text, act in lines if act is None]


def test_a_part_is_named_once_above_its_acts() -> None:
    lines = _lines(DiagnosePage.key_acts())

    assert heads(lines).count("In a vote") == 1
    below = [text for text, _ in lines[lines.index(("In a vote", None)) + 1 :]]
    assert below[0] == "Reveal, without those who are missing"
    assert not any(text.startswith("In a vote:") for text, _ in lines)


@pytest.mark.parametrize("page", PAGES)
def test_every_act_is_told_once_and_none_is_parted_from_its_head(page: type[DiagnosePage]) -> None:
    acts, lines = page.key_acts(), _lines(page.key_acts())
    halves = _halves(lines)

    assert sorted(act.keys for _, act in lines if act) == sorted(act.keys for act in acts)
    assert [line for half in halves for line in half] == lines
    for half in halves[1:]:
        assert half[0][1] is None or not heads(halves[0])
