"""Beside the proposal: the first seven with what became of them, then the rest in groups, decided together."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.system.long_text import as_tip, shortened
from desktop.theme import Theme
from desktop.view_models.triaging import Line, Triaging
from desktop.widgets.labels import LineButton, button, clear, label, restyle
from desktop.widgets.parts.act import BEFORE_KEY
from desktop.widgets.parts.index_mark import IndexMark
from desktop.widgets.parts.scale import scaled
from desktop.words import gettext, ngettext, spoken
from models.attending.person_names import initialled
from models.engagement.people import called
from models.plan.triage import ProposalGroup
from models.values.months import short_day
from models.values.numbers import count_word
from models.values.sought import the_first

LEAST, NARROW = 310, 260
"""Pixels of it; at a scale of 1, below which owner and day have no room beside what is to be done."""
NAME, IN_LINE, IN_ACT = 34, 8, 10
"""Pixels: from the edge of a group's head to its name, and from the edges of a line and of an act to their words."""


class TriageSide(QWidget):
    """`wanted` carries the id of a proposal that was pressed."""

    wanted = Signal(str)
    decided = Signal()

    def __init__(self, model: Triaging) -> None:
        super().__init__()
        self._model = model
        self._open_group: str | None = None
        self._theme: Theme | None = None
        self._narrow = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def open_as(self, before: TriageSide) -> None:
        """The group that is open there, once it is drawn."""
        self._open_group = before._open_group

    def minimumSizeHint(self) -> QSize:
        """It turns narrow before anything in it is cut."""
        least, room = super().minimumSizeHint(), scaled(self, NARROW)
        return QSize(max(least.width() if self._narrow else min(least.width(), room), LEAST), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In little room owner and day stand below what is to be done. Later: the lines are made anew for that."""
        super().resizeEvent(event)
        narrow = self.width() < scaled(self, NARROW)
        if narrow is not self._narrow:
            self._narrow = narrow
            QTimer.singleShot(0, self, self._draw_anew)

    def _draw_anew(self) -> None:
        if self._theme is not None:
            self.refresh(self._theme)

    def refresh(self, theme: Theme) -> None:
        """Draws both parts as they stand."""
        self._theme = theme
        clear(self._column)
        order, shown = self._model.order(), self._model.proposal_id
        if order.first:
            first = ngettext("The first", "The first {count}", len(order.first))
            named = first.format(count=count_word(len(order.first), spoken()))
            self._column.addLayout(_head(named, gettext("what matters most first")))
        for line in self._model.lines(order.first):
            self._column.addWidget(self._line(line, line.proposal.id == shown))
        open_ = [[p for p in self._model.lines(group.proposals) if p.open] for group in order.groups]
        count = sum(map(len, open_))
        if count:
            self._column.addSpacing(12)
            more = ngettext("{n} more", "{n} more", count).format(n=count)
            self._column.addLayout(_head(more, gettext("by failure mode, worst first")))
            for group, lines in zip(order.groups, open_, strict=True):
                if lines:
                    self._column.addWidget(self._group(group, lines, shown))
        self._column.addStretch(1)

    def _line(self, line: Line, here: bool) -> QFrame:
        """What is agreed bears the number that it has in every view and document; what is not has none yet."""
        box = QFrame()
        box.setObjectName("triageLine")
        restyle(box, "here", here)
        grid = QGridLayout(box)
        grid.setContentsMargins(9, 3, 4, 3)
        grid.setHorizontalSpacing(12)
        mark = label(str(line.action.position) if line.action and line.agreed else "", "number")
        restyle(mark, "state", "agreed" if line.agreed else "here" if here else "open")
        grid.addWidget(mark, 0, 0, 3, 1, Qt.AlignmentFlag.AlignTop)
        title = LineButton(line.proposal.title, here=here, settled=not line.open)
        title.setEnabled(line.open)
        title.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        title.clicked.connect(partial(self.wanted.emit, line.proposal.id))
        grid.addWidget(title, 0, 1, 3, 1)
        terms = self._terms(line)
        if self._narrow:
            said = gettext(", ").join(term for term in terms if term)
            below = label(said, "caption", wrap=True)
            below.setContentsMargins(IN_LINE, 0, 0, 0)
            grid.addWidget(below, 3, 1)
        else:
            for row, text in enumerate(terms):
                grid.addWidget(label(text, "caption"), row, 2, Qt.AlignmentFlag.AlignRight)
        grid.setVerticalSpacing(2)
        grid.setRowStretch(2, 1)  # beside a long title owner and day stay together
        grid.setColumnStretch(1, 1)
        return box

    def _terms(self, line: Line) -> tuple[str, str]:
        """Owner and day of what is agreed; else what became of it."""
        if line.action is None:
            return "", ""
        if not line.agreed:
            return gettext("rejected"), ""
        owner = called(self._model.session.people()).get(line.action.owner_id, "") or gettext("no owner")
        due = short_day(line.action.due, spoken()) if line.action.due else gettext("no date")
        return shortened(initialled(owner) if line.action.owner_id else owner, 24), due

    def _group(self, group: ProposalGroup, lines: list[Line], shown: str) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        name = self._group_name(group)
        opened = self._open_group == group.mode_id or any(line.proposal.id == shown for line in lines)
        head = button(f"{name}{BEFORE_KEY}{len(lines)}", "group", icon="down" if opened else "right")
        head.setAccessibleName(gettext("{name}, {count} still to decide").format(name=name, count=len(lines)))
        head.setCheckable(True)
        head.setToolTip(as_tip(name))
        head.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        head.setChecked(opened)
        head.clicked.connect(partial(self._turn, group.mode_id))
        row = QHBoxLayout()
        row.setSpacing(8)
        inner = scaled(self, NAME)
        if index := self._model.index_of(group.mode_id):
            mark = IndexMark(*index, self._theme)
            row.addWidget(mark)
            inner += mark.sizeHint().width() + row.spacing()
        row.addWidget(head, 1)
        column.addLayout(row)
        if opened:
            column.addLayout(self._acts(group, inner))
            for line in lines:
                column.addWidget(self._small(line, line.proposal.id == shown, inner))
        return box

    def _small(self, line: Line, here: bool, inner: int) -> QFrame:
        """`inner`: pixels from the edge to where the name of its group begins, and its own words."""
        box = QFrame()
        box.setObjectName("triageLine")
        restyle(box, "here", here)
        made = LineButton(line.proposal.title, here=here)
        made.clicked.connect(partial(self.wanted.emit, line.proposal.id))
        row = QHBoxLayout(box)
        row.setContentsMargins(inner - IN_LINE, 0, 0, 0)
        row.addWidget(made)
        return box

    def _acts(self, group: ProposalGroup, inner: int) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(inner - IN_ACT, 0, 0, 0)
        line.setSpacing(12)
        for text, act in (
            (gettext("Accept all"), self._model.agree_all),
            (gettext("Set aside"), self._model.set_aside),
        ):
            made = button(text, "quiet")
            made.setAccessibleName(f"{text}: {self._group_name(group)}")
            made.clicked.connect(partial(self._decide, act, group))
            line.addWidget(made)
        line.addStretch(1)
        return line

    def _decide(self, act: object, group: ProposalGroup) -> None:
        if callable(act):
            act(group.proposals)
        self.decided.emit()

    def _turn(self, mode_id: str) -> None:
        self._open_group = None if self._open_group == mode_id else mode_id
        self._draw_anew()

    def _group_name(self, group: ProposalGroup) -> str:
        if not group.mode_id:
            return gettext("Playbook, readiness and budget")
        return the_first(m.short for m in self._model.session.method.modes if m.id == group.mode_id)


def _head(name: str, beside: str) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setContentsMargins(0, 0, 4, 0)  # where owner and day end below it, clear of the scroll bar
    source = label(beside, "caption", wrap=True)
    source.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    line.addWidget(label(name, "strong"))
    line.addWidget(source, 1)
    return line
