"""The titles: each states what was found, in at most 50 characters, right for one, many and none."""

from __future__ import annotations

from models.diagnosis.diagnosis import Band
from models.plan.waves import Wave
from models.playbook.budget import Standing
from models.readiness.readiness import VerdictKind, points_of, verdict_text
from models.values.months import short_date
from models.values.numbers import count_word, shown_number
from models.values.terms import NoteKind
from reports.words.facts import Facts
from reports.words.phrases import sentence
from reports.words.text import shortened

LONGEST_TITLE = 50


def as_title(text: str) -> str:
    """With a capital first letter, and never longer than a title may be."""
    return shortened(sentence(text), LONGEST_TITLE)


def where_it_stands(facts: Facts) -> str:
    """The finding that leads: the worst mode's own where one stands high, else what can honestly be said."""
    _, words = facts.words.gettext, facts.words
    if not facts.engagement.current.ratings:
        return as_title(_("The diagnosis has not begun"))
    if facts.worst is None:
        return as_title(_("Where the pilot stands is not known yet"))
    if facts.high:
        return as_title(facts.mode(facts.worst).finding)
    moderate, unknown = len(facts.banded(Band.MODERATE)), len(facts.banded(Band.NOT_KNOWN))
    if moderate:
        text = words.ngettext(
            "One failure mode needs care, none is high", "{count} failure modes need care, none is high", moderate
        )
        return as_title(text.format(count=count_word(moderate, words)))
    if unknown:
        text = words.ngettext(
            "None stands high, but one mode is not known", "None stands high, but {count} modes are not known", unknown
        )
        return as_title(text.format(count=count_word(unknown, words)))
    return as_title(_("No failure mode stands above low"))


def modes_title(facts: Facts) -> str:
    """How many failure modes stand high."""
    words, high, total = facts.words, len(facts.high), len(facts.results)
    if facts.worst is None:
        return as_title(words.gettext("No failure mode can be rated yet"))
    if high == total:
        text = words.gettext("All {total} failure modes stand high or critical")
    elif high:
        text = words.ngettext(
            "One of {total} failure modes is high or critical",
            "{count} of {total} failure modes are high or critical",
            high,
        )
    else:
        text = words.gettext("None of {total} failure modes stands high")
    return as_title(text.format(count=count_word(high, words), total=count_word(total, words)))


def signs_title(facts: Facts) -> str:
    """How many warning signs are severe."""
    words, severe = facts.words, facts.severe
    if not facts.answered:
        return as_title(words.gettext("No warning sign has been rated yet"))
    if not severe:
        text = words.ngettext(
            "The one sign rated is not severe", "None of the {count} signs rated is severe", facts.answered
        )
        return as_title(text.format(count=count_word(facts.answered, words)))
    text = words.ngettext(
        "One of {total} warning signs is severe", "{count} of {total} warning signs are severe", severe
    )
    return as_title(text.format(count=count_word(severe, words), total=facts.signs))


def priorities_title(facts: Facts) -> str:
    """How many actions come first."""
    words, total, first = facts.words, len(facts.lines), len(facts.wave(Wave.FIRST))
    if not total:
        return as_title(words.gettext("No action has been agreed yet"))
    if total == 1:
        return as_title(words.gettext("One action is agreed"))
    if first == total:
        text = words.gettext("All {total} actions belong in the first wave")
    elif first:
        text = words.ngettext("One of {total} actions comes first", "{count} of {total} actions come first", first)
    else:
        text = words.gettext("{total} actions agreed, none in the first wave")
    return as_title(text.format(count=count_word(first, words), total=count_word(total, words)))


def timeline_title(facts: Facts) -> str:
    """By when everything is due, or how much has no date."""
    words, total = facts.words, len(facts.lines)
    dates = [line.action.due for line in facts.lines if line.action.due]
    if not dates:
        return as_title(words.gettext("No action has a date yet"))
    if len(dates) == total:
        text = words.ngettext("The one action is due by {date}", "Every action is due by {date}", total)
        return as_title(text.format(date=short_date(max(dates), words)))
    text = words.ngettext("One of {total} actions has a date", "{count} of {total} actions have a date", len(dates))
    return as_title(text.format(count=count_word(len(dates), words), total=count_word(total, words)))


def reply_title(facts: Facts) -> str:
    """How many actions the owners are asked about."""
    words, total = facts.words, len(facts.lines)
    text = words.ngettext(
        "One action waits for word on where it stands", "{count} actions wait for word on where they stand", total
    )
    return as_title(text.format(count=count_word(total, words)))


def open_title(facts: Facts) -> str:
    """How many warning signs are still open."""
    words, count = facts.words, len(facts.open_signs)
    if not count:
        return as_title(words.gettext("Every warning sign has an answer"))
    if count == facts.signs:
        text = words.gettext("All {total} warning signs are still open")
    else:
        text = words.ngettext(
            "One of {total} warning signs is not known yet", "{count} of {total} warning signs are not known yet", count
        )
    return as_title(text.format(count=count_word(count, words), total=facts.signs))


def numbers_title(facts: Facts) -> str:
    """That nothing here needs to be taken on trust."""
    return as_title(facts.words.gettext("Every number here can be worked out by hand"))


def sign_off_title(facts: Facts, owners: int) -> str:
    """How many people are asked to sign."""
    words = facts.words
    if not owners:
        return as_title(words.gettext("The plan still needs owners who sign it"))
    text = words.ngettext("One owner is asked to sign this plan", "{count} owners are asked to sign this plan", owners)
    return as_title(text.format(count=count_word(owners, words)))


def decisions_title(facts: Facts) -> str:
    """How many decisions the client may read."""
    words, count = facts.words, len(facts.captured(NoteKind.DECISION))
    if not count:
        return as_title(words.gettext("No decision stands on record"))
    text = words.ngettext("One decision was taken", "{count} decisions were taken", count)
    return as_title(text.format(count=count_word(count, words)))


def budget_title(facts: Facts) -> str:
    """The plan against the method's rule."""
    _, rule = facts.words.gettext, facts.budget.rule
    if not facts.has_budget:
        return as_title(_("Production has no budget yet"))
    if rule is None:
        return as_title(_("Production has a budget"))
    texts = {
        Standing.NOT_COMPARABLE: _("The budget cannot be held against the rule yet"),
        Standing.BELOW: _("The budget is below what production takes"),
        Standing.WITHIN: _("The budget is within {low} to {high} times the pilot"),
        Standing.ABOVE: _("The budget is above {high} times the pilot"),
    }
    text = texts[facts.budget.standing]
    return as_title(text.format(low=shown_number(rule.low), high=shown_number(rule.high)))


def readiness_title(facts: Facts) -> str:
    """The verdict and what made it."""
    _, found = facts.words.gettext, facts.verdict
    if not facts.engagement.current.judgements:
        text = _("None of {total} readiness points is judged yet")
        return as_title(text.format(total=len(points_of(facts.method))))
    if found.kind is VerdictKind.GO and not found.confirmed:
        return as_title(_("Go: no readiness point applies here"))
    return as_title(verdict_text(found, facts.words))
