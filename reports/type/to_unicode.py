"""The table in a PDF that says what the codes of a font stand for, so that text can be searched and read aloud."""

from __future__ import annotations

from collections.abc import Mapping

BLOCK = 100
"""Most entries in one block. (ISO 32000-1, 9.10.3.)"""


def to_unicode(letters: Mapping[int, str], digits: int) -> bytes:
    """The table for codes of so many hexadecimal digits: 2 or 4."""
    lines = [f"<{code:0{digits}X}> <{text.encode('utf-16-be').hex().upper()}>" for code, text in letters.items()]
    blocks = [lines[start : start + BLOCK] for start in range(0, len(lines), BLOCK)]
    body = "\n".join(f"{len(b)} beginbfchar\n" + "\n".join(b) + "\nendbfchar" for b in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<{'0' * digits}> <{'F' * digits}>\nendcodespacerange\n"
        f"{body}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")
