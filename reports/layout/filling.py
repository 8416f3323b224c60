"""How full pages come out, before they are drawn."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import CondPageBreak, Flowable, PageBreak

from reports.layout.page_kit import PageKit


def used_on_last_page(kit: PageKit, story: Sequence[Flowable]) -> float:
    """Points of the last page that these parts take, begun at the top of a page."""
    waiting, left, after = list(reversed(story)), kit.height, 0.0
    while waiting:
        part = waiting.pop()
        if isinstance(part, PageBreak) or (isinstance(part, CondPageBreak) and part.height > left):
            left, after = kit.height, 0.0
            continue
        if isinstance(part, CondPageBreak):
            continue
        before = max(part.getSpaceBefore(), after) if left < kit.height else 0.0
        height = part.wrap(kit.width, left)[1]
        if height + before <= left:
            left, after = left - height - before, part.getSpaceAfter()
            continue
        pieces = part.split(kit.width, left - before)
        if len(pieces) > 1:
            waiting += reversed(pieces[1:])
        elif left < kit.height:
            waiting.append(part)
        left, after = kit.height, 0.0
    return kit.height - left
