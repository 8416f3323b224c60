"""What will not be printed: decisions and dissent in full, the rest in a line each; one key marks it for the client."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.system.long_text import breakable, shortened, with_numbers_kept
from desktop.theme import Theme
from desktop.view_models.workshop.unprinted import FOLDED, IN_FULL, IN_SHORT, Unprinted
from desktop.widgets.labels import bring_into_sight, clear, hair, label, section_head
from desktop.widgets.parts.hints import Cap
from desktop.widgets.parts.icons import Icon
from desktop.widgets.parts.rows import paint_row
from desktop.words import gettext
from models.engagement.engagement import Note
from models.frozen import frozen
from models.values.letters import on_one_line
from models.values.terms import NoteKind

MOST_LETTERS, MOST_ROWS = 160, 60
"""Of an entry that is not shown in full; entries that are opened at once."""
MARK_KEY, OPEN_KEY = "M", "Enter"
ICONS = {
    NoteKind.DECISION: "decision",
    NoteKind.DISSENT: "dissent",
    NoteKind.PARKED: "park",
    NoteKind.RETURN: "return",
    NoteKind.EVIDENCE: "evidence",
    NoteKind.NOTE: "note",
}


@frozen
class _Entry:
    """What a row says."""

    id: str
    icon: str
    head: str
    text: str
    origin: str
    key: str
    """What it is pressed with while it is chosen."""
    hint: str
    """What its key does then."""
    state: str
    """Whose it is to see."""


class UnprintedList(QWidget):
    """One entry is the chosen one; the last row opens what is folded."""

    def __init__(self, model: Unprinted) -> None:
        super().__init__()
        self._model = model
        self._chosen, self._open = "", False
        self._rows: dict[str, _Row] = {}
        self._shown: tuple[tuple[_Entry, ...], str] | None = None
        self._theme: Theme | None = None
        self._named, self._about = label("", "section"), label("", "caption", wrap=True)
        head = section_head(self._named, self._about, worked_on=True)
        self._printed = label("", "caption", wrap=True)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(self._list)
        column.addSpacing(4)
        column.addWidget(self._printed)
        column.addStretch(1)

    def begin(self) -> None:
        """Anew, with what is internal now."""
        self._model.begin()
        self._chosen, self._open = "", False

    def refresh(self, theme: Theme) -> None:
        """Draws the entries as they stand."""
        self._theme = theme
        listed = tuple(self._entries()), self._more()
        if listed != self._shown:
            self._shown = listed
            self._put_anew(*listed)
        self._printed.setText(with_numbers_kept(self._model.printed_text()))
        self._named.setText(gettext("What will not be printed") if self._rows else gettext("Captured"))
        self._about.setText(gettext("Internal until you mark it.") if self._rows else "")
        if self._chosen not in self._rows:
            self._chosen = next(iter(self._rows), "")
        self._show_chosen()

    def choose(self, steps: int) -> bool:
        """Another entry; False where there is none."""
        keys = list(self._rows)
        if keys:
            self._choose(keys[min(max(keys.index(self._chosen) + steps, 0), len(keys) - 1)])
        return bool(keys)

    def mark(self) -> bool:
        """The chosen entry is for the client, or internal again; False where none is chosen."""
        if self._chosen in ("", _FOLDED):
            return False
        self._model.mark(self._chosen)
        return True

    def open(self) -> bool:
        """Opens or closes what is folded, where that is chosen."""
        if self._chosen == _FOLDED and self._theme is not None:
            self._open = not self._open
            self.refresh(self._theme)
        return self._chosen == _FOLDED

    def _put_anew(self, entries: tuple[_Entry, ...], more: str) -> None:
        clear(self._list)
        self._rows = {}
        for entry in entries:
            row = _Row(entry)
            row.clicked.connect(lambda _=False, i=entry.id: self._pressed(i))
            if self._rows:
                self._list.addWidget(hair())
            self._rows[entry.id] = row
            self._list.addWidget(row)
        if more:
            self._list.addWidget(label(more, "caption"))

    def _entries(self) -> Iterator[_Entry]:
        for note in self._model.notes((*IN_FULL, *IN_SHORT)):
            yield self._entry(note)
        if folded := self._model.notes(FOLDED):
            hint = gettext("Close") if self._open else gettext("Open")
            yield _Entry(_FOLDED, "lock", "", self._model.folded_text(), "", OPEN_KEY, hint, gettext("Open"))
            for note in folded[:MOST_ROWS] if self._open else ():
                yield self._entry(note)

    def _entry(self, note: Note) -> _Entry:
        text = note.text.strip() if note.kind in IN_FULL else shortened(on_one_line(note.text), MOST_LETTERS)
        hint = gettext("internal again") if note.for_client else gettext("for the client")
        state = gettext("for the client") if note.for_client else gettext("internal")
        origin = self._model.origin(note)
        return _Entry(note.id, ICONS[note.kind], _name_of(note.kind), text, origin, MARK_KEY, hint, state)

    def _more(self) -> str:
        """How many of what is folded have no row when it is opened."""
        left = len(self._model.notes(FOLDED)) - MOST_ROWS
        return gettext("and {n} more, under their signs").format(n=left) if self._open and left > 0 else ""

    def _pressed(self, key: str) -> None:
        """The first press chooses, a second one does what the key does."""
        if key == self._chosen:
            if not self.open():
                self.mark()
        else:
            self._choose(key)

    def _choose(self, key: str) -> None:
        self._chosen = key
        self._show_chosen()
        bring_into_sight(self._rows[key], 16)

    def _show_chosen(self) -> None:
        for key, row in self._rows.items():
            row.show_chosen(key == self._chosen, self._theme)


_FOLDED = "folded"


def _name_of(kind: NoteKind) -> str:
    return {
        NoteKind.DECISION: gettext("Decision"),
        NoteKind.DISSENT: gettext("Dissent"),
        NoteKind.PARKED: gettext("Parked"),
        NoteKind.RETURN: gettext("To come back to"),
        NoteKind.EVIDENCE: gettext("Evidence"),
        NoteKind.NOTE: gettext("Note"),
    }[kind]


class _Row(QAbstractButton):
    """A head with the text below it, or a line; beside it who may see it, and on the chosen one what a key does."""

    def __init__(self, entry: _Entry) -> None:
        super().__init__()
        self._entry = entry
        self._theme: Theme | None = None
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(" ".join(part for part in (entry.head, entry.text, entry.origin) if part))
        self.setAccessibleDescription(entry.state)
        self._mark, self._cap = label("", "caption"), Cap(entry.key)
        line = QHBoxLayout()
        line.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 8)
        column.setSpacing(2)
        whole = label(with_numbers_kept(breakable(entry.text)), wrap=True)
        line.addWidget(Icon(entry.icon, muted=False), 0, Qt.AlignmentFlag.AlignTop)
        if entry.head:
            line.addWidget(label(entry.head, "strong"), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(label(breakable(entry.origin), "caption", wrap=True), 1)
        else:
            line.addWidget(whole, 1)
        line.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._cap, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)
        if entry.head:
            whole.setContentsMargins(24, 0, 0, 0)
            column.addWidget(whole)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_chosen(self, chosen: bool, theme: Theme | None) -> None:
        """The chosen row offers its act."""
        self._theme = theme
        self.setChecked(chosen)
        self._mark.setText(self._entry.hint if chosen else self._entry.state)
        self._cap.setVisible(chosen)
        self.update()

    def nextCheckState(self) -> None:
        """Left to the list: it knows which row is chosen."""

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        return layout.minimumSize() if layout is not None else super().minimumSizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is not None and self.isChecked():
            with QPainter(self) as painter:
                paint_row(painter, self.rect(), self._theme, chosen=True)
