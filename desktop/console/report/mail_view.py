"""A message with the document that is shown: to whom, what it says, and how it leaves."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.system.long_text import as_tip, breakable, shortened
from desktop.view_models.sending import Sending
from desktop.widgets.flow import Flow
from desktop.widgets.labels import button, clear, label
from desktop.words import gettext, spoken
from models.values.letters import on_one_line
from models.values.numbers import shown_number
from reports.exports.mail import Addressee

GAP, EDGE = 24, 8
"""Pixels between two columns, and at the right edge."""
MOST_LETTERS, MOST_IN_ALL = 30, 30
"""Of a name, and of a name with its role beside a check mark; where one role is longer, all are in the tip."""
KIB = 1024
LEAST_TEXT = 120
"""Pixels."""


class MailView(QWidget):
    """Names to tick, and the text as it will stand in the mail program, where it can still be changed."""

    def __init__(self, model: Sending) -> None:
        super().__init__()
        self._model = model
        self._people = QGridLayout()
        self._boxes: list[QCheckBox] = []
        self._pressed: object = None
        self._rest = QTimer(self, singleShot=True, interval=QGuiApplication.styleHints().mouseDoubleClickInterval())
        self._people.setHorizontalSpacing(GAP)
        self._people.setVerticalSpacing(4)
        self._missing = label("", "caption", wrap=True)
        self._subject = label("", "section", wrap=True)
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(gettext("Text of the message"))
        self._text.setMinimumHeight(LEAST_TEXT)
        self._attached = label("", "caption", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, EDGE, 0)
        column.setSpacing(8)
        column.addWidget(label(gettext("To"), "label"))
        column.addLayout(self._people)
        column.addWidget(self._missing)
        column.addSpacing(4)
        column.addWidget(self._subject)
        column.addWidget(self._text, 1)
        column.addWidget(self._attached)
        column.addLayout(self._acts())

    def refresh(self) -> None:
        """Shows who can be written to, and the message."""
        clear(self._people)
        those = self._model.addressees()
        with_roles = all(len(_named(one)) + len(_role(one)) <= MOST_IN_ALL for one in those)
        self._boxes = [self._box(one, with_roles) for one in those]
        self._place()
        missing = self._model.without_address()
        names = ", ".join(shortened(name, MOST_LETTERS) for name in missing)
        text = gettext("Without an address that can be used: {0}. It is entered on Prepare.").format(names)
        self._missing.setText(breakable(text))
        self._missing.setVisible(bool(missing))
        self.show_message()

    def take_keys(self) -> None:
        """The keyboard goes to what is pressed next, or while that cannot be, to what is read."""
        (self._write if self._write.isEnabled() else self._text).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_message(self) -> None:
        """Shows what the message says to those who are ticked."""
        document, message = self._model.document, self._model.message()
        for act in (self._write, self._show, self._copy):
            act.setEnabled(message is not None)
        if document is None or message is None:
            self._attached.setText(gettext("No document is made yet."))
            return
        self._subject.setText(breakable(message.subject))
        if message.text != self._text.toPlainText():
            self._text.setPlainText(message.text)
        size = max(len(document.data) // KIB, 1)
        self._attached.setText(
            breakable(gettext("Attached: {0}, {1} KB").format(document.name, shown_number(Decimal(size), spoken())))
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def minimumSizeHint(self) -> QSize:
        """As narrow as one column of names."""
        return QSize(0, super().minimumSizeHint().height())

    def _place(self) -> None:
        """In two columns where the names have room for that."""
        widest = max((box.sizeHint().width() for box in self._boxes), default=0)
        columns = 2 if 2 * widest + GAP <= self.width() - EDGE else 1
        for place, box in enumerate(self._boxes):
            self._people.addWidget(box, place // columns, place % columns)

    def _box(self, one: Addressee, with_roles: bool) -> QCheckBox:
        name, role = _named(one), _role(one)
        made = QCheckBox((f"{name}, {role}" if role and with_roles else name).replace("&", "&&"), self)
        made.ensurePolished()  # its width is asked for before it is shown
        made.setAccessibleName(gettext("Send to {0}").format(one.name or one.address.addr_spec))
        made.setToolTip(as_tip("\n".join(filter(None, (role, one.address.addr_spec)))))
        made.setChecked(self._model.is_chosen(one))
        made.toggled.connect(lambda chosen: self._choose(one, chosen))
        return made

    def _choose(self, one: Addressee, chosen: bool) -> None:
        self._model.choose(one.person.id, chosen)
        self.show_message()

    def _acts(self) -> QVBoxLayout:
        """What is done with the message, below it what else can be done with its parts."""
        self._write = button(gettext("Open in the mail program"), "primary")
        self._write.clicked.connect(lambda: self._once(self._model.write))
        self._show = button(gettext("Show the file"), edge="left")
        self._show.clicked.connect(lambda: self._once(self._model.show_file))
        self._copy = button(gettext("Copy the text"), edge="left")
        self._copy.clicked.connect(self._copy_text)
        below = Flow(GAP)
        for act in (self._show, self._copy):
            below.addWidget(act)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._write, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(below)
        return column

    def _once(self, act: Callable[[], None]) -> None:
        """The same pressed again at once is a double click, and means one message."""
        pressed = (act, self._model.document)
        if not self._rest.isActive() or pressed != self._pressed:
            self._pressed = pressed
            self._rest.start()
            act()

    def _copy_text(self) -> None:
        if (message := self._model.message()) is not None:
            QGuiApplication.clipboard().setText(message.text)
            self._model.told.emit(gettext("The text of the message is on the clipboard."))


def _named(one: Addressee) -> str:
    return shortened(one.name or one.address.addr_spec, MOST_LETTERS)


def _role(one: Addressee) -> str:
    return on_one_line(one.person.role)
