"""All pilots on the wall: what stands over their columns is whole in every language."""

from __future__ import annotations

from dataclasses import replace

import pytest
from across_samples import portfolio
from page_audit import audit
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from room_samples import SIZES, view

from desktop.built_in import BUILT_IN_METHODS, read_built_in
from desktop.room.compositor import Compositor
from desktop.room.drawing.composition import Composition
from desktop.view_models.room.across.pages import RoomPortfolio


def composed(page: RoomPortfolio, size: tuple[int, int]) -> Composition:
    return Compositor().compose(view(page, False), QSize(*size))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", BUILT_IN_METHODS)
def test_no_name_of_a_failure_mode_is_cut(dressed_app: QApplication, language: str, size: tuple[int, int]) -> None:
    page = portfolio(read_built_in(BUILT_IN_METHODS[language]), 12)
    page = replace(page, pilots=tuple(replace(one, verdict="No-Go") for one in page.pilots))
    made = composed(page, size)
    heads = {text.text for text in made.texts if text.role == "head"}
    assert audit(made) == []
    assert {*page.modes, *page.heads} == heads


def test_names_of_one_word_stand_on_one_level(dressed_app: QApplication) -> None:
    page = portfolio(read_built_in(BUILT_IN_METHODS["en"]))
    page = replace(page, modes=("Value", "Debt", "Data", "Model", "Change", "Budget"))
    made = composed(page, (1920, 1080))
    assert len({text.box.bottom for text in made.texts if text.role == "head"}) == 1
    assert not [shape for shape in made.shapes if shape.role == "leader"]
