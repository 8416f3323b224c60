"""The colour profile of every document: sRGB."""

from __future__ import annotations

import struct
from datetime import date

from PIL import ImageCms

from models.hashes import md5

_CREATED = slice(24, 36)
_FLAGS, _INTENT, _ID = slice(44, 48), slice(64, 68), slice(84, 100)


def srgb_profile(day: date) -> bytes:
    """An ICC profile that says it was made on `day`: the library writes the present moment.

    The profile's id is the MD5 of the rest, reckoned with flags, intent and id empty. (ICC.1, 7.2.18.)
    """
    made = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    made[_CREATED] = struct.pack(">6H", day.year, day.month, day.day, 0, 0, 0)
    made[_ID] = bytes(16)
    plain = bytearray(made)
    plain[_FLAGS] = plain[_INTENT] = bytes(4)
    made[_ID] = md5(plain, usedforsecurity=False).digest()
    return bytes(made)
