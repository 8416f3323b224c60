"""The page of a second round: what moved since the one before, why, and what became of what was promised."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import NullTranslations

from models.plan.titles import titled
from models.rounds.comparison import Comparison, held
from models.rounds.modes import ModeMoved
from models.rounds.pasts import Became, Past
from models.rounds.signs import Movement, SignMoved
from models.rounds.wording import (
    became_name,
    headline,
    lead,
    mode_reason,
    moved_text,
    movement_name,
    neither_sentence,
    promises_sentence,
    slip_text,
)
from models.values.letters import small
from models.values.months import long_date
from models.values.numbers import count_word
from models.values.terms import Answer
from reports.charts.marks import line
from reports.charts.shapes import Drawing, Group
from reports.figures.level_square import level_square
from reports.figures.moved import moved_axis, moved_bar, promise_cells
from reports.layout.flowables import Cell, Flowable
from reports.layout.grids import plain_table
from reports.layout.marks import Drawn
from reports.layout.page_kit import SMALL_SQUARE, PageKit, stacked_height
from reports.layout.tables import GUTTER, Column, HouseTable, Row, TableLook
from reports.pages.what_decides import rating_word
from reports.tagging.structure import Tag
from reports.type.fonts import SANS_SEMIBOLD
from reports.words.facts import Facts
from reports.words.findings import as_title
from reports.words.text import Run, one_line, shortened

NAME, BARS, WHY = 94, 200, 193
ROW = 32.0
LOOK = TableLook(above=0, below=0, middle=True)
BETWEEN = 16.0
"""Points between two columns of lists."""
ARROW = 9.0
MOST = (8, 6, 4, 3, 2)
"""Signs, or actions, that a list may name; the first that leaves all of it on one page."""
LONGEST_NAME = 70
_COLUMNS = (
    (Movement.CLEARED, Movement.EASED),
    (Movement.WORSE, Movement.NEW, Movement.KNOWN_NOW, Movement.FIRST_ASKED, Movement.NOT_KNOWN),
)


def what_moved(kit: PageKit, facts: Facts) -> list[Flowable]:
    """All of it on one page; nothing in a first round."""
    found = facts.moved
    if found is None:
        return []
    above = [*_head(kit, facts, found), _modes(kit, facts, found), *_reading(kit, facts, found)]
    above += _promises(kit, facts, found)
    for most in MOST:
        story = [*above, _lists(kit, facts, found, most)]
        if kit.fits(story):
            break
    return story


def kicker(facts: Facts, found: Comparison) -> str:
    """From which day to which."""
    before, after = (long_date(held(one.assessment, facts.today), facts.words) for one in (found.then, found.now))
    return facts.words.gettext("What moved, {before} to {after}").format(before=before, after=after)


def _head(kit: PageKit, facts: Facts, found: Comparison) -> list[Flowable]:
    head = kit.heading(kicker(facts, found), as_title(headline(found, facts.words)))
    return [*head, kit.settled(lead(found, facts.words), "lead")]


def _modes(kit: PageKit, facts: Facts, found: Comparison) -> HouseTable:
    """A row for each mode, that which is worst now first."""
    words, unit = facts.words, kit.width / (NAME + BARS + WHY)
    columns = [
        Column(words.gettext("What holds it back"), NAME, names_row=True),
        Column(Drawn(moved_axis(kit.colours, BARS * unit - GUTTER), Tag("P")), BARS),
        Column(words.gettext("Why it moved, or did not"), WHY),
    ]
    order = [result.mode_id for result in facts.ranked]
    ranked = sorted(found.modes, key=lambda moved: order.index(moved.mode.id))
    return kit.table(columns, [_mode(kit, facts, moved, unit) for moved in ranked], LOOK)


def _mode(kit: PageKit, facts: Facts, moved: ModeMoved, unit: float) -> Row:
    name = [kit.paragraph(moved.mode.short, "cell-strong")]
    why = [kit.paragraph(mode_reason(moved, facts.words), "cell")]
    texts = (stacked_height(name, NAME * unit - GUTTER), stacked_height(why, WHY * unit))
    height = max(ROW, *(h + 8 for h in texts))
    drawn = moved_bar(moved, kit.colours, BARS * unit - GUTTER, height)
    return Row([name, kit.figure(drawn, _bar_in_words(facts, moved))[0], why])


def _bar_in_words(facts: Facts, moved: ModeMoved) -> str:
    text = facts.words.gettext("Scale from 0 to 100, higher is worse. {mode}: {then} then, {now} now.")
    return text.format(mode=moved.mode.short, then=moved.then.shown_index, now=moved.now.shown_index)


def _reading(kit: PageKit, facts: Facts, found: Comparison) -> list[Flowable]:
    text = facts.words.gettext("Ring: then. Dot: now. Dashed: not asked again. 0 to 100, higher is worse.")
    if any(moved.now.index is None and not moved.not_asked_again for moved in found.modes):
        text = facts.words.gettext("Ring: then. Dot: now. Dashed: no figure this time. 0 to 100, higher is worse.")
    said = " ".join(filter(None, (text, neither_sentence(found, facts.words))))
    return [kit.space(4), kit.paragraph(said, "caption")]


def _promises(kit: PageKit, facts: Facts, found: Comparison) -> list[Flowable]:
    """Every action that was agreed then, as a cell with its number."""
    words = facts.words
    if not found.pasts:
        return []
    legend = words.gettext("Filled: done. Outlined: late. Dashed: dropped. Grey: not due yet.")
    head = kit.paragraph(promises_sentence(found, words), "section")
    told = words.gettext("; ").join(
        f"{past.action.position}, {_name(past, facts.words)}: {_past(past, found, facts)}" for past in found.pasts
    )
    alternative = words.gettext("Actions by number. {actions}.").format(actions=told)
    cells = promise_cells(found.pasts, found.day, kit.colours, kit.width)
    return [head, *kit.figure(cells, alternative), kit.space(3), kit.paragraph(legend, "caption")]


def _past(past: Past, found: Comparison, facts: Facts) -> str:
    late = facts.words.gettext("late") if past.is_late(found.day) else ""
    return late or small(became_name(past.became, facts.words))


def _lists(kit: PageKit, facts: Facts, found: Comparison, most: int) -> Flowable:
    """What is better; what is worse or known only now; what slipped."""
    width = (kit.width - 2 * BETWEEN) / 3
    columns = [
        [part for kind in kinds for part in _signs(kit, facts, found.of(kind), kind, most, width)] for kinds in _COLUMNS
    ]
    again = found.of(Movement.NOT_ASKED_AGAIN)
    last = _signs(kit, facts, again, Movement.NOT_ASKED_AGAIN, most, width)
    columns.append([*_slipped(kit, facts, found, most, width), *_dropped(kit, facts, found, most, width), *last])
    filled = [column for column in columns if column]
    if not filled:
        return kit.space(0)
    widths = [width + BETWEEN] * len(filled)
    return plain_table([filled], widths, [("RIGHTPADDING", (0, 0), (-1, -1), BETWEEN)], before=12)


def _signs(
    kit: PageKit, facts: Facts, signs: Sequence[SignMoved], kind: Movement, most: int, width: float
) -> list[Flowable]:
    if not signs:
        return []
    rows: list[list[Flowable]] = [
        [_levels(kit, facts, one), kit.paragraph(moved_text(one), "dense")] for one in signs[:most]
    ]
    label = 2 * SMALL_SQUARE + ARROW + 7
    parts = [_list_head(kit, movement_name(kind, facts.words), len(signs)), kit.lines(rows, [label, width - label], 3)]
    return [*parts, *_more(kit, facts, len(signs) - most)]


def _levels(kit: PageKit, facts: Facts, one: SignMoved) -> Flowable:
    """Two squares with an arrow between them."""
    drawing = Drawing(2 * SMALL_SQUARE + ARROW, SMALL_SQUARE)
    answers = _asked(one)
    for x, answer in zip((0.0, SMALL_SQUARE + ARROW), answers, strict=True):
        drawing.add(level_square(x, 0, SMALL_SQUARE, answer, kit.colours))
    drawing.add(_arrow(kit))
    before, after = (rating_word(facts, answer) for answer in answers)
    text = facts.words.gettext("Then: {then}. Now: {now}.").format(then=before, now=after)
    return kit.figure(drawing, text)[0]


def _asked(one: SignMoved) -> tuple[Answer | None, Answer | None]:
    """Then and now; what was asked and not settled is not known, and no answer at all means not asked."""
    then, now = one.then, one.now
    if one.movement is Movement.KNOWN_NOW:
        then = then or Answer.NOT_KNOWN
    if one.movement is Movement.NOT_KNOWN:
        now = now or Answer.NOT_KNOWN
    return then, now


def _arrow(kit: PageKit) -> Group:
    middle, start, end = SMALL_SQUARE / 2, SMALL_SQUARE + 1.6, SMALL_SQUARE + ARROW - 1.6
    colour = kit.colours.muted
    return Group(
        line(start, middle, end, middle, colour, 0.7),
        line(end - 1.8, middle + 1.8, end, middle, colour, 0.7),
        line(end - 1.8, middle - 1.8, end, middle, colour, 0.7),
    )


def _name(past: Past, words: NullTranslations) -> str:
    return shortened(titled(one_line(past.action.short or past.action.title), words), LONGEST_NAME)


def _slipped(kit: PageKit, facts: Facts, found: Comparison, most: int, width: float) -> list[Flowable]:
    words, slipped = facts.words, found.slipped
    if not slipped:
        return []
    rows: list[list[Cell]] = []
    for past in slipped[:most]:
        said = [kit.paragraph(_name(past, words), "dense"), kit.paragraph(slip_text(past, words), "dense-late")]
        rows.append([kit.paragraph(str(past.action.position), "number"), said])
    head = _list_head(kit, words.gettext("Slipped"), len(slipped))
    return [head, kit.lines(rows, [21, width - 21], 3), *_more(kit, facts, len(slipped) - most)]


def _dropped(kit: PageKit, facts: Facts, found: Comparison, most: int, width: float) -> list[Flowable]:
    gone = [past for past in found.pasts if past.became is Became.DROPPED]
    if not gone:
        return []
    rows = [
        [kit.paragraph(str(past.action.position), "number"), kit.paragraph(_name(past, facts.words), "dense")]
        for past in gone[:most]
    ]
    head = _list_head(kit, facts.words.gettext("Dropped"), len(gone))
    return [head, kit.lines(rows, [21, width - 21], 3), *_more(kit, facts, len(gone) - most)]


def _list_head(kit: PageKit, name: str, count: int) -> Flowable:
    return kit.paragraph(f"{name} · {count}", "section")


def _more(kit: PageKit, facts: Facts, count: int) -> list[Flowable]:
    if count <= 0:
        return []
    text = facts.words.ngettext("And one more.", "And {count} more.", count)
    return [kit.paragraph(text.format(count=count_word(count, facts.words)), "caption")]


def moved_in_short(kit: PageKit, facts: Facts) -> list[Flowable]:
    """What moved in a few sentences, for the summary; nothing in a first round."""
    found = facts.moved
    if found is None:
        return []
    head = Run(f"{headline(found, facts.words)}.", SANS_SEMIBOLD)
    return [
        kit.paragraph(kicker(facts, found), "large-section"),
        kit.runs([head, Run(lead(found, facts.words))], "large"),
    ]
