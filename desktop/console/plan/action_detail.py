"""The chosen action: everything about it that can be agreed, and why it is proposed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.console.plan.action_fields import ActionFields
from desktop.console.plan.reasons import Reasons
from desktop.view_models.planning import Part, Planning, PlanRow
from desktop.widgets.flow import TurningLine
from desktop.widgets.labels import button, keep_focus, label
from desktop.widgets.parts.scrolled import PageScroll
from desktop.words import gettext

BESIDE, LEAST = 500, (340, 220)
"""Pixels, at a scale of 1, from which it stands beside a view; how high both are where it stands below."""


class ActionDetail(PageScroll):
    """Reads for a proposal, edits for an action. Escape goes back to the list."""

    def __init__(self, model: Planning, decide: Callable[[bool], None]) -> None:
        super().__init__()
        self._decide = decide
        self._row: PlanRow | None = None
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._content = content = QWidget()
        content.setObjectName("content")
        column = QVBoxLayout(content)
        column.setContentsMargins(8, 0, 16, 0)
        column.setSpacing(8)
        self._heading = label("", "section", wrap=True)
        self.fields, self._reasons = ActionFields(model), Reasons(model)
        self.fields.names_laid_out.connect(self._reasons.begin_at)
        for part in (self._heading, self.fields, self._reasons):
            column.addWidget(part)
        column.addLayout(self._buttons())
        column.addStretch(1)
        self.setWidget(content)

    def minimumSizeHint(self) -> QSize:
        """It scrolls up and down only, so it is never narrower than what is in it."""
        wide = self._content.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(wide, super().minimumSizeHint().height())

    def show_row(self, row: PlanRow | None) -> None:
        """Shows a line of the list, or nothing."""
        anew = row is None or self._row is None or row.key != self._row.key
        self._row = row
        self._content.setVisible(row is not None)
        if row is None:
            return
        self._heading.setText(row.title)
        self._heading.setVisible(row.action is None)
        self._accept.setVisible(row.part is not Part.ACCEPTED)
        self._reject.setVisible(row.part is not Part.REJECTED)
        if row.action is None:
            keep_focus(self.fields)
        self.fields.setVisible(row.action is not None)
        if row.action:
            self.fields.show_row(row, anew)
        self._reasons.show_row(row)

    def edit_title(self) -> None:
        """Puts the cursor in the title."""
        self.fields.title.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def edit_first(self) -> None:
        """Puts the cursor where an accepted action most often lacks something: the owner."""
        if self._row and self._row.part is Part.ACCEPTED:
            self.fields.owner.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        self._accept = button(gettext("Accept"), "primary", key="A")
        self._reject = button(gettext("Reject"), key="R", edge="left")
        self._accept.clicked.connect(lambda: self._decide(True))
        self._reject.clicked.connect(lambda: self._decide(False))
        line.addWidget(self._accept)
        line.addWidget(self._reject)
        line.addStretch(1)
        return line


def with_detail(view: QWidget, detail: ActionDetail) -> TurningLine:
    """A view of the plan, and what is chosen in it."""
    return TurningLine(view, detail, beside=BESIDE, spacing=32, shares=(5, 4), least=LEAST)
