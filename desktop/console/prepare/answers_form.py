"""Answers before the meeting: ask, take in, see who is missing and where people differ, take the agenda."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.leaning_words import answered_text, leaning_name
from desktop.system.long_text import breakable
from desktop.view_models.workshop.answering import Answering
from desktop.widgets.file_dialogs import ask_files, ask_folder, documents_folder
from desktop.widgets.flow import Flow
from desktop.widgets.labels import button, label
from desktop.words import gettext
from models.diagnosis.leanings import Leaning, Leanings
from models.engagement.people import called


class AnswersForm(QWidget):
    """Says where people differ, never what they answered: that is hidden until it is shown."""

    def __init__(self, model: Answering) -> None:
        super().__init__()
        self._model = model
        self._told, self._standing = label("", "muted", wrap=True), label("", wrap=True)
        self._agenda = button(gettext("Take the agenda that follows"), "quiet", edge="left")
        self._agenda.clicked.connect(model.take_agenda)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._acts())
        column.addWidget(self._told)
        column.addWidget(self._standing)
        column.addWidget(self._agenda, 0, Qt.AlignmentFlag.AlignLeft)
        self._told.hide()
        model.told.connect(self._tell)

    def refresh(self) -> None:
        """Shows where the answers stand."""
        found = self._model.leanings()
        lines = list(self._lines(found)) if found.answered else [_how_it_goes()]
        self._standing.setText(breakable("\n".join(lines)))
        self._standing.setVisible(bool(lines))
        self._agenda.setVisible(bool(self._model.agenda()))
        waiting = len(self._model.remindable())
        text = gettext("Remind who has not answered")
        self._remind.setText(f"{text}  {waiting}")
        self._remind.setAccessibleName(text)
        self._remind.setVisible(bool(waiting))

    def _lines(self, found: Leanings) -> list[str]:
        names, method = called(self._model.session.people()), self._model.session.method
        lines = [answered_text(found)]
        if found.missing:
            missing = gettext(", ").join(names[one.id] for one in found.missing)
            lines.append(gettext("Not yet: {names}").format(names=missing))
        for leaning in (Leaning.SPLIT, Leaning.NOT_KNOWN, Leaning.AGREED):
            if signs := found.of(leaning):
                titles = gettext("; ").join(method.sign(sign).title for sign in signs)
                lines.append(gettext("{name}: {count}").format(name=leaning_name(leaning), count=titles))
        return lines

    def _acts(self) -> Flow:
        row = Flow(16, down=0)
        self._remind = button("", "quiet", edge="left", tip=gettext("Write who has not answered once more"))
        self._remind.clicked.connect(self._ask_reminders)
        for text, tip, act in (
            (
                gettext("Questionnaires for all"),
                gettext("Write each stakeholder the questions of all signs, with a message to send"),
                lambda: self._ask_folder(only_theirs=False),
            ),
            (
                gettext("Only what each may know"),
                gettext("Write each stakeholder only what their group is likely to know, with a message to send"),
                lambda: self._ask_folder(only_theirs=True),
            ),
            (
                gettext("Take in answers"),
                gettext("Read questionnaires that came back: several at once, if you like"),
                self._ask_files,
            ),
        ):
            made = button(text, "quiet", edge="left", tip=tip)
            made.clicked.connect(act)
            row.addWidget(made)
        row.addWidget(self._remind)
        return row

    def _ask_folder(self, only_theirs: bool) -> None:
        title = gettext("Save the questionnaires in")
        ask_folder(self, title, documents_folder(), lambda above: self._model.write(above, only_theirs))

    def _ask_reminders(self) -> None:
        ask_folder(self, gettext("Save the reminders in"), documents_folder(), self._model.remind)

    def _ask_files(self) -> None:
        ask_files(self, gettext("Take in answers"), "PDF (*.pdf)", self._model.read)

    def _tell(self, sentence: str) -> None:
        self._told.setText(breakable(sentence))
        self._told.setVisible(bool(sentence))


def _how_it_goes() -> str:
    """Before anybody has answered: three acts alone tell nobody what comes of them."""
    return gettext(
        "Each stakeholder gets a form to fill in, by e-mail. What comes back is the room’s first vote: hidden until "
        "you show it, but it tells where people differ."
    )
