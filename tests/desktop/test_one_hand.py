"""Sizes, colours and icons stand once: no page has any of its own, and nothing is shown that our fonts do not have."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from desktop.widgets.parts.icons import icon_shapes
from resources import font_path, resource_path

ROOT = Path(__file__).parents[2]
PAGES = [*sorted((ROOT / "desktop/console").rglob("*.py")), *sorted((ROOT / "desktop/screens").rglob("*.py"))]
ALLOWED = {"look.py": "puts on the one style sheet", "cover_preview.py": "is a picture of paper"}
OWN = re.compile(r"setStyleSheet\(|#[0-9A-Fa-f]{6}\b|setPixelSize\(|setPointSize|QColor\(\"|\dpx\b")
ICON = re.compile(r"icon=\"([\w-]+)\"|Icon\(\"([\w-]+)\"|show_icon\(\"([\w-]+)\"|paint_icon\(painter, \"([\w-]+)\"")
TEXT = re.compile(r'^msgid(?:_plural)? "(.*)"|^"(.*)"')
STAND_FOR_ICONS = "\u21b5\u25d0\u25cb\u2715\u25cf"


def own_looks(source: str) -> list[str]:
    return [line.strip() for line in source.splitlines() if OWN.search(line)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_no_page_sets_a_size_or_a_colour_of_its_own(page: Path) -> None:
    if page.name not in ALLOWED:
        assert own_looks(page.read_text(encoding="utf-8")) == []


def test_a_look_of_its_own_is_seen() -> None:
    for source in ('x.setStyleSheet("")', 'QColor("red")', 'y = "#AABBCC"', "font.setPixelSize(9)", '"12px"'):
        assert own_looks(source) == [source]


def test_every_icon_that_is_asked_for_is_drawn() -> None:
    sources = (path.read_text(encoding="utf-8") for path in sorted((ROOT / "desktop").rglob("*.py")))
    asked = {name for source in sources for match in ICON.finditer(source) for name in match.groups() if name}
    assert len(asked) > 10
    assert asked - icon_shapes().keys() == set()


def test_every_word_of_the_interface_is_in_its_own_fonts_and_none_stands_for_an_icon() -> None:
    letters: set[str] = set()
    for line in resource_path("translations/clearway.pot").read_text(encoding="utf-8").splitlines():
        if match := TEXT.match(line):
            letters |= set((match[1] or match[2] or "").replace("\\n", "").replace('\\"', '"').replace("\\t", ""))
    known = set(map(chr, TTFont(font_path("SourceSansPro-Regular")).getBestCmap()))
    assert len(letters) > 60
    assert letters - known - {"\\", "\u2068", "\u2069", "\u200b"} == set()
    assert letters & set(STAND_FOR_ICONS) == set()
