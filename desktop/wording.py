"""Names that several pages say alike."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from models.engagement import Group, Progress


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
