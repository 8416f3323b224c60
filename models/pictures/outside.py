"""A picture from outside: told by its bytes, checked before it is decoded, and rid of all but what it shows.

What a camera writes beside a picture (place, time, its own number, a small copy of the whole) is never copied: the
picture is turned upright, brought to the colours of a screen, and written anew from its pixels alone.
"""

from __future__ import annotations

import io
import struct
import warnings
from typing import TypeVar

from PIL import Image, ImageCms, UnidentifiedImageError

from models.frozen import frozen
from models.values.refusal import Refusal

LONGEST_SIDE = 2560
"""Pixels: sharp on a wall of 4K at two thirds of its width, and whole on a printed page."""
SMALL_SIDE = 240
"""Pixels of the longer side of a thumbnail."""
MOST_PIXELS = 64_000_000
"""What a telephone of today takes with all its pixels."""
LARGEST_PROFILE = 2_000_000
"""Bytes of a colour profile: larger ones are passed over."""
LARGEST_LOSSLESS = 1_500_000
"""Bytes up to which a screenshot stays a PNG."""
QUALITY, SMALL_QUALITY = 86, 80
_BEGINS = {
    b"\xff\xd8\xff": "JPEG",
    b"\x89PNG\r\n\x1a\n": "PNG",
    b"GIF87a": "GIF",
    b"GIF89a": "GIF",
    b"II*\0": "TIFF",
    b"MM\0*": "TIFF",
}
_UNREAD = (b"\xff\x0a", b"\0\0\0\x0cJXL ", b"\0\0\0\x0cjP  ", b"FUJIFILMCCD-RAW", b"8BPS")
"""JPEG XL, JPEG 2000, a camera's own format, Photoshop."""
_UNREAD_BRANDS = (b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1", b"avif", b"avis", b"crx ")
_BITMAP_HEADERS = frozenset({12, 40, 52, 56, 64, 108, 124})
_LOSSLESS = frozenset({"PNG", "GIF", "BMP"})
_FORMATS = ("JPEG", "PNG", "GIF", "BMP", "TIFF", "WEBP")
_ORIENTATION, _RAW_TAGS = 0x0112, (50706, 330)
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_BROKEN = (OSError, SyntaxError, ValueError, TypeError, KeyError, IndexError, OverflowError, EOFError, struct.error)
"""What Pillow raises for files that are not what they say."""
P = TypeVar("P", bound=Image.Image)


@frozen
class Cleaned:
    """A picture as it is kept, with the same made small."""

    data: bytes
    media_type: str
    thumbnail: bytes
    """A JPEG."""


def is_picture(data: bytes) -> bool:
    """Whether a file is a picture by its bytes, whatever it is called; also one of a kind that is not read."""
    return bool(_format(data)) or _is_unread(data)


def cleaned(data: bytes, name: str) -> Cleaned:
    """The picture upright, at most 2,560 pixels a side, and nothing of what its camera wrote. Raises Refusal."""
    if _is_unread(data):
        raise Refusal(
            "“{name}” is a picture of a kind that Clearway does not read (HEIC, AVIF, or a camera's own). Save it as "
            "JPEG or PNG and choose that; a telephone sends JPEG where “most compatible” is set.",
            name=name,
        )
    lossless = _format(data) in _LOSSLESS
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            picture = _plain(_checked(Image.open(io.BytesIO(data), formats=_FORMATS), name))
    except Image.DecompressionBombError as error:
        raise _too_many_pixels(name) from error
    except UnidentifiedImageError as error:
        raise _broken(name) from error
    except _BROKEN as error:
        raise _broken(name) from error
    kept, media_type = _encoded(picture, lossless)
    picture.thumbnail((SMALL_SIDE, SMALL_SIDE))
    return Cleaned(kept, media_type, _jpeg(picture, SMALL_QUALITY))


def _format(data: bytes) -> str:
    """What the first bytes say that it is; empty for no picture that is read."""
    found = next((kind for beginning, kind in _BEGINS.items() if data.startswith(beginning)), "")
    if not found and data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        found = "WEBP"
    if not found and data[:2] == b"BM" and len(data) > 18 and struct.unpack("<I", data[14:18])[0] in _BITMAP_HEADERS:
        found = "BMP"
    return found


def _is_unread(data: bytes) -> bool:
    brands = [data[n : n + 4] for n in (8, *range(16, 64, 4))] if data[4:8] == b"ftyp" else []
    return data.startswith(_UNREAD) or any(brand in _UNREAD_BRANDS for brand in brands)


def _checked(picture: P, name: str) -> P:
    """The same, not decoded yet, where it can be taken."""
    if picture.width * picture.height > MOST_PIXELS:
        raise _too_many_pixels(name)
    if picture.format != "MPO" and getattr(picture, "is_animated", False):
        raise Refusal(
            "“{name}” moves, or has several pages. Save the one picture that counts by itself and choose that.",
            name=name,
        )
    if picture.format == "TIFF" and any(tag in getattr(picture, "tag_v2", {}) for tag in _RAW_TAGS):
        raise Refusal("“{name}” is a camera's raw picture. Save it as JPEG and choose that.", name=name)
    return picture


def _plain(picture: Image.Image) -> Image.Image:
    """Decoded, upright, in the colours of a screen, without transparency; pixels and nothing else."""
    picture.draft(picture.mode, (LONGEST_SIDE, LONGEST_SIDE))  # a JPEG is decoded no larger than is wanted
    picture.load()
    turn = _UPRIGHT.get(_orientation(picture))
    profile = picture.info.get("icc_profile")
    plain = _eight_bits(picture)
    plain.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    plain = _in_screen_colours(_without_transparency(plain), profile)
    upright = plain.transpose(turn) if turn is not None else plain
    fresh = Image.new(upright.mode, upright.size)
    fresh.paste(upright)
    return fresh


def _orientation(picture: Image.Image) -> int:
    try:
        return int(picture.getexif().get(_ORIENTATION, 1))
    except _BROKEN:
        return 1  # a camera that writes nonsense held it somehow


def _eight_bits(picture: Image.Image) -> Image.Image:
    """In a mode that can be made smaller without steps."""
    if picture.mode.startswith("I;16"):
        return picture.convert("I").point(lambda grey: grey / 256).convert("L")
    if picture.mode in ("I", "F"):
        low, high = picture.getextrema()
        span = (float(high) - float(low)) or 1.0  # type: ignore[arg-type]
        return picture.convert("F").point(lambda grey: (grey - float(low)) * 255 / span).convert("L")  # type: ignore[arg-type]
    if picture.mode in ("L", "RGB", "CMYK", "RGBA", "LAB"):
        return picture
    if picture.has_transparency_data:
        return picture.convert("RGBA")
    return picture.convert("L" if picture.mode == "1" else "RGB")


def _without_transparency(picture: Image.Image) -> Image.Image:
    if not picture.has_transparency_data:
        return picture
    shown = picture.convert("RGBA")
    ground = Image.new("RGB", shown.size, "white")
    ground.paste(shown, mask=shown.getchannel("A"))
    return ground


def _in_screen_colours(picture: Image.Image, profile: object) -> Image.Image:
    """A telephone's colours are wider than a screen's; without its profile they would look pale."""
    wanted = "L" if picture.mode == "L" else "RGB"
    if isinstance(profile, bytes) and 0 < len(profile) <= LARGEST_PROFILE and picture.mode in ("RGB", "CMYK"):
        try:
            source, screen = ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB")
            made = ImageCms.profileToProfile(picture, source, screen, outputMode="RGB")
        except (ImageCms.PyCMSError, *_BROKEN):
            made = None  # a profile of something else
        if made is not None:
            return made
    return picture.convert(wanted)


def _encoded(picture: Image.Image, lossless: bool) -> tuple[bytes, str]:
    if lossless:
        buffer = io.BytesIO()
        picture.save(buffer, "PNG", compress_level=6)
        if buffer.tell() <= LARGEST_LOSSLESS:
            return buffer.getvalue(), "image/png"
    return _jpeg(picture, QUALITY), "image/jpeg"


def _jpeg(picture: Image.Image, quality: int) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=quality, optimize=True)
    return buffer.getvalue()


def _too_many_pixels(name: str) -> Refusal:
    return Refusal(
        "“{name}” has more than {most} million pixels. Save a smaller one and choose it again.",
        name=name,
        most=MOST_PIXELS // 1_000_000,
    )


def _broken(name: str) -> Refusal:
    return Refusal("“{name}” is broken and cannot be read. Save it again and choose it once more.", name=name)
