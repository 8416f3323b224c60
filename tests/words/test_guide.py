"""The guide says the same in every language: the same pages, pictures and keys, in the interface's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.console.key_table import as_guide
from desktop.words import speak, spoken
from resources import guide_pages
from resources.words import PSEUDO, catalogue, languages
from tests.guide_pictures import GUIDE, PICTURES

SPOKEN = [language for language in languages() if language != PSEUDO]
KEY = re.compile(r"`((?:(?:Ctrl|Alt)\+)?(?:[^\W_]|F\d|[.,→]))`")
PICTURE = re.compile(r"!\[[^]]+\]\(([^)]+)\)")
CALLED = ("Library", "Prepare", "Results", "Readiness", "Closing", "Why this number")


@pytest.fixture(params=SPOKEN)
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    before = spoken()
    speak(catalogue(request.param))
    yield request.param
    speak(before)


def shape(page: str) -> list[object]:
    """What each line is: its mark, the cells of a row, its picture, its keys."""
    found: list[object] = []
    for line in page.replace("Strg+", "Ctrl+").splitlines():
        mark = re.match(r"#+ |- |\d\. |\||!|", line)
        found.append((mark and mark[0], line.count("|"), PICTURE.findall(line), KEY.findall(line)))
    return found


def test_every_page_is_there_with_the_same_headings_lists_tables_pictures_and_keys(language: str) -> None:
    english, pages = guide_pages("en"), guide_pages(language)

    assert [page.name for page in pages] == [page.name for page in english]
    for page, model in zip(pages, english, strict=True):
        if page.name != "keys.md":
            assert shape(page.read_text("utf-8")) == shape(model.read_text("utf-8")), page
    assert {path.stem for path in (GUIDE / language).glob("*.png")} == set(PICTURES), "python -m tests.guide_pictures"
    shown = [name for page in pages for name in PICTURE.findall(page.read_text("utf-8"))]
    assert sorted(shown) == sorted(f"{name}.png" for name in PICTURES)


def test_keys_are_told_as_the_overlay_tells_them(language: str) -> None:
    page = GUIDE / language / "keys.md"

    assert page.read_text("utf-8") == "\n".join(as_guide()) + "\n", f"clearway --language {language} keys > {page}"


def test_pages_and_acts_are_called_as_they_are_in_the_interface(language: str) -> None:
    words = catalogue(language)
    for page, model in zip(guide_pages(language), guide_pages("en"), strict=True):
        text, english = page.read_text("utf-8"), model.read_text("utf-8")
        said = [name for name in CALLED if f"**{name}**" in english or f'"{name}"' in english]
        assert [name for name in said if words.gettext(name) not in text] == [], page


def test_a_language_without_a_guide_has_the_english_one() -> None:
    assert guide_pages(PSEUDO) == guide_pages("en")
    assert Path(guide_pages("en")[0]).parent.name == "en"
