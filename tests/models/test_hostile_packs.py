"""Files that are no content pack at all, or mean harm: refused in words, never with another exception."""

from __future__ import annotations

import re
from contextlib import suppress

import pytest
from broken_packs import ACTION, ITEM, PACK, POINT, REGISTER, SIGN, with_line, without_words
from hypothesis import given, settings
from hypothesis import strategies as st
from small_pack import SMALL

from models.method.check import MethodError, read_method
from models.method.limits import LARGEST_PACK

HOSTILE = {
    "nothing": ("", "is missing"),
    "a zero byte": ("\0", "is not valid TOML"),
    "100,000 lists in each other": ("x = " + "[" * 100_000, "nested too deeply"),
    "100,000 tables in each other": ("x = " + "{a=" * 100_000, "nested too deeply"),
    "a key of 2,000 names": (".".join("a" * 2_000) + " = 1", "nested too deeply"),  # tomllib: memory by the square
    "a table of 2,000 names": ("[" + ".".join("a" * 2_000) + "]", "nested too deeply"),
    "more than a megabyte": ("#" * (LARGEST_PACK + 1), "larger than a content pack can be"),
    "a number of 5,000 digits": ("x = " + "9" * 5_000, "is not valid TOML"),
    "an impossible date": ("title = 2026-02-30", "is not valid TOML"),
    "half a character": ('title = "\\ud800"', "is not valid TOML"),
    "a number for the modes": ("mode = 3", "must be a list of tables"),
    "numbers for the modes": ("mode = [1, 2]", "must be a list of tables"),
    "one mode that is no list": ('[mode]\nid = "a"', "must be a list of tables"),
    "500 empty modes": ("mode = [" + "{}," * 500 + "]", "must have 1 to 8 entries, and has 500"),
    "a rule of 500 figures": ("format = 2\n[rules]\n" + "".join(f"a{n} = 1\n" for n in range(500)), "is not a key"),
    "300 words explained": ("format = 2\nglossary = [" + "{}," * 300 + "]", "must have 1 to 200 entries, and has 300"),
    "a thousand agendas": ("format = 2\nagenda = [" + "{}," * 1_000 + "]", "must have 1 to 5 entries, and has 1000"),
    "a format without end": ("format = inf", "must be a whole number"),
    "a format of 4,000 digits": ("format = " + "9" * 4_000, "must be a whole number"),
    "a text over two lines": ("title = '''a\nb'''", "must stand on one line"),
}


def refusal(text: str) -> MethodError:
    with pytest.raises(MethodError) as caught:
        read_method(text, "practice.toml")
    return caught.value


@pytest.mark.parametrize(("text", "rule"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_is_refused_in_words(text: str, rule: str) -> None:
    error = refusal(text)

    assert rule in str(error)
    assert all(re.match(r"practice\.toml, line \d+: ", line) for line in str(error).splitlines())


@pytest.mark.parametrize("value", ['"{kind}"', '"{"', '"}{0}"', "{ id = 1 }"])
def test_braces_in_a_pack_are_letters_like_any_other(value: str) -> None:
    """What is refused is said with places in braces, which a pack must not fill."""
    text, line = with_line(REGISTER, "kind", f"kind = {value}")

    assert f"practice.toml, line {line}: register “metrics”, kind: “" in str(refusal(text))


def test_what_is_not_toml_is_explained_by_its_line() -> None:
    text, line = with_line(SIGN, "question", "question == 7")

    problem = refusal(text).problems[0]

    assert problem.line == line
    assert str(problem.rule).startswith("is not valid TOML")


def test_a_key_that_stands_twice_is_refused_at_its_line() -> None:
    text, line = with_line(SIGN, "question", 'question = "Who?"\nquestion = "Who else?"')

    problem = refusal(text).problems[0]

    assert problem.line == line + 1
    assert str(problem.rule).startswith("is not valid TOML")


def test_a_pack_saved_with_windows_line_ends_is_the_same_pack() -> None:
    assert read_method(PACK.replace("\n", "\r\n"), "clearway.toml") == read_method(PACK, "clearway.toml")


def test_lines_stay_right_after_a_text_that_looks_like_a_table() -> None:
    look_alike = 'question = """Who answers? \\\n[[mode]] \\\nid = \\\n"""\nask = 7'
    text, line = with_line(SIGN, "question", look_alike)
    text = text.replace('ask = ["operations", "technology", "business"]', "", 1)

    assert (line + 4, "sign “ownership-gap”, ask") in [(p.line, p.place) for p in refusal(text).problems]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_no_text_whatever_raises_anything_but_a_refusal(text: str) -> None:
    refusal(text)


@settings(max_examples=40, deadline=None)
@given(cut=st.integers(0, len(PACK) - 2))
def test_a_pack_cut_short_anywhere_is_refused(cut: int) -> None:
    refusal(PACK[:cut])


values = st.recursive(
    st.one_of(
        st.booleans(),
        st.integers(-(2**70), 2**70),
        st.just("inf"),
        st.just("nan"),
        st.just("1e400"),
        st.just("2026-11-12"),
        st.just('""'),
        st.just('"?"'),
        st.just('"a"'),
    ).map(lambda v: str(v).lower()),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4).map(lambda vs: "[" + ", ".join(vs) + "]"),
        inner.map(lambda v: "{ id = " + v + " }"),
    ),
    max_leaves=6,
)
KEYS = (
    *((SIGN, key) for key in ("id", "anchors", "question", "evidence", "ask", "actions")),
    *((REGISTER, key) for key in ("role", "columns", "kind")),
    *((within, "short") for within in (ACTION, ITEM, POINT)),
    ("[rules]", "rating"),
    *(("[rules.production-cost]", key) for key in ("low", "high")),
    *(("[rules.priority]", key) for key in ("severity", "most_days", "first", "not_known")),
    *(("[rules.agreement]", key) for key in ("agreed", "problem")),
    *(("[rules.effort]", key) for key in ("find_out", "fill_in")),
    *(('id = "triage"', key) for key in ("title", "minutes", "boxes")),
)


@settings(max_examples=120, deadline=None)
@given(place=st.sampled_from(KEYS), value=values)
def test_a_value_of_any_type_in_any_key_is_refused_or_read(place: tuple[str, str], value: str) -> None:
    within, key = place
    text, _ = with_line(within, key, f"{key} = {value}")
    with suppress(MethodError):
        read_method(text, "practice.toml")


@settings(max_examples=120, deadline=None)
@given(key=st.sampled_from(("healthy", "finding", "mood")), value=values, written=st.sampled_from(("1", "2", '"2.9"')))
def test_so_is_one_in_a_key_that_may_be_left_out(key: str, value: str, written: str) -> None:
    text = without_words().replace(SIGN, f"{SIGN}\n{key} = {value}", 1).replace("format = 2", f"format = {written}", 1)
    with suppress(MethodError):
        read_method(text, "practice.toml")


@settings(max_examples=120, deadline=None)
@given(key=st.sampled_from(("format", "rules", "agenda", "glossary")), value=values)
def test_so_is_one_at_the_top(key: str, value: str) -> None:
    with suppress(MethodError):
        read_method(f"{key} = {value}\n{SMALL}", "practice.toml")
