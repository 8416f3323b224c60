"""The type scale of the documents. Sizes and leadings are in points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from models.frozen import frozen
from reports.type.fonts import SANS, SANS_SEMIBOLD, SERIF, SERIF_SEMIBOLD
from reports.type.ink import AMBER, GREEN, INK, MUTED, RED


@frozen
class TypeStyle:
    """What tells one use of type from another."""

    font: str
    size: float
    leading: float
    colour: str = INK
    before: float = 0
    after: float = 0
    right: bool = False
    keep_with_next: bool = False
    indent: float = 0
    """Points left free on the right."""


@lru_cache(maxsize=8)
def type_styles(primary: str, accent: str) -> Mapping[str, TypeStyle]:
    """Every use of type in the documents by name, in the brand's colours (already legible on white).

    Made once for a brand.
    """
    return {**_pages(primary, accent), **_tables(primary), **_sheets(primary, accent)}


def _pages(primary: str, accent: str) -> dict[str, TypeStyle]:
    """Titles, sections and running text."""
    text, caption = TypeStyle(SANS, 8.9, 12), TypeStyle(SANS, 7.4, 10, MUTED)
    serif = TypeStyle(SERIF, 12.5, 17)
    return {
        "kicker": TypeStyle(SANS_SEMIBOLD, 8.2, 10.5, accent, before=34, after=3, keep_with_next=True),
        "title": TypeStyle(SERIF_SEMIBOLD, 22, 26, primary, after=6, keep_with_next=True),
        "lead": TypeStyle(SERIF, 12.5, 18, after=14),
        "question": TypeStyle(SERIF_SEMIBOLD, 12, 15.5, primary),
        "section": TypeStyle(SANS_SEMIBOLD, 9.6, 12.5, primary, before=16, after=4, keep_with_next=True),
        "section-first": TypeStyle(SANS_SEMIBOLD, 9.6, 12.5, primary, before=4, after=4, keep_with_next=True),
        "section-note": replace(caption, after=4, keep_with_next=True),
        "body": replace(text, after=6),
        "text": text,
        "text-strong": replace(text, font=SANS_SEMIBOLD),
        "text-late": replace(text, font=SANS_SEMIBOLD, colour=RED),
        "text-muted": replace(text, colour=MUTED),
        "text-brand": replace(text, font=SANS_SEMIBOLD, colour=primary),
        "after-tables": replace(text, colour=MUTED, before=6, after=6),
        "caption": caption,
        "source": replace(caption, before=6, after=10),
        "quote": TypeStyle(SERIF, 12.5, 16.5, primary),
        "decision": serif,
        "last-words": TypeStyle(SERIF, 11, 15, primary, before=18),
        "closing-line": TypeStyle(SERIF, 11, 15, primary),
        "contents-page": TypeStyle(SANS_SEMIBOLD, 8.9, 12, primary),
        "contents-kicker": caption,
        "contents-title": TypeStyle(SANS_SEMIBOLD, 9.6, 12.5),
    }


def _tables(primary: str) -> dict[str, TypeStyle]:
    """Cells, their heads and what names a group of rows; `dense` ones for tables that are to hold on a page."""
    cell, dense, tight = TypeStyle(SANS, 8.3, 10.8), TypeStyle(SANS, 7.9, 10), TypeStyle(SANS, 7.4, 9.2)
    head = TypeStyle(SANS_SEMIBOLD, 7.8, 10, MUTED)
    found = {
        "group": TypeStyle(SANS_SEMIBOLD, 8.8, 11.5, primary),
        "group-right": TypeStyle(SANS, 7.9, 11.5, MUTED, right=True),
        "table-name": TypeStyle(SANS_SEMIBOLD, 9.6, 12.5, primary, before=14, after=4),
        "head": head,
        "head-right": replace(head, right=True),
        "number": TypeStyle(SERIF_SEMIBOLD, 11.5, 11.5, primary),
        "dissent": TypeStyle(SERIF, 10.5, 13.5, primary),
    }
    for name, plain in (("cell", cell), ("dense", dense), ("tight", tight)):
        strong = replace(plain, font=SANS_SEMIBOLD)
        found |= {
            name: plain,
            f"{name}-strong": strong,
            f"{name}-muted": replace(plain, colour=MUTED),
            f"{name}-note": replace(plain, before=3),
            f"{name}-right": replace(plain, right=True),
            f"{name}-right-muted": replace(plain, colour=MUTED, right=True),
            f"{name}-right-strong": replace(strong, right=True),
            f"{name}-missing": replace(strong, colour=AMBER),
            f"{name}-late": replace(strong, colour=RED),
            f"{name}-good": replace(strong, colour=GREEN),
        }
    return found


def _sheets(primary: str, accent: str) -> dict[str, TypeStyle]:
    """The cover, the one-page summary for a phone, and the go/no-go sheet."""
    large = TypeStyle(SANS, 13.4, 18)
    return {
        "cover-kicker": TypeStyle(SANS_SEMIBOLD, 12.5, 16, accent, after=2),
        "cover-finding": TypeStyle(SERIF, 20, 26, before=10),
        "cover-name": TypeStyle(SANS_SEMIBOLD, 10.6, 13.4, primary),
        "cover-client": TypeStyle(SANS_SEMIBOLD, 10.6, 13.4, right=True),
        "asked": TypeStyle(SANS_SEMIBOLD, 11.5, 14.5, accent, after=3),
        "asked-for": TypeStyle(SERIF_SEMIBOLD, 20, 25, primary),
        "large": large,
        "large-strong": replace(large, font=SANS_SEMIBOLD),
        "large-muted": replace(large, colour=MUTED),
        "large-missing": replace(large, font=SANS_SEMIBOLD, colour=AMBER),
        "large-late": replace(large, font=SANS_SEMIBOLD, colour=RED),
        "large-note": TypeStyle(SANS, 12, 16.3, MUTED),
        "large-caption": TypeStyle(SANS, 10.1, 13, MUTED),
        "large-section": TypeStyle(SANS_SEMIBOLD, 11.5, 14.5, primary, after=4),
        "large-number": TypeStyle(SERIF_SEMIBOLD, 16, 18, primary),
        "verdict": TypeStyle(SERIF_SEMIBOLD, 20, 24),
        "points": TypeStyle(SANS, 12, 15),
    }
