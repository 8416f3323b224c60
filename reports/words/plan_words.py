"""What the plan says of its actions: a short name, the reason in one line, who, when, how much."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from models.frozen import frozen
from models.plan.plan import PlanLine
from models.plan.proposals import FIND_OUT, ReasonKind
from models.plan.titles import titled
from models.plan.waves import Wave, end_of_next
from models.statements.standing import evidence_for_client
from models.values.letters import in_a_row, within
from models.values.months import month_name
from models.values.numbers import count_word
from models.values.terms import Answer, NoteKind
from reports.words.facts import Facts, OpenSign
from reports.words.phrases import sentence, sign_name
from reports.words.sentences import whole_sentences
from reports.words.text import one_line, shortened

LONGEST_SHORT = 30
"""Characters of an action's name in a chart."""
LONGEST_WHY = 110
"""Characters of a reason that is not the room's own line."""


@frozen
class Why:
    """Why an action is in the plan."""

    text: str
    answer: Answer | None
    """That of the gravest sign behind it; None where no sign is."""


def why_of(facts: Facts, line: PlanLine) -> Why:
    """The room's own line, else what was seen of the gravest, best backed sign; else the first other reason."""
    signs = [reason.id for reason in line.because if reason.kind is ReasonKind.SIGN]
    own = line.action.why.strip()
    if not signs:
        other = line.because[0].text if line.because else uncalled(facts, line)
        return Why(own or sentence(other), None)
    sign = facts.method.sign(max(signs, key=facts.gravity))
    rating = facts.rating(sign.id)
    answer = rating.answer if rating else None
    said = own or whole_sentences(seen(facts, sign.id), LONGEST_WHY)
    return Why(said or _unsaid(facts, signs, sign_name(sign, answer), answer), answer)


def uncalled(facts: Facts, line: PlanLine) -> str:
    """Why an action stands in the plan that nothing calls for: in a later round that may have been settled since.

    What was not asked again was not settled.
    """
    words, proposal = facts.words, line.action.proposal
    if proposal:
        if any(_called_for(one, proposal) for one in facts.left_out):
            return words.gettext("What called for it was not asked again.")
        return sentence(words.gettext("nothing calls for it any more")) + "."
    return facts.words.gettext("The room’s own action.")


def _called_for(one: OpenSign, proposal: str) -> bool:
    """Whether the sign called for it when it was asked last."""
    answer = one.last.answer if one.last else None
    if answer is Answer.NOT_KNOWN:
        return proposal == FIND_OUT + one.mode.id
    return bool(answer and answer.level) and proposal in one.sign.actions


def _unsaid(facts: Facts, signs: list[str], name: str, answer: Answer | None) -> str:
    """The sign by its name; of several that nobody knows, how many they are."""
    if len(signs) < 2 or (answer and answer.level is not None):
        return name
    text = facts.words.gettext("{count} questions could not be answered.")
    return sentence(text.format(count=count_word(len(signs), facts.words)))


def seen(facts: Facts, sign_id: str) -> str:
    """The first evidence for the client under a sign, else the first note; empty where there is neither."""
    if found := evidence_for_client(facts.engagement.current, sign_id):
        return found
    notes = facts.engagement.current.notes_on(sign_id, NoteKind.NOTE)
    return next((n.text.strip() for n in notes if n.for_client and n.text.strip()), "")


def given_name(facts: Facts, line: PlanLine) -> str:
    """The short name that the room or, where the title is still the method's, the method gave; may be empty."""
    own = one_line(line.action.short)
    template = facts.template(line.action.proposal)
    return own or (template.short if template and template.title == line.action.title else _found_out(facts, line))


def _found_out(facts: Facts, line: PlanLine) -> str:
    """The name of a proposal to find out what nobody knows of a mode, while its title still names the mode."""
    short = next((m.short for m in facts.method.modes if line.action.proposal == FIND_OUT + m.id), "")
    if not short or short.lower() not in line.action.title.lower():
        return ""
    name = facts.words.gettext("Find out: {mode}").format(mode=within(short, facts.words))
    return name if len(name) <= LONGEST_SHORT else ""


def short_name(facts: Facts, line: PlanLine) -> str:
    """The action's name for charts, on one line; its title cut where it has no short name."""
    return given_name(facts, line) or shortened(titled(one_line(line.action.title), facts.words), LONGEST_SHORT)


def group_name(facts: Facts, line: PlanLine) -> str:
    """What an action has in common with those beside it in its wave."""
    _ = facts.words.gettext
    if line.done:
        return _("Done")
    if line.wave is Wave.NEXT:
        until = end_of_next(facts.held_on)
        return _("Next, by the end of {month}").format(month=month_name(until.month, facts.words))
    if line.wave is Wave.LATER:
        return _("Later, or without a date")
    if line.action.id in facts.rested_on:
        return _("First, what the decision rests on")
    return _("First, what waits for nothing") if facts.rested_on else _("First")


def ownership(facts: Facts) -> str:
    """How many actions there are, and what they lack; in a sentence or two."""
    words, total = facts.words, len(facts.lines)
    without = sum(not facts.owner(entry) for entry in facts.lines)
    undated = sum(entry.action.due is None for entry in facts.lines)
    text = words.ngettext("One action is agreed", "{count} actions are agreed", total)
    said = sentence(text.format(count=count_word(total, words)))
    if not without and not undated:
        return said + words.ngettext(", with an owner and a date.", ", each with an owner and a date.", total)
    lacks = [
        (
            without,
            words.ngettext("one has no owner yet", "{count} have no owner yet", without),
            words.ngettext("it has no owner yet", "none has an owner yet", total),
        ),
        (
            undated,
            words.ngettext("one has no date yet", "{count} have no date yet", undated),
            words.ngettext("it has no date yet", "none has a date yet", total),
        ),
    ]
    parts = [
        every if count == total else text.format(count=count_word(count, words))
        for count, text, every in lacks
        if count
    ]
    return in_a_row((said, words.gettext(", ").join(parts)), words) + "."


def first_ones(facts: Facts) -> str:
    """Why some actions come first, in a sentence; empty where all or none do."""
    words, first = facts.words, facts.wave(Wave.FIRST)
    if not first or len(first) == len(facts.lines):
        return ""
    decisive = sum(line.action.id in facts.rested_on for line in first)
    free = len(first) - decisive
    text = words.ngettext("One comes first", "{count} come first", len(first))
    said = sentence(text.format(count=count_word(len(first), words)))
    if not decisive:
        return said + words.ngettext(": it waits for nothing.", ": they wait for nothing.", len(first))
    if not free:
        return said + words.ngettext(": the decision rests on it.", ": the decision rests on them.", len(first))
    rest = words.ngettext("one that waits for nothing", "{count} that wait for nothing", free)
    text = words.ngettext(
        "{said}: one that the decision rests on and {rest}.",
        "{said}: {count} that the decision rests on and {rest}.",
        decisive,
    )
    rest = rest.format(count=count_word(free, words))
    return text.format(said=said, count=count_word(decisive, words), rest=rest)


def numbered(numbers: Iterable[int], facts: Facts, with_the_decision: bool = False) -> str:
    """As in "Action 3", "Actions 11 and 19" or "The decision and actions 1 to 4"; empty for none."""
    found, words = sorted(numbers), facts.words
    if not found:
        return ""
    text = words.ngettext("Action {numbers}", "Actions {numbers}", len(found))
    if with_the_decision:
        text = words.ngettext("The decision and action {numbers}", "The decision and actions {numbers}", len(found))
    return text.format(numbers=listed(_in_runs(found, facts), facts))


def _in_runs(numbers: list[int], facts: Facts) -> list[str]:
    """The numbers, of three and more that follow one another the first and the last."""
    text, found = facts.words.gettext("{first} to {last}"), list[str]()
    for _, group in groupby(enumerate(numbers), key=lambda entry: entry[1] - entry[0]):
        run = [number for _, number in group]
        if len(run) < 3:
            found += map(str, run)
        else:
            found.append(text.format(first=run[0], last=run[-1]))
    return found


def listed(parts: list[str], facts: Facts) -> str:
    """As in "one, two and three"."""
    if len(parts) < 2:
        return "".join(parts)
    comma, last = facts.words.gettext(", "), facts.words.gettext(" and ")
    return comma.join(parts[:-1]) + last + parts[-1]
