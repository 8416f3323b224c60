"""Takes in a logo from outside: checked before it is decoded, scaled down, and re-encoded without its metadata."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable

from PIL import Image, UnidentifiedImageError

from models.engagement.engagement import Asset
from models.hashes import sha256
from models.values.refusal import Refusal
from resources.words import marked

LARGEST_FILE = 10_000_000
"""Bytes."""
MOST_PIXELS = 20_000_000
_TOO_MANY_PIXELS = marked("The logo has more than 20 million pixels. Save a smaller one and choose it again.")
LONGEST_SIDE = 1200
"""Pixels: prints sharply at 8 cm and keeps the library small."""


class LogoError(Refusal):
    """A picture that cannot be used; str() says why and what to do, for people."""


class BlankLogoError(LogoError):
    """A picture that nobody could see."""


def take_logo(data: bytes, name: str, rasterise_svg: Callable[[bytes], bytes]) -> Asset:
    """A PNG of at most 1200 pixels a side. `rasterise_svg` turns a harmless SVG into a PNG. Raises LogoError.

    Taking in what came out gives the same bytes, so a logo keeps its id when it is exported and imported.
    """
    if len(data) > LARGEST_FILE:
        raise LogoError("The logo's file is larger than 10 MB. Save a smaller one and choose it again.")
    if _looks_like_svg(data):
        data = rasterise_svg(data)
    picture = _decoded(data)
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    if picture.getchannel("A").getbbox() is None:
        raise BlankLogoError("The logo draws nothing: all of it is transparent. Choose another picture.")
    buffer = io.BytesIO()
    picture.save(buffer, "PNG", optimize=False, compress_level=6)
    encoded = buffer.getvalue()
    return Asset(id=sha256(encoded), name=name[:200], media_type="image/png", data=encoded)


def _looks_like_svg(data: bytes) -> bool:
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return head.startswith(b"<") and (b"<svg" in data[:100_000].lower())


def _decoded(data: bytes) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            picture = Image.open(io.BytesIO(data), formats=("PNG", "JPEG"))
            if picture.width * picture.height > MOST_PIXELS:
                raise LogoError(_TOO_MANY_PIXELS)
            if getattr(picture, "n_frames", 1) > 1:
                raise LogoError("The logo is animated. Save it as a still picture and choose it again.")
            if picture.mode.startswith("I"):
                # Converted as it is, every grey of 16 bits above 255 would turn white.
                return picture.convert("I").point(lambda grey: grey / 256).convert("L").convert("RGBA")
            return picture.convert("RGBA")
    except Image.DecompressionBombError as error:
        raise LogoError(_TOO_MANY_PIXELS) from error
    except UnidentifiedImageError as error:
        raise LogoError("The file is not a PNG, JPEG or SVG picture.") from error
    except (OSError, SyntaxError, ValueError) as error:
        raise LogoError("The picture is broken and cannot be read. Save it again and choose it once more.") from error
