"""Who is needed in any room, as examples that go with the first name."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.console.prepare.person_row import MARK, SHARES
from desktop.widgets.labels import hair, label
from desktop.widgets.parts.icons import Icon
from desktop.words import gettext, spoken
from models.values.names import group_name
from models.values.terms import Group

STANDING = 96
"""Pixels of what stands behind all."""


class ExamplePeople(QWidget):
    """Three roles, and who makes a good room. It takes no keyboard: nothing in it is real."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 12, 8)
        column.setSpacing(0)
        for line in (
            (gettext("Sponsor"), gettext("who can release the money"), Group.BUSINESS,
             gettext("decides where the pilot goes live"), gettext("one, no more")),
            (gettext("Technology"), gettext("who runs systems like it"), Group.TECHNOLOGY,
             gettext("decides what is hosted and supported"), ""),
            (gettext("Users"), gettext("who acts on its answers"), Group.USERS,
             gettext("can say whether it helps"), ""),
        ):  # fmt: skip
            column.addLayout(_row(*line))
            column.addWidget(hair())
        column.addSpacing(8)
        text = gettext(
            "A good room has someone who pays, someone who runs it, someone who uses it and someone who can say no: "
            "four to ten people."
        )
        column.addWidget(label(text, "caption", wrap=True))


def _row(name: str, role: str, group: Group, decides: str, beside: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 6, 0, 6)
    row.setSpacing(4)
    row.addWidget(Icon("dashring"))
    row.addSpacing(MARK - 12)
    for text, share in zip((name, role, group_name(group, spoken()).capitalize(), decides), SHARES, strict=True):
        part = label(text, "muted", wrap=True)
        part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        row.addWidget(part, share)
    last = label(beside, "muted")
    last.setMinimumWidth(STANDING)
    last.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(last)
    return row
