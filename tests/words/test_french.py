"""What French asks of the code beyond its words: the first of a month, its quotation marks, its spaces, its plurals."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

from babel.messages.pofile import read_po

from desktop.view_models.room.sentences import lowered
from models.method.check import read_method
from models.values.letters import headed, in_a_row, on_one_line
from models.values.money import money_in_words, shown_money
from models.values.months import date_said, day_and_month, long_date, short_date
from models.values.names import points_counted_as
from models.values.numbers import shown_number, shown_percent
from models.values.sentence import act_called
from models.values.terms import PointState
from reports.words.text import plain
from resources import resource_text
from resources.words import catalogue

FRENCH, ENGLISH = catalogue("fr"), catalogue("en")
ROOT = Path(__file__).parents[2]
HEARD = {
    *("desktop/console/report/page_list.py", "desktop/console/report/posted_list.py"),
    *("desktop/console/plan/calendar/timeline_view.py", "desktop/console/plan/calendar/load_view.py"),
    *("desktop/console/results/vote_row.py", "desktop/console/results/agreement_map.py"),
    *("reports/exports/chart_files.py", "reports/pages/on_a_phone.py"),
}
"""Where marks of English stand in what is heard only: names and descriptions for those who cannot see."""
NEVER_SHOWN = {
    *("models/pictures/naming.py", "models/values/files.py", "models/values/folding.py", "models/portfolio/usual.py"),
}
"""Where texts are compared, or name files."""
LOOSE = re.compile(r"« |(?<=\S) [»;:?!]")
"""A space at which a line may end, where French wants one that holds."""
JUNE, MARCH = date(2027, 6, 1), date(2027, 3, 12)


def test_the_first_of_a_month_is_called_by_its_place() -> None:
    assert long_date(JUNE, FRENCH) == date_said(JUNE).said(FRENCH) == "1er\u00a0juin 2027"
    assert short_date(MARCH, FRENCH) == "12\u00a0mars 2027"
    assert day_and_month(JUNE, FRENCH) == "1er\u00a0juin"
    assert long_date(JUNE, ENGLISH) == "1 June 2027"


def test_numbers_and_sums_have_the_marks_of_french() -> None:
    assert shown_number(Decimal("1234.5"), FRENCH) == "1\u202f234,5"
    assert shown_money(Decimal(180_000), "EUR", FRENCH) == "180\u202f000\u00a0€"
    assert shown_money(Decimal("0.5"), "", FRENCH).strip() == "0,50"
    assert money_in_words(Decimal(1_200_000), "EUR", FRENCH) == "1,2\u00a0M\u00a0€"


def test_an_act_on_several_is_told_in_the_plural() -> None:
    told = [act_called("Agree {n} action", "Agree {n} actions", n=count).said(FRENCH) for count in (1, 3)]
    assert told == ["Décider 1 action", "Décider 3 actions"]


def test_points_are_counted_in_the_plural() -> None:
    def counted(state: PointState, count: int) -> str:
        return f"{count} {points_counted_as(state, count, FRENCH)}"

    assert [counted(PointState.CONFIRMED, n) for n in (0, 1, 4)] == ["0 confirmé", "1 confirmé", "4 confirmés"]
    assert (counted(PointState.OPEN, 9), counted(PointState.WAIVED, 2)) == ("9 ouverts", "2 dérogations")
    assert points_counted_as(PointState.OPEN, 2, ENGLISH) == "open"


def test_quotation_marks_hold_on_to_what_they_enclose() -> None:
    """ReportLab breaks a line at the narrow space."""
    quoted = FRENCH.gettext("“{name}”").format(name="Budget")
    assert quoted == "«\u202fBudget\u202f»"
    assert plain(quoted) == "«\u00a0Budget\u00a0»"


def test_a_title_within_a_french_sentence_begins_small() -> None:
    name = "method/clearway-fr.toml"
    method = read_method(resource_text(name), name)
    assert lowered("Nommer un responsable", method) == "nommer un responsable"
    assert lowered("RACI signé", method) == "RACI signé"


def test_what_stands_side_by_side_has_the_marks_of_french() -> None:
    assert headed("Charge", "3", FRENCH) == "Charge\u00a0: 3"
    assert in_a_row(("un", "deux"), FRENCH) == "un\u202f; deux"
    assert shown_percent(Decimal("2.5"), FRENCH) == "2,5\u202f%"
    assert shown_percent(Decimal("2.5"), ENGLISH) == "2.5%"


def test_a_text_on_one_line_keeps_the_spaces_that_hold_it_together() -> None:
    written = "Ticket du 8\u00a0septembre\u00a0:\n«\u202fLa  liste\u202f»"
    assert on_one_line(written) == "Ticket du 8\u00a0septembre\u00a0: «\u202fLa liste\u202f»"


def test_no_text_that_is_read_is_put_together_with_marks_of_english() -> None:
    glued = re.compile(r'"; "\.join|" "\.join\([^"]*\.split\(\)\)')
    paths = (path for room in ("desktop", "models", "reports") for path in (ROOT / room).rglob("*.py"))
    found = {path.relative_to(ROOT).as_posix() for path in paths if glued.search(path.read_text("utf-8"))}
    assert found == HEARD | NEVER_SHOWN


def test_no_line_ends_between_a_mark_and_its_word() -> None:
    catalogue = read_po((ROOT / "resources/translations/fr.po").read_bytes().splitlines(keepends=True))
    told = ([said] if isinstance(said := message.string, str) else said or [] for message in catalogue if message.id)
    assert [text for texts in told for text in texts if LOOSE.search(text)] == []
