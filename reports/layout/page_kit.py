"""The factories every page is built from: nothing else makes a paragraph, a table, a figure or a logo.

Keeping them in one place keeps the grid, and gives everything the tag that a screen reader needs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import copy
from dataclasses import replace
from itertools import zip_longest
from typing import TypeAlias

from models.values.terms import Answer
from reports.charts.colours import ChartColours, paper_colours
from reports.charts.shapes import Drawing
from reports.figures.level_square import square_alone
from reports.layout.field_boxes import FieldBox, MarkBox
from reports.layout.flowables import Cell, CondPageBreak, Flowable, Outlined, Spacer
from reports.layout.grids import plain_list, plain_table
from reports.layout.marks import Drawn
from reports.layout.page_look import PAPER, PageLook
from reports.layout.script_text import script_text
from reports.layout.styles import TypeStyle, type_styles
from reports.layout.tables import HAIRLINE, PLAIN, Column, HouseTable, Row, TableLook, build_table
from reports.layout.text import LinkText, Text
from reports.tagging.structure import Field, Tag
from reports.tagging.tables import RowTags, item_tags
from reports.type.fonts import register_fonts
from reports.type.ink import RULE, apart_from_verdicts
from reports.words.facts import Facts
from reports.words.text import Run, all_set_in_type, in_house_fonts, pieces, set_in_type, shown, weight

MILLIMETRE = 72 / 25.4
PAGE_SIZES = {"A4": (210 * MILLIMETRE, 297 * MILLIMETRE), "Letter": (612.0, 792.0)}
PIECE = 600
"""Characters of a table cell in one row."""
UNLIMITED = 100_000.0
SHORT_TABLE = 0.3
"""A table under its name that is no higher than this share of a page is not split."""
SETTLING = ((1.0, 0.0), (0.98, 0.0), (0.96, 0.0), (1.0, 40.0), (1.0, 80.0))
"""Sizes as a share of a style's own, each with an indent on the right in points; the first that settles is used."""
SQUARE, SMALL_SQUARE, WITH_SQUARE = 14.4, 11.5, 17.0
"""A level's square; a smaller one beside a reason, and where the reason begins."""


CellText: TypeAlias = tuple[str, str] | tuple[str, str, Run]


class PageKit:
    """The brand, page size and language of one document, and the parts made in them."""

    def __init__(self, facts: Facts, page_size: str = "A4", title_level: int = 2, look: PageLook = PAPER) -> None:
        """`title_level` is the rank of the pages' titles among the headings: 2 below a cover, 1 without one."""
        register_fonts()
        self.title_level, self.progress, self.look = title_level, facts.progress, look
        self.engagement, self.words, self.brand = facts.engagement, facts.words, facts.engagement.brand
        accent = apart_from_verdicts(self.brand.accent, self.brand.primary)
        self.colours: ChartColours = paper_colours(self.brand.primary, accent)
        self.primary, self.accent = self.colours.series, self.colours.accent
        self.styles = type_styles(self.primary, self.accent)
        self._set_size(PAGE_SIZES[page_size])

    def _set_size(self, size: tuple[float, float]) -> None:
        self.page_size = size
        self.width = size[0] - 2 * self.look.side
        self.height = size[1] - self.look.top - self.look.bottom

    @property
    def turned(self) -> PageKit:
        """The same for a page that lies on its side."""
        made = copy(self)
        made._set_size((self.page_size[1], self.page_size[0]))
        return made

    def paragraph(self, text: str, style: str = "body") -> Flowable:
        """Text exactly as typed, in a style of the type scale; never read as markup."""
        below = f"H{self.title_level + 1}"
        ranks = {"title": f"H{self.title_level}", "section": below, "section-first": below, "large-section": below}
        return self.styled(text, self.styles[style], ranks.get(style, "P"))

    def styled(self, text: str, style: TypeStyle, role: str = "P") -> Text:
        """The same in a style of one's own. `role` is what the text is: P, or H1 for the title of the whole."""
        self.progress(0)
        if in_house_fonts(text):
            made = Text(set_in_type(text, style.font, style.colour), style)
        else:
            made = script_text(text, style)
        made.tag = Tag(role) if text.strip() else None
        return made

    def settled(self, text: str, style: str, role: str = "P") -> Flowable:
        """Text over the whole width, a little smaller or narrower where its last line would be a single word."""
        return self._settled(text, self.styles[style], role)

    def _settled(self, text: str, own: TypeStyle, role: str) -> Text:
        for share, indent in SETTLING:
            changed = replace(own, size=own.size * share, indent=indent)
            made = self.styled(text, changed, role)
            made.wrap(self.width, UNLIMITED)
            if not made.ends_alone:
                return made
        return self.styled(text, own, role)

    def runs(self, runs: Sequence[Run], style: str = "body") -> Flowable:
        """Several stretches as one paragraph; all alike where one of them needs another script than the house has."""
        text = " ".join(run.text.strip() for run in runs if run.text.strip())
        if not in_house_fonts(text):
            return self.paragraph(text, style)
        self.progress(0)
        own = self.styles[style]
        made = Text(all_set_in_type(runs, own.font, own.colour), own)
        made.tag = Tag("P") if text else None
        return made

    def link(self, text: str, style: str, page: int) -> Flowable:
        """A line that leads to a page of the document."""
        own = self.styles[style]
        made = LinkText(set_in_type(text, own.font, own.colour), own)
        made.tag, made.target, made.tip = Tag("Link"), page, text
        return made

    def passage(self, text: str, style: str = "body") -> list[Flowable]:
        """A text of any length, in as many paragraphs as it takes so that none outgrows a page."""
        return [self.paragraph(piece, style) for piece in pieces(shown(text), 2 * PIECE)]

    def heading(self, kicker: str, title: str, style: TypeStyle | None = None) -> list[Flowable]:
        """The small line above a page's title, and the title, which also goes into the outline."""
        titled = self._settled(title, style or self.styles["title"], f"H{self.title_level}")
        titled.outlined = Outlined(title, kicker)
        return [self.paragraph(kicker, "kicker"), titled]

    def cells(self, texts: Sequence[CellText]) -> list[list[Flowable]]:
        """(text, style) as paragraphs for one table cell, or for several where it is long: one for each row to come.

        A long text goes on in a joined row rather than in a row that outgrows the page. A third part is a run that
        stands before the text.
        """
        found: list[list[Flowable]] = [[]]
        room = PIECE
        for text, style, *before in texts:
            for number, piece in enumerate(pieces(shown(text), PIECE)):
                if weight(piece) > room and found[-1]:
                    found.append([])
                    room = PIECE
                opened = before if number == 0 else []
                found[-1].append(self.runs([*opened, Run(piece)], style) if opened else self.paragraph(piece, style))
                room -= weight(piece)
        return found

    def rows(self, cells: Sequence[Sequence[CellText]]) -> list[Row]:
        """One row of texts, each a list of (text, style); as many joined rows as the longest cell needs."""
        parts = [self.cells(texts) for texts in cells]
        many: list[tuple[Cell, ...]] = list(zip_longest(*parts, fillvalue=""))
        return [Row(row, joined=number < len(many)) for number, row in enumerate(many, 1)]

    def named_table(self, name: str, columns: Sequence[Column], rows: Sequence[Row]) -> list[Flowable]:
        """A table below its name, which is never left alone at the foot of a page; a short table stays in one piece."""
        head, table = self.paragraph(name, "table-name"), self.table(columns, rows)
        room = table.height if table.height <= self.height * SHORT_TABLE else table.beginning
        return [*self.together([head], max(head.after, table.before) + room), table]

    def table(self, columns: Sequence[Column], rows: Sequence[Row], look: TableLook = PLAIN) -> HouseTable:
        """The house table over the full width: see `reports.layout.tables`."""
        return build_table((self.width, self.height), columns, rows, self.paragraph, self.primary, look)

    def figure(self, drawing: Drawing, alternative: str, source: str = "") -> list[Flowable]:
        """A chart with its source line below, kept together. `alternative` says what kind it is, and every value."""
        made = Drawn(drawing, Tag("Figure", alternative=alternative))
        if not source:
            return [made]
        made.keep_with_next = True
        return [made, self.paragraph(source, "source")]

    def square(self, answer: Answer | None, size: float = SQUARE) -> Flowable:
        """The answer to a sign as a square, read as its figure; there is none where the sign was not asked."""
        return Drawn(square_alone(answer, size, self.colours), Tag("P") if answer else None)

    def with_square(self, answer: Answer | None, parts: list[Flowable], width: float) -> Flowable:
        """A small square, or its empty place, with what it stands for beside it, in a column of that width."""
        grid = [[self.square(answer, SMALL_SQUARE) if answer else "", parts]]
        return plain_table(grid, [WITH_SQUARE, width - WITH_SQUARE], [])

    def field(self, field: Field, height: float = 18) -> Flowable:
        """Room for something the reader fills in: a mark, or words, as wide as the column and so many points high."""
        return MarkBox(field) if field.mark else FieldBox(field, height)

    def decision(self, text: str, style: str = "decision") -> Flowable:
        """What was asked, decided or said, word for word, beside a rule in the accent colour."""
        looks = [
            ("LINEBEFORE", (0, 0), (0, -1), 1.9, self.accent),
            ("LEFTPADDING", (0, 0), (-1, -1), 10),
            ("TOPPADDING", (0, 0), (-1, -1), 1),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
        ]
        rows = [[self.paragraph(piece, style)] for piece in pieces(shown(text), 2 * PIECE)]
        return plain_table(rows, [self.width], looks, before=2)

    def last_words(self, short: Callable[[str], str] = str, style: str = "last-words") -> list[Flowable]:
        """The practice's closing line, if it has one; `short` may shorten it."""
        text = self.brand.closing_line.strip()
        return [self.settled(short(text), style)] if text else []

    def lines(self, items: Sequence[Sequence[Cell]], widths: Sequence[float] = (), gap: float = 4.4) -> Flowable:
        """A list, a hairline above each item. Each is its body, or its label and its body in columns of `widths`."""
        rule = ("LINEABOVE", (0, 0), (-1, -1), HAIRLINE, RULE)
        looks = [rule, ("TOPPADDING", (0, 0), (-1, -1), gap), ("BOTTOMPADDING", (0, 0), (-1, -1), gap + 0.6)]
        return plain_list(items, list(widths) or [self.width], looks)

    def listed(self, mark: str, texts: Sequence[str], style: str = "body") -> Flowable:
        """Sentences below one another, each behind the same mark."""
        rows: list[list[Cell]] = []
        tags: list[RowTags] = []
        for text in texts:
            item = item_tags()
            for number, piece in enumerate(pieces(shown(text), 2 * PIECE)):
                rows.append([self.paragraph("" if number else mark, "text-strong"), self.paragraph(piece, style)])
                tags.append(item)
        return plain_list(rows, [16, self.width - 16], [], items=tags)

    def fits(self, story: Sequence[Flowable]) -> bool:
        """Whether the parts fit on one page below one another."""
        return bool(stacked_height(story, self.width) <= self.height)

    def space(self, points: float) -> Flowable:
        """White space."""
        return Spacer(points)

    def together(self, parts: list[Flowable], more: float = 0) -> list[Flowable]:
        """The parts, begun on a new page where this one has no room for them and `more` points below them."""
        room = parts[0].before + stacked_height(parts, self.width) + more
        return [CondPageBreak(min(room, self.height)), *parts]


def stacked_height(story: Sequence[Flowable], width: float) -> float:
    """How high parts come out below one another at the top of a page, in points."""
    total = after = 0.0
    for part in story:
        total += part.wrap(width, UNLIMITED)[1] + (max(part.before, after) if total else 0)
        after = part.after
    return total
