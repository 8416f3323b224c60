"""What is typed into a register: kept without loss, shown back as people write it, read only where it is clear."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from gettext import NullTranslations

import pytest
from filled_registers import ANA, BEN, playbook
from hypothesis import example, given
from hypothesis import strategies as st
from model_samples import WORDS

from models.method.method import COLUMN_KINDS, Column, Method
from models.playbook.cell_reading import read_cell, read_part
from models.playbook.cells import cell_context, is_clear, number_in, offered, shown_cell
from models.playbook.pasted import MOST_ROWS, read_block
from models.playbook.readings import movement_text, movements
from models.values.dates import read_days
from models.values.numbers import read_number, read_percent, shown_number
from models.values.terms import RaciPart
from models.values.working_days import days_of_work_before, working_day

TODAY = date(2026, 11, 12)
METRICS = [{"metric": "Time at berth", "unit": "hours", "baseline": "12", "target": "8"}, {"metric": "Ships a day"}]


def column(kind: str, **more: tuple[str, ...] | str) -> Column:
    return Column("c", "C", kind, **more)  # type: ignore[arg-type]


def kept(method: Method, found: Column, text: str) -> tuple[str, str, bool]:
    """What is kept of a text, how it is shown, and whether it is clear."""
    context = cell_context(method, playbook({"metrics": METRICS}), TODAY, WORDS)
    value = read_cell(found, text, context)
    return value, shown_cell(found, value, context), is_clear(found, value, context)


@pytest.mark.parametrize(
    ("kind", "text", "value", "shown"),
    [
        ("text", "  as it is ", "as it is", "as it is"),
        ("number", "1,200", "1200", "1,200"),
        ("number", "1.5k", "1500", "1,500"),
        ("number", "0,125", "0.125", "0.125"),
        ("number", "−3", "-3", "-3"),
        ("number", "-0", "0", "0"),
        ("number", "1.234.567,89", "1234567.89", "1,234,567.89"),
        ("percent", "2,5 %", "2.5", "2.5%"),
        ("money", "45k", "45000", "£45,000"),
        ("money", "£1.5m", "1500000", "£1,500,000"),
        ("money", "12.50", "12.5", "£12.50"),
        ("days", "2 weeks", "10", "10 days"),
        ("days", "1", "1", "1 day"),
        ("date", "12 mar", "2027-03-12", "12 March 2027"),
        ("person", "an", ANA.id, "Ana Ruiz"),
        ("person", "bo", BEN.id, "Ben Okoro"),
        ("person", "head", BEN.id, "Ben Okoro"),
        ("person", "somebody else", "somebody else", "somebody else"),
    ],
)
def test_a_cell_is_kept_without_a_locale_and_shown_as_people_write(
    method: Method, kind: str, text: str, value: str, shown: str
) -> None:
    assert kept(method, column(kind), text) == (value, shown, True)


def test_a_choice_is_meant_by_its_beginning_or_those_of_its_words(method: Method) -> None:
    result = column("choice", choices=("Passed", "Passed with limits", "Failed"))
    assert kept(method, result, "f")[0] == "Failed"
    assert kept(method, result, "passed")[0] == "Passed"
    assert kept(method, result, "p w l")[0] == "Passed with limits"
    assert kept(method, result, "pass") == ("pass", "pass", False)


def test_a_reference_is_kept_by_its_row_and_shown_by_its_name(method: Method) -> None:
    found = column("reference", source="metrics")
    assert kept(method, found, "time") == ("metrics-0", "Time at berth", True)
    assert kept(method, found, "nothing of the kind")[2] is False


@pytest.mark.parametrize("kind", ["number", "percent", "money", "days", "date", "choice"])
def test_what_is_not_clear_stays_as_typed(method: Method, kind: str) -> None:
    assert kept(method, column(kind, choices=("Yes",)), " rather soon ") == ("rather soon", "rather soon", False)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("number", "1e400"),
        ("number", "999999999999999m"),
        ("money", "-5"),
        ("money", "29 feb"),
        ("money", "USD 45k"),
        ("days", "-5"),
        ("days", "401"),
        ("date", "31/2"),
        ("date", "29/2/2027"),
    ],
)
def test_what_the_column_cannot_hold_is_not_taken_for_it(method: Method, kind: str, text: str) -> None:
    assert kept(method, column(kind), text) == (text, text, False)


def test_two_of_the_same_name_are_told_apart_by_role_or_number(method: Method) -> None:
    people = (ANA, replace(ANA, id="c" * 32, role="Finance"), BEN, replace(BEN, id="d" * 32))
    context = cell_context(method, playbook({}, people), TODAY, WORDS)
    assert list(context.people.values()) == [
        "Ana Ruiz, Sponsor",
        "Ana Ruiz, Finance",
        "Ben Okoro, Head of IT (1)",
        "Ben Okoro, Head of IT (2)",
    ]
    found = column("person")
    for person_id, shown in context.people.items():
        assert read_cell(found, shown, context) == person_id
        assert shown_cell(found, person_id, context) == shown
    assert read_cell(found, "ana f", context) == "c" * 32
    assert read_cell(found, "ana ruiz", context) == "ana ruiz"


def test_a_row_that_lost_its_name_is_still_meant_and_never_shown_by_its_id(method: Method) -> None:
    found = column("reference", source="metrics")
    context = cell_context(method, playbook({"metrics": [{"unit": "days"}]}), TODAY, WORDS)
    assert shown_cell(found, "metrics-0", context) == "–"
    assert is_clear(found, "metrics-0", context)
    assert read_cell(found, "", context) == ""


@given(text=st.text(max_size=60), kind=st.sampled_from(COLUMN_KINDS))
@example(text="1000000000000000", kind="number")
@example(text="-1000000000000000", kind="percent")
def test_nothing_typed_is_lost_and_reading_twice_changes_nothing(method: Method, text: str, kind: str) -> None:
    found = column(kind, choices=("Yes", "No"), source="metrics")
    context = cell_context(method, playbook({"metrics": METRICS}), TODAY, WORDS)
    value = read_cell(found, text, context)
    assert bool(value) == bool(text.strip())
    again = read_cell(found, shown_cell(found, value, context), context)
    assert again == value or kind == "person"


@given(number=st.decimals(min_value=-(10**14), max_value=10**14, places=4))
def test_a_number_reads_back_as_it_is_shown(number: Decimal) -> None:
    shown = shown_number(number, NullTranslations())
    read = read_number(shown)
    assert read == number or read is None or (shown.count(".") == 1 and len(shown) < 7)


@pytest.mark.parametrize("value", ["1E+999999", "NaN", "Infinity", "1_000", "٣", " 1", "1 ", "", "-", "9" * 31, "0123"])
def test_a_kept_number_is_plain_figures(value: str) -> None:
    assert number_in(value) is None


def test_percent_signs_may_be_left_out() -> None:
    assert (
        read_percent("2.5") == read_percent("2.5%") == read_percent("2,5 %") == read_percent("%2,5") == Decimal("2.5")
    )
    assert read_percent("2.5 % or so") is None


@pytest.mark.parametrize(
    ("text", "days"),
    [("2", "2"), ("0,5", "0.5"), ("3 days", "3"), ("2w", "10"), ("1.5 weeks", "7.5"), ("0", None), ("401", None)],
)
def test_a_length_of_work_is_read(text: str, days: str | None) -> None:
    assert read_days(text) == (None if days is None else Decimal(days))


@given(day=st.dates(min_value=date(1900, 1, 1), max_value=date(2999, 1, 1)), count=st.integers(1, 400))
def test_work_begins_on_a_working_day_and_fills_what_is_between(day: date, count: int) -> None:
    begins = days_of_work_before(day, count)
    worked = [begins + timedelta(days=n) for n in range((day - begins).days + 1)]
    assert begins.weekday() < 5
    assert sum(d.weekday() < 5 for d in worked) == count
    assert working_day(day) >= day
    assert working_day(day).weekday() < 5
    assert (working_day(day) - day).days < 3


def test_what_was_entered_is_offered_once_and_in_its_order(method: Method) -> None:
    rows = {"metrics": [*METRICS, {"metric": "Time at berth"}], "planned-signals": [{"signal": "Outages"}]}
    signals = next(c for c in method.register("business-signals").columns if c.offers)
    assert offered(signals, method, playbook(rows).current) == ("Time at berth", "Ships a day", "Outages")


def test_a_part_is_read_by_its_letter_or_its_beginning() -> None:
    assert [read_part(t) for t in ("r", "A", "cons", "Informed")] == list(RaciPart)
    assert read_part("x") is None
    assert read_part("") is None


def test_a_block_is_read_as_a_spreadsheet_writes_it() -> None:
    text = 'a\tb\r\n"two\nlines"\t"say ""so"""\r\n\t\tlast\r\n5" pipe\t"unpaired\r\n'
    assert read_block(text) == [["a", "b"], ["two\nlines", 'say "so"'], ["", "", "last"], ['5" pipe', '"unpaired']]
    assert read_block("a\t") == [["a", ""]]
    assert read_block("") == []


@given(rows=st.lists(st.lists(st.text(max_size=8), min_size=1, max_size=4), min_size=1, max_size=6))
def test_any_block_that_was_quoted_is_read_back(rows: list[list[str]]) -> None:
    rows = [[cell.replace("\r", "") for cell in row] for row in rows]
    text = "\n".join("\t".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    assert read_block(text) == rows


@given(text=st.text(alphabet='ab"\t\n\r', max_size=40))
def test_no_text_whatever_breaks_the_reading_of_a_block(text: str) -> None:
    assert all(row for row in read_block(text))


def test_a_block_has_a_most() -> None:
    assert len(read_block("a\n" * (MOST_ROWS + 9))) == MOST_ROWS


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("10", "12 → 10 hours on 1 May 2026. 50% of the way to 8."),
        ("7", "12 → 7 hours on 1 May 2026. The target of 8 is reached."),
        ("13", "12 → 13 hours on 1 May 2026. That is away from the target of 8."),
        ("12", "12 → 12 hours on 1 May 2026. 0% of the way to 8."),
    ],
)
def test_a_metric_says_how_far_it_has_moved(method: Method, value: str, said: str) -> None:
    readings = [
        {"metric": "metrics-0", "date": "2026-05-01", "value": value},
        {"metric": "metrics-0", "date": "2026-01-01", "value": "99"},
        {"metric": "metrics-0", "date": "soon", "value": "1"},
    ]
    current = playbook({"metrics": METRICS, "metric-readings": readings}).current
    time, ships = movements(method, current, method.register("metric-readings"))
    assert movement_text(time, WORDS) == said
    assert movement_text(ships, WORDS) == "Not measured yet."
