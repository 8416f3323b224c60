"""The page that is read first: how the pilot does, mode by mode, what works, and what is not known."""

from __future__ import annotations

import re
from collections.abc import Callable

from models.engagement.engagement import Note
from models.frozen import frozen
from models.readiness.readiness import VerdictKind
from models.rounds.open_signs import Open
from models.values.months import long_date
from models.values.numbers import count_word
from models.values.terms import NoteKind
from reports.figures.metric_line import metric_line
from reports.layout.flowables import Flowable
from reports.layout.grids import plain_table
from reports.layout.page_kit import PageKit, stacked_height
from reports.pages.what_decides import below_modes, modes_table
from reports.type.fonts import SANS_SEMIBOLD
from reports.type.ink import MUTED
from reports.words.facts import Facts
from reports.words.findings import as_title
from reports.words.metric_words import metric_in_words
from reports.words.not_known import (
    NotKnown,
    not_known,
    not_known_by_mode,
    nothing_open,
    on_word_alone,
)
from reports.words.open_signs import counts, how_many, how_many_open, open_head
from reports.words.phrases import sentence
from reports.words.sentences import source_of, whole_sentences
from reports.words.text import Run, one_line, shortened
from reports.words.what_works import Works, in_good_order, metric_text, moved_metric, works_title

EVIDENCE = (150, 120, 90, 60)
"""Characters of evidence that each mode may show: the first that leaves room for an item in each column below."""
ROOM_BELOW, HEAD_ROOM = 200.0, 18.0
"""Points that the two columns below the chart need, and above them."""
LISTS = ((3, 110), (2, 110), (2, 80), (1, 80), (1, 0), (0, 0))
"""Items that a column may have, and characters of what shows each, which is none where one has no room else; the first
that fits."""
MOST_UNKNOWN = LISTS[0][0]
"""Open signs that the page can tell by name."""
LEFT_SHARE, BETWEEN = 0.51, 11.0
LONGEST_LEAD, LONGEST_QUOTE, LONGEST_PURPOSE = 330, 220, 260
_QUOTED = re.compile(r"^(.*?)(?:[“\"]([^”\"]{15,})[”\"]|„([^“\"]{15,})“|«\s*([^«»]{15,}?)\s*»)\.?$", re.DOTALL)


def overview(kit: PageKit, facts: Facts) -> list[Flowable]:
    """All of it on one page."""
    left_width = kit.width * LEFT_SHARE
    made = (_works, left_width - BETWEEN), (_unknown, kit.width - left_width - BETWEEN)
    for evidence in EVIDENCE:
        story = _chart(kit, facts, evidence)
        room = kit.height - stacked_height(story, kit.width) - HEAD_ROOM
        columns = [_fitting(make, kit, facts, width, room) for make, width in made]
        if room >= ROOM_BELOW and all(items for items, _ in columns):
            break
    widths = [left_width + BETWEEN, made[1][1]]
    below = plain_table([[column for _, column in columns]], widths, [], before=HEAD_ROOM)
    return [*story, below]


def _fitting(
    make: Callable[..., list[Flowable]], kit: PageKit, facts: Facts, width: float, room: float
) -> tuple[int, list[Flowable]]:
    """How many items there is room for, and a column with as much in it."""
    for items, most in LISTS:
        column = make(kit, facts, width, items, most)
        if stacked_height(column, width) <= room:
            break
    return items, column


def _chart(kit: PageKit, facts: Facts, evidence: int) -> list[Flowable]:
    """The title, what was said of the pilot as a whole, and the chart of the modes."""
    words, held = facts.words, facts.engagement.current.assessment.held_on
    kicker = words.gettext("What was found")
    if held:
        kicker = words.gettext("What was found, {date}").format(date=long_date(held, words))
    story = kit.heading(kicker, as_title(facts.headline))
    said = _said_of_the_whole(facts)
    if not said and (purpose := whole_sentences(facts.engagement.pilot.purpose, LONGEST_PURPOSE)):
        story += [kit.paragraph(purpose, "text-muted"), kit.space(4)]
    story.append(kit.settled(shortened(lead(facts), LONGEST_LEAD), "lead"))
    return [*story, modes_table(kit, facts, evidence), *below_modes(kit, facts)]


def _said_of_the_whole(facts: Facts) -> str:
    """The first note for the client on the pilot as a whole that is no quotation and no essay."""
    said = (n.text.strip() for n in whole_notes(facts) if not quotation(n))
    return next((text for text in said if len(text) <= LONGEST_LEAD), "")


def lead(facts: Facts) -> str:
    """What was said of the pilot as a whole; else what works, the verdict and what is open, by rule."""
    if said := _said_of_the_whole(facts):
        return said
    moved, parts = moved_metric(facts), []
    if moved and moved.baseline is not None:
        text = facts.words.gettext("{metric}: {figures}.")
        parts.append(text.format(metric=one_line(moved.title), figures=metric_text(moved, facts)))
    return " ".join(filter(None, [*parts, verdict_sentence(facts), how_many_open(facts)]))


def verdict_sentence(facts: Facts) -> str:
    """Whether it may go live, in a sentence."""
    _, found, words = facts.words.gettext, facts.verdict, facts.words
    count = count_word(len(found.open), words)
    match found.kind:
        case VerdictKind.NO_GO:
            text = words.ngettext(
                "It is a no-go today: one point is open.",
                "It is a no-go today: {count} points are open.",
                len(found.open),
            )
            return " ".join(filter(None, (text.format(count=count), _also_not_judged(facts))))
        case VerdictKind.GO:
            return _("It is a go: every point that applies is confirmed.")
        case VerdictKind.CONDITIONS:
            text = words.ngettext(
                "It is a go with conditions: one point is waived.",
                "It is a go with conditions: {count} points are waived.",
                len(found.waived),
            )
            return text.format(count=count_word(len(found.waived), words))
        case VerdictKind.UNDECIDED:
            return _("Whether it may go live is not decided: not every point has been judged.")
    return _("Whether it is ready to go live has not been judged.")


def _also_not_judged(facts: Facts) -> str:
    words, count = facts.words, len(facts.verdict.not_judged)
    text = words.ngettext("One more is not judged yet.", "{count} more are not judged yet.", count)
    return sentence(text.format(count=count_word(count, words))) if count else ""


def whole_notes(facts: Facts) -> list[Note]:
    """Notes for the client on the pilot as a whole."""
    return [n for n in facts.client_notes("") if n.kind is NoteKind.NOTE]


@frozen
class Quotation:
    """Something said, word for word."""

    words: str
    around: str
    """How it is introduced; may be empty."""


def quotation(note: Note) -> Quotation | None:
    """What a note quotes, where it is one quotation, perhaps with words that introduce it."""
    if found := _QUOTED.match(note.text.strip()):
        said = found[2] or found[3] or found[4]
        return Quotation(said.strip(), found[1].strip().rstrip(":").strip())
    return None


def _works(kit: PageKit, facts: Facts, width: float, items: int, most: int) -> list[Flowable]:
    """The metric that moved, then what is in good order."""
    words, moved = facts.words, moved_metric(facts)
    story: list[Flowable] = [kit.paragraph(works_title(moved, words), "section")]
    if moved:
        unit = f", {one_line(moved.unit)}" if moved.unit else ""
        story.append(kit.paragraph(shortened(one_line(moved.title) + unit, 90), "section-note"))
        chart = metric_line(moved, facts.engagement.pilot.started, kit.colours, words, width)
        story += kit.figure(chart, metric_in_words(moved, words))
    found = in_good_order(facts, items if moved else items + 2)
    if not found and not moved:
        text = words.gettext("Nothing has been found in good order yet.")
        return [*story, kit.lines([[kit.paragraph(text, "text-muted")]], [width])]
    return [*story, *([kit.lines([[_item(kit, one, most)] for one in found], [width])] if found else [])]


def _item(kit: PageKit, one: Works, most: int) -> Flowable:
    text, source = one_line(one.text), source_of(one.source, most) if most else ""
    return kit.runs([Run(text), Run(source, colour=MUTED)], "text")


def _unknown(kit: PageKit, facts: Facts, width: float, items: int, most: int) -> list[Flowable]:
    """What nobody could answer, how much rests on word alone, and the room's own words."""
    words = facts.words
    head = [kit.paragraph(open_head(facts), "section")]
    rows = [[one] for one in _unknown_items(kit, facts, items, most)]
    for why, count in counts(facts).items():
        if why is not Open.NOT_KNOWN:
            rows.append([kit.paragraph(how_many({why: count}, facts.signs, facts), "text")])
    head_text, names = on_word_alone(facts)
    if head_text:
        rows.append(
            [kit.runs([Run(head_text.rstrip(":") + (":" if names else "."), SANS_SEMIBOLD), Run(names)], "text")]
        )
    if not rows:
        rows.append([kit.paragraph(nothing_open(facts), "text")])
    if facts.open_signs:
        note = words.gettext("A sign without an answer is left out of every figure, never counted as fine.")
        head.append(kit.paragraph(note, "section-note"))
    return [*head, kit.lines(rows, [width]), *_quote(kit, facts, width)]


def _unknown_items(kit: PageKit, facts: Facts, items: int, most: int) -> list[Flowable]:
    """Sign by sign as far as they are few; else mode by mode, and how many more there are."""
    words, found = facts.words, not_known(facts)
    if len(found) > MOST_UNKNOWN:
        found, items = not_known_by_mode(facts), 2 * items
        text = words.ngettext("And one more part.", "And {count} more parts.", len(found) - items)
    else:
        text = words.ngettext("And one more sign.", "And {count} more signs.", len(found) - items)
    told = [_unknown_item(kit, one, most) for one in found[:items]]
    if found and not told:
        return [kit.paragraph(how_many({Open.NOT_KNOWN: len(found)}, facts.signs, facts), "text")]
    if len(found) > items:
        told.append(kit.paragraph(text.format(count=count_word(len(found) - items, words)), "text-muted"))
    return told


def _unknown_item(kit: PageKit, one: NotKnown, most: int) -> Flowable:
    said = f"{whole_sentences(one.said, most)} {one.range}" if most else ""
    runs = [Run(one_line(one.what), SANS_SEMIBOLD), Run(said), Run(one.who, colour=MUTED)]
    return kit.runs(runs, "text")


def _quote(kit: PageKit, facts: Facts, width: float) -> list[Flowable]:
    """The one quotation, below a rule in the accent colour."""
    found = next((q for n in whole_notes(facts) if (q := quotation(n)) and len(q.words) <= LONGEST_QUOTE), None)
    if found is None:
        return []
    words = [kit.paragraph(facts.words.gettext("“{name}”").format(name=found.words), "quote"), kit.space(2)]
    words.append(kit.paragraph(found.around or facts.words.gettext("Said in the room"), "caption"))
    style = [("LINEABOVE", (0, 0), (-1, 0), 0.96, kit.accent), ("TOPPADDING", (0, 0), (-1, -1), 7)]
    return [kit.space(6), plain_table([[words]], [width], style)]
