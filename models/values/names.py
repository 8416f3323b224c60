"""What the terms are called, in console, room and documents alike: one word for one thing."""

from __future__ import annotations

from gettext import NullTranslations

from models.values.terms import Confidence, Group, NoteKind, PointState, Progress, VoteWay


def group_name(group: Group, words: NullTranslations) -> str:
    """The part of the organisation, in small letters."""
    _ = words.gettext
    return {
        Group.BUSINESS: _("business"),
        Group.TECHNOLOGY: _("technology"),
        Group.DATA: _("data"),
        Group.OPERATIONS: _("operations"),
        Group.RISK: _("risk"),
        Group.USERS: _("users"),
        Group.FINANCE: _("finance"),
    }[group]


def progress_name(progress: Progress, words: NullTranslations) -> str:
    """How far an action has come."""
    _ = words.gettext
    return {
        Progress.NOT_STARTED: _("Not started"),
        Progress.IN_PROGRESS: _("In progress"),
        Progress.DONE: _("Done"),
        Progress.BLOCKED: _("Blocked"),
    }[progress]


def note_kind_name(kind: NoteKind, words: NullTranslations) -> str:
    """The heading of a list of what was captured."""
    _ = words.gettext
    return {
        NoteKind.NOTE: _("Notes"),
        NoteKind.EVIDENCE: _("Evidence seen"),
        NoteKind.PARKED: _("Parked"),
        NoteKind.RETURN: _("To come back to"),
        NoteKind.DISSENT: _("Dissent, word for word"),
        NoteKind.DECISION: _("Decisions"),
    }[kind]


def confidence_name(confidence: Confidence, words: NullTranslations) -> str:
    """How well an answer is backed."""
    _ = words.gettext
    return {Confidence.CLAIMED: _("Claimed"), Confidence.SEEN: _("Seen"), Confidence.TESTED: _("Tested")}[confidence]


def point_state_name(state: PointState, words: NullTranslations) -> str:
    """How a readiness point was judged."""
    _ = words.gettext
    return {
        PointState.NOT_JUDGED: _("Not judged"),
        PointState.CONFIRMED: _("Confirmed"),
        PointState.OPEN: words.pgettext("readiness point", "Open"),
        PointState.WAIVED: _("Waived"),
        PointState.DOES_NOT_APPLY: _("Does not apply"),
    }[state]


def point_state_counted(state: PointState, count: int, words: NullTranslations) -> str:
    """The same after so many of them: "4 confirmed", of which some languages make a plural."""
    return {
        PointState.NOT_JUDGED: words.npgettext("so many points", "not judged", "not judged", count),
        PointState.CONFIRMED: words.npgettext("so many points", "confirmed", "confirmed", count),
        PointState.OPEN: words.npgettext("so many points", "open", "open", count),
        PointState.WAIVED: words.npgettext("so many points", "waived", "waived", count),
        PointState.DOES_NOT_APPLY: words.npgettext("so many points", "does not apply", "does not apply", count),
    }[state]


def vote_way_name(way: VoteWay, words: NullTranslations) -> str:
    """How a vote was taken."""
    _ = words.gettext
    return {
        VoteWay.COUNTS: _("Hands counted"),
        VoteWay.NAMED: _("By name"),
        VoteWay.BALLOT: _("At this laptop"),
        VoteWay.LETTER: _("By letter"),
    }[way]
