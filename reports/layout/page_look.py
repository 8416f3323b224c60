"""Where things stand on a page: margins, the line across the top with its tab, head and foot. All in points."""

from __future__ import annotations

from models.frozen import frozen

TAB_WIDTH, TAB_HEIGHT = 32.0, 3.4
"""Of the tab in the accent colour at the left end of the line across the top: the signature of every page."""


@frozen
class PageLook:
    """Distances from the edges of the page. The body runs from `top` down to `bottom`."""

    side: float = 54.0
    top: float = 66.0
    bottom: float = 54.0
    head: float = 39.5
    """From the top to the baseline of the running head. Likewise the next."""
    line: float = 48.0
    foot: float = 32.0
    """From the foot of the page to the baseline of its last line."""
    head_size: float = 7.9
    foot_size: float = 7.4


PAPER = PageLook()
"""For a document that is read at a desk."""
PHONE = PageLook(side=44.0, top=54.0, bottom=40.0, head=32.0, line=40.3, foot=19.5, head_size=10.6, foot_size=9.6)
"""For a page that has to be read on a phone."""
