"""The people of a responsibility matrix are told apart over their columns, however alike they are called."""

from __future__ import annotations

from dataclasses import replace

import pytest
from facilitator import Facilitator
from PySide6.QtCore import QSize
from test_wide_matrix import in_sight

from desktop.console.playbook.matrix.head import MatrixHead
from desktop.console.playbook.matrix.table import MatrixTable
from desktop.console.playbook.page import PlaybookPage
from desktop.console.steps import Step
from models.playbook.raci import MATRIX
from models.values.sentence import act_called

FIRST = (
    "Maximilian", "Maximiliane", "Anna-Lena", "Anna-Maria", "Anna-Magdalena", "Bernadette", "Bernhardine", "Christian",
    "Christoph", "Christophorus", "Jo", "Jo",
)  # fmt: skip


@pytest.fixture
def family(facilitator: Facilitator) -> MatrixTable:
    """Twelve people of one surname, two of them of one name."""
    facilitator.window.resize(QSize(1024, 768))
    facilitator.opens_the_sample()
    people = facilitator.engagement.stakeholders
    for n, name in enumerate(FIRST):
        base = people[n % len(people)]
        person = replace(base, name=f"{name} Schwarzenberger", position=n, sponsor=False, present=True)
        facilitator.session.edit(
            act_called("Alike"), person if n < len(people) else replace(person, id=f"{n:032x}", role="")
        )
    facilitator.goes_to(Step.PLAYBOOK)
    page = facilitator.window.pages[Step.PLAYBOOK]
    assert isinstance(page, PlaybookPage)
    kind = {register.id: register.kind for register in page.session.method.registers}
    stop = next(
        s for s in page.model.stops if s.activity and MATRIX in {kind.get(i.register) for i in s.activity.items}
    )
    page.show_stop(stop.key)
    table = next(iter(page.findChildren(MatrixTable)))
    facilitator.waits_until(table.isVisible)
    return table


@pytest.mark.parametrize("width", [1024, 1366])
def test_twelve_of_one_surname_are_told_apart(family: MatrixTable, facilitator: Facilitator, width: int) -> None:
    facilitator.window.resize(QSize(width, 768))
    head = family.head
    assert isinstance(head, MatrixHead)

    def apart() -> bool:
        names = head.names()
        first = ["".join(line for line, of_first in name if of_first) for name in names]
        return len(set(names)) == len(FIRST) and first == list(FIRST)

    facilitator.waits_until(apart)
    most = max(len(name) for name in head.names())
    facilitator.waits_until(lambda: head.height() >= most * head.fontMetrics().lineSpacing())
    assert len(in_sight(family)) > 6
