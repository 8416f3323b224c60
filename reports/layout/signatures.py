"""Lines to sign on, each with the name of who signs: three beside one another."""

from __future__ import annotations

from collections.abc import Sequence

from models.frozen import frozen
from reports.layout.flowables import Cell, Flowable
from reports.layout.grids import plain_table
from reports.layout.page_kit import PageKit
from reports.type.ink import INK

ACROSS, BETWEEN = 3, 17.0
TO_WRITE = 24.0
"""Points above the line."""


@frozen
class Signer:
    """Who signs, and as what."""

    name: str
    """Empty where nobody is named: then it is written by hand."""
    part: str


def signatures(kit: PageKit, signers: Sequence[Signer]) -> Flowable:
    """A line for each; a row of them is never split."""
    share = (kit.width + BETWEEN) / ACROSS
    blocks: list[Cell] = [_block(kit, signer, share - BETWEEN) for signer in signers]
    blocks += [[]] * (-len(blocks) % ACROSS)
    rows = [blocks[n : n + ACROSS] for n in range(0, len(blocks), ACROSS)]
    widths = [share] * (ACROSS - 1) + [share - BETWEEN]
    return plain_table(rows, widths, [("BOTTOMPADDING", (0, 0), (-1, -2), 8)])


def _block(kit: PageKit, signer: Signer, width: float) -> Flowable:
    date = kit.paragraph(kit.words.gettext("Date"), "cell-muted")
    name = kit.paragraph(signer.name or " ", "text-strong")
    cells: list[list[Cell]] = [["", ""], [[name, kit.paragraph(signer.part, "caption")], date]]
    style = [
        ("LINEBELOW", (0, 0), (-1, 0), 0.72, INK),
        ("TOPPADDING", (0, 0), (-1, 0), TO_WRITE),
        ("TOPPADDING", (0, 1), (-1, 1), 3),
        ("RIGHTPADDING", (0, 1), (0, 1), 8),
    ]
    return plain_table(cells, [width - 24, 24], style)
