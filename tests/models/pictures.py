"""Pictures to choose as a logo: sound ones, and ones that are broken, huge, animated or not pictures at all."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image


def encoded(picture: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    """The bytes of a picture's file."""
    buffer = io.BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


def png(width: int = 40, height: int = 20, colour: str = "#0E4A52") -> bytes:
    return encoded(Image.new("RGB", (width, height), colour))


def animated(kind: str) -> bytes:
    """Two frames, as an APNG or a GIF."""
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("red", "blue")]
    return encoded(frames[0], kind, save_all=True, append_images=frames[1:], duration=100)


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png_that_claims(width: int, height: int) -> bytes:
    """A PNG whose header claims any size, with next to no data behind it."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 64)) + chunk(b"IEND", b"")
    )


def svg(inside: str, attributes: str = 'viewBox="0 0 40 20"', before: str = "") -> bytes:
    """An SVG drawing with `inside` in it."""
    names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"{before}<svg {names} {attributes}>{inside}</svg>".encode()


RECTANGLE = '<rect width="40" height="20" fill="#0E4A52"/>'
