"""How cells of registers are understood: typed and pasted, in one order or two, names and sums of all kinds."""

from __future__ import annotations

import pytest
from facilitator import Facilitator
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from register_hand import begins_the_playbook, kept, opens_register

from desktop.console.playbook.activity_form import ActivityForm
from desktop.console.playbook.offering import ReadingLine
from desktop.console.playbook.page import PlaybookPage
from desktop.console.steps import Step
from models.playbook.cell_words import Standing

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def scribe(facilitator: Facilitator) -> Facilitator:
    begins_the_playbook(facilitator, "Zoë Adams", "Łukasz Nowak", "Siân Lloyd", "Aoife O’Brien", "Deniz Işık")
    return facilitator


def pastes(at: Facilitator, *lines: str) -> None:
    QGuiApplication.clipboard().setText("\n".join(lines))
    at.presses_key(Qt.Key.Key_V, CTRL)


def test_lines_pasted_on_arrival_go_to_the_next_line_of_the_register(scribe: Facilitator) -> None:
    page = scribe.window.page
    assert isinstance(page, PlaybookPage)
    assert isinstance(page.part, ActivityForm)
    register = page.part.tables[0].sheet.register.id
    assert page.hasFocus()
    pastes(scribe, "Days to allocate a berth", "Hours of idle cranes")
    assert [list(row.values()) for row in kept(scribe, register)] == [
        ["Days to allocate a berth"],
        ["Hours of idle cranes"],
    ]
    assert page.part.tables[0].hasFocus()


def test_a_paste_that_nothing_can_take_says_so(scribe: Facilitator) -> None:
    pastes(scribe, " ")
    assert "Nothing was pasted" in scribe.window.banner.text()
    scribe.window.banner.hide()
    opens_register(scribe, "sharing-log")
    pastes(scribe)
    assert "Nothing was pasted" in scribe.window.banner.text()
    assert not dates(scribe)


def test_a_share_in_a_plain_column_is_its_figures(scribe: Facilitator) -> None:
    opens_register(scribe, "metrics")
    pastes(scribe, "Berths found\t%\t82%")
    assert kept(scribe, "metrics")[0]["baseline"] == "82"


def test_what_a_paste_left_out_is_said_until_it_is_taken_back(scribe: Facilitator) -> None:
    opens_register(scribe, "metrics")
    pastes(scribe, "\t".join("abcdefgh"))
    assert "Left out" in scribe.window.banner.text()
    scribe.presses_key(Qt.Key.Key_Z, CTRL)
    assert kept(scribe, "metrics") == []
    assert scribe.window.banner.text() == ""


def dates(at: Facilitator) -> list[str]:
    return [row.get("date", "") for row in kept(at, "sharing-log")]


def standings(at: Facilitator, register_id: str, column: int) -> list[Standing]:
    sheet = opens_register(at, register_id).sheet
    words = [sheet.why(row, column) for row in range(len(sheet.rows))]
    return [word.standing if word else Standing.UNDERSTOOD for word in words]


def test_one_date_that_is_only_possible_month_first_tells_the_column(scribe: Facilitator) -> None:
    opens_register(scribe, "sharing-log")
    pastes(scribe, "3/12/2027\tBoard", "3/25/2027\tTeam", "4/1/2027\tUsers")
    assert dates(scribe) == ["2027-03-12", "2027-03-25", "2027-04-01"]
    assert standings(scribe, "sharing-log", 0) == [Standing.UNDERSTOOD] * 3
    assert scribe.window.banner.text() == ""


def test_a_column_that_can_be_read_in_two_ways_is_marked_and_says_both(scribe: Facilitator) -> None:
    opens_register(scribe, "sharing-log")
    pastes(scribe, "3/12/2027\tBoard", "12.4.2027\tTeam", "5/5/2027\tUsers")
    assert dates(scribe) == ["2027-12-03", "2027-04-12", "2027-05-05"]
    assert standings(scribe, "sharing-log", 0)[1:] == [Standing.UNDERSTOOD] * 2
    assert scribe.window.banner.text() == ""


def test_what_is_settled_without_a_sign_is_marked_until_it_is_changed(scribe: Facilitator) -> None:
    opens_register(scribe, "sharing-log")
    pastes(scribe, "3/12/2027\tBoard", "4/1/2027\tUsers")
    assert dates(scribe) == ["2027-12-03", "2027-01-04"]
    assert standings(scribe, "sharing-log", 0) == [Standing.TWO_WAYS] * 2
    assert "2 cells can be read in two ways" in scribe.window.banner.text()
    log = opens_register(scribe, "sharing-log")
    log.go_to(log.sheet.entry_id(0), "date")
    assert "3 December 2027. If you mean 12 March 2027, write that." in scribe.reads()
    scribe.types("12 march 2027")
    scribe.presses_key(Qt.Key.Key_Escape)
    assert standings(scribe, "sharing-log", 0) == [Standing.UNDERSTOOD, Standing.TWO_WAYS]


def test_a_column_that_contradicts_itself_is_not_guessed_at(scribe: Facilitator) -> None:
    opens_register(scribe, "sharing-log")
    pastes(scribe, "3/25/2027\ta", "25/3/2027\tb", "4/1/2027\tc", "12 March 2027\td")
    assert dates(scribe) == ["2027-03-25", "2027-03-25", "4/1/2027", "2027-03-12"]
    assert standings(scribe, "sharing-log", 0)[2] is Standing.NOT_UNDERSTOOD
    scribe.waits_until(lambda: "1 field not understood" in scribe.reads())


def test_figures_that_are_pasted_together_tell_their_decimal_mark(scribe: Facilitator) -> None:
    opens_register(scribe, "metrics")
    pastes(scribe, "A\th\t45.000\t1.275", "B\th\t1.234,5\t2")
    assert [(row["baseline"], row["target"]) for row in kept(scribe, "metrics")] == [
        ("45000", "1275"),
        ("1234.5", "2"),
    ]
    opens_register(scribe, "metrics")
    pastes(scribe, "C\th\t45,000\t1.275")
    assert [(row["baseline"], row["target"]) for row in kept(scribe, "metrics")][2:] == [("45000", "1.275")]


def test_a_person_is_meant_however_the_name_is_written(scribe: Facilitator) -> None:
    meant = (
        *(("zoe", "Zoë Adams"), ("lukasz", "Łukasz Nowak"), ("sian", "Siân Lloyd"), ("o'brien", "Aoife O’Brien")),
        *(("Zoe\u0308", "Zoë Adams"), ("IŞIK", "Deniz Işık"), ("isik", "Deniz Işık"), ("SIÂN LLOYD", "Siân Lloyd")),
    )
    opens_register(scribe, "metrics")
    pastes(scribe, *(f"Delay\tdays\t1\t2\t{typed}" for typed, _ in meant))
    found = [scribe.engagement.stakeholder(row["owner"]) for row in kept(scribe, "metrics")]
    assert [person and person.name for person in found] == [name for _, name in meant]


def test_a_name_that_nobody_has_is_marked_and_a_number_is_no_name(scribe: Facilitator) -> None:
    opens_register(scribe, "metrics")
    pastes(scribe, "A\t\t\t\tSomebody else", "B\t\t\t\t12345", "C\t\t\t\tzoe")
    assert [row["owner"] for row in kept(scribe, "metrics")][:2] == ["Somebody else", "12345"]
    assert standings(scribe, "metrics", 4) == [Standing.OUTSIDE, Standing.NOT_UNDERSTOOD, Standing.UNDERSTOOD]
    scribe.waits_until(lambda: "Line 2, Owner: No name of a person yet." in scribe.reads())
    scribe.waits_until(lambda: "1 field not understood" in scribe.reads())
    metrics = opens_register(scribe, "metrics")
    metrics.go_to(metrics.sheet.entry_id(0), "owner")
    assert "Nobody of that name is among the stakeholders." in scribe.reads()


def test_the_count_leads_to_the_very_cell(scribe: Facilitator) -> None:
    opens_register(scribe, "sharing-log")
    pastes(scribe, "soonish\tBoard")
    scribe.waits_until(lambda: "1 field not understood" in scribe.reads())
    scribe.goes_to(Step.PREPARE)
    scribe.presses("1 field not understood")
    assert scribe.window.step is Step.PLAYBOOK
    log = scribe.keyboard_goes_to()
    assert (log.currentIndex().row(), log.currentIndex().column()) == (0, 0)  # type: ignore[attr-defined]
    scribe.types("12 mar 2027")
    scribe.waits_until(lambda: "not understood" not in scribe.reads())


def test_what_is_typed_is_said_below_the_cell_as_it_is_understood(scribe: Facilitator) -> None:
    opens_register(scribe, "sharing-log")
    scribe.types("3/4/2027")
    line = scribe.window.findChild(ReadingLine)
    assert line is not None
    assert line.isVisible()
    assert line.text() == "3 April 2027. If you mean 4 March 2027, write that."
    scribe.presses_key(Qt.Key.Key_Tab)
    assert not line.isVisible()


def test_a_sum_in_a_cell_says_that_it_is_in_another_currency_and_is_one_once_that_is_chosen(
    scribe: Facilitator,
) -> None:
    opens_register(scribe, "running-costs")
    pastes(scribe, "Licences\t£10k\t£20k\t$30k")
    (row,) = kept(scribe, "running-costs")
    assert (row["low"], row["likely"], row["high"]) == ("10000", "20000", "$30k")
    scribe.waits_until(lambda: "In dollars; this engagement counts in pounds." in scribe.reads())
    scribe.goes_to(Step.PREPARE)
    scribe.types_into("Currency", "USD")
    scribe.field("Sector").setFocus()
    assert kept(scribe, "running-costs")[0]["high"] == "30000"


def test_the_first_sums_of_all_name_the_currency(scribe: Facilitator) -> None:
    opens_register(scribe, "running-costs")
    pastes(scribe, "Licences\t10 000 zł\t20 000 zł\t30 000,50 zł")
    scribe.waits_until(lambda: scribe.engagement.pilot.currency == "PLN")
    assert "All sums are in zlotys from now on." in scribe.window.banner.text()
    (row,) = kept(scribe, "running-costs")
    assert (row["low"], row["likely"], row["high"]) == ("10000", "20000", "30000.5")
