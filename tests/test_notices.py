"""Whose work Clearway stands on is told with the texts that came with it."""

from __future__ import annotations

import pytest

from resources import resource_text
from tests.notices import NOT_SHIPPED, shipped


@pytest.mark.parametrize(("name", "pin"), shipped().items())
def test_every_package_that_is_installed_is_told_with_its_version_and_licence(name: str, pin: str) -> None:
    text = resource_text("notices/notices.txt")
    head = f"\n{pin.replace('==', ' ')}\n"
    assert head in text, f"{name}: run python -m tests.notices"
    assert text.split(head)[1].startswith("Licence: ")


def test_the_duties_of_the_lgpl_are_told_with_its_text_and_the_one_it_builds_on() -> None:
    text = resource_text("notices/notices.txt")
    assert "you may exchange them for other versions" in text
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text
    assert "TERMS AND CONDITIONS" in text
    assert NOT_SHIPPED.isdisjoint(shipped())
