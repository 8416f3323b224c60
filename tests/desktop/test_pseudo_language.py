"""Everything in the pseudo-language: nothing untranslated, nothing clipped, at every size; and the test can see."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest
from facilitator import Facilitator
from pdf_text import page_texts
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget
from test_looks import SIZES, SOME_SIZES, at_rest, lasting
from test_room_privacy import every_page
from window_audit import clipped

from desktop.console.steps import Step
from desktop.room.all_pages import described
from desktop.room.compositor import Compositor
from desktop.view_models.room.pages import RoomChart, RoomView
from desktop.view_models.room.presenting import Presenter
from desktop.words import speak
from models.engagement.engagement import Engagement
from models.method.method import Method
from reports.documents.documents import render
from reports.documents.kinds import DocumentKind
from resources.words import PSEUDO, catalogue
from tests.room.page_audit import audit as audit_room
from tests.words.masked import masked, masked_cells, untranslated


@pytest.fixture
def stranger(start: Callable[[], Facilitator], sample: Engagement, method: Method) -> Iterator[Facilitator]:
    """Someone whose Clearway speaks the pseudo-language, with the sample open in another alphabet."""
    speak(catalogue(PSEUDO))
    facilitator = start()
    engagement = masked(sample)
    rounds = tuple(replace(r, cells=masked_cells(r.cells)) for r in engagement.rounds)
    facilitator.shows(replace(engagement, rounds=rounds), masked(method))
    yield facilitator
    speak(catalogue("en"))


def texts_of(widget: QWidget) -> list[str]:
    """All that a person can read on it or hear of it."""
    found = [widget.accessibleName(), widget.toolTip()]
    if isinstance(widget, QLabel | QAbstractButton):
        found.append(widget.text())
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        found.append(widget.placeholderText())
    if isinstance(widget, QComboBox):
        found += [widget.itemText(n) for n in range(widget.count())]
    return found


def test_every_screen_is_translated_and_sound_at_every_size(stranger: Facilitator, long: bool) -> None:
    window, faults, plain = stranger.window, [], set()
    for size in SIZES if long else SOME_SIZES:
        window.resize(QSize(*size))
        for step in Step:
            at_rest(stranger, step)
            faults += [f"{step.value} {size[0]}×{size[1]}: {fault}" for fault in lasting(stranger)]
            said = [text for widget in window.findChildren(QWidget) for text in texts_of(widget)]
            plain |= {f"{step.value}: {text}" for text in said if untranslated(text)}
    assert not plain, "\n".join(sorted(plain))
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(
    "size",
    [SIZES[0], *(pytest.param(size, marks=pytest.mark.long) for size in SIZES[1:4])],
    ids=lambda size: f"{size[0]}x{size[1]}",
)
def test_the_keys_of_every_page_are_told_whole(stranger: Facilitator, size: tuple[int, int]) -> None:
    window = stranger.window
    window.resize(QSize(*size))
    for step in Step:
        at_rest(stranger, step)
        window.show_keys()
        stranger.qtbot.wait(60)
        parts = window.keys.findChildren(QWidget)

        assert [text for widget in parts for text in texts_of(widget) if untranslated(text)] == [], step
        assert lasting(stranger, lambda _: clipped(window.keys)) == [], step
        assert window.keys.rect().contains(window.keys.childrenRect()), step
        stranger.presses_key(Qt.Key.Key_Escape)


def test_every_page_of_the_room_is_translated_and_sound(stranger: Facilitator) -> None:
    brand, compositor = Presenter(stranger.session, dark=False).view.brand, Compositor()
    faults, plain = [], set()
    for page in (*every_page(stranger.session), RoomChart()):
        view, name = RoomView(page, brand, dark=False), type(page).__name__
        said = [described(view)]
        for size in SIZES:
            composition = compositor.compose(view, QSize(*size))
            faults += [f"{name} {size[0]}×{size[1]}: {fault}" for fault in audit_room(composition)]
            said += [text.text for text in composition.texts]
        plain |= {f"{name}: {text}" for text in said if untranslated(text)}
    assert not plain, "\n".join(sorted(plain))
    assert not faults, "\n".join(faults)


def test_every_document_is_translated(stranger: Facilitator) -> None:
    session = stranger.session
    for kind in DocumentKind:
        made = render(kind, session.engagement, session.method, today=date(2026, 11, 28), words=catalogue(PSEUDO))
        lines = [line for page in page_texts(made) for line in page.splitlines()]

        assert len(lines) > 20, kind
        assert "\n".join(line for line in lines if untranslated(line)) == "", kind


def test_a_text_that_is_not_translated_is_seen() -> None:
    assert untranslated("Ŕååţéé ţħéé šîîğñ: Show the room") == ["Show", "the", "room"]
    assert untranslated("Ŕååţéé “Щрите” 12.5 % (A) Clearway") == []
