"""Where a document could not show what is typed, the field says so: quietly, in time, and at no cost to the keys."""

from __future__ import annotations

import pytest
from facilitator import Facilitator
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QWidget
from window_audit import audit

from desktop.console.steps import Step
from desktop.widgets.script_mark import SURELY_SHOWN, ScriptMark, surely_shown
from reports.words.text import unshowable

UGARITIC = "\U00010380"
"""A letter that no font of the documents has."""

NARROW = ("Client",)
"""Fields that have room for the codes alone."""


@pytest.fixture
def typist(facilitator: Facilitator) -> Facilitator:
    facilitator.opens_the_sample()
    facilitator.goes_to(Step.PREPARE)
    return facilitator


def marks(field: QWidget) -> list[ScriptMark]:
    return [m for m in field.findChildren(ScriptMark) if not m.isHidden()]


def test_what_passes_without_a_look_is_printed() -> None:
    passing = [chr(code) for code in range(0xA0, 0x3000) if SURELY_SHOWN.fullmatch(chr(code))]

    assert len(passing) > 200
    assert unshowable("".join(passing)) == ""
    assert surely_shown("Zoë’s naïve “façade” – 5 € …\n\ttab")
    assert not surely_shown("信")


@pytest.mark.parametrize("name", ["Client", "What the pilot does"])
def test_a_letter_without_a_font_is_marked_and_the_mark_goes_with_it(typist: Facilitator, name: str) -> None:
    typist.types_into(name, f"Arken {UGARITIC}")
    field = typist.field(name)
    typist.waits_until(lambda: bool(marks(field)))
    (mark,) = marks(field)

    assert mark.text() == ("U+10380" if name in NARROW else "prints as U+10380")
    assert field.toolTip() == field.accessibleDescription() == mark.said
    assert "print its codes: U+10380" in mark.said
    assert field.hasFocus()
    typist.types_into(name, "Arken")
    assert not marks(field)
    assert field.toolTip() == field.accessibleDescription() == ""


def test_many_letters_are_counted_in_the_tip_and_not_in_the_mark(typist: Facilitator) -> None:
    typist.types_into("Client", "".join(chr(0x10380 + n) for n in range(6)))
    field = typist.field("Client")
    typist.waits_until(lambda: bool(marks(field)))

    assert marks(field)[0].text() == "U+10380 U+10381 U+10382…"
    assert "U+10385" in field.toolTip()


def test_scripts_that_the_documents_print_are_not_marked(typist: Facilitator) -> None:
    field = typist.field("Client")
    for text in ("中文 名前", "مرحبا שלום", "देवनागरी", "Ελλάδα Жук", "👍", "e\u0301"):
        assert unshowable(text) == ""
        typist.types_into("Client", UGARITIC)
        typist.waits_until(lambda: bool(marks(field)))
        typist.types_into("Client", text)
        typist.waits_until(lambda: not marks(field))


def test_an_ordinary_field_carries_nothing_of_it(typist: Facilitator) -> None:
    typist.types_into("Client", "Café – “quoted”")

    assert not typist.field("Client").findChildren(QLabel)


def test_the_search_is_not_printed_and_not_marked(typist: Facilitator) -> None:
    typist.goes_to(Step.LIBRARY)
    typist.types_into("Search", UGARITIC)
    typist.qtbot.wait(500)

    assert not typist.window.library_page.findChildren(ScriptMark)


def test_what_is_typed_is_kept_as_typed(typist: Facilitator) -> None:
    typist.types_into("Client", f"Arken {UGARITIC}")
    typist.waits_until_saved()

    assert typist.engagement.client.name == f"Arken {UGARITIC}"


def test_a_marked_field_is_sound_at_every_size(typist: Facilitator) -> None:
    for name in ("Client", "What the pilot does"):
        typist.types_into(name, "Many words before it " * 5 + UGARITIC)
    typist.waits_until(lambda: len(typist.window.findChildren(ScriptMark)) == 2)
    faults = []
    for size in ((1024, 768), (1920, 1080)):
        typist.window.resize(QSize(*size))
        for _ in range(8):
            typist.qtbot.wait(60)
            found = audit(typist.window)
            if not found:
                break
        faults += found
    assert not faults, "\n".join(faults)
