"""One proposal, large: what it is, why, when it is done, how much work it is and what it waits for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.console.diagnose.severity import severity_mark
from desktop.system.long_text import without_widow
from desktop.view_models.triaging import Line
from desktop.widgets.labels import clear, label
from desktop.words import gettext
from models.plan.proposals import Reason, ReasonKind
from models.values.numbers import shown_number, tidy

MOST_REASONS = 4
