"""The practice's pilots as pages: a row each, tagged, whole whatever their names are, and nothing below five."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from pdf_text import text_of
from pypdf import PdfReader
from report_cases import HOSTILE, WORDS, built_in_method, full
from report_reading import without_spaces
from structure_reading import NOTHING, SpokenDocument
from test_portfolio_sheet import MODES, NAMES, TODAY, pilot, rows, sheets

from models.method.check import read_method
from models.portfolio.counted import ModeCount
from models.portfolio.order import Order
from models.portfolio.standing import PilotStanding
from models.portfolio.wording import lead
from reports.documents.portfolio import MOST, portfolio
from reports.words.facts import Facts
from resources import resource_text


def made(*pilots: PilotStanding, order: Order = Order.GO_LIVE) -> bytes:
    return portfolio(pilots, NAMES, Facts(full(), built_in_method(), TODAY, WORDS), order=order)


def test_each_pilot_has_a_row_with_its_figures_its_verdict_and_its_dates() -> None:
    nothing = pilot(1, modes={}, points={}, next_due=None, next_action="", overdue=0, target=None)
    text = text_of(made(pilot(3), pilot(0), nothing))
    assert text.index("Pilot 0 Client 0") < text.index("Pilot 3 Client 3") < text.index("Pilot 1 Client 1")
    figures = " ".join(str(mode.figure) for mode in pilot(3).modes)
    row = f"Pilot 3 Client 3 {figures} No-go 5 open 1 1 Dec · 3 late Rota 4 Jan"
    assert without_spaces(row) in without_spaces(text), "two lines of one cell are read without a space"
    assert "Pilot 1 Client 1 Not judged yet – – none" in text
    assert "One of two go-live dates does not hold" in text
    assert "Internal: names of clients. Not to leave Meridian Advisory Partners." in text


def test_what_is_due_next_says_that_it_has_no_title_yet() -> None:
    nameless = pilot(3, next_action=" ")
    assert "1 Dec · 3 late No title yet 4 Jan" in text_of(made(nameless))
    assert rows(sheets(nameless)[0])[0]["What is due"] == "No title yet"
    assert rows(sheets(pilot(0, next_due=None, next_action=""))[0])[0]["What is due"] == ""


@pytest.mark.parametrize("name", ["clearway", "clearway-de", "clearway-fr"])
def test_modes_of_the_built_in_method_are_named_whole_over_their_cells(name: str) -> None:
    method = read_method(resource_text(f"method/{name}.toml"), name)
    modes = {mode.id: mode.short for mode in method.modes}
    one = replace(pilot(1), modes=tuple(replace(pilot(1).modes[0], mode_id=key) for key in modes))
    text = text_of(portfolio([one], modes, Facts(full(), built_in_method(), TODAY, WORDS)))
    assert [short for short in modes.values() if short.partition(" ")[0].partition("-")[0] not in text] == []
    debt = without_spaces(modes["technical-debt"])
    assert debt in without_spaces(text), "an adjective alone names nothing"


def test_the_order_is_the_one_that_is_wished() -> None:
    pilots = [pilot(2, modes={}), pilot(1), pilot(4)]
    places = {order: text_of(made(*pilots, order=order)) for order in Order}
    assert places[Order.LATE].index("Pilot 4") < places[Order.LATE].index("Pilot 1")
    assert places[Order.WORST].index("Pilot 4") < places[Order.WORST].index("Pilot 2")
    assert places[Order.CLIENT].index("Pilot 1") < places[Order.CLIENT].index("Pilot 2")


def test_what_is_usual_is_drawn_with_five_pilots_or_more_and_with_none_below() -> None:
    four, five = text_of(made(*map(pilot, range(4)))), text_of(made(*map(pilot, range(5))))
    assert "What is usual" not in four
    assert "What is usual: a dot a pilot, and the median in colour" in five
    little = [replace(one, modes=()) for one in map(pilot, range(3))]
    assert "What is usual" not in text_of(made(*little, *map(pilot, range(4))))


def test_everything_painted_is_tagged_and_the_heat_map_is_said() -> None:
    data = made(*map(pilot, range(6)))
    assert data == made(*map(pilot, range(6)))
    document = SpokenDocument(data)
    assert document.outside() == []
    assert not [text for (_, number), text in document.words.items() if number == NOTHING and text.strip()]
    with pikepdf.open(BytesIO(data)) as pdf:
        said = [str(one.Alt) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one]
    first = pilot(0)
    assert ", ".join(f"{NAMES[mode]}: {first.mode(mode).figure}" for mode in MODES) in said
    assert len(said) == 7


def test_names_and_next_steps_are_whole() -> None:
    one = pilot(
        1, pilot="Leak Watch, three months later", client="St Aldhelm’s Hospitals Group",
        next_action="Concerns of the three depots answered",
    )  # fmt: skip
    text = without_spaces(text_of(made(one)))

    assert "…" not in text
    for whole in (one.counted.pilot, one.counted.client, one.counted.next_action):
        assert without_spaces(whole) in text


def test_names_of_any_length_keep_to_their_row_and_many_pilots_to_what_is_printed() -> None:
    long = [pilot(n, text=HOSTILE) for n in range(3)] + [pilot(n, text="W" * 300) for n in range(3)]
    assert len(PdfReader(BytesIO(made(*long))).pages) <= 2
    many = made(*(pilot(0, id=f"e{n}") for n in range(MOST + 5)))
    assert f"The first {MOST} of {MOST + 5} pilots: the workbook has all." in text_of(many)
    assert "No pilot has been diagnosed yet" in text_of(made())


def test_what_is_said_first_counts_what_is_late() -> None:
    worst = {MODES[1]: ModeCount(4, 12, 4, 0)}
    said = lead([pilot(0, modes=worst, overdue=1), pilot(1, modes=worst, overdue=2, client="Client 0")], NAMES, WORDS)
    assert said == "Worst in two of two pilots: technical debt. Three actions are late, at one client."
    assert lead([pilot(0, modes=worst, overdue=0)], NAMES, WORDS).endswith("No action is late.")
