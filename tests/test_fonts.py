"""The fonts that ship: each as its makers published it, with where it is from and the licence it is under."""

from __future__ import annotations

import hashlib
import tomllib
from typing import Any

import pytest

from reports.type.fonts import FACES, STAND_INS
from resources import SCRIPT_FONTS, font_path, resource_path, resource_text, script_font_path

FOLDER = resource_path("fonts/fonts.toml").parent
FAMILIES: list[dict[str, Any]] = tomllib.loads(resource_text("fonts/fonts.toml"))["family"]
SUMS = {file: digest for family in FAMILIES for file, _version, digest in family["files"]}
TEXTS = {family["licence_text"] for family in FAMILIES}
OPENS = {"OFL-1.1": "SIL OPEN FONT LICENSE Version 1.1", "Apache-2.0": "Apache License\n"}
"""What a licence's text has in it. No other licence is meant to lie there."""


@pytest.mark.parametrize("file", SUMS)
def test_a_font_is_the_one_that_was_published(file: str) -> None:
    assert hashlib.sha256((FOLDER / file).read_bytes()).hexdigest() == SUMS[file]


def test_no_font_lies_there_without_a_line_and_nothing_else_does() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {*SUMS, *TEXTS, "fonts.toml"}
    assert sum(len(family["files"]) for family in FAMILIES) == len(SUMS)


def test_the_fonts_that_lie_there_are_those_that_are_used() -> None:
    used = [*map(font_path, FACES.values()), *(script_font_path(s.file) for s in STAND_INS)]

    assert {path.name for path in used} == set(SUMS)
    assert {script_font_path(file).name for file in SCRIPT_FONTS} <= set(SUMS)


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family["name"])
def test_every_font_says_whose_it_is_and_comes_with_its_licence(family: dict[str, Any]) -> None:
    text = (FOLDER / family["licence_text"]).read_text("utf-8")

    assert all(family[key].strip() for key in ("rights", "source", "taken_from"))
    assert "opyright" in family["rights"]
    assert OPENS[family["licence"]] in text
    assert "GENERAL PUBLIC LICENSE" not in text.upper()
    assert all(version for _file, version, _digest in family["files"])


def test_the_licence_of_many_names_each_of_them() -> None:
    text = (FOLDER / "licence-noto.txt").read_text("ascii")

    assert [file for file in SUMS if file.startswith("Noto") and file not in text] == []
