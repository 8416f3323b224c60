"""What is refused before a file is even parsed: ten million empty lists are 20 MB of text and a gigabyte of memory."""

from __future__ import annotations

import re

LARGEST_FILE = 32_000_000
"""Bytes: room for two logos and thousands of notes."""
MOST_VALUES = 300_000
"""Lists, objects and what stands in them, all in all: dozens of large workshops."""
_BEGINS = b",[{"
_TOKEN = re.compile(rb'[,\[{]|"(?:[^"\\]++|\\.)*+(?:"|\\?\Z)', re.DOTALL)
"""What begins another value, or a whole text. One that does not end reaches to the end, so nothing is read twice."""


def holds_too_much(source: bytes) -> bool:
    """Whether a JSON text in UTF-8 holds more values than an engagement can."""
    if len(source) - len(source.translate(None, _BEGINS)) <= MOST_VALUES:
        return False  # most of these stand within texts, and even so there are few
    values = 0
    for n, token in enumerate(_TOKEN.finditer(source)):
        values += not token[0].startswith(b'"')
        if values > MOST_VALUES or n > 3 * MOST_VALUES:
            return True
    return False
