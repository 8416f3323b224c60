"""The titles: each states what was found, in at most 50 characters, right for one, many and none."""

from __future__ import annotations

from models.plan.rubs import Kind, Rub
from models.plan.waves import Wave, end_of_next
from models.playbook.budget import Standing
from models.readiness.readiness import verdict_text
from models.values.months import day_and_month, month_name
from models.values.numbers import count_word
from models.values.sought import the_first
from models.values.terms import NoteKind
from reports.words.cost_words import gap
from reports.words.facts import Facts
from reports.words.open_signs import open_finding
from reports.words.phrases import sentence
from reports.words.plan_words import given_name
from reports.words.text import shortened

LONGEST_TITLE = 50


def as_title(text: str) -> str:
    """With a capital first letter, and never longer than a title may be."""
    return shortened(sentence(text), LONGEST_TITLE)


def actions_title(facts: Facts) -> str:
    """How many actions come first."""
    words, total, first = facts.words, len(facts.lines), len(facts.wave(Wave.FIRST))
    if not total:
        return as_title(words.gettext("No action has been agreed yet"))
    if first in (0, total):
        text = words.ngettext("One action is agreed", "{count} actions are agreed", total)
        return as_title(text.format(count=count_word(total, words)))
    text = words.ngettext("One of {total} actions comes first", "{count} of {total} actions come first", first)
    return as_title(text.format(count=count_word(first, words), total=count_word(total, words)))


def later_title(facts: Facts) -> str:
    """How many follow the first ones, and by when."""
    words, following = facts.words, sum(not line.done for line in facts.wave(Wave.NEXT))
    if not following:
        return last_title(facts)
    until = end_of_next(facts.held_on)
    month = month_name(until.month, words)
    text = words.ngettext(
        "One more is due by the end of {month}", "{count} more are due by the end of {month}", following
    )
    if until < facts.today:
        text = words.ngettext(
            "One more was due by the end of {month}", "{count} more were due by the end of {month}", following
        )
    return as_title(text.format(count=count_word(following, words), month=month))


def last_title(facts: Facts) -> str:
    """How many come after those, or have no day."""
    words, later = facts.words, sum(not line.done for line in facts.wave(Wave.LATER))
    if not later:
        return as_title(words.gettext("The rest is done"))
    text = words.ngettext("One more comes later", "{count} more come later", later)
    return as_title(text.format(count=count_word(later, words)))


def calendar_title(facts: Facts) -> str:
    """The two dates with the least room between them; else by when everything is due."""
    words, tight = facts.words, [rub for rub in facts.rubs if rub.kind is not Kind.NO_DATE]
    if tight:
        return as_title(_tight(facts, tight[0]))
    dates = [line.action.due for line in facts.lines if line.action.due]
    undated = len(facts.lines) - len(dates)
    if not dates:
        return as_title(words.gettext("No action has a date yet"))
    if undated:
        text = words.ngettext(
            "One of {total} actions has no date yet", "{count} of {total} actions have no date yet", undated
        )
        return as_title(text.format(count=count_word(undated, words), total=count_word(len(facts.lines), words)))
    text = words.ngettext("The one action is due by {date}", "Every action is due by {date}", len(dates))
    if max(dates) < facts.today:
        text = words.ngettext("The one action was due by {date}", "Every action was due by {date}", len(dates))
    return as_title(text.format(date=day_and_month(max(dates), words, facts.held_on)))


def _tight(facts: Facts, rub: Rub) -> str:
    """Where the dates rub most, the action by its name where that is short enough."""
    words, line = facts.words, the_first(entry for entry in facts.lines if entry.action.id == rub.action_id)
    if rub.kind is Kind.BACKWARDS:
        text = words.gettext("{name} begins before it can") if rub.after_id else words.gettext("{name} comes too late")
    else:
        text = words.ngettext("{name} has one day to spare", "{name} has {count} days to spare", rub.spare)
    count = count_word(rub.spare, words)
    name = given_name(facts, line)
    said = text.format(name=words.gettext("“{name}”").format(name=name), count=count)
    if name and len(said) <= LONGEST_TITLE:
        return said
    return text.format(name=words.gettext("Action {number}").format(number=line.number), count=count)


def reply_title(facts: Facts) -> str:
    """What the page that comes back is for."""
    text = facts.words.ngettext(
        "The owner says here how far the action is", "Owners say here how far their actions are", len(facts.lines)
    )
    return as_title(text)


def open_title(facts: Facts) -> str:
    """How many warning signs have no level, and why."""
    return as_title(open_finding(facts))


def numbers_title(facts: Facts) -> str:
    """That nothing here needs to be taken on trust."""
    return as_title(facts.words.gettext("Every number here can be worked out by hand"))


def sign_off_title(facts: Facts, people: int) -> str:
    """How many people are asked to sign, or that nobody is named for the decision."""
    words = facts.words
    if people and not facts.sponsor:
        return as_title(words.gettext("Nobody is named yet to sign the decision"))
    if not people:
        return as_title(words.gettext("The plan still needs people who sign it"))
    text = words.ngettext("One person is asked to sign this plan", "{count} people are asked to sign this plan", people)
    return as_title(text.format(count=count_word(people, words)))


def decisions_title(facts: Facts) -> str:
    """How much was decided, of what the client may read."""
    words, count = facts.words, len(facts.captured(NoteKind.DECISION))
    if not count:
        return as_title(words.gettext("No decision was written down"))
    text = words.ngettext("One thing was decided", "{count} things were decided", count)
    return as_title(text.format(count=count_word(count, words)))


def budget_title(facts: Facts) -> str:
    """The plan against what is usual."""
    _ = facts.words.gettext
    if not facts.has_budget:
        return as_title(_("No cost of going live is on record yet"))
    if facts.budget.rule is None:
        return as_title(_("What going live costs is on record"))
    texts = {
        Standing.NOT_COMPARABLE: _("What the pilot cost is not known yet"),
        Standing.BELOW: _("The plan lies {gap} below the usual range"),
        Standing.WITHIN: _("The plan lies within the usual range"),
        Standing.ABOVE: _("The plan lies {gap} above the usual range"),
    }
    plain = {
        Standing.BELOW: _("The plan costs less than is usual"),
        Standing.ABOVE: _("The plan costs more than is usual"),
    }
    said = texts[facts.budget.standing].format(gap=gap(facts))
    return as_title(said if len(said) <= LONGEST_TITLE else plain[facts.budget.standing])


def readiness_title(facts: Facts) -> str:
    """The verdict and what made it."""
    return as_title(verdict_text(facts.verdict, facts.words))
