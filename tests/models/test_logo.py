"""A logo taken in from outside: checked before it is decoded, scaled down and re-encoded without its metadata."""

from __future__ import annotations

import hashlib
import io
from contextlib import suppress
from typing import NoReturn

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pictures import animated, encoded, png, png_that_claims, svg
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from models.engagement.engagement import Asset
from models.pictures.logo import LARGEST_FILE, LONGEST_SIDE, LogoError, take_logo


def no_svg(data: bytes) -> NoReturn:
    raise AssertionError("taken for an SVG")


def take(data: bytes, name: str = "logo.png") -> Asset:
    return take_logo(data, name, no_svg)


def opened(asset: Asset) -> Image.Image:
    return Image.open(io.BytesIO(asset.data), formats=("PNG",))


SOUND = {
    "a PNG": png(),
    "a JPEG": encoded(Image.new("RGB", (40, 20), "red"), "JPEG"),
    "a CMYK JPEG": encoded(Image.new("CMYK", (40, 20), (0, 255, 255, 0)), "JPEG"),
    "a 16-bit PNG": encoded(Image.new("I;16", (40, 20), 30_000)),
    "a PNG with a palette": encoded(Image.new("P", (40, 20), 3)),
    "a grey PNG with transparency": encoded(Image.new("LA", (40, 20), (9, 80))),
    "a PNG of one bit": encoded(Image.new("1", (40, 20), 1)),
    "one pixel": png(1, 1),
    "a hair line": png(5_000, 1),
}
REFUSED = {
    "a PNG that is transparent throughout": (encoded(Image.new("RGBA", (40, 20), (255, 0, 0, 0))), "draws nothing"),
    "a grey PNG that is transparent throughout": (encoded(Image.new("LA", (40, 20), (9, 0))), "draws nothing"),
    "nothing": (b"", "not a PNG, JPEG or SVG"),
    "a text": (b"hello", "not a PNG, JPEG or SVG"),
    "a web page": (b"<html><body>hello</body></html>", "not a PNG, JPEG or SVG"),
    "a PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "not a PNG, JPEG or SVG"),
    "a GIF": (encoded(Image.new("P", (9, 9)), "GIF"), "not a PNG, JPEG or SVG"),
    "an animated GIF": (animated("GIF"), "not a PNG, JPEG or SVG"),
    "an animated PNG": (animated("PNG"), "is animated"),
    "a TIFF": (encoded(Image.new("RGB", (9, 9)), "TIFF"), "not a PNG, JPEG or SVG"),
    "a PNG cut short": (png(400, 300)[:200], "is broken"),
    "a JPEG cut short": (encoded(Image.effect_noise((400, 300), 90), "JPEG")[:2_000], "is broken"),
    "a PNG of its name only": (b"\x89PNG\r\n\x1a\n", "not a PNG, JPEG or SVG"),
    "a PNG with a flipped bit": (png(400, 300).replace(b"IDAT", b"IDAT\xff", 1), "is broken"),
    "a PNG that claims 10 billion pixels": (png_that_claims(100_000, 100_000), "more than 20 million pixels"),
    "a PNG that claims the most a header can": (png_that_claims(2**31 - 1, 2**31 - 1), "more than 20 million pixels"),
    "a PNG that claims no pixels": (png_that_claims(0, 10), "not a PNG, JPEG or SVG"),
    "a file of more than 10 MB": (b"\x89PNG" + b"\0" * LARGEST_FILE, "larger than 10 MB"),
}


@pytest.mark.parametrize("data", SOUND.values(), ids=SOUND)
def test_a_sound_picture_becomes_a_png_that_is_named_by_its_bytes(data: bytes) -> None:
    asset = take(data)

    assert asset.media_type == "image/png"
    assert asset.id == hashlib.sha256(asset.data).hexdigest()
    assert (opened(asset).format, opened(asset).mode) == ("PNG", "RGBA")
    assert max(opened(asset).size) <= LONGEST_SIDE


@pytest.mark.parametrize("data", SOUND.values(), ids=SOUND)
def test_taking_in_what_came_out_changes_nothing(data: bytes) -> None:
    once = take(data)

    assert take(once.data) == once


@pytest.mark.parametrize(("data", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_used_is_refused_in_words(data: bytes, reason: str) -> None:
    with pytest.raises(LogoError, match=reason):
        take(data)


def test_the_colour_of_a_cmyk_picture_is_kept_near_enough() -> None:
    red, green, blue, opacity = opened(take(SOUND["a CMYK JPEG"])).getpixel((20, 10))

    assert red > 200
    assert max(green, blue) < 60
    assert opacity == 255


def test_a_mid_grey_of_16_bits_does_not_turn_white() -> None:
    assert opened(take(encoded(Image.new("I;16", (40, 20), 32_768)))).getpixel((20, 10)) == (128, 128, 128, 255)


def test_a_large_picture_is_scaled_down_in_proportion() -> None:
    assert opened(take(png(3_000, 1_000))).size == (LONGEST_SIDE, LONGEST_SIDE // 3)


def test_a_small_picture_keeps_its_size() -> None:
    assert opened(take(png(37, 19))).size == (37, 19)


def test_what_a_picture_says_about_its_maker_is_left_out() -> None:
    info = PngInfo()
    info.add_text("Author", "Eve Canary")
    info.add_text("Comment", "x" * 1000, zip=True)
    exif = Image.Exif()
    exif[0x010E] = "Eve Canary at home"
    pictures = (
        encoded(Image.new("RGB", (9, 9)), pnginfo=info),
        encoded(Image.new("RGB", (9, 9)), "JPEG", exif=exif),
        png() + b"Eve Canary behind the end",
    )

    assert all(b"Canary" in data for data in pictures)
    assert all(b"Canary" not in take(data).data for data in pictures)


def test_a_long_name_is_shortened() -> None:
    assert take(png(), "x" * 5_000).name == "x" * 200


def test_an_svg_goes_to_the_one_who_can_draw_it() -> None:
    given_data: list[bytes] = []

    def draw(data: bytes) -> bytes:
        given_data.append(data)
        return png()

    drawing = b"\xef\xbb\xbf\n" + svg("")
    asset = take_logo(drawing, "logo.svg", draw)

    assert given_data == [drawing]
    assert asset.data == take(png()).data


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_whatever_raise_anything_but_a_refusal(data: bytes) -> None:
    with pytest.raises(LogoError):
        take_logo(b"\x89PNG\r\n\x1a\n" + data, "logo", no_svg)


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 400), st.integers(0, 255))
def test_one_wrong_byte_is_refused_or_harmless(place: int, byte: int) -> None:
    data = bytearray(encoded(Image.effect_noise((30, 30), 90)))
    data[place % len(data)] = byte
    with suppress(LogoError):
        assert max(opened(take(bytes(data))).size) <= LONGEST_SIDE
