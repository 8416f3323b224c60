"""The text of a file from outside, whatever wrote it: never more of it than is sensible, never what is no text."""

from __future__ import annotations

import codecs

from models.values.refusal import Refusal

LARGEST_FILE = 5_000_000
"""Bytes: a hundred cards with photographs."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LOOKED_AT = 400
"""Bytes, in which a text in UTF-16 that does not say so shows itself by its zeros."""


def text_of(data: bytes) -> str:
    """The text. Raises Refusal where it is too large, or none."""
    if len(data) > LARGEST_FILE:
        raise Refusal("The file is larger than 5 MB. Save the people you need on their own and take that file.")
    if data.startswith(b"PK\x03\x04"):
        raise Refusal("This is a workbook or an archive. Open it, copy the rows and paste them here.")
    text = _decoded(data)
    if any(c < " " and c not in "\t\n\r\f\v\x1a" for c in text):
        raise Refusal("This file holds no text. An invitation (.ics), cards (.vcf) or a list (.csv) can be read.")
    return text


def _decoded(data: bytes) -> str:
    for mark, coding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(coding, "replace")
    if coding := _coding_by_zeros(data[:_LOOKED_AT]):
        return data.decode(coding, "replace")
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _coding_by_zeros(head: bytes) -> str:
    """Of texts mostly in Latin letters, every second byte is zero; empty where it is not."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    most = len(head) // 2
    if most and odd > most * 0.6 and even < most * 0.1:
        return "utf-16-le"
    return "utf-16-be" if most and even > most * 0.6 and odd < most * 0.1 else ""
