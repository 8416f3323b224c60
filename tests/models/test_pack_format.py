"""Which formats of content packs are read, and what becomes of what a newer one says."""

from __future__ import annotations

import pytest
from broken_packs import PACK, SIGN, with_line

from models.method.check import MethodError, read_method
from models.method.limits import MOST_NOTES
from models.method.method import Method
from models.method.pack_format import PackFormat, format_in

FORMAT = "format = 2"


def in_format(written: str, text: str = PACK) -> str:
    """The pack with another format at its top."""
    assert FORMAT in text.splitlines()
    return text.replace(FORMAT, f"format = {written}", 1)


def refusal(text: str) -> MethodError:
    with pytest.raises(MethodError) as caught:
        read_method(text, "practice.toml")
    return caught.value


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, PackFormat(1)),
        (1, PackFormat(1)),
        (2, PackFormat(2)),
        ("2", PackFormat(2)),
        ("2.0", PackFormat(2)),
        ("2.10", PackFormat(2, 10)),
        (99, PackFormat(99)),
    ],
)
def test_a_format_is_a_whole_number_or_a_text_with_a_point(value: object, expected: PackFormat) -> None:
    assert format_in(value) == expected


@pytest.mark.parametrize(
    "value",
    [0, -1, 100, 2.1, True, "", "2.", ".1", "2.1.0", "02", "2.100", " 2", "2\n", "٢", "two", [2], 10**4000],
    ids=lambda value: repr(value)[:12],
)
def test_nothing_else_is_a_format(value: object) -> None:
    assert format_in(value) is None


def test_a_minor_format_is_newer_than_its_major_and_older_than_the_next() -> None:
    assert PackFormat(2) < PackFormat(2, 1) < PackFormat(2, 10) < PackFormat(3)


@pytest.mark.parametrize("written", ["0", "2.1", "true", '"two"', "[2]", "nan", "9" * 4000])
def test_what_is_no_format_is_refused_alone_and_in_words(written: str) -> None:
    error = refusal(in_format(written).replace('question = "', 'qestion = "', 1))

    (problem,) = error.problems
    assert (problem.line, problem.place) == (PACK.splitlines().index(FORMAT) + 1, "pack “clearway”, format")
    assert str(problem.rule) == "must be a whole number, or a text with a point in it, as in 2 or “2.1”"


@pytest.mark.parametrize("written", ["3", '"3.1"', "99"])
def test_a_newer_major_format_is_refused_with_what_to_do(written: str) -> None:
    (problem,) = refusal(in_format(written).replace('question = "', 'qestion = "', 1)).problems

    assert problem.place == "pack “clearway”, format"
    assert str(problem.rule).endswith("and this Clearway reads up to 2: use a newer Clearway, or an older pack")


def test_a_newer_minor_format_is_opened_and_what_is_new_is_passed_over_with_a_note(method: Method) -> None:
    text, line = with_line(SIGN, "question", 'mood = "calm"\nquestion = "Who answers?"')

    read = read_method(in_format('"2.1"', text), "practice.toml")

    assert read.sign("ownership-gap").question == "Who answers?"
    assert [(n.line, n.place, str(n.text)) for n in read.notes if n not in method.notes] == [
        (line, "sign “ownership-gap”, mood", "is new to this Clearway, and was passed over")
    ]


def test_whole_tables_that_are_new_are_passed_over_as_one() -> None:
    text = in_format('"2.1"') + '\n[[weather]]\nsky = "grey"\n\n[weather_rules]\nrain = [1, { a = "b" }]\n'

    noted = {note.place: note.line for note in read_method(text, "practice.toml").notes}

    assert noted["pack “clearway”, weather"] == text.splitlines().index("[[weather]]") + 1
    assert noted["pack “clearway”, weather_rules"] == text.splitlines().index("[weather_rules]") + 1


def test_of_very_many_notes_the_first_are_kept_and_the_rest_counted() -> None:
    many = "".join(f"key_{n} = 1\n" for n in range(500))

    notes = read_method(in_format(f'"2.1"\n{many}'), "practice.toml").notes

    assert len(notes) == MOST_NOTES + 1
    assert str(notes[-1].text) == "more notes are left out from here on: 450"


def test_a_newer_minor_format_is_checked_like_any_other() -> None:
    text, line = with_line(SIGN, "question", 'question = ""')

    assert [p.line for p in refusal(in_format('"2.1"', text)).problems] == [line]


@pytest.mark.parametrize("written", ["2", '"2.0"'])
def test_in_a_format_that_is_known_an_unknown_key_is_refused(written: str) -> None:
    text, line = with_line(SIGN, "question", 'mood = "calm"\nquestion = "Who answers?"')

    (problem,) = refusal(in_format(written, text)).problems

    assert (problem.line, str(problem.rule)) == (line, "is not a key that a content pack has here")


def test_notes_are_no_part_of_what_a_pack_is(method: Method) -> None:
    read = read_method(in_format('"2.1"').replace("format", 'mood = "calm"\nformat', 1), "clearway.toml")

    assert read.notes != method.notes
    assert read == method
