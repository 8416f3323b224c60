"""SVG logos: drawn as they are meant, refused or made harmless where they reach for something else."""

from __future__ import annotations

import base64
import io
from contextlib import suppress
from pathlib import Path

import pytest
from pictures import RECTANGLE, png, svg
from PIL import Image
from PySide6.QtGui import QGuiApplication

from desktop.system.svg import rasterise_svg
from models.pictures.logo import LONGEST_SIDE, LogoError, take_logo

CANARY = (255, 0, 255)
"""The colour of a picture elsewhere on the disk, which must never be seen."""


@pytest.fixture(autouse=True)
def _qt(qapp: QGuiApplication) -> None:
    """Drawing needs Qt."""


@pytest.fixture
def canary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A picture beside the work, in the folder in which the test runs."""
    path = tmp_path / "canary.png"
    path.write_bytes(png(40, 20, "#FF00FF"))
    (tmp_path / "canary.svg").write_bytes(svg('<rect id="r" width="40" height="20" fill="#FF00FF"/>'))
    (tmp_path / "canary.css").write_text("rect { fill: #FF00FF }")
    monkeypatch.chdir(tmp_path)
    return path


def drawn(data: bytes) -> Image.Image:
    asset = take_logo(data, "logo.svg", rasterise_svg)
    return Image.open(io.BytesIO(asset.data)).convert("RGBA")


def colours(data: bytes) -> set[tuple[int, ...]]:
    picture = drawn(data)
    picture.thumbnail((200, 200), Image.Resampling.NEAREST)
    return {pixel[:3] for _, pixel in picture.getcolors(picture.width * picture.height) or [] if pixel[3] > 0}


def test_a_plain_drawing_is_drawn_at_its_own_proportions() -> None:
    picture = drawn(svg(RECTANGLE))

    assert picture.size == (LONGEST_SIDE, LONGEST_SIDE // 2)
    assert picture.getpixel((600, 300)) == (0x0E, 0x4A, 0x52, 255)


def test_what_is_not_painted_stays_transparent() -> None:
    picture = drawn(svg('<circle cx="20" cy="10" r="8" fill="#C2334D"/>'))

    assert picture.getpixel((2, 2))[3] == 0
    assert picture.getpixel((600, 300)) == (0xC2, 0x33, 0x4D, 255)


def test_gradients_styles_and_reuse_within_the_drawing_are_allowed() -> None:
    inside = (
        "<style>.a { fill: url(#g) }</style>"
        '<defs><linearGradient id="g"><stop offset="0" stop-color="#0E4A52"/><stop offset="1" stop-color="#0E4A52"/>'
        '</linearGradient><rect id="r" width="20" height="20" fill="url(#g)"/></defs>'
        '<use xlink:href="#r"/><use href="#r" x="20"/>'
    )

    assert drawn(svg(inside)).getpixel((300, 300)) == (0x0E, 0x4A, 0x52, 255)


def test_taking_in_what_was_drawn_changes_nothing() -> None:
    once = take_logo(svg(RECTANGLE), "logo.svg", rasterise_svg)

    assert take_logo(once.data, "logo.svg", rasterise_svg) == once
    assert take_logo(svg(RECTANGLE), "logo.svg", rasterise_svg) == once


def data_url(media_type: str, data: bytes) -> str:
    return f"data:{media_type};base64,{base64.b64encode(data).decode()}"


REACHING = {
    "a script": "<script>alert(1)</script>",
    "a picture by file": '<image href="file://{canary}" width="40" height="20"/>',
    "a picture by path": '<image xlink:href="{canary}" width="40" height="20"/>',
    "a picture by name": '<image xlink:href="canary.png" width="40" height="20"/>',
    "a picture over the network": '<image href="https://example.org/a.png" width="40" height="20"/>',
    "a picture inside": f'<image href="{data_url("image/png", png())}" width="40" height="20"/>',
    "a picture by a prefix": '<s:image xmlns:s="http://www.w3.org/2000/svg" xlink:href="canary.png"/>',
    "a filter's picture": '<filter id="f"><feImage href="{canary}"/></filter><rect filter="url(#f)" width="9"/>',
    "another drawing's part": '<use href="canary.svg#r"/>',
    "another drawing's part by file": '<use xlink:href="file://{folder}/canary.svg#r"/>',
    "a drawing inside a reference": f'<use href="{data_url("image/svg+xml", svg(RECTANGLE))}#r"/>',
    "a link": '<a href="https://example.org">' + RECTANGLE + "</a>",
    "a page": '<foreignObject width="40" height="20"><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>',
    "a style sheet elsewhere": '<style>@import "canary.css";</style>' + RECTANGLE,
    "a style sheet elsewhere by address": "<style>@import url(canary.css);</style>" + RECTANGLE,
    "a style that reaches": "<style>rect {{ fill: url(file://{canary}) }}</style>" + RECTANGLE,
    "a style in two pieces": "<style>rect {{ fill: u<!-- -->rl(canary.png) }}</style>" + RECTANGLE,
    "a style with escapes": r"<style>@im\70ort 'canary.css'; rect {{ fill: u\72l(canary.png) }}</style>" + RECTANGLE,
    "a style in CDATA": "<style><![CDATA[rect {{ fill: url( 'canary.png' ) }}]]></style>" + RECTANGLE,
    "an attribute that reaches": '<rect width="40" height="20" fill="url(canary.svg#g)"/>',
    "a style attribute that reaches": '<rect width="40" height="20" style="fill: URL( &quot;canary.png&quot; )"/>',
    "a mask elsewhere": '<rect width="40" height="20" mask="url(canary.svg#r)"/>',
}


@pytest.mark.qt_log_ignore("Could not resolve property")
@pytest.mark.parametrize("inside", REACHING.values(), ids=REACHING)
def test_a_drawing_that_reaches_for_something_else_never_shows_it(canary: Path, inside: str) -> None:
    text = inside.replace("{canary}", str(canary)).replace("{folder}", str(canary.parent))
    text = text.replace("{{", "{").replace("}}", "}")
    with suppress(LogoError):
        assert CANARY not in colours(svg(text))


@pytest.mark.parametrize("name", [n for n in REACHING if n not in ("a style in two pieces", "a style with escapes")])
def test_a_drawing_that_names_another_file_is_refused_not_drawn_without_it(canary: Path, name: str) -> None:
    text = REACHING[name].replace("{canary}", str(canary)).replace("{folder}", str(canary.parent))

    with pytest.raises(LogoError):
        drawn(svg(text.replace("{{", "{").replace("}}", "}")))


def test_the_harness_would_see_the_canary(canary: Path) -> None:
    assert CANARY in colours(svg('<rect width="40" height="20" fill="#FF00FF"/>'))


ENTITY = '<!DOCTYPE svg [<!ENTITY a "{}">{}]>'
BOMBS = {
    "an entity": svg("&a;", before=ENTITY.format("x", "")),
    "an entity from a file": svg("&b;", before='<!DOCTYPE svg [<!ENTITY b SYSTEM "file:///etc/passwd">]>'),
    "a billion laughs": svg(
        "&a9;",
        before=ENTITY.format("ha" * 9, "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))),
    ),
    "a definition elsewhere with a parameter": svg("", before='<!DOCTYPE svg [<!ENTITY % p SYSTEM "canary.dtd"> %p;]>'),
    "a style sheet named before the drawing": svg(RECTANGLE, before='<?xml-stylesheet href="canary.css"?>'),
    "reuse within reuse": svg(
        '<g id="g0">' + RECTANGLE + "</g>"
        + "".join(f'<g id="g{n}">' + f'<use href="#g{n - 1}"/>' * 10 + "</g>" for n in range(1, 9))
    ),
    "reuse of itself": svg('<g id="g"><use href="#g"/><use href="#g"/></g>' * 12),
    "too many parts": svg("<g/>" * 6_000),
    "a blur a hundred times": svg(
        '<filter id="f"><feGaussianBlur stdDeviation="1e6"/></filter>'
        + '<rect filter="url(#f)" width="40" height="20"/>' * 100
    ),
    "broken": svg("<rect>"),
    "cut short": svg(RECTANGLE)[:-10],
    "another kind of XML": b"<svgs><svg></svg></svgs>",
    "no size": svg("", 'width="0" height="0"'),
    "a name only": b"<svg",
    "zero bytes": b"<svg\0\0></svg>",
}  # fmt: skip


@pytest.mark.parametrize("data", BOMBS.values(), ids=BOMBS)
def test_a_bomb_or_a_broken_drawing_is_refused(canary: Path, data: bytes) -> None:
    with pytest.raises(LogoError):
        drawn(data)


@pytest.mark.parametrize(
    "attributes",
    [
        'width="1000000000" height="1"',
        'width="1e9" height="1e9"',
        'viewBox="0 0 1e30 1e30"',
        'viewBox="-1 -1 nan inf"',
        'width="-5" height="-5"',
        'width="100%" height="100%"',
    ],
)
def test_a_drawing_of_any_claimed_size_is_refused_or_fits(attributes: str) -> None:
    with suppress(LogoError):
        assert max(drawn(svg(RECTANGLE, attributes)).size) <= LONGEST_SIDE


def test_20_000_groups_in_each_other_do_not_end_the_process() -> None:
    with pytest.raises(LogoError):
        drawn(svg("<g>" * 20_000 + "</g>" * 20_000))


def test_4_000_groups_in_each_other_are_refused_or_drawn() -> None:
    with suppress(LogoError):
        drawn(svg("<g>" * 4_000 + RECTANGLE + "</g>" * 4_000))
