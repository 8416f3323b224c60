"""Words that a pack may have and need not: what is so where all is well, what is found, and a glossary."""

from __future__ import annotations

import pytest
from broken_packs import SIGN, without_words
from small_pack import SMALL

from models.method.check import MethodError, read_method
from models.method.limits import LIMITS
from models.method.method import GlossaryTerm, Method

SIGN_CASES = {
    "healthy in 61 characters": ("healthy", f'"{"well " * 12}x"', "has 61 characters"),
    "healthy that is nothing": ("healthy", '" "', "must be a text that is not empty"),
    "healthy that is a list": ("healthy", '["a", "b"]', "must be a text"),
    "a finding in 51 characters": ("finding", f'"{"lost " * 10}x"', "has 51 characters"),
    "the second finding too long": ("finding", f'["Short", "{"lost " * 10}x"]', "has 51 characters"),
    "three findings": ("finding", '["a", "b", "c"]', "must have 2 entries, and has 3"),
    "one finding in a list": ("finding", '["a"]', "must have 2 entries, and has 1"),
    "a finding that is a number": ("finding", "7", "must be a list of texts"),
    "a finding in two languages": ("finding", '{ en = "a" }', "must be a list of texts"),
    "a finding over two lines": ("finding", '"a\\nb"', "must stand on one line"),
}
TERM_CASES = {
    "no meaning": ('term = "Drift"', "meaning", "is missing"),
    "no term": ('meaning = "It goes wrong slowly"', "term", "is missing"),
    "a long meaning": (f'term = "Drift"\nmeaning = "{"so " * 70}"', "meaning", "has 210 characters"),
    "forms that are one text": ('term = "Drift"\nmeaning = "M"\nalso = "drifts"', "also", "must be a list of texts"),
    "too many forms": (
        *('term = "Drift"\nmeaning = "M"\nalso = ["a", "b", "c", "d", "e", "f", "g"]', "also"),
        "must have 1 to 6 entries, and has 7",
    ),
    "a form of its own": ('term = "Drift"\nmeaning = "M"\nalso = ["drift"]', "also", "the word “drift” stands twice"),
    "an unknown key": ('term = "Drift"\nmeaning = "M"\nmood = "calm"', "mood", "is not a key"),
}


def refusal(text: str) -> MethodError:
    with pytest.raises(MethodError) as caught:
        read_method(text, "practice.toml")
    return caught.value


def with_sign(*lines: str) -> str:
    """The pack in which one sign says more."""
    return without_words().replace(SIGN, "\n".join((SIGN, *lines)), 1)


def with_terms(*tables: str) -> str:
    return f"format = 2\n{SMALL}\n" + "".join(f"\n[[glossary]]\n{table}\n" for table in tables)


@pytest.mark.parametrize(("key", "value", "rule"), SIGN_CASES.values(), ids=SIGN_CASES)
def test_what_a_sign_may_say_keeps_to_its_limits(key: str, value: str, rule: str) -> None:
    text = with_sign(f"{key} = {value}")

    (problem,) = refusal(text).problems

    assert (problem.line, problem.place) == (text.splitlines().index(SIGN) + 2, f"sign “ownership-gap”, {key}")
    assert rule in str(problem.rule)


def test_a_sign_says_what_is_well_and_what_is_found_at_each_level() -> None:
    text = with_sign('healthy = "One person answers for it"', 'finding = ["Two think it is the other", "Nobody came"]')

    sign = read_method(text, "practice.toml").sign("ownership-gap")

    assert sign.healthy == "One person answers for it"
    assert [sign.finding_at(level) for level in range(4)] == ["", "", "Two think it is the other", "Nobody came"]


def test_one_finding_stands_for_both_levels() -> None:
    sign = read_method(with_sign('finding = "Nobody answers for it"'), "practice.toml").sign("ownership-gap")

    assert sign.finding_at(2) == sign.finding_at(3) == "Nobody answers for it"


def test_a_pack_need_not_say_any_of_it(method: Method) -> None:
    small = read_method(f"format = 2\n{SMALL}", "small.toml")

    assert (small.signs[0].healthy, small.signs[0].finding_at(3), small.glossary) == ("", "", ())
    assert not any("healthy" in str(note.text) or "glossary" in str(note.text) for note in small.notes)


def test_texts_at_their_limits_pass() -> None:
    healthy = ("well " * 12)[: LIMITS.healthy - 1] + "."
    finding = ("lost " * 10)[: LIMITS.finding - 1] + "."

    sign = read_method(with_sign(f'healthy = "{healthy}"', f'finding = "{finding}"'), "p.toml").sign("ownership-gap")

    assert (sign.healthy, sign.finding_at(3)) == (healthy, finding)


@pytest.mark.parametrize(("table", "key", "rule"), TERM_CASES.values(), ids=TERM_CASES)
def test_a_broken_term_is_explained_by_line_place_and_rule(table: str, key: str, rule: str) -> None:
    text = with_terms('term = "Pilot"\nmeaning = "A trial"', table)

    (problem,) = refusal(text).problems

    assert problem.place == f"glossary 2, {key}"
    assert problem.line > text.splitlines().index("[[glossary]]") + 2
    assert rule in str(problem.rule)


@pytest.mark.parametrize("second", ['term = "PILOT"', 'term = "Trial"\nalso = ["pilot"]'])
def test_no_word_is_explained_twice_in_whatever_form(second: str) -> None:
    text = with_terms('term = "Pilot"\nmeaning = "A trial"', f'{second}\nmeaning = "Another"')

    (problem,) = refusal(text).problems

    assert str(problem.rule).endswith("stands twice")


def test_a_glossary_is_read_in_its_order() -> None:
    text = with_terms(
        'term = "Drift"\nmeaning = "It gets worse slowly"\nalso = ["drifts"]', 'term = "A"\nmeaning = "B"'
    )

    assert read_method(text, "small.toml").glossary == (
        GlossaryTerm("Drift", "It gets worse slowly", ("drifts",)),
        GlossaryTerm("A", "B"),
    )


def test_a_glossary_has_an_end() -> None:
    text = with_terms(*(f'term = "Word {n}"\nmeaning = "M"' for n in range(201)))

    assert [str(p.rule) for p in refusal(text).problems] == ["must have 1 to 200 entries, and has 201"]


@pytest.mark.parametrize("written", ["glossary = 3", "glossary = [1]", 'glossary = "words"'])
def test_what_is_no_list_of_tables_is_no_glossary(written: str) -> None:
    assert [str(p.rule) for p in refusal(f"format = 2\n{written}\n{SMALL}").problems] == ["must be a list of tables"]


@pytest.mark.parametrize("table", ['[[glossary]]\nterm = "A"\nmeaning = "B"', "[rules.bands]", '[[agenda]]\nid = "a"'])
def test_a_pack_of_format_1_has_none_of_it(table: str) -> None:
    rules = [str(p.rule) for p in refusal(f"{SMALL}\n{table}\n").problems]

    assert rules == ["is a key of format 2: write “format = 2” at the top of the file"]
