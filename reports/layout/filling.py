"""How full pages come out, before they are drawn."""

from __future__ import annotations

from collections.abc import Sequence

from reports.layout.flowables import CondPageBreak, Flowable, PageBreak
from reports.layout.page_kit import PageKit


def used_on_pages(kit: PageKit, story: Sequence[Flowable]) -> list[float]:
    """Points that these parts take of each page, begun at the top of one."""
    waiting, left, after, full = list(reversed(story)), kit.height, 0.0, list[float]()
    while waiting:
        part = waiting.pop()
        if isinstance(part, PageBreak) or (isinstance(part, CondPageBreak) and part.height > left - after):
            full.append(kit.height - left)
            left, after = kit.height, 0.0
            continue
        if isinstance(part, CondPageBreak):
            left, after = left - after, 0.0  # no two spaces overlap across it
            continue
        before = max(part.before, after) if left < kit.height else 0.0
        height = part.wrap(kit.width, left)[1]
        if height + before <= left:
            left, after = left - height - before, part.after
            continue
        pieces = part.split(kit.width, left - before)
        if len(pieces) > 1:
            waiting += reversed(pieces[1:])
            left = 0.0
        elif left < kit.height:
            waiting.append(part)
        else:
            left = 0.0
        full.append(kit.height - left)
        left, after = kit.height, 0.0
    return [*full, kit.height - left] if left < kit.height else full
