"""Names that several pages say alike."""

from __future__ import annotations

from desktop.words import gettext
from models.values.terms import Group, NoteKind, Progress


def group_name(group: Group) -> str:
    """The name of a stakeholder group, in small letters."""
    names = {
        Group.BUSINESS: gettext("business"),
        Group.TECHNOLOGY: gettext("technology"),
        Group.DATA: gettext("data"),
        Group.OPERATIONS: gettext("operations"),
        Group.RISK: gettext("risk"),
        Group.USERS: gettext("users"),
        Group.FINANCE: gettext("finance"),
    }
    return names[group]


def progress_name(progress: Progress) -> str:
    """How far an action has come, in words."""
    names = {
        Progress.NOT_STARTED: gettext("Not started"),
        Progress.IN_PROGRESS: gettext("In progress"),
        Progress.DONE: gettext("Done"),
        Progress.BLOCKED: gettext("Blocked"),
    }
    return names[progress]


def note_kind_name(kind: NoteKind) -> str:
    """The heading of a list of what was captured."""
    names = {
        NoteKind.NOTE: gettext("Notes"),
        NoteKind.EVIDENCE: gettext("Evidence seen"),
        NoteKind.PARKED: gettext("Parked"),
        NoteKind.RETURN: gettext("To come back to"),
        NoteKind.DISSENT: gettext("Dissent, word for word"),
        NoteKind.DECISION: gettext("Decisions"),
    }
    return names[kind]
