"""Every key in every place: reached from the page, giving way to what is typed, told once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from facilitator import Facilitator, comes_by_post
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from desktop.command_line.main import main
from desktop.console.diagnose.page import DiagnosePage
from desktop.console.diagnose.voting_panel import VotingPanel
from desktop.console.key_table import as_guide, key_table
from desktop.console.page import Page
from desktop.console.plan.list_pane import ListPane
from desktop.console.plan.page import PlanPage
from desktop.console.plan.picture.impact_picture import ImpactPicture
from desktop.console.playbook.page import PlaybookPage
from desktop.console.steps import Step
from desktop.widgets.keys import KeyAct
from models.values.terms import NoteKind

PAGES = [step for step in Step if step is not Step.LIBRARY]
WRITTEN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789?.")
Heard = list[tuple[str, int]]


def heard_only(acts: tuple[KeyAct, ...], heard: Heard) -> tuple[KeyAct, ...]:
    """The same keys, which are heard and do nothing."""

    def hears(text: str) -> Callable[[object, int], None]:
        return lambda _, place: heard.append((text, place))

    return tuple(replace(one, act=hears(one.text)) if one.act else one for one in acts)


def presses(target: QWidget, name: str) -> None:
    keys = QKeySequence(name)[0]
    QTest.keyClick(target, keys.key(), keys.keyboardModifiers())
    comes_by_post()


@pytest.fixture
def spied(facilitator: Facilitator, monkeypatch: pytest.MonkeyPatch) -> Heard:
    """The sample opened, with pages whose keys are heard and do nothing."""
    heard: Heard = []
    for step in PAGES:
        page_type = step.page_type()
        monkeypatch.setattr(page_type, "keys", heard_only(page_type.keys, heard))
    facilitator.opens_the_sample()
    return heard


def pages(facilitator: Facilitator) -> Iterator[Page]:
    """Each page in front, one after the other."""
    for step in PAGES:
        facilitator.goes_to(step)
        page = facilitator.window.page
        assert isinstance(page, Page)
        yield page


def test_every_key_of_every_page_does_its_act_and_no_other(facilitator: Facilitator, spied: Heard) -> None:
    for page in pages(facilitator):
        page.setFocus()
        for one in page.keys:
            for place, name in enumerate(one.names):
                if one.act is None:
                    continue
                spied.clear()
                presses(page, name)
                assert spied == [(one.text, place)], f"{name}: {one.text}"


def test_in_a_field_what_is_written_is_written_and_the_rest_of_the_page_stays_quiet(
    facilitator: Facilitator, spied: Heard
) -> None:
    tried = 0
    for page in pages(facilitator):
        fields = [w for kind in (QLineEdit, QPlainTextEdit) for w in page.findChildren(kind)]
        field = next((w for w in fields if w.isVisible() and w.isEnabled() and not w.isReadOnly()), None)
        if field is None:
            continue
        tried += 1
        for one in page.keys:
            for name in one.names:
                if one.act is None or (name not in WRITTEN and not one.anywhere):
                    continue
                field.setFocus()
                spied.clear()
                presses(field, name)
                assert bool(spied) is one.anywhere, f"{name}: {one.text}"
    assert tried > len(PAGES) // 2


def test_enter_in_a_field_is_the_fields_and_never_the_pages(facilitator: Facilitator, spied: Heard) -> None:
    for page in pages(facilitator):
        if isinstance(page, PlaybookPage):
            page.show_stop(next(stop.key for stop in page.model.stops if stop.activity is None))
        if isinstance(page, DiagnosePage):
            page.capture(NoteKind.DISSENT)
        fields = [w for kind in (QLineEdit, QComboBox) for w in page.findChildren(kind)]
        for field in [w for w in fields if w.isVisible() and w.isEnabled()]:
            if not field.isVisible():
                continue
            field.setFocus()
            presses(field, "Return")
            assert spied == [], field.accessibleName()


def test_the_keys_of_parts_do_their_acts(facilitator: Facilitator, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: Heard = []
    monkeypatch.setattr(ImpactPicture, "keys", heard_only(ImpactPicture.keys, heard))
    monkeypatch.setattr(ListPane, "keys", heard_only(ListPane.keys, heard))
    monkeypatch.setattr(VotingPanel, "keys", heard_only(VotingPanel.keys, heard))
    facilitator.opens_the_sample()
    facilitator.goes_to(Step.PLAN)
    plan = facilitator.window.page
    assert isinstance(plan, PlanPage)
    facilitator.types("2")
    _all_are_heard(plan.list_pane, ListPane.keys, heard)
    facilitator.types("3")
    _all_are_heard(plan.picture, ImpactPicture.keys, heard)
    facilitator.goes_to(Step.DIAGNOSE)
    diagnose = facilitator.window.page
    assert isinstance(diagnose, DiagnosePage)
    facilitator.types("v")
    _all_are_heard(diagnose.panel, VotingPanel.keys, heard)


def _all_are_heard(part: QWidget, acts: tuple[KeyAct, ...], heard: Heard) -> None:
    """Where a key stands for two acts, the first that it can mean is done."""
    part.setFocus()
    meant: dict[str, tuple[str, int]] = {}
    for one in acts:
        for place, name in enumerate(one.names):
            if one.act is not None:
                meant.setdefault(name, (one.text, place))
    for name, act in meant.items():
        heard.clear()
        presses(part, name)
        assert heard == [act], name


def test_no_page_has_one_key_for_two_acts(facilitator: Facilitator) -> None:
    for step in Step:
        acts = step.page_type().keys
        names = [name for one in acts if one.act for name in one.names]
        assert len(names) == len(set(names)), step


def test_a_page_takes_no_key_that_means_something_everywhere(facilitator: Facilitator) -> None:
    (_, everywhere), *places = key_table()
    taken = {name for one in everywhere for name in one.names if one.anywhere}
    for place, acts in places:
        for one in acts:
            if one.act and one.anywhere:
                assert not taken & set(one.names), (place, one.text)


def test_the_command_tells_the_same_keys_as_the_overlay(
    facilitator: Facilitator, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "\n".join(as_guide()) + "\n"

    assert main(["keys"]) == 0
    assert capsys.readouterr().out == text
    for step in PAGES:
        for act in step.page_type().key_acts():
            assert f"| {act.caps()} | {act.text} |" in text
