"""Files taken in as evidence: pictures upright, small and without what a camera wrote, anything else as it is."""

from __future__ import annotations

import hashlib
import io
import random
import zlib
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pictures import animated, chunk, encoded, png, png_that_claims
from PIL import Image, ImageCms
from PIL.ExifTags import GPS, IFD, Base

from models.engagement.edit import apply_edit, edit_on
from models.engagement.engagement import Asset, Engagement
from models.engagement.evidence import Beside, Room
from models.pictures.kept import (
    LARGEST_FILE,
    MOST_BESIDE,
    MOST_OF_ENGAGEMENT,
    MOST_OF_LIBRARY,
    attaching,
    check_room,
    take_in,
)
from models.pictures.naming import file_name, shown_name
from models.pictures.outside import LARGEST_LOSSLESS, LONGEST_SIDE, SMALL_SIDE
from models.values.refusal import Refusal

PLANTED = (b"Canon EOS Planted", b"SN-48151623", b"Rahel Planted", b"2031:05:06 07:08:09", b"planted-note")


def camera_exif(orientation: int) -> Image.Exif:
    """What a camera writes: who made it, when, where on earth, its own notes."""
    exif = Image.Exif()
    exif[Base.Make], exif[Base.Model], exif[Base.Artist] = "Canon", PLANTED[0].decode(), PLANTED[2].decode()
    exif[Base.Orientation], exif[Base.DateTime] = orientation, PLANTED[3].decode()
    exif.get_ifd(IFD.Exif).update(
        {Base.BodySerialNumber: PLANTED[1].decode(), Base.MakerNote: PLANTED[4], Base.DateTimeOriginal: PLANTED[3]}
    )
    place = {GPS.GPSLatitudeRef: "N", GPS.GPSLatitude: (52.0, 5.0, 27.61), GPS.GPSLongitudeRef: "E"}
    exif.get_ifd(IFD.GPSInfo).update({**place, GPS.GPSLongitude: (5.0, 7.0, 17.3), GPS.GPSAltitude: 4.5})
    return exif


def photo(kind: str = "JPEG", orientation: int = 6, size: tuple[int, int] = (600, 400)) -> bytes:
    """As it lies in the camera: red at the left, blue at the right, and a description in two more ways."""
    picture = Image.new("RGB", size, "red")
    picture.paste("blue", (size[0] // 2, 0, *size))
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + PLANTED[4] + b" geo:lat='52.09'</x:xmpmeta>"
    options = {"comment": PLANTED[4]} if kind == "JPEG" else {}
    return encoded(picture, kind, exif=camera_exif(orientation).tobytes(), xmp=xmp, **options)


def opened(asset: Asset | None) -> Image.Image:
    assert asset is not None
    return Image.open(io.BytesIO(asset.data))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_nothing_that_a_camera_wrote_is_kept(kind: str) -> None:
    data = photo(kind)
    assert all(word in data for word in PLANTED[:4]), "what is looked for has to have been there"
    assert Image.open(io.BytesIO(data)).getexif().get_ifd(IFD.GPSInfo)[GPS.GPSLatitude] == (52.0, 5.0, 27.61)

    taken = take_in(data, "photo")

    assert taken.original is None
    for asset in taken.assets:
        assert not any(word in asset.data for word in (*PLANTED, b"Exif", b"ICC_PROFILE", b"xmpmeta", b"iTXt", b"eXIf"))
        assert dict(opened(asset).getexif()) == {}
        assert not opened(asset).info.keys() - {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_a_photo_stands_upright() -> None:
    for orientation, top in ((1, None), (3, None), (6, "red"), (8, "blue")):
        picture = opened(take_in(photo(orientation=orientation), "photo.jpg").file)
        assert picture.size == ((400, 600) if top else (600, 400))
        if top:
            red, _, blue = picture.getpixel((200, 20))
            assert (red > 200, blue > 200) == (top == "red", top == "blue")
    red, _, blue = opened(take_in(photo(orientation=3), "photo.jpg").file).getpixel((20, 200))
    assert blue > 200 > red


def test_a_large_picture_is_made_smaller_and_has_a_thumbnail() -> None:
    taken = take_in(encoded(Image.radial_gradient("L").resize((5200, 3000)), "JPEG"), "large.jpg")

    assert opened(taken.file).size == (LONGEST_SIDE, 1477)
    assert max(opened(taken.thumbnail).size) == SMALL_SIDE
    assert len(taken.thumbnail.data if taken.thumbnail else b"") < 30_000


def test_the_original_is_kept_beside_where_it_is_wished() -> None:
    data = photo()
    taken = take_in(data, "rota.jpg", keep_original=True)

    assert taken.original is not None
    assert (taken.original.data, taken.original.name) == (data, "rota.jpg")
    assert taken.file.data != data
    assert {asset.id for asset in taken.assets} == {hashlib.sha256(a.data).hexdigest() for a in taken.assets}


READ = {
    "a CMYK JPEG": encoded(Image.new("CMYK", (40, 20), (0, 255, 255, 0)), "JPEG"),
    "a 16-bit PNG": encoded(Image.new("I;16", (40, 20), 30_000)),
    "a TIFF of 32 bits a grey": encoded(Image.new("I", (40, 20), 30_000), "TIFF"),
    "a TIFF of fractions": encoded(Image.new("F", (40, 20), 0.3), "TIFF"),
    "a PNG with a palette and a transparent colour": encoded(Image.new("P", (40, 20), 3), transparency=3),
    "a grey PNG with transparency": encoded(Image.new("LA", (40, 20), (9, 80))),
    "a PNG of one bit": encoded(Image.new("1", (40, 20), 1)),
    "one pixel": png(1, 1),
    "a hair line": png(5_000, 1),
    "a still GIF": encoded(Image.new("P", (40, 20)), "GIF"),
    "a bitmap": encoded(Image.new("RGB", (40, 20)), "BMP"),
    "a WebP with transparency": encoded(Image.new("RGBA", (40, 20), (9, 9, 9, 9)), "WEBP"),
    "a JPEG of two, as telephones take portraits": encoded(
        Image.new("RGB", (40, 20), "red"), "MPO", save_all=True, append_images=[Image.new("RGB", (40, 20))]
    ),
    "a JPEG whose profile is none": encoded(Image.new("RGB", (40, 20)), "JPEG", icc_profile=b"none" * 40),
    "a picture whose camera wrote nonsense": encoded(
        Image.new("RGB", (40, 20)), "JPEG", exif=b"Exif\0\0II*\0\x08\0\0\0\xff\xff" + b"\xfe" * 90
    ),
}
REFUSED = {
    "nothing": (b"", "is empty"),
    "an animated GIF": (animated("GIF"), "moves, or has several pages"),
    "an animated PNG": (animated("PNG"), "moves, or has several pages"),
    "an animated WebP": (animated("WEBP"), "moves, or has several pages"),
    "a TIFF of two pages": (animated("TIFF"), "moves, or has several pages"),
    "HEIC": (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 90, "kind that Clearway does not read"),
    "HEIC by its second name": (b"\0\0\0\x18ftypXXXX\0\0\0\0XXXXmif1" + b"\0" * 90, "does not read"),
    "AVIF": (b"\0\0\0\x1cftypavif\0\0\0\0mif1miaf" + b"\0" * 90, "does not read"),
    "JPEG XL": (b"\xff\x0a" + b"\0" * 90, "does not read"),
    "a camera's raw picture": (
        encoded(Image.new("RGB", (40, 20)), "TIFF", tiffinfo={50706: b"\x01\x04\0\0"}), "raw picture"
    ),
    "a PNG cut short": (png(400, 300)[:200], "is broken"),
    "a JPEG cut short": (encoded(Image.effect_noise((400, 300), 90), "JPEG")[:2_000], "is broken"),
    "a PNG of its name only": (b"\x89PNG\r\n\x1a\n", "is broken"),
    "a JPEG of its name only": (b"\xff\xd8\xff\xe1", "is broken"),
    "a PNG that claims 10 billion pixels": (png_that_claims(100_000, 100_000), "more than 64 million pixels"),
    "a PNG that claims 100 million pixels": (png_that_claims(10_000, 10_000), "more than 64 million pixels"),
    "a PNG with a bomb of words": (
        png()[:33] + chunk(b"zTXt", b"a\0\0" + zlib.compress(b"\0" * 200_000_000)) + png()[33:],
        "is broken",
    ),
    "a picture of more than 60 MB": (b"\xff\xd8\xff" + b"\0" * 60_000_000, "larger than 60 MB"),
    "another file of more than 25 MB": (b"%PDF" + b"\0" * LARGEST_FILE, "larger than 25 MB"),
}  # fmt: skip


@pytest.mark.parametrize("data", READ.values(), ids=READ)
def test_every_sound_picture_is_kept_plain(data: bytes) -> None:
    taken = take_in(data, "picture")

    assert taken.file.media_type in ("image/png", "image/jpeg")
    assert opened(taken.file).mode in ("RGB", "L")
    assert opened(taken.file).format == taken.file.media_type.removeprefix("image/").upper()
    assert take_in(taken.file.data, taken.file.name).file.media_type == taken.file.media_type


@pytest.mark.parametrize(("data", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_taken_is_refused_in_a_sentence(data: bytes, reason: str) -> None:
    with pytest.raises(Refusal, match=reason):
        take_in(data, "picture.jpg")


def test_what_is_transparent_lies_on_white_and_greys_stay_what_they_are() -> None:
    assert opened(take_in(READ["a grey PNG with transparency"], "a").file).getpixel((5, 5)) == (178, 178, 178)
    assert opened(take_in(READ["a 16-bit PNG"], "a").file).getpixel((5, 5)) == 117


def test_the_wider_colours_of_a_telephone_are_brought_to_those_of_a_screen() -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    wide = encoded(Image.new("RGB", (40, 20), (200, 90, 40)), "JPEG", icc_profile=lab)
    assert opened(take_in(wide, "a").file).getpixel((5, 5))[0] > 150, "a profile of other colours is passed over"
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    own = encoded(Image.new("RGB", (40, 20), (200, 90, 40)), "JPEG", icc_profile=srgb)
    assert opened(take_in(own, "a").file).getpixel((5, 5)) == pytest.approx((200, 90, 40), abs=4)


def test_a_picture_is_told_by_its_bytes_and_called_what_it_is() -> None:
    named = {"IMG.PNG": photo(), "rota.webp": photo("WEBP"), "screen.jpg": png(), "ok.JPEG": photo()}
    assert [take_in(data, name).file.name for name, data in named.items()] == [
        "IMG.jpg", "rota.jpg", "screen.png", "ok.JPEG",
    ]  # fmt: skip
    assert take_in(b"BMW: minutes of the meeting", "BMW.bmp").thumbnail is None


def test_a_screenshot_stays_sharp_unless_it_is_large() -> None:
    assert take_in(png(1600, 900), "screen.png").file.media_type == "image/png"
    noisy = Image.frombytes("RGB", (1200, 900), random.Random(1).randbytes(1200 * 900 * 3))
    assert len(encoded(noisy)) > LARGEST_LOSSLESS
    assert take_in(encoded(noisy), "screen.png").file.media_type == "image/jpeg"


def test_any_other_file_is_kept_as_it_is() -> None:
    for data in (b"%PDF-1.7 planted", b"MZ\x90", b"#!/bin/sh\nrm -rf ~", b"<svg onload='x()'/>", b"\0"):
        taken = take_in(data, "a.bin")
        assert (taken.file.data, taken.file.media_type, taken.thumbnail) == (data, "application/octet-stream", None)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\Ann\\rota.pdf", "rota.pdf"),
        ("a\n\t\0b.txt", "a b.txt"),
        ("invoice\u202efdp.exe", "invoice fdp.exe"),
        ("", "file"),
        ("..", ".."),
        ("x" * 300 + ".jpeg", "x" * 109 + ".jpeg"),
        ("y" * 300, "y" * 120),
    ],
)
def test_a_name_is_shown_without_what_hides_in_it(name: str, shown: str) -> None:
    assert shown_name(name) == shown


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("a:b?.pdf", "a b.pdf"),
        ("CON.txt", "CON_.txt"),
        ("..", "file"),
        (".bashrc", "bashrc"),
        ("rota.", "rota"),
        ("信件.jpg", "信件.jpg"),
    ],
)
def test_a_name_is_one_that_every_system_takes(name: str, called: str) -> None:
    assert file_name(name) == called


def test_room_is_told_before_it_is_used_up() -> None:
    taken = take_in(b"abc", "a.txt")
    check_room(taken, Room(MOST_OF_ENGAGEMENT - 3, MOST_OF_LIBRARY - 3))
    with pytest.raises(Refusal, match="more than 400 MB"):
        check_room(taken, Room(MOST_OF_ENGAGEMENT - 2, 0))
    with pytest.raises(Refusal, match="more than 4 GB"):
        check_room(taken, Room(0, MOST_OF_LIBRARY - 2))


def test_one_place_holds_as_many_as_can_be_seen(sample: Engagement) -> None:
    taken, beside = take_in(b"abc", "a.txt"), Beside(sign_id="ownership-gap")
    now = sample.pilot.created
    for _ in range(MOST_BESIDE):
        sample = apply_edit(sample, edit_on(sample, attaching(sample, beside, taken, now)))
    held = [e for e in sample.current.evidence if e.sign_id == "ownership-gap"]
    assert [e.position for e in held] == list(range(MOST_BESIDE))
    with pytest.raises(Refusal, match="No more than 100 files"):
        attaching(sample, beside, taken, now)


@pytest.mark.expects_log  # the library that reads pictures logs some of what it meets in them
@settings(max_examples=120, suppress_health_check=[HealthCheck.too_slow])
@given(
    kind=st.sampled_from(["JPEG", "PNG", "WEBP", "TIFF", "GIF", "BMP"]),
    changes=st.lists(st.tuples(st.integers(0, 1500), st.integers(0, 255)), min_size=1, max_size=8),
    cut=st.integers(0, 400),
)
def test_whatever_a_file_holds_it_is_taken_or_refused(kind: str, changes: list[tuple[int, int]], cut: int) -> None:
    data = bytearray(FUZZED[kind])
    for place, value in changes:
        data[place % len(data)] = value
    with suppress(Refusal):
        taken = take_in(bytes(data[: len(data) - cut % len(data)]), "a.jpg")
        assert taken.thumbnail is None or max(opened(taken.file).size) <= LONGEST_SIDE


FUZZED = {kind: photo(kind, size=(60, 40)) for kind in ("JPEG", "PNG", "WEBP", "TIFF")} | {
    kind: encoded(Image.new("P", (60, 40)), kind) for kind in ("GIF", "BMP")
}
