"""What is usual among a practice's pilots, and in which order they are shown."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest

from models.method.method import Method
from models.portfolio.counted import Counted, ModeCount
from models.portfolio.order import Order, in_order
from models.portfolio.standing import PilotStanding, standing
from models.portfolio.usual import usual

DAY = date(2026, 12, 1)


@pytest.fixture
def apart(method: Method) -> list[PilotStanding]:
    """Twenty pilots with answers at random, some too few for a figure."""
    chance = random.Random(5)

    def one(number: int) -> Counted:
        levels = [chance.randint(0, 4) for _ in method.modes]
        modes = {m.id: ModeCount(n, chance.randint(0, 2 * n), 0, 0) for m, n in zip(method.modes, levels, strict=True)}
        target = chance.choice([None, DAY + timedelta(days=chance.randint(0, 300))])
        return Counted(f"e{number}", f"Client {number}", "", "", method.key, 1, DAY, target, modes)

    return [standing(one(number), method) for number in range(20)]


def with_sectors(pilots: list[PilotStanding], count: int) -> list[PilotStanding]:
    """So many of one sector, however it is written; the others of none."""
    names = ("Water", " water ", "WATER")
    return [
        replace(p, counted=replace(p.counted, sector=names[n % 3] if n < count else "")) for n, p in enumerate(pilots)
    ]


def test_what_is_usual_needs_five_others_with_a_figure(apart: list[PilotStanding]) -> None:
    for count in range(1, 12):
        pilots = with_sectors(apart, count)
        told = {one.mode_id: one for one in usual(pilots[0], pilots)}
        for mode in pilots[0].modes:
            figures = [f for p in pilots[1:count] if (m := p.mode(mode.mode_id)) and (f := m.figure) is not None]
            assert (mode.mode_id in told) == (len(figures) >= 5)
            if mode.mode_id in told:
                one = told[mode.mode_id]
                assert (one.own, one.others, sum(one.spread)) == (mode.figure, len(figures), len(figures))
                assert sum(figure >= one.middle for figure in figures) * 2 >= len(figures)


def test_a_pilot_without_a_sector_and_one_of_another_pack_are_compared_with_nothing(apart: list[PilotStanding]) -> None:
    pilots = with_sectors(apart, 12)
    other = [replace(p, counted=replace(p.counted, method="other@1.0.0")) for p in pilots[1:]]

    assert usual(pilots[-1], pilots) == []
    assert usual(pilots[0], [pilots[0], *other]) == []
    assert usual(pilots[0], pilots)


def test_those_wanted_first_come_first_and_those_without_a_day_last(apart: list[PilotStanding]) -> None:
    days = [pilot.counted.target for pilot in in_order(apart, Order.GO_LIVE)]
    known = [day for day in days if day]

    assert known == sorted(known)
    assert days[: len(known)] == known
