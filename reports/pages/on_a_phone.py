"""The sections of the one-page summary, in type that can be read on a phone."""

from __future__ import annotations

from dataclasses import field, replace

from models.diagnosis.diagnosis import Band, ModeResult
from models.frozen import frozen
from models.plan.plan import PlanLine
from models.plan.titles import titled
from models.readiness.readiness import VerdictKind, points_of, verdict_name
from models.statements.standing import evidence_for_client, first_sentence, lead_sign
from models.values.letters import on_one_line, small
from models.values.months import long_date
from models.values.names import point_state_name
from models.values.numbers import count_word
from models.values.terms import Progress
from reports.figures.metric_line import metric_line
from reports.figures.mode_strip import mode_strip
from reports.figures.planned_range import planned_range
from reports.figures.point_mark import marks_in_a_row
from reports.layout.flowables import Flowable, Outlined
from reports.layout.grids import plain_table
from reports.layout.page_kit import PageKit
from reports.pages.readiness import VERDICT_COLOURS, asked_of
from reports.pages.what_decides import signs_in_words
from reports.pages.what_moved import moved_in_short
from reports.type.fonts import SANS_SEMIBOLD, SERIF_SEMIBOLD, text_width
from reports.type.ink import MUTED, RULE
from reports.words.cost_words import cost_runs, cost_sentence
from reports.words.facts import Facts
from reports.words.late import day_and_late, late_text
from reports.words.metric_words import metric_in_words
from reports.words.open_signs import how_many_open, little_known
from reports.words.sentences import whole_sentences
from reports.words.text import Run, one_line, shortened
from reports.words.what_works import in_good_order, metric_text, moved_metric, works_title

LEADING_ACTIONS = 3
ABOVE = 8.0
"""Points between the line above a section and what it says."""
BESIDE = 211.0
"""Width of a small chart beside words."""
NUMBER, DUE, WIDEST_DUE, WIDEST_LATE = 25.0, 112.0, 176.0, 210.0
MARK, BETWEEN_MARKS = 11.0, 3.8
LONGEST_CLOSING = 160
"""Characters of the closing line, on two lines."""


@frozen
class Room:
    """How many characters the parts may have that people wrote."""

    decision: int
    purpose: int
    why: int
    works: int
    title: int
    strip: bool = True
    """Whether the modes are drawn."""
    shortened: list[str] = field(default_factory=list, compare=False)
    """The texts that were cut, as they came out; the action plan has them whole."""
    recorded: list[str] = field(default_factory=list, compare=False)
    """Likewise; the plan shortens them too, and the workshop record has them whole."""

    def cut(self, text: str, most: int) -> str:
        """On one line, in at most so many characters."""
        return _noted(one_line(text), shortened(one_line(text), most), self.shortened)

    def sentences(self, text: str, most: int) -> str:
        """Whole sentences, in at most so many characters; a first one that is too long is cut."""
        return _noted(on_one_line(text), whole_sentences(text, most), self.recorded)

    def name(self, text: str, most: int) -> str:
        """What a row of the playbook is called, likewise."""
        return _noted(one_line(text), shortened(one_line(text), most), self.recorded)


def _noted(text: str, kept: str, cut: list[str]) -> str:
    """What was kept of a text, which joins those that were `cut` where it ends in a … that is not the writer's."""
    if kept.endswith("…") and not text.startswith(kept):
        cut.append(kept)
    return kept


def sections(kit: PageKit, facts: Facts, room: Room) -> list[list[Flowable]]:
    """In the order in which they are read."""
    moved = moved_in_short(kit, facts)
    return [
        _decision(kit, facts, room),
        _verdict(kit, facts, room),
        *([[_below_line(kit, moved)]] if moved else []),
        _works(kit, facts, room),
        _actions(kit, facts, room),
        _costs(kit, facts),
    ]


def last_lines(kit: PageKit, room: Room, closing: bool) -> list[Flowable]:
    """The practice's closing line, where there is room for it, and whether texts were shortened."""
    line = kit.last_words(lambda text: room.cut(text, LONGEST_CLOSING), "closing-line") if closing else []
    return [*line, *([kit.paragraph(said, "large-caption")] if (said := _where_whole(kit, room)) else [])]


def _where_whole(kit: PageKit, room: Room) -> str:
    """That texts were cut, and which document has them whole; empty where none was."""
    _ = kit.words.gettext
    texts = {
        (True, False): _("Texts ending in … are shortened here; the action plan has them whole."),
        (False, True): _("Texts ending in … are shortened here; the workshop record has them whole."),
        (True, True): _("Texts ending in … are shortened here; action plan and workshop record have them whole."),
    }
    return texts.get((bool(room.shortened), bool(room.recorded)), "")


def _decision(kit: PageKit, facts: Facts, room: Room) -> list[Flowable]:
    """What is asked, of whom, what the pilot is, in a line or two, and by when it is wanted."""
    words, pilot = facts.words, facts.engagement.pilot
    asked = room.cut(pilot.decision_asked, room.decision)
    kicker = asked_of(facts) if asked else words.gettext("No decision has been put into words yet")
    title = kit.settled(asked or facts.headline, "asked-for", "H1")
    title.outlined = Outlined(shortened(asked or facts.headline, 80), kicker)
    story = [kit.paragraph(kicker, "asked"), title]
    parts = [room.sentences(pilot.purpose, room.purpose)]
    if pilot.target_date:
        text = words.gettext("Wanted in production by {date}.")
        if pilot.target_date < facts.today:
            text = words.gettext("It was wanted in production by {date}; that day is past.")
        parts = [_stopped(parts[0]) if parts[0] else "", text.format(date=long_date(pilot.target_date, words))]
    if about := " ".join(filter(None, parts)):
        story += [kit.space(6), kit.paragraph(about, "large-note")]
    return story


def _verdict(kit: PageKit, facts: Facts, room: Room) -> list[Flowable]:
    """The verdict with its points as marks, why, and the modes."""
    story = [_verdict_row(kit, facts), kit.space(4)]
    head, reasons = Run(_stopped(facts.headline), SANS_SEMIBOLD), _reasons(facts, room)
    if facts.engagement.pilot.decision_asked.strip():
        story.append(kit.runs([head, Run(reasons)], "large"))
    elif reasons:  # the finding is the page's title
        story.append(kit.paragraph(reasons, "large"))
    if room.strip and facts.answered:
        told = " ".join(f"{facts.mode(r).short}: {_figure(facts, r)}. {signs_in_words(facts, r)}" for r in facts.ranked)
        strip = mode_strip(facts.ranked, facts.method, kit.colours, kit.width)
        alternative = facts.words.gettext("Strip of tints, 0 to 100, darker is worse. {modes}").format(modes=told)
        story += [kit.space(9), *kit.figure(strip, alternative), kit.paragraph(_reading(facts), "large-caption")]
    return [_below_line(kit, story, VERDICT_COLOURS.get(facts.verdict.kind, MUTED), 1.4)]


def _figure(facts: Facts, result: ModeResult) -> str:
    """A mode's figure and band; its band alone where too little is known for a figure."""
    band = small(result.standing_in(facts.words))
    return band if result.band is Band.NOT_KNOWN else f"{result.shown_index}, {band}"


def _verdict_row(kit: PageKit, facts: Facts) -> Flowable:
    """The verdict on the left; on the right how many points are open, before a mark for each point."""
    words, found = facts.words, facts.verdict
    states = [state for state, count in found.tally for _ in range(count)]
    name = verdict_name(found.kind, words)
    if found.kind in VERDICT_COLOURS:
        name = words.gettext("{verdict} today").format(verdict=name)
    colour = VERDICT_COLOURS.get(found.kind, MUTED)
    verdict = kit.styled(name, replace(kit.styles["verdict"], colour=colour), "H2")
    many = max(len(states), 1)
    size = min(MARK, (kit.width * 0.5 - BETWEEN_MARKS * (many - 1)) / many)
    marks = marks_in_a_row(states, kit.colours, size, BETWEEN_MARKS)
    text = _counted(facts)
    style = kit.styles["points"]
    room = marks.width + 8
    wide = text_width(text, style.font, style.size) + 2
    widths = [kit.width - room - wide, wide, room]
    if widths[0] < text_width(name, SERIF_SEMIBOLD, 20):
        widths, text = [kit.width - room, 0, room], ""
    picture = kit.figure(marks, _points_in_words(facts))[0]
    cells = [[verdict, kit.paragraph(text, "points") if text else "", picture]]
    looks = [("VALIGN", (0, 0), (-1, -1), "MIDDLE"), ("ALIGN", (2, 0), (2, 0), "RIGHT")]
    return plain_table(cells, [w or 0.1 for w in widths], looks)


def _counted(facts: Facts) -> str:
    """As in "9 of 15 points are open"."""
    words, found, total = facts.words, facts.verdict, len(facts.states)
    match found.kind:
        case VerdictKind.GO:
            text, count = words.gettext("{count} of {total} points confirmed"), len(found.confirmed)
        case VerdictKind.CONDITIONS:
            text, count = words.gettext("{count} of {total} points waived"), len(found.waived)
        case VerdictKind.NO_GO:
            text, count = words.gettext("{count} of {total} points are open"), len(found.open)
            if found.not_judged:
                text = words.gettext("{count} of {total} open, {more} not judged")
        case _:
            text, count = words.gettext("{count} of {total} points not judged"), len(found.not_judged)
    return text.format(count=count, total=total, more=len(found.not_judged))


def _points_in_words(facts: Facts) -> str:
    states = ((p.title, point_state_name(facts.states[p.id], facts.words)) for p in points_of(facts.method))
    text = facts.words.gettext("The readiness points as marks. {points}.")
    return text.format(points="; ".join(f"{title}: {small(state)}" for title, state in states))


def _reasons(facts: Facts, room: Room) -> str:
    """The evidence of the gravest signs of the two worst modes, where they are high; else what is little known."""
    current = facts.engagement.current
    if facts.banded(Band.NOT_KNOWN) and not facts.high:
        text = little_known(facts)
        return text if len(text) <= room.why else ""
    signs = (lead_sign(facts.method, current, r) for r in [r for r in facts.ranked if r in facts.high][:2])
    texts = [text for sign in signs if sign and (text := evidence_for_client(current, sign.id))]
    if all(len(first_sentence(text)) <= room.why // 2 for text in texts):
        return " ".join(room.sentences(text, room.why // 2) for text in texts)
    return room.sentences(texts[0], room.why) if room.why else ""  # half a sentence of each would say neither


def _reading(facts: Facts) -> str:
    said = facts.words.gettext("What holds it back, 0 to 100: darker is worse.")
    return " ".join(filter(None, (said, how_many_open(facts))))


def _works(kit: PageKit, facts: Facts, room: Room) -> list[Flowable]:
    """The metric that moved beside its line, and what is in good order."""
    words, moved = facts.words, moved_metric(facts)
    good = " ".join(one.text for one in in_good_order(facts, 3))
    said = room.sentences(good, room.works)
    head = kit.paragraph(works_title(moved, words), "large-section")
    if moved is None:
        text = said or words.gettext("Nothing has been found in good order yet.")
        return [_below_line(kit, [head, kit.paragraph(text, "large")])]
    figures = metric_text(moved, facts) if moved.baseline is not None else ""
    text = words.gettext("{metric}: {figures}.")
    first = Run(text.format(metric=room.name(moved.title, 70), figures=figures), SANS_SEMIBOLD)
    left = [head, kit.runs([first, Run(said)], "large")]
    chart = metric_line(moved, facts.engagement.pilot.started, kit.colours, words, BESIDE, large=True)
    return [_below_line(kit, [_beside(kit, left, kit.figure(chart, metric_in_words(moved, words)))])]


def _actions(kit: PageKit, facts: Facts, room: Room) -> list[Flowable]:
    """The three that come first of those still to do."""
    words = facts.words
    lines = [line for line in facts.lines if line.action.progress is not Progress.DONE][:LEADING_ACTIONS]
    if not lines:
        text = words.gettext("No action has been agreed yet.") if not facts.lines else words.gettext("All are done.")
        head = kit.paragraph(words.gettext("What to do first"), "large-section")
        return [_below_line(kit, [head, kit.paragraph(text, "large")])]
    text = words.ngettext("The action that comes first", "The {count} actions that come first", len(lines))
    head = kit.paragraph(text.format(count=count_word(len(lines), words)), "large-section")
    widths = [NUMBER, kit.width - NUMBER]
    owner, day = kit.styles["large-muted"], kit.styles["large-late"]
    named = max(text_width(one_line(facts.owner(line)), owner.font, owner.size) for line in lines) + 1
    dated = max(text_width(day_and_late(facts, line.action), day.font, day.size) for line in lines) + 1
    due = max(min(max(named, DUE), WIDEST_DUE), min(dated, WIDEST_LATE))
    rows = [[kit.paragraph(str(line.number), "large-number"), _action(kit, facts, line, room, due)] for line in lines]
    return [_below_line(kit, [head, kit.lines(rows, widths, 5)])]


def _action(kit: PageKit, facts: Facts, line: PlanLine, room: Room, beside: float) -> Flowable:
    """What to do, and beside it by when and by whom; what is missing says so."""
    words, width = facts.words, kit.width - NUMBER
    title = kit.paragraph(room.cut(titled(line.action.title, words), room.title), "large")
    owner = room.cut(facts.owner(line), max(room.title // 3, 18)) or words.gettext("No owner yet")
    look = "large-late" if late_text(facts, line.action) else "large-strong" if line.action.due else "large-missing"
    when = kit.paragraph(day_and_late(facts, line.action), look)
    who = kit.paragraph(owner, "large-muted" if facts.owner(line) else "large-missing")
    return plain_table([[title, [when, who]]], [width - beside, beside], [("RIGHTPADDING", (0, 0), (0, 0), 14)])


def _costs(kit: PageKit, facts: Facts) -> list[Flowable]:
    """What is planned and what is usual, beside both on one scale."""
    head = kit.paragraph(facts.words.gettext("What it costs"), "large-section")
    said = kit.runs(cost_runs(facts, SANS_SEMIBOLD), "large")
    if not facts.has_budget and facts.budget.band is None:
        return [_below_line(kit, [head, said])]
    chart = planned_range(facts.budget, kit.colours, facts.words, BESIDE, 10.1)
    alternative = facts.words.gettext("Bars on one scale. {sentence}").format(sentence=cost_sentence(facts))
    return [_below_line(kit, [_beside(kit, [head, said], kit.figure(chart, alternative))])]


def _beside(kit: PageKit, left: list[Flowable], right: list[Flowable]) -> Flowable:
    return plain_table([[left, right]], [kit.width - BESIDE, BESIDE], [("RIGHTPADDING", (0, 0), (0, 0), 24)])


def _below_line(kit: PageKit, parts: list[Flowable], colour: str = RULE, thick: float = 0.72) -> Flowable:
    """A section below its line."""
    style = [("LINEABOVE", (0, 0), (-1, 0), thick, colour), ("TOPPADDING", (0, 0), (-1, -1), ABOVE)]
    return plain_table([[parts]], [kit.width], style)


def _stopped(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) else text + "."
