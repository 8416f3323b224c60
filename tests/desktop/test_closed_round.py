"""A round that is closed: every key and every act of every page is refused in a sentence, or does what it may."""

from __future__ import annotations

from dataclasses import replace

import pytest
from facilitator import Facilitator, comes_by_post
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from desktop.console.page import Page
from desktop.console.steps import Step
from models.engagement.engagement import Assessment
from models.values.sentence import act_called
from models.values.terms import Progress, RoundState

PAGES = [step for step in Step if step is not Step.LIBRARY]
TYPED_ON = [step for step in PAGES if step is not Step.CLOSING]
"""On the closing page the reason for opening the round again is typed."""


@pytest.fixture
def closed(facilitator: Facilitator, request: pytest.FixtureRequest) -> Facilitator:
    """The sample with its round closed, on a page: a new one for each, since what keys open stays in the way."""
    facilitator.opens_the_sample()
    session = facilitator.session
    session.edit(act_called("Close the round"), replace(session.current.assessment, state=RoundState.CLOSED))
    facilitator.goes_to(getattr(request, "param", Step.PREPARE))
    return facilitator


def as_it_stood(desk: Facilitator) -> object:
    """The round but for what goes on: its own record, which is opened again, and what becomes of its actions."""
    round_ = desk.engagement.rounds[0]
    actions = tuple(replace(a, progress=Progress.DONE, due=None, owner_id="") for a in round_.actions)
    return replace(round_, assessment=Assessment(id="", engagement_id="", method=""), actions=actions)


@pytest.mark.parametrize("closed", PAGES, indirect=True, ids=lambda step: step.value)
def test_every_key_and_every_button_of_a_page_is_borne(closed: Facilitator) -> None:
    presses_every_key(closed)
    presses_every_button(closed)


def presses_every_key(closed: Facilitator) -> None:
    page = closed.window.page
    assert isinstance(page, Page)
    before = as_it_stood(closed)
    for one in page.keys:
        for name in one.names:
            keys = QKeySequence(name)[0]
            closed.window.page.setFocus()
            QTest.keyClick(closed.window.page, keys.key(), keys.keyboardModifiers())
            comes_by_post()
            closed.goes_to(next(step for step in PAGES if closed.window.pages.get(step) is page))
    assert as_it_stood(closed) == before


def test_what_is_typed_into_any_field_is_refused_and_what_stands_is_shown_again(closed: Facilitator) -> None:
    for step in TYPED_ON:
        closed.goes_to(step)
        before = as_it_stood(closed)
        types_into_every_field(closed.window.page)
        assert as_it_stood(closed) == before, step


def types_into_every_field(page: QWidget) -> None:
    for kind in (QLineEdit, QPlainTextEdit):
        for field in page.findChildren(kind):
            if field.isVisible() and field.isEnabled() and not field.isReadOnly():
                field.setFocus()
                QTest.keyClicks(field, "7x")
                QTest.keyClick(field, QKeySequence("Return")[0].key())
                comes_by_post()
    for choice in page.findChildren(QComboBox):
        if choice.isVisible() and choice.isEnabled() and choice.count() > 1:
            choice.setCurrentIndex((choice.currentIndex() + 1) % choice.count())
            choice.activated.emit(choice.currentIndex())


def presses_every_button(closed: Facilitator) -> None:
    page = closed.window.page
    before = as_it_stood(closed)
    kept_away = ("…", "Open", "Send", "Show", "Save", "Copy", "Reopen", "round", "Photo or file")
    for made in page.findChildren(QAbstractButton):
        if not isValid(made):  # the page has drawn itself anew
            continue
        name = made.accessibleName() or made.text()
        if made.isVisible() and made.isEnabled() and not any(part in name for part in kept_away):
            made.click()
            comes_by_post()
            closed.goes_to(next(step for step in PAGES if closed.window.pages.get(step) is page))
    assert as_it_stood(closed) == before
