"""The type scale of the documents, as ReportLab styles. Sizes and leadings are in points."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle

from reports.type.fonts import SANS, SANS_SEMIBOLD, SERIF, SERIF_SEMIBOLD
from reports.type.ink import AMBER, INK, MUTED


@dataclass(frozen=True)
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

    def named(self, name: str) -> ParagraphStyle:
        """The same as ReportLab wants it; a word wider than its line is broken, a single line is never left behind."""
        return ParagraphStyle(
            name,
            fontName=self.font,
            bulletFontName=self.font,
            fontSize=self.size,
            leading=self.leading,
            textColor=HexColor(self.colour),
            spaceBefore=self.before,
            spaceAfter=self.after,
            alignment=TA_RIGHT if self.right else 0,
            keepWithNext=self.keep_with_next,
            splitLongWords=1,
            allowWidows=0,
            allowOrphans=0,
        )


def type_styles(primary: str, accent: str) -> dict[str, TypeStyle]:
    """Every use of type in the documents by name, in the brand's colours (already legible on white)."""
    cell = TypeStyle(SANS, 8.3, 11)
    caption = TypeStyle(SANS, 7.5, 10, MUTED)
    return {
        "kicker": TypeStyle(SANS_SEMIBOLD, 8, 10, accent, before=38, after=5, keep_with_next=True),
        "title": TypeStyle(SERIF_SEMIBOLD, 21, 26, primary, after=8, keep_with_next=True),
        "lead": TypeStyle(SERIF, 12.5, 18, after=14),
        "section": TypeStyle(SANS_SEMIBOLD, 12, 16, primary, before=14, after=4, keep_with_next=True),
        "body": TypeStyle(SANS, 9.5, 13.5, after=6),
        "after-tables": TypeStyle(SANS, 9.5, 13.5, MUTED, before=6, after=6),
        "body-strong": TypeStyle(SANS_SEMIBOLD, 9.5, 13.5, after=6),
        "caption": caption,
        "source": replace(caption, before=4, after=10),
        "cell": cell,
        "cell-strong": replace(cell, font=SANS_SEMIBOLD),
        "cell-muted": replace(cell, colour=MUTED),
        "cell-note": replace(cell, before=3),
        "vote": replace(caption, colour=INK, before=2),
        "cell-right": replace(cell, right=True),
        "cell-right-strong": replace(cell, font=SANS_SEMIBOLD, right=True),
        "cell-missing": replace(cell, font=SANS_SEMIBOLD, colour=AMBER),
        "group": TypeStyle(SANS_SEMIBOLD, 9.5, 12, primary),
        "group-note": replace(caption, before=1),
        "group-fix": replace(cell, before=3),
        "table-name": TypeStyle(SANS_SEMIBOLD, 9.5, 13, before=10, after=3),
        "verdict": TypeStyle(SERIF_SEMIBOLD, 34, 38),
        "verdict-long": TypeStyle(SERIF_SEMIBOLD, 22, 26),
        "contents-page": TypeStyle(SANS_SEMIBOLD, 9.5, 13.5, primary),
        "contents-kicker": TypeStyle(SANS, 7.5, 10, MUTED),
        "contents-title": TypeStyle(SANS_SEMIBOLD, 11, 15),
        "head": TypeStyle(SANS_SEMIBOLD, 7.8, 10, MUTED),
        "head-right": TypeStyle(SANS_SEMIBOLD, 7.8, 10, MUTED, right=True),
        "number": TypeStyle(SERIF_SEMIBOLD, 22, 26, primary),
        "number-label": TypeStyle(SANS, 8.3, 11, MUTED),
        "decision": TypeStyle(SERIF, 12.5, 18),
        "last-words": TypeStyle(SERIF, 11, 15, primary, before=18),
        "cover-label": replace(caption, after=1),
        "cover-value": TypeStyle(SANS, 9.5, 13.5),
        "cover-strong": TypeStyle(SANS_SEMIBOLD, 12, 16, primary),
        "large": TypeStyle(SANS, 11, 15),
        "large-strong": TypeStyle(SANS_SEMIBOLD, 11, 15),
        "large-muted": TypeStyle(SANS, 9.5, 13, MUTED),
        "large-missing": TypeStyle(SANS_SEMIBOLD, 9.5, 13, AMBER),
    }


def paragraph_styles(primary: str, accent: str) -> dict[str, ParagraphStyle]:
    """The same, ready for paragraphs; made once for a document."""
    return {name: style.named(name) for name, style in type_styles(primary, accent).items()}
