"""The one chart of the failure modes: bar, range, signs and what decides, as a table that can be read aloud."""

from __future__ import annotations

from models.diagnosis.diagnosis import Band, ModeResult
from models.rounds.comparison import held
from models.rounds.open_signs import Open, why_open
from models.statements.standing import evidence_for_client, what_decides
from models.values.letters import small
from models.values.months import long_date
from models.values.terms import Answer, Confidence
from reports.charts.shapes import Drawing
from reports.figures.legend import level_legend
from reports.figures.level_square import level_square
from reports.figures.mode_bar import mode_axis, mode_bar
from reports.layout.flowables import Flowable
from reports.layout.marks import Drawn
from reports.layout.page_kit import SQUARE, PageKit, stacked_height
from reports.layout.tables import GUTTER, Column, HouseTable, Row, TableLook
from reports.tagging.structure import Tag
from reports.words.facts import Facts
from reports.words.open_signs import counts, how_many, state_name, unasked_name
from reports.words.sentences import whole_sentences

NAME, BARS, SIGNS, DECIDES = 94, 138, 80, 175
ROW, BETWEEN = 44.0, 2.4
LOOK = TableLook(above=0, below=0, middle=True)


def modes_table(kit: PageKit, facts: Facts, most: int) -> HouseTable:
    """A row for each mode, worst first. `most` is how many characters of evidence each may show."""
    words, unit = facts.words, kit.width / (NAME + BARS + SIGNS + DECIDES)
    axis = Drawn(mode_axis(kit.colours, BARS * unit - GUTTER), Tag("P"))
    columns = [
        Column(words.gettext("What holds it back"), NAME, names_row=True),
        Column(axis, BARS),
        Column(words.gettext("Signs"), SIGNS),
        Column(words.gettext("What decides"), DECIDES),
    ]
    rows = [_row(kit, facts, result, unit, most) for result in facts.ranked]
    return kit.table(columns, rows, LOOK)


def _row(kit: PageKit, facts: Facts, result: ModeResult, unit: float, most: int) -> Row:
    name = [kit.paragraph(facts.mode(result).short, "cell-strong"), kit.paragraph(_band(facts, result), "caption")]
    decides = _decides(kit, facts, result, most)
    texts = (stacked_height(name, NAME * unit - GUTTER), stacked_height(decides, DECIDES * unit))
    height = max(ROW, *(h + 8 for h in texts))
    bars = kit.figure(mode_bar(result, kit.colours, BARS * unit - GUTTER, height), bar_in_words(facts, result))
    return Row([name, bars[0], _signs(kit, facts, result, SIGNS * unit - GUTTER), decides])


def _band(facts: Facts, result: ModeResult) -> str:
    words, band = facts.words, result.standing_in(facts.words)
    if result.answered == result.applicable or result.left_out:
        return band
    if result.band is Band.NOT_KNOWN and not result.not_asked:
        return band
    text = words.gettext("{band}, {known} of {total} known")
    if result.answered + result.not_asked == result.applicable:
        text = words.gettext("{band}, {known} of {total} asked")
    return text.format(band=band, known=result.answered, total=result.applicable)


def _signs(kit: PageKit, facts: Facts, result: ModeResult, width: float) -> Flowable:
    """A square for each sign in the order of the method; in rows where there are many."""
    answers = list(result.shown.values())
    across = max(int((width + BETWEEN) // (SQUARE + BETWEEN)), 1)
    rows = -(-len(answers) // across)
    step = SQUARE + BETWEEN
    drawing = Drawing(min(across, max(len(answers), 1)) * step - BETWEEN, max(rows, 1) * step - BETWEEN)
    for place, answer in enumerate(answers):
        row, column = divmod(place, across)
        drawing.add(level_square(column * step, (rows - 1 - row) * step, SQUARE, answer, kit.colours))
    return kit.figure(drawing, signs_in_words(facts, result))[0]


def _decides(kit: PageKit, facts: Facts, result: ModeResult, most: int) -> list[Flowable]:
    """The evidence of the gravest, best backed sign, and how well it is backed."""
    _, found = facts.words.gettext, what_decides(facts.method, facts.engagement.current, result)
    if found is None:
        return [kit.paragraph(_not_decided(facts, result), "cell-muted")]
    names = {
        Confidence.TESTED: _("Tested"), Confidence.SEEN: _("Seen"), Confidence.CLAIMED: _("Claimed, not checked"),
        None: _("Nobody said what it rests on"),
    }  # fmt: skip
    seen_there = evidence_for_client(facts.engagement.current, found.sign.id)
    text = whole_sentences(seen_there or found.text, most)
    return [kit.paragraph(text, "cell"), kit.paragraph(names[found.confidence], "caption")]


def _not_decided(facts: Facts, result: ModeResult) -> str:
    """Why nothing decides how a mode stands; of one that was not asked again, how it stood."""
    words, open_ones = facts.words, counts(facts, result.mode_id)
    moved = next((one for one in facts.moved.modes if one.mode.id == result.mode_id), None) if facts.moved else None
    if result.left_out and facts.moved and moved and moved.not_asked_again and moved.then.index is not None:
        text = words.gettext("It was not asked again. On {day} it stood at {index}: {band}.")
        day, band = long_date(held(facts.moved.then.assessment, facts.today), words), moved.then.band.name_in(words)
        return text.format(day=day, index=moved.then.shown_index, band=small(band))
    if open_ones.keys() == {Open.NOT_KNOWN}:
        return words.gettext("Nothing is known of it yet.")
    return how_many(open_ones, result.applicable, facts) or words.gettext("None of its signs applies.")


def bar_in_words(facts: Facts, result: ModeResult) -> str:
    """A mode's bar for whoever cannot see it."""
    words, mode = facts.words, facts.mode(result).short
    low, high = round(result.lowest), round(result.highest)
    text = words.gettext("Bar from 0 to 100, higher is worse. {mode}: {index}, {band}.")
    if result.band is Band.NOT_KNOWN:
        text = words.gettext("Bar from 0 to 100, higher is worse. {mode}: {band}.")
    said = text.format(mode=mode, index=result.shown_index, band=small(result.standing_in(words)))
    if low != high:
        said += " " + words.gettext("It can end anywhere from {low} to {high}.").format(low=low, high=high)
    return said


def signs_in_words(facts: Facts, result: ModeResult) -> str:
    """The ratings of a mode, each sign by its name."""
    parts = [f"{sign.title}: {_answer_word(facts, sign.id, result)}" for sign in facts.mode(result).signs]
    text = facts.words.gettext("Ratings of {mode}. {signs}.")
    return text.format(mode=facts.mode(result).short, signs=facts.words.gettext("; ").join(parts))


def _answer_word(facts: Facts, sign_id: str, result: ModeResult) -> str:
    why = why_open(facts.engagement, sign_id)
    return small(state_name(why, facts.words)) if why else rating_word(facts, result.answers[sign_id])


def rating_word(facts: Facts, answer: Answer | None) -> str:
    """An answer in words, with the level's figure."""
    _ = facts.words.gettext
    if answer is None:
        return _("not asked")
    if answer is Answer.NOT_KNOWN:
        return _("not known")
    if answer.level is None:
        return _("does not apply")
    return f"{answer.level}, {small(facts.method.levels[answer.level])}"


def below_modes(kit: PageKit, facts: Facts) -> list[Flowable]:
    """What the squares mean, how to read the bars, and what they rest on."""
    unasked = unasked_name(facts)
    legend = Drawn(level_legend(facts.method.levels, kit.colours, facts.words, kit.width, unasked), Tag("P"))
    text = facts.words.gettext(
        "Bar: 0 to 100, of the signs that are known. Thin line: where it can end once all are. {source}"
    )
    return [legend, kit.space(3), kit.settled(text.format(source=source_line(facts)), "caption")]


def source_line(facts: Facts) -> str:
    """How many ratings there are, and of which day."""
    words, day = facts.words, facts.engagement.current.assessment.held_on
    text = words.gettext("Source: {answered} of {total} signs with a level.")
    if day:
        text = words.gettext("Source: {answered} of {total} signs with a level, {date}.")
    return text.format(answered=facts.answered, total=facts.signs, date=long_date(day, words) if day else "")
