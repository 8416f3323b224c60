"""Names that several pages say alike."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from models.values.terms import Group, NoteKind, Progress


def group_name(group: Group) -> str:
    """The name of a stakeholder group, in small letters."""
    names = {
        Group.BUSINESS: QCoreApplication.translate("groups", "business"),
        Group.TECHNOLOGY: QCoreApplication.translate("groups", "technology"),
        Group.DATA: QCoreApplication.translate("groups", "data"),
        Group.OPERATIONS: QCoreApplication.translate("groups", "operations"),
        Group.RISK: QCoreApplication.translate("groups", "risk"),
        Group.USERS: QCoreApplication.translate("groups", "users"),
        Group.FINANCE: QCoreApplication.translate("groups", "finance"),
    }
    return names[group]


def progress_name(progress: Progress) -> str:
    """How far an action has come, in words."""
    names = {
        Progress.NOT_STARTED: QCoreApplication.translate("progress", "Not started"),
        Progress.IN_PROGRESS: QCoreApplication.translate("progress", "In progress"),
        Progress.DONE: QCoreApplication.translate("progress", "Done"),
        Progress.BLOCKED: QCoreApplication.translate("progress", "Blocked"),
    }
    return names[progress]


def note_kind_name(kind: NoteKind) -> str:
    """The heading of a list of what was captured."""
    names = {
        NoteKind.NOTE: QCoreApplication.translate("notes", "Notes"),
        NoteKind.EVIDENCE: QCoreApplication.translate("notes", "Evidence seen"),
        NoteKind.PARKED: QCoreApplication.translate("notes", "Parked"),
        NoteKind.RETURN: QCoreApplication.translate("notes", "To come back to"),
        NoteKind.DISSENT: QCoreApplication.translate("notes", "Dissent, word for word"),
        NoteKind.DECISION: QCoreApplication.translate("notes", "Decisions"),
    }
    return names[kind]
