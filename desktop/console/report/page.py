"""Report: the very pages that will leave, then save."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Self, get_args

from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.console.page import Page, page_frame
from desktop.console.report.page_list import PageList
from desktop.console.report.page_preview import PagePreview
from desktop.console.report.send_panel import BEFORE_WORDS, SendPanel
from desktop.system.long_text import as_tip, breakable
from desktop.theme import Theme
from desktop.view_models.reporting import MadeDocument, Reporting
from desktop.view_models.room.pages import RoomPage
from desktop.view_models.room.presenting import Presenter
from desktop.view_models.session import EngagementSession
from desktop.widgets.file_dialogs import ask_another_name, ask_where
from desktop.widgets.flow import Flow, TurningLine
from desktop.widgets.keys import KeyAct
from desktop.widgets.labels import button, label, restyle, rule
from desktop.widgets.parts.scale import scaled
from desktop.words import gettext, ngettext, spoken
from models.engagement.engagement import Record
from models.engagement.outbox import Dispatch
from models.values.files import OtherPathError
from models.values.refusal import Refusal
from reports.documents.kinds import DOCUMENTS, PAGE_SIZES, DocumentKind, PageSize
from resources.words import marked

MOST_SHOWN = 12
"""Of the characters that no font of the documents has."""

SETTLE = 400
"""Milliseconds after the last change before the pages are made anew."""

BESIDE, BETWEEN = 900, 40
"""Pixels of the page, at a scale of 1, from which the titles of the pages stand beside them; between the pages and what
is sent.
"""
TURNS, HIGH = 620, 420
"""The same, from which what is sent stands beside the pages; how high each is where it does not."""


class ReportPage(Page):
    """Which document, on which paper; its pages; what was left out; save."""

    keys = (
        KeyAct("Ctrl+S", marked("Save the PDF"), lambda page, _: page.ask_save(), anywhere=True),
        KeyAct("Ctrl+E", marked("Write the message"), lambda page, _: page.send.toggle(0), anywhere=True),
        KeyAct("Enter", marked("In the message: open it in the mail program")),
        KeyAct("1 2 3 4", marked("Another document"), lambda page, n: page.choose_document(n)),
        KeyAct("0", marked("A page at a time"), lambda page, _: page.fit(whole=True)),
        KeyAct("W", marked("As wide as reads well"), lambda page, _: page.fit(whole=False)),
        KeyAct("L", marked("The other paper"), lambda page, _: page.other_paper()),
        KeyAct("A", marked("In a reply: take what is ticked"), lambda page, _: page.send.take_reply()),
        KeyAct("Right", marked("In a reply: one by one"), lambda page, _: page.send.go_through_reply()),
        KeyAct("Del", marked("In a reply: put it away"), lambda page, _: page.send.leave_reply()),
    )

    concerns = frozenset(get_args(Record))

    def __init__(self, session: EngagementSession, theme: Theme) -> None:
        super().__init__(session, theme)
        self.model = Reporting(session)
        self.model.made.connect(self._show)
        self.model.failed.connect(self._show_failure)
        self.model.progressed.connect(self._show_progress)
        self._document: MadeDocument | None = None
        self._settle = QTimer(self, singleShot=True, interval=SETTLE)
        self._settle.timeout.connect(self._make)
        self._kinds: dict[DocumentKind, QPushButton] = {}
        self._sizes: dict[PageSize, QPushButton] = {}
        self._ways: dict[bool, QPushButton] = {}
        self.preview = PagePreview()
        self._pages = PageList(self.preview.thumb)
        self.setFocusProxy(self.preview)
        self._pages.chosen.connect(self.preview.show_page)
        self.preview.turned.connect(self._pages.show_page)
        self.send = SendPanel(session)
        self.send.save_wanted.connect(self.ask_save)
        self._save = self.send.save
        pages = QHBoxLayout()
        pages.setSpacing(24)
        pages.addWidget(self._pages)
        pages.addWidget(self.preview, 1)
        shown = QWidget()
        left = QVBoxLayout(shown)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(8)
        left.addLayout(self._choices())
        left.addWidget(rule())
        left.addLayout(pages, 1)
        left.addLayout(self._state())
        apart = BETWEEN - BEFORE_WORDS
        both = TurningLine(shown, self.send, beside=TURNS, spacing=apart, shares=(9, 5), least=(HIGH, HIGH))
        page_frame(self).addWidget(both, 1)

    def refresh(self) -> None:
        self._pages.show_theme(self.theme)
        self.send.show_theme(self.theme)
        self.model.stop()
        self._note.setText(gettext("Making the pages …"))
        restyle(self._note, "role", "muted")
        self._save.setEnabled(False)
        self.send.show_document(None, DOCUMENTS[self.model.kind].said(spoken()))
        self._stop.setVisible(True)
        self._settle.start(0 if self._document is None else SETTLE)

    def refresh_after(self, kinds: frozenset[type[Record]]) -> None:
        if kinds == {Dispatch}:
            self.send.refresh()
        else:
            self.refresh()

    def lay_out_ahead(self) -> None:
        """The frame only: pages are made for who comes to read them."""
        self._settle_places()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._pages.setVisible(self.width() >= scaled(self, BESIDE))

    def stand_as(self, before: Self) -> None:
        self.take_paper(before.model.page_size.value)
        self.choose_document(list(DOCUMENTS).index(before.model.kind))
        self.fit(whole=before.preview.whole)
        self.send.stand_as(before.send)

    def choose_document(self, number: int) -> bool:
        """Shows another document, by its place from 0; False where there is none."""
        kinds = list(DOCUMENTS)[number : number + 1]
        for kind in kinds:
            self._kinds[kind].setChecked(True)
            self._choose(kind)
        return bool(kinds)

    def fit(self, *, whole: bool) -> None:
        """A page at a time, or as wide as reads well."""
        self._ways[whole].setChecked(True)
        self.preview.show_whole(whole)

    def other_paper(self) -> None:
        """Another paper than the one that is shown."""
        papers = list(PAGE_SIZES)
        self.take_paper(papers[(papers.index(self.model.page_size) + 1) % len(papers)].value)

    def leave(self) -> None:
        self._settle.stop()
        self.model.finish()
        self.send.finish()

    def room_page(self, presenter: Presenter) -> RoomPage:
        """What the room leaves with stays until all are out."""
        return presenter.closing()

    def step_out(self) -> bool:
        return self.send.step_out()

    def take_files(self, paths: Sequence[Path]) -> None:
        self.send.read_replies(paths)

    def take_paper(self, size: str) -> None:
        paper = PageSize(size)
        self._sizes[paper].setChecked(True)
        self._choose(None, paper)

    def save_to(self, path: Path) -> None:
        """Writes the document that is shown."""
        if self._document is None:
            return
        try:
            self.model.save(self._document, path)
        except OtherPathError as refusal:
            self._note.setText(breakable(refusal.said(spoken())))
            ask_another_name(self, refusal.other, self.save_to)
        except Refusal as refusal:
            self._note.setText(breakable(refusal.said(spoken())))
        else:
            self._note.setText(breakable(gettext("Saved as {0}").format(path)))

    def _choices(self) -> Flow:
        line, kinds = Flow(16), QButtonGroup(self)
        for number, (kind, document) in enumerate(DOCUMENTS.items(), 1):
            named, chosen = document.said_short(spoken()), kind is self.model.kind
            made = _choice(kinds, named, chosen, partial(self._choose, kind), str(number))
            made.setAccessibleName(document.said(spoken()))
            made.setToolTip(as_tip(document.said(spoken())))
            self._kinds[kind] = made
            line.addWidget(made)
        return line

    def _state(self) -> QVBoxLayout:
        """How far the pages are, with a way to stop, then what stands in them; on which paper, and how large."""
        column, told, line = QVBoxLayout(), QHBoxLayout(), QHBoxLayout()
        sizes, ways = QButtonGroup(self), QButtonGroup(self)
        column.setSpacing(4)
        told.setSpacing(16)
        line.setSpacing(16)
        for size, name in PAGE_SIZES.items():
            chosen = size is self.model.page_size
            key = "L" if self._sizes else ""
            self._sizes[size] = _choice(sizes, gettext(name), chosen, partial(self._choose, None, size), key)
            line.addWidget(self._sizes[size])
        line.addStretch(1)
        self._note = label("", "muted", wrap=True)
        told.addWidget(self._note, 1)
        self._stop = button(gettext("Stop"))
        self._stop.clicked.connect(self._give_up)
        self._stop.setVisible(False)
        told.addWidget(self._stop)
        for whole, name, key in ((True, gettext("Fit page"), "0"), (False, gettext("Width"), "W")):
            self._ways[whole] = _choice(ways, name, whole, partial(self.preview.show_whole, whole), key)
            line.addWidget(self._ways[whole])
        column.addLayout(told)
        column.addLayout(line)
        return column

    def _choose(self, kind: DocumentKind | None = None, size: PageSize | None = None) -> None:
        self.model.kind = kind or self.model.kind
        self.model.page_size = size or self.model.page_size
        self.send.exporting.page_size = self.send.lettering.page_size = self.model.page_size
        self.send.exporting.kind = self.model.kind
        self._document = None
        self.refresh()

    def _make(self) -> None:
        self.model.make()

    def _give_up(self) -> None:
        """What is shown stays what it was."""
        self._settle.stop()
        self.model.stop()
        self._stop.setVisible(False)
        self._note.setText(gettext("Stopped. Choose a document to make it."))

    def _show_progress(self, pages: int) -> None:
        self._note.setText(gettext("Making the pages … {n} so far").format(n=pages))

    def _show(self, document: MadeDocument) -> None:
        self._document = document
        self._stop.setVisible(False)
        self.preview.show_pdf(document.data)
        self._pages.show_titles(self.preview.titles)
        self._pages.show_page(self.preview.page_in_sight())
        self._save.setEnabled(True)
        self.send.show_document(document, DOCUMENTS[document.kind].said(spoken()))
        pages = ngettext("{n} page.", "{n} pages.", self.preview.page_count).format(n=self.preview.page_count)
        if document.internal_notes:
            left = ngettext(
                "{n} internal entry left out.", "{n} internal entries left out.", document.internal_notes
            ).format(n=document.internal_notes)
        else:
            left = gettext("Nothing internal to leave out.")
        codes = ""
        if document.unprintable:
            text = gettext("The documents cannot print these characters yet and show their codes instead: {0}")
            codes = text.format(" ".join(document.unprintable[:MOST_SHOWN]))
        self._note.setText(f"{pages} {left} {codes}".strip())
        restyle(self._note, "role", "danger" if codes else "muted")

    def _show_failure(self, sentence: str) -> None:
        self._stop.setVisible(False)
        self._note.setText(sentence)

    def ask_save(self) -> None:
        """Asks where to, then saves what is shown."""
        if self._document is None:
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        suggested = Path(folder) / self._document.name
        ask_where(self, gettext("Save the PDF"), suggested, "PDF (*.pdf)", self.save_to)


def _choice(group: QButtonGroup, name: str, chosen: bool, act: Callable[[], None], key: str) -> QPushButton:
    made = button(name, "tab", key=key)
    made.setCheckable(True)
    made.setChecked(chosen)
    made.clicked.connect(lambda _=False: act())
    group.addButton(made)
    return made
