"""The factories every page is built from: nothing else makes a paragraph, a table, a figure or a logo.

Keeping them in one place keeps the grid, and gives everything the tag that a screen reader needs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import zip_longest

from PIL import Image as PillowImage
from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Flowable, Paragraph, Spacer

from reports.charts.colours import ChartColours, paper_colours
from reports.layout.field_boxes import FieldBox, MarkBox
from reports.layout.marks import Figure, Logo, Text
from reports.layout.script_text import script_text
from reports.layout.styles import paragraph_styles
from reports.layout.tables import Column, HouseTable, Row, build_table, plain_list, plain_table
from reports.tagging.structure import Field, Tag
from reports.tagging.tables import item_tags
from reports.type.fonts import register_fonts
from reports.words.facts import Facts
from reports.words.text import in_house_fonts, markup, pieces, plain, shown, weight

PAGE_SIZES = {"A4": A4, "Letter": letter}
SIDE, TOP, BOTTOM = 54, 76, 62
PIECE = 600
"""Characters of a table cell in one row."""
UNLIMITED = 100_000.0
LARGEST_LOGO = 20_000_000
"""Pixels; a logo is checked when it is taken in, and again here before it is decoded."""


@dataclass(frozen=True)
class Outlined:
    """What a title adds to the document's outline and contents."""

    text: str
    kicker: str


class PageKit:
    """The brand, page size and language of one document, and the parts made in them."""

    def __init__(self, facts: Facts, page_size: str = "A4", title_level: int = 2) -> None:
        """`title_level` is the rank of the pages' titles among the headings: 2 below a cover, 1 without one."""
        register_fonts()
        self.title_level, self.progress = title_level, facts.progress
        self.engagement, self.words, self.brand = facts.engagement, facts.words, facts.engagement.brand
        self.colours: ChartColours = paper_colours(self.brand.primary, self.brand.accent)
        self.primary, self.accent = self.colours.series, self.colours.accent
        self.page_size: tuple[float, float] = PAGE_SIZES[page_size]
        self.width = self.page_size[0] - 2 * SIDE
        self.height = self.page_size[1] - TOP - BOTTOM
        self.styles = paragraph_styles(self.primary, self.accent)

    def paragraph(self, text: str, style: str = "body") -> Paragraph:
        """Text exactly as typed, in a style of the type scale; never read as markup."""
        ranks = {"title": f"H{self.title_level}", "section": f"H{self.title_level + 1}"}
        return self.styled(text, self.styles[style], ranks.get(style, "P"))

    def styled(self, text: str, style: ParagraphStyle, role: str = "P") -> Paragraph:
        """The same in a style of one's own. `role` is what the text is: P, or H1 for the title of the whole."""
        self.progress(0)
        made = Text(markup(text, style.fontName), style) if in_house_fonts(text) else script_text(text, style)
        made.tag = Tag(role) if text.strip() else None
        return made

    def passage(self, text: str, style: str = "body") -> list[Paragraph]:
        """A text of any length, in as many paragraphs as it takes so that none outgrows a page."""
        return [self.paragraph(piece, style) for piece in pieces(shown(text), 2 * PIECE)]

    def heading(self, kicker: str, title: str) -> list[Flowable]:
        """The small line above a page's title, and the title, which also goes into the outline."""
        titled = self.paragraph(title, "title")
        titled.outlined = Outlined(title, kicker)
        return [self.paragraph(kicker, "kicker"), titled]

    def cells(self, texts: Sequence[tuple[str, str]]) -> list[list[Flowable]]:
        """(text, style) as paragraphs for one table cell, or for several where it is long: one for each row to come.

        A long text goes on in a joined row rather than in a row that outgrows the page.
        """
        found: list[list[Flowable]] = [[]]
        room = PIECE
        for text, style in texts:
            for piece in pieces(shown(text), PIECE):
                if weight(piece) > room and found[-1]:
                    found.append([])
                    room = PIECE
                found[-1].append(self.paragraph(piece, style))
                room -= weight(piece)
        return found

    def rows(self, cells: Sequence[Sequence[tuple[str, str]]]) -> list[Row]:
        """One row of texts, each a list of (text, style); as many joined rows as the longest cell needs."""
        parts = [self.cells(texts) for texts in cells]
        many = list(zip_longest(*parts, fillvalue=""))
        return [Row(list(row), joined=number < len(many)) for number, row in enumerate(many, 1)]

    def named_table(self, name: str, columns: Sequence[Column], rows: Sequence[Row]) -> list[Flowable]:
        """The same below its name, which is never left alone at the foot of a page."""
        head, table = self.paragraph(name, "table-name"), self.table(columns, rows)
        return [*self.together([head], table.beginning), table]

    def table(self, columns: Sequence[Column], rows: Sequence[Row]) -> HouseTable:
        """The house table over the full width: see `reports.layout.tables`."""
        return build_table((self.width, self.height), columns, rows, self.paragraph, self.primary)

    def figure(self, drawing: Drawing, alternative: str, source: str) -> list[Flowable]:
        """A chart with its source line below, kept together."""
        shown = Figure(drawing, alternative)
        shown.keepWithNext = 1
        return [shown, self.paragraph(source, "source")]

    def field(self, field: Field, height: float = 18) -> Flowable:
        """Room for something the reader fills in: a mark, or words, as wide as the column and so many points high."""
        return MarkBox(field) if field.mark else FieldBox(field, height)

    def key_numbers(self, pairs: Sequence[tuple[str, str]]) -> Flowable:
        """Large numbers in a row, each with what it counts below it."""
        cells = [[self.paragraph(number, "number"), self.paragraph(text, "number-label")] for number, text in pairs]
        share = self.width / len(cells)
        return plain_table([cells], [share] * len(cells), [("RIGHTPADDING", (0, 0), (-1, -1), 14)], after=10)

    def decision(self, text: str) -> Flowable:
        """What the sponsor is asked to decide, beside a rule in the accent colour."""
        style = [
            ("LINEBEFORE", (0, 0), (0, -1), 2.5, HexColor(self.accent)),
            ("LEFTPADDING", (0, 0), (-1, -1), 12),
            ("TOPPADDING", (0, 0), (-1, -1), 1),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
        ]
        rows = [[self.paragraph(piece, "decision")] for piece in pieces(shown(text), 2 * PIECE)]
        return plain_table(rows, [self.width], style, before=2)

    def last_words(self, short: Callable[[str], str] = str) -> list[Flowable]:
        """The practice's closing line, if it has one; `short` may shorten it."""
        text = self.brand.closing_line.strip()
        return [self.paragraph(short(text), "last-words")] if text else []

    def listed(self, mark: str, texts: Sequence[str]) -> Flowable:
        """Sentences below one another, each behind the same mark."""
        rows, tags = [], []
        for text in texts:
            item = item_tags()
            for number, piece in enumerate(pieces(shown(text), 2 * PIECE)):
                rows.append([self.paragraph("" if number else mark, "body-strong"), self.paragraph(piece)])
                tags.append(item)
        made = plain_list(rows, [16, self.width - 16], [])
        made.rows = tags
        return made

    def side_by_side(self, left: list[Flowable], right: list[Flowable], left_width: float) -> Flowable:
        """Two columns without a rule between them, set against the top."""
        return plain_table([[left, right]], [left_width, self.width - left_width], [])

    def fits(self, story: Sequence[Flowable]) -> bool:
        """Whether the parts fit on one page below one another."""
        return bool(stacked_height(story, self.width) <= self.height)

    def space(self, points: float) -> Flowable:
        """White space."""
        return Spacer(0, points)

    def together(self, parts: list[Flowable], more: float = 0) -> list[Flowable]:
        """The parts, begun on a new page where this one has no room for them and `more` points below them."""
        room = parts[0].getSpaceBefore() + stacked_height(parts, self.width) + more
        return [CondPageBreak(min(room, self.height)), *parts]

    def logo(self, asset_id: str, width: float, height: float, right: bool = False) -> Flowable | None:
        """The picture scaled to fit, or None where it is missing or cannot be read."""
        asset = self.engagement.assets.get(asset_id) if asset_id else None
        size = _picture_size(asset.data) if asset else None
        if asset is None or size is None:
            return None
        scale = min(width / size[0], height / size[1])
        drawn = Logo(BytesIO(asset.data), size[0] * scale, size[1] * scale, mask="auto")
        drawn.tag = Tag("Figure", alternative=self._whose(asset_id))
        drawn.hAlign = "RIGHT" if right else "LEFT"
        return drawn

    def _whose(self, asset_id: str) -> str:
        """A logo in words."""
        ours = asset_id == self.brand.practice_logo
        owner = plain(self.brand.practice if ours else self.engagement.client.name).strip()
        if owner:
            return self.words.gettext("Logo of {name}").format(name=owner)
        return self.words.gettext("Logo of the practice") if ours else self.words.gettext("Logo of the client")


def stacked_height(story: Sequence[Flowable], width: float) -> float:
    """How high parts come out below one another at the top of a page, in points."""
    total = after = 0.0
    for part in story:
        total += part.wrap(width, UNLIMITED)[1] + (max(part.getSpaceBefore(), after) if total else 0)
        after = part.getSpaceAfter()
    return total


def _picture_size(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels of a picture that can be decoded whole, else None."""
    try:
        with PillowImage.open(BytesIO(data), formats=["PNG"]) as picture:
            if picture.width * picture.height > LARGEST_LOGO:
                return None
            picture.load()
            return picture.size
    except (OSError, ValueError, SyntaxError, PillowImage.DecompressionBombError):
        return None
