"""Which version did they get? What was sent, when, to whom, and the very file."""

from __future__ import annotations

from email.utils import parseaddr
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.system.long_text import as_tip, breakable, shortened
from desktop.view_models.sending import Sending
from desktop.widgets.file_dialogs import ask_where, documents_folder
from desktop.widgets.labels import button, clear, label, rule
from desktop.words import gettext, spoken
from models.engagement.outbox import Dispatch
from models.values.months import shown_date

SHOWN_DIGITS = 12
"""Of a SHA-256: enough to tell two files apart by eye."""
MOST_NAMES = 6
MOST_LETTERS = 60
"""Of a name, and of a title."""
MOST_IN_TIP = 2_000
"""Characters."""


class OutboxView(QWidget):
    """One entry for each document that was sent, the newest first."""

    def __init__(self, model: Sending) -> None:
        super().__init__()
        self._model = model
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.addLayout(self._rows)
        column.addStretch(1)

    def refresh(self) -> None:
        """Shows what was sent so far."""
        clear(self._rows)
        sent = self._model.outbox()
        if not sent:
            text = gettext("Nothing was sent yet. What you send by e-mail is listed here, with the file itself.")
            self._rows.addWidget(label(text, "muted", wrap=True))
        for dispatch in sent:
            self._rows.addWidget(self._entry(dispatch))
            self._rows.addWidget(rule())

    def _entry(self, dispatch: Dispatch) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(2)
        column.addWidget(label(breakable(self._head(dispatch)), "section", wrap=True))
        to = label(breakable(self._to(dispatch)), wrap=True)
        to.setToolTip(as_tip(shortened(dispatch.recipients, MOST_IN_TIP)))
        column.addWidget(to)
        column.addWidget(label(self._version(dispatch), "caption", wrap=True))
        column.addLayout(self._acts(dispatch))
        return made

    def _head(self, dispatch: Dispatch) -> str:
        at = dispatch.prepared_at.astimezone()
        title = shortened(dispatch.title or dispatch.document, MOST_LETTERS)
        return gettext("{0}, {1} at {2}").format(title, shown_date(at.date(), spoken()), f"{at:%H:%M}")

    def _to(self, dispatch: Dispatch) -> str:
        people = (parseaddr(line) for line in dispatch.recipients.split("\n") if line)
        names = [shortened(name or address, MOST_LETTERS) for name, address in people if name or address]
        if not names:
            return gettext("No addressee was chosen here")
        more = len(names) - MOST_NAMES
        text = gettext("To {0}").format(", ".join(names[:MOST_NAMES]))
        return text + (" " + gettext("and {n} more").format(n=more) if more > 0 else "")

    def _version(self, dispatch: Dispatch) -> str:
        parts = [gettext("SHA-256 {0}…").format(dispatch.sha256[:SHOWN_DIGITS])]
        if dispatch.revision:
            parts.append(gettext("plan as of revision {0}").format(shortened(dispatch.revision, SHOWN_DIGITS + 1)))
        return ", ".join(parts)

    def _acts(self, dispatch: Dispatch) -> QHBoxLayout:
        named = self._head(dispatch)
        opening = button(gettext("Open the file"), "quiet", edge="left")
        opening.setAccessibleName(gettext("Open the file: {0}").format(named))
        opening.clicked.connect(partial(self._model.open_sent, dispatch))
        saving = button(gettext("Save a copy…"), "quiet", edge="left")
        saving.setAccessibleName(gettext("Save a copy: {0}").format(named))
        saving.clicked.connect(partial(self._ask_where, dispatch))
        row = QHBoxLayout()
        row.addWidget(opening)
        row.addWidget(saving)
        row.addStretch(1)
        return row

    def _ask_where(self, dispatch: Dispatch) -> None:
        suggested = documents_folder() / self._model.safe_file_name(dispatch)
        ask_where(self, gettext("Save a copy"), suggested, "PDF (*.pdf)", partial(self._model.save_sent, dispatch))
