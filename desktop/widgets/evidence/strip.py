"""Photos and files beside what they back: seen in small, said of in place, shown large or to the room."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.view_models.evidence.attaching import Attaching
from desktop.view_models.evidence.looking import Looking, Shown
from desktop.view_models.evidence.taking_in import TakingIn
from desktop.view_models.session import EngagementSession
from desktop.widgets.evidence.card import ROOM_KEY, EvidenceCard
from desktop.widgets.evidence.drop import FileDrop, files_in, picture_in
from desktop.widgets.evidence.large import LargePicture
from desktop.widgets.evidence.thumb import Thumb
from desktop.widgets.file_dialogs import ask_files, ask_where, documents_folder
from desktop.widgets.flow import Flow
from desktop.widgets.keys import KeyAct, take_everywhere
from desktop.widgets.labels import bring_into_sight, button, keep_focus, label, let_go
from desktop.widgets.note_list import CLIENT_KEY
from desktop.words import gettext, ngettext
from models.engagement.evidence import Beside, Evidence
from models.pictures.naming import file_name
from resources.words import marked

ADD_KEY = "Alt+F"
MOST_THUMBS = 120
"""What is more than that, from an import, is told as a number."""


class EvidenceStrip(QWidget):
    """`moved` says that the room is to be shown something else: `shown`, or no longer. `text_pasted`: no picture
    or file was copied, or there is no place for it here; the text that was, or none.
    """

    moved, text_pasted = Signal(), Signal(str)

    keys = (KeyAct(CLIENT_KEY, marked("For the client, or internal"), lambda strip, _: strip.share(), anywhere=True),)

    def __init__(self, session: EngagementSession, page: QWidget) -> None:
        """`page` is where files may be dropped, too."""
        super().__init__()
        self._session, self._page = session, page
        self.model, self.taking, self.looking = Attaching(session), TakingIn(session), Looking(session)
        self.shown: Shown | None = None
        """What the room is shown instead of the page."""
        self._chosen, self._asked, self._for_room = "", "", False
        self.thumbs: dict[str, Thumb] = {}
        self._add = button(gettext("Photo or file"), "small", key=ADD_KEY, edge="left", icon="plus")
        self._add.setToolTip(gettext("Drop files here, or paste a picture"))
        self._add.clicked.connect(self.choose_files)
        self._reading, self._where = label("", "caption"), label("", "label", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._add)
        head.addWidget(self._reading)
        head.addStretch(1)
        self._row, self.card = Flow(8), EvidenceCard()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._where)
        column.addLayout(self._row)
        column.addWidget(self.card)
        column.addLayout(head)
        self._connect()

    def show_beside(self, beside: Beside | None, where: str = "") -> None:
        """What hangs there; None where there is no such place at present. `where` names it, where that is not plain."""
        self._where.setText(where)
        self._where.setVisible(bool(where))
        if beside != self.model.beside:
            self.model.beside, self._chosen, self._asked = beside, "", ""
            self.take_from_wall()
        self.setVisible(beside is not None)
        self.refresh()

    def stand_as(self, before: EvidenceStrip) -> None:
        """What was chosen there, and is shown to the room, is so here."""
        self.shown, self._chosen = before.shown, before._chosen
        self.refresh()

    def refresh(self) -> None:
        """Draws what the snapshot holds."""
        everything = self.model.evidence()
        found = {one.id: one for one in everything[:MOST_THUMBS]}
        stays = [*found][: len(self.thumbs)] == [*self.thumbs]
        for key in [key for key in self.thumbs if key not in found or not stays]:
            let_go(self.thumbs.pop(key))
        for key, one in found.items():
            thumb = self.thumbs.get(key) or self._new_thumb(key)
            thumb.show_evidence(one, self.looking.thumbnail(one))
            thumb.setChecked(key == self._chosen)
        self.looking.fetch_thumbnails(found.values())
        if self.shown is not None:
            self._follow_on_wall(found.get(self.shown.evidence.id), self.shown)
        self._show_card(found.get(self._chosen))
        waiting = self.taking.waiting
        text = ngettext("Reading a file …", "Reading {n} files …", waiting).format(n=waiting)
        more = len(everything) - len(found)
        self._reading.setText(text if waiting else gettext("and {0} more").format(more) if more else "")

    def choose_files(self) -> None:
        """Asks for files to be kept here."""
        if self.model.beside is not None:
            ask_files(self, gettext("Photos and files to keep"), gettext("All files (*)"), self.take_files)

    def take_files(self, paths: list[Path]) -> None:
        """Keeps files here."""
        if self.model.beside is not None:
            self.taking.files(paths, self.model.beside)

    def paste(self) -> bool:
        """Keeps the picture, or the files, that were copied in another program; False where none were."""
        copied = (
            QGuiApplication.clipboard().mimeData() or QMimeData()
        )  # of an empty one a system may say nothing at all
        picture, paths = picture_in(copied), files_in(copied)
        if self.model.beside is None or (picture is None and not paths):
            self.text_pasted.emit(copied.text())
            return False
        if picture is not None:
            self.taking.picture(picture, self.model.beside)
        else:
            self.taking.files(paths, self.model.beside)
        return True

    def look(self, key: str = "") -> bool:
        """Shows a picture large on the console; the chosen one, or the first. False where there is none."""
        return self._fetch(key, for_room=False)

    def to_the_room(self) -> bool:
        """Shows the chosen one, or the first, to the room, or takes it away; something internal is asked about once."""
        if self.shown is not None:
            self.take_from_wall()
            return True
        one = self._at_hand()
        if one is not None and not one.for_client and self._asked != one.id:
            self._chosen = self._asked = one.id
            self.refresh()
            return True
        return self._fetch("", for_room=True)

    def take_from_wall(self) -> bool:
        """The room sees the page again; False where it does already."""
        was, self.shown = self.shown, None
        if was is not None:
            self._asked = ""
            self.moved.emit()
            self._show_card(self._at_hand() if self._chosen else None)
        return was is not None

    def share(self) -> None:
        """For the client, or internal."""
        if one := self._at_hand():
            self.model.share(one.id, not one.for_client)

    def leave(self) -> None:
        """Called before the page goes."""
        self.taking.finish()
        self.looking.finish()

    def _follow_on_wall(self, now: Evidence | None, shown: Shown) -> None:
        """What the room sees goes with what it shows, and says what is said of it."""
        if now is None:
            self.take_from_wall()
        elif now != shown.evidence:
            self.shown = Shown(now, shown.picture)
            self.moved.emit()

    def _fetch(self, key: str, *, for_room: bool) -> bool:
        one = next((e for e in self.model.evidence() if e.id == key), None) or self._at_hand()
        if one is not None:
            self._for_room = for_room
            self.looking.look(one)
        return one is not None

    def _looked(self, shown: Shown) -> None:
        if all(one.id != shown.evidence.id for one in self.model.evidence()):
            return
        if self._for_room:
            self.shown, self._chosen = shown, shown.evidence.id
            self.moved.emit()
            if not self._session.presenting:
                self._session.noticed.emit(gettext("The room sees nothing at present. F5 shows it what you are on."))
            self.refresh()
        elif shown.picture is not None:
            LargePicture(self.window(), shown.picture, shown.evidence.caption or shown.evidence.name)
        elif shown.evidence.is_picture:
            self._session.noticed.emit(gettext("The picture cannot be read."))

    def _at_hand(self) -> Evidence | None:
        found = self.model.evidence()
        return next((one for one in found if one.id == self._chosen), found[0] if found else None)

    def _choose(self, key: str) -> None:
        if key != self._chosen:
            self._chosen, self._asked = key, ""
            self.refresh()
            bring_into_sight(self.card, 8)

    def _show_card(self, one: Evidence | None) -> None:
        if one is None and self.card.isVisible():
            keep_focus(self.card)
        if one is not None:
            on_wall = self.shown is not None and self.shown.evidence.id == one.id
            self.card.show_evidence(one, asks=self._asked == one.id and not on_wall, on_wall=on_wall)
        self.card.setVisible(one is not None)

    def _new_thumb(self, key: str) -> Thumb:
        made = Thumb(self)
        made.chosen.connect(lambda: self._choose(key))
        made.large_wanted.connect(lambda: self.look(key))
        made.removed.connect(lambda: self.model.remove(key))
        self.thumbs[key] = made
        self._row.addWidget(made)
        made.show()
        return made

    def _export(self) -> None:
        if one := self._at_hand():
            suggested = documents_folder() / file_name(one.name)
            ask_where(
                self, gettext("Export"), suggested, gettext("All files (*)"), lambda p: self.looking.export(one, p)
            )

    def _on_chosen(self, act: str) -> None:
        if one := self._at_hand():
            self.looking.open(one) if act == "open" else self.model.remove(one.id)

    def _connect(self) -> None:
        self.taking.changed.connect(self.refresh)
        self.looking.fetched.connect(self.refresh)
        self.looking.looked.connect(self._looked)
        self.looking.told.connect(self._session.noticed)
        card = self.card
        card.captioned.connect(lambda text, typing: self.model.caption(self._chosen, text, typing))
        card.described.connect(lambda text, typing: self.model.describe(self._chosen, text, typing))
        card.shared.connect(lambda shared: self.model.share(self._chosen, shared))
        card.large_wanted.connect(lambda: self.look())
        card.room_wanted.connect(lambda: self.to_the_room())
        card.open_wanted.connect(lambda: self._on_chosen("open"))
        card.export_wanted.connect(self._export)
        card.removed.connect(lambda: self._on_chosen("remove"))
        FileDrop(self, self.take_files, lone_pdf=True)
        FileDrop(self._page, self.take_files, lone_pdf=False)
        take_everywhere(self, self.keys, self, Qt.ShortcutContext.WidgetWithChildrenShortcut)


EVIDENCE_KEYS = (
    KeyAct(
        f"{ADD_KEY} {ROOM_KEY}",
        marked("Add a photo or file, show it to the room and back"),
        lambda page, n: (page.files.choose_files, page.files.to_the_room)[n](),
        anywhere=True,
    ),
    KeyAct(
        "Ctrl+V Space",
        marked("Paste a photo or files, see one large on this screen alone"),
        lambda page, n: (page.files.paste, page.files.look)[n](),
    ),
)
"""Of a page with a strip called `files`; what its card shows is done with the keys that stand there."""
