"""No line ends within "No-Go", "E-Mail" or "a-t-on": neither on the console nor on the wall."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.room.drawing.composition import Face
from desktop.room.drawing.typesetter import Style, Typesetter
from desktop.system.long_text import with_hyphens_kept
from desktop.widgets.labels import label

TEXTS = ("Heute ist es ein No-Go", "Senden per E-Mail", "Qu’a-t-on décidé", "das Go/No-Go-Blatt")


def lines_high(text: str, made: QLabel, width: int) -> int:
    box = QRect(0, 0, width, 10_000)
    return QFontMetrics(made.font()).boundingRect(box, int(Qt.TextFlag.TextWordWrap), text).height()


@pytest.mark.parametrize("word", ["No-Go", "E-Mail", "a-t-on", "5-mal"])
def test_a_label_goes_on_in_the_next_line_before_a_short_word_with_a_hyphen(
    dressed_app: QApplication, qtbot: QtBot, word: str
) -> None:
    made = label(word, wrap=True)
    qtbot.addWidget(made)
    narrow = QFontMetrics(made.font()).horizontalAdvance(word) - 2
    assert lines_high(QLabel.text(made), made, narrow) < lines_high(word, made, narrow), "in one line, not in two"
    assert made.text() == word
    assert made.accessibleName() == word, "nothing but the words is said"
    made.setText("Plan")
    assert made.accessibleName() == ""


def test_longer_words_may_end_a_line_at_their_hyphen() -> None:
    for text in ("Daten-Pipelines", "Überwachungs-Dashboards", "Minus 5 - und mehr", "und/oder"):
        assert with_hyphens_kept(text) == text


@pytest.mark.parametrize("text", TEXTS)
def test_the_wall_breaks_no_line_within_them(dressed_app: QApplication, text: str) -> None:
    style, setter = Style(Face("Source Sans Pro"), 30), Typesetter()
    for width in range(150, 700, 10):
        ends = [line[-1] for line in setter.paragraph(text, style, float(width)).lines[:-1]]
        assert not {"-", "/"} & set(ends) or width < setter.width(text.rpartition(" ")[2], style), width
