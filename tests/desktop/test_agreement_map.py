"""The map of level and agreement: a dot stands in the field that its vote belongs to, whatever stands there already."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from desktop.console.results.agreement_map import AgreementMap, Dot
from desktop.theme import make_theme
from models.method.rules import AgreementRule

RULE = AgreementRule()


@pytest.mark.parametrize(
    ("level", "consensus"), [(2.8, RULE.agreed + 0.02), (0.1, RULE.agreed + 0.01), (1.6, 1.0), (2.0, 0.1), (3.0, 0.8)]
)
def test_dots_that_would_lie_on_one_another_stay_in_their_field(
    dressed_app: QApplication, level: float, consensus: float
) -> None:
    drawn = AgreementMap()
    drawn.resize(760, drawn.sizeHint().height())
    dots = tuple(Dot(f"s{n}", n, f"Sign {n}", level, consensus) for n in range(1, 9))
    drawn.show_dots(dots, RULE, make_theme(dark=False))
    field, side = drawn._field(), drawn._side()
    border, middle = field.bottom() - RULE.agreed * field.height(), drawn._x(RULE.problem, field)
    places = [place for _, place in drawn.places()]

    for number, place in enumerate(places):
        assert field.left() <= place.x() <= field.right()
        assert (place.y() <= border) == (consensus >= RULE.agreed)
        assert consensus < RULE.agreed or (place.x() >= middle) == (level >= RULE.problem)
        for other in places[:number]:
            assert abs(place.x() - other.x()) >= side - 0.01 or abs(place.y() - other.y()) >= side - 0.01
