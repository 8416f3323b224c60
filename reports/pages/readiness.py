"""Whether the pilot is ready: verdict and rule, the points in the way, what does not add up, what was decided."""

from __future__ import annotations

from dataclasses import field, replace

from models.frozen import frozen
from models.plan.contradiction import Rule
from models.readiness.readiness import VerdictKind, points_of, rule_text, verdict_name
from models.values.numbers import count_word
from models.values.terms import NoteKind, PointState
from reports.layout.flowables import Flowable
from reports.layout.grids import plain_table
from reports.layout.page_kit import PageKit, stacked_height
from reports.layout.styles import TypeStyle
from reports.layout.tables import HAIRLINE
from reports.pages.points import points_table, tally
from reports.type.fonts import SANS_SEMIBOLD
from reports.type.ink import AMBER, GREEN, INK, MUTED, RED, RULE
from reports.words.facts import Facts
from reports.words.findings import readiness_title
from reports.words.gate_words import decided
from reports.words.phrases import person, sentence
from reports.words.plan_words import listed
from reports.words.shortener import Shortener
from reports.words.text import Run

VERDICT_COLOURS = {VerdictKind.GO: GREEN, VerdictKind.CONDITIONS: AMBER, VerdictKind.NO_GO: RED}
ROOM_FOR_ROWS = 150
RULE_HEAD, BETWEEN = 72.0, 19.0
MOST_LINES = (1000, 14, 10, 7, 5, 3)
"""Lines that each of two lists may have: the first at which the page holds them is used."""
COLUMN_SHARES = (0.5, 0.56, 0.62, 0.44, 0.7, 0.78)
"""Of the width, that the left of two columns may have."""
IN_THE_WAY = frozenset((PointState.OPEN, PointState.WAIVED))


def verdict_style(kit: PageKit, facts: Facts) -> TypeStyle:
    """A page's title in the colour of the verdict; grey while there is none."""
    colour = VERDICT_COLOURS.get(facts.verdict.kind, MUTED)
    return replace(kit.styles["title"], colour=colour)


def what_it_takes(kit: PageKit, facts: Facts) -> list[Flowable]:
    """For the plan: the decision asked for, the verdict, the points in the way, and as much else as a page holds.

    Where dates do not hold stands beside its actions.
    """
    above = _in_the_way(kit, facts)
    story: list[Flowable] = []
    for most in MOST_LINES:
        story = [*above, two_lists(kit, facts, Lists(most=most, dates=False))]
        if kit.fits(story):
            break
    return story


def _in_the_way(kit: PageKit, facts: Facts) -> list[Flowable]:
    words, found = facts.words, facts.verdict
    story = kit.heading(words.gettext("What has to be decided"), readiness_title(facts), verdict_style(kit, facts))
    story += asked(kit, facts)
    if found.kind is VerdictKind.NOT_JUDGED:
        text = words.gettext("Each of the {total} points of readiness has still to be judged.")
        return [*story, kit.space(6), kit.paragraph(text.format(total=len(points_of(facts.method))))]
    story += [kit.space(10), tally(kit, facts), kit.space(8)]
    if found.open or found.waived:
        story = [*kit.together(story, ROOM_FOR_ROWS), points_table(kit, facts, only=IN_THE_WAY)]
    return story + _not_judged(kit, facts)


def asked(kit: PageKit, facts: Facts) -> list[Flowable]:
    """The decision asked for, with the name it is asked of; nothing where none is."""
    decision = facts.engagement.pilot.decision_asked.strip()
    if not decision:
        return []
    return [kit.paragraph(asked_of(facts), "section-first"), kit.decision(decision)]


def asked_of(facts: Facts) -> str:
    """Whom the decision is asked of."""
    _, sponsor = facts.words.gettext, facts.sponsor
    if not sponsor or not person(sponsor):
        return _("The decision asked for")
    if not sponsor.name.strip():
        return _("The decision asked of the sponsor: {role}").format(role=person(sponsor))
    return _("The decision asked of {name}, sponsor").format(name=person(sponsor))


def _not_judged(kit: PageKit, facts: Facts) -> list[Flowable]:
    """The points that nobody has judged, by name, in a line."""
    titles = [p.title for p in points_of(facts.method) if facts.states[p.id] is PointState.NOT_JUDGED]
    if not titles:
        return []
    words = facts.words
    text = words.ngettext("One is not judged yet:", "{count} are not judged yet:", len(titles))
    head = Run(sentence(text.format(count=count_word(len(titles), words))), SANS_SEMIBOLD, MUTED)
    return [kit.space(4), kit.runs([head, Run(listed(titles, facts) + ".", colour=MUTED)], "cell")]


def rule_box(kit: PageKit, facts: Facts, width: float | None = None) -> Flowable:
    """The rule, each verdict in its colour, between a dark line and a pale one."""
    width = width or kit.width
    head = kit.paragraph(facts.words.gettext("The rule"), "text-strong")
    style = [
        ("LINEABOVE", (0, 0), (-1, 0), 0.72, INK), ("LINEBELOW", (0, 0), (-1, 0), HAIRLINE, RULE),
        ("TOPPADDING", (0, 0), (-1, -1), 6), ("BOTTOMPADDING", (0, 0), (-1, -1), 6.5),
    ]  # fmt: skip
    return plain_table([[head, kit.runs(_rule_runs(facts), "text")]], [RULE_HEAD, width - RULE_HEAD], style, before=4)


def _rule_runs(facts: Facts) -> list[Run]:
    """The rule's sentences; one that begins with a verdict has it in its colour."""
    runs: list[Run] = []
    names = {verdict_name(kind, facts.words): colour for kind, colour in VERDICT_COLOURS.items()}
    for part in rule_text(facts.words).split(". "):
        text = part if part.endswith(".") else part + "."
        name = max((n for n in names if text.startswith((n + " ", n + ","))), key=len, default="")
        end = len(name) + text[len(name) :].startswith(",") if name else 0  # runs stand a space apart
        runs += [Run(text[:end], SANS_SEMIBOLD, names.get(name, "")), Run(text[end:])]
    return runs


@frozen
class Lists:
    """How the two lists below the points are set."""

    style: str = "cell"
    short: Shortener = field(default_factory=Shortener)
    most: int = 1000
    """Lines of each."""
    dates: bool = True
    """Whether a condition that comes before its action stands among what does not add up."""
    gap: float = 2.6
    """Points above an item."""
    notes: bool = True
    """Whether decisions that were written down in the room stand beside those of the gates."""


def two_lists(kit: PageKit, facts: Facts, lists: Lists) -> Flowable:
    """What does not add up on the left, what was decided on the right; either over the whole width where it is alone.

    The columns are so wide that they come out about as high as one another.
    """
    room = kit.width - BETWEEN
    pairs = [_pair(kit, facts, room * share, lists) for share in COLUMN_SHARES]
    if all(pairs[0].columns):
        best = min(pairs, key=lambda pair: pair.height)
        return plain_table([list(best.columns)], [best.left + BETWEEN, room - best.left], [], before=6)
    alone = [*_against(kit, facts, kit.width, lists), *_decided(kit, facts, kit.width, lists)]
    return plain_table([[alone]], [kit.width], [], before=6)


@frozen
class _Pair:
    columns: tuple[list[Flowable], list[Flowable]]
    left: float
    """Width of the left one."""
    height: float


def _pair(kit: PageKit, facts: Facts, left: float, lists: Lists) -> _Pair:
    right = kit.width - BETWEEN - left
    columns = _against(kit, facts, left, lists), _decided(kit, facts, right, lists)
    heights = (stacked_height(column, width) for column, width in zip(columns, (left, right), strict=True))
    return _Pair(columns, left, max(heights))


def _against(kit: PageKit, facts: Facts, width: float, lists: Lists) -> list[Flowable]:
    sentences = [
        found.sentence
        for found in facts.contradictions
        if lists.dates or found.rule is not Rule.CONDITION_BEFORE_ACTION
    ]
    if not sentences:
        return []
    rows = [[kit.paragraph(lists.short.sentence(text), lists.style)] for text in sentences[: lists.most]]
    rows += _more(kit, facts, len(sentences) - lists.most)
    return [kit.paragraph(facts.words.gettext("What does not add up"), "section"), kit.lines(rows, [width], lists.gap)]


def _decided(kit: PageKit, facts: Facts, width: float, lists: Lists) -> list[Flowable]:
    """The gates, then the decisions that were written down for the client."""
    words, gates, short = facts.words, decided(facts), lists.short
    rows = []
    text = words.gettext("{phase}: {decision}.")
    for gate in gates:
        head = text.format(phase=gate.phase, decision=gate.decision)
        said = [
            Run(head, SANS_SEMIBOLD),
            Run(short(gate.text)),
            Run(f"{gate.who_when}." if gate.who_when else "", colour=MUTED),
        ]
        rows.append([kit.runs(said, lists.style)])
    notes = [short(note.text.strip()) for note in facts.captured(NoteKind.DECISION)] if lists.notes else []
    rows += [[kit.paragraph(note, lists.style)] for note in notes]
    if not rows:
        return []
    shown = rows[: lists.most] + _more(kit, facts, len(rows) - lists.most)
    return [kit.paragraph(words.gettext("What was decided"), "section"), kit.lines(shown, [width], lists.gap)]


def _more(kit: PageKit, facts: Facts, count: int) -> list[list[Flowable]]:
    if count <= 0:
        return []
    text = facts.words.ngettext("{count} more, in the workshop record", "{count} more, in the workshop record", count)
    return [[kit.paragraph(text.format(count=count), "cell-muted")]]


def readiness(kit: PageKit, facts: Facts) -> list[Flowable]:
    """For the record: the verdict, its rule, and every point."""
    words = facts.words
    story = kit.heading(words.gettext("Readiness for production"), readiness_title(facts), verdict_style(kit, facts))
    story += [rule_box(kit, facts), kit.space(8), tally(kit, facts), kit.space(8)]
    if facts.verdict.kind is VerdictKind.NOT_JUDGED:
        return kit.together(story)
    return [*kit.together(story, ROOM_FOR_ROWS), points_table(kit, facts), *against_part(kit, facts)]


def against_part(kit: PageKit, facts: Facts) -> list[Flowable]:
    """What does not add up, over the whole width; nothing where everything does."""
    return [kit.space(8), *_against(kit, facts, kit.width, Lists())] if facts.contradictions else []
