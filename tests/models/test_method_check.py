"""A content pack with one rule broken at a time: what is said names file, line, place and rule."""

from __future__ import annotations

import pytest
from broken_packs import ACTION, ITEM, PACK, POINT, PRIVATE, REGISTER, RULES, SIGN, TOP, with_line, without_line

from models.method.check import MethodError, read_method
from models.method.limits import LIMITS
from models.method.pack_table import LONGEST_WORD
from resources.words import catalogue

LONG = "Who answers for it, " * 6 + "then?"
WIDE = "x" * (LONGEST_WORD + 1)
CASES = {
    "a missing anchor": (SIGN, "anchors", 'anchors = ["One", "Two", "Three"]', "must have 4 entries, and has 3"),
    "a fifth anchor": (SIGN, "anchors", 'anchors = ["1", "2", "3", "4", "5"]', "must have 4 entries, and has 5"),
    "an empty anchor": (SIGN, "anchors", 'anchors = ["One", " ", "Three", "Four"]', "none of them empty"),
    "an anchor that is too long": (SIGN, "anchors", f'anchors = ["{LONG}", "b", "c", "d"]', f"hold {LIMITS.anchor}"),
    "an empty question": (SIGN, "question", 'question = ""', "must be a text that is not empty"),
    "a question that is too long": (SIGN, "question", f'question = "{LONG}"', f"has {len(LONG)} characters; the room"),
    "a question that is a number": (SIGN, "question", "question = 7", "must be a text"),
    "a word that is too long": (SIGN, "question", f'question = "Who {WIDE}?"', f"a word of more than {LONGEST_WORD}"),
    "a control character": (SIGN, "question", 'question = "Who\\u0007?"', "without control characters"),
    "a line break": (SIGN, "question", 'question = "Who\\nelse?"', "must stand on one line"),
    "a line separator": (SIGN, "question", 'question = "Who\\u2028else?"', "must stand on one line"),
    "evidence that is one text": (SIGN, "evidence", 'evidence = "the rota"', "must be a list of texts"),
    "evidence that is numbers": (SIGN, "evidence", "evidence = [1, 2]", "must be a list of texts"),
    "an id with a capital": (SIGN, "id", 'id = "Ownership-gap"', "must be small letters, digits"),
    "an id that is a question mark": (SIGN, "id", 'id = "?"', "must be small letters, digits"),
    "a doubled sign": (SIGN, "id", 'id = "no-maintainer"', "the id “no-maintainer” stands twice"),
    "an unknown group": (SIGN, "ask", 'ask = ["users", "marketing"]', "“marketing” is not one of: business"),
    "a group that is a question mark": (SIGN, "ask", 'ask = ["?"]', "“?” is not one of"),
    "one action only": (SIGN, "actions", 'actions = ["set-alerts"]', "must have 2 to 3 entries, and has 1"),
    "an unknown action": (SIGN, "actions", 'actions = ["sack-me", "set-alerts"]', "refers to the action “sack-me”"),
    "a doubled action": (ACTION, "id", 'id = "agree-business-metrics"', "“agree-business-metrics” stands twice"),
    "an unknown phase": (ACTION, "phase", 'phase = "someday"', "refers to the phase “someday”"),
    "an unknown readiness point": (ACTION, "confirms", 'confirms = ["luck"]', "the readiness point “luck”"),
    "effort from high to low": (ACTION, "effort", "effort = [5, 2]", "must run from low to high"),
    "effort of no days": (ACTION, "effort", "effort = [0, 0]", "above 0"),
    "effort that is no number": (ACTION, "effort", "effort = [1, nan]", "must run from low to high"),
    "effort without end": (ACTION, "effort", "effort = [1, inf]", "up to 400 days"),
    "effort that is yes and no": (ACTION, "effort", "effort = [true, true]", "must be two numbers of days"),
    "effort in words": (ACTION, "effort", 'effort = "a day"', "must be two numbers of days"),
    "an unknown owner's group": (ACTION, "owner_group", 'owner_group = "board"', "“board” is not one of"),
    "an owner's group that is a list": (ACTION, "owner_group", 'owner_group = ["risk"]', "is not one of"),
    "few words that are many": (ACTION, "short", f'short = "{"so " * 9}on"', f"documents hold {LIMITS.action_short}"),
    "few words of an item": (ITEM, "short", f'short = "{"so " * 9}"', f"documents hold {LIMITS.item_short}"),
    "few words of a point": (POINT, "short", f'short = "{"so " * 10}on"', f"documents hold {LIMITS.point_short}"),
    "few words that are none": (ITEM, "short", 'short = " "', "must be a text that is not empty"),
    "few words in a list": (POINT, "short", 'short = ["a"]', "must be a text that is not empty"),
    "a rule for rating at length": (RULES, "rating", f'rating = ["{"so " * 54}"]', f"documents hold {LIMITS.rating}"),
    "a rule for rating that is none": (RULES, "rating", 'rating = [""]', "none of them empty"),
    "no rules for rating": (RULES, "rating", "rating = []", "must have 1 to 10 entries, and has 0"),
    "rules for rating that are one text": (RULES, "rating", 'rating = "Ended: 3"', "must be a list of texts"),
    "an unknown column": (ITEM, "columns", 'columns = ["colour"]', "the column of that register “colour”"),
    "an unknown kind of register": (REGISTER, "kind", 'kind = "spreadsheet"', "“spreadsheet” is not one of"),
    "privacy that is neither": (PRIVATE, "private", "private = 1", "must be true or false"),
    "three names for four levels": (TOP, "levels", 'levels = ["No", "Some", "Much"]', "must have 4 entries"),
}
MISSING = {
    "no question": (SIGN, "question", "[[mode.sign]]"),
    "no anchors": (SIGN, "anchors", "[[mode.sign]]"),
    "nobody to ask": (SIGN, "ask", "[[mode.sign]]"),
    "no actions": (SIGN, "actions", "[[mode.sign]]"),
    "no phase": (ACTION, "phase", "[[action]]"),
    "no sign of being done": (ACTION, "done_when", "[[action]]"),
    "no prompt": (ITEM, "prompt", "[[phase.activity.item]]"),
    "no columns": (REGISTER, "columns", "[[register]]"),
}
NAMES = {
    SIGN: "sign “{}”",
    ACTION: "action “{}”",
    ITEM: "item “{}”",
    REGISTER: "register “{}”",
    POINT: "point “{}”",
    RULES: "rules",
    PRIVATE: "register “{}”",
    TOP: "pack “{}”",
}


def refusal(text: str) -> MethodError:
    with pytest.raises(MethodError) as caught:
        read_method(text, "practice.toml")
    return caught.value


def place_of(within: str, key: str, new: str = "") -> str:
    """The place as people are told it: the table by its id as the changed pack has it, then the key."""
    if within == RULES:
        return f"{NAMES[within]}, {key}"
    identity = new if key == "id" else within
    return f"{NAMES[within].format(identity.split(chr(34))[1])}, {key}"


@pytest.mark.parametrize(("within", "key", "new", "rule"), CASES.values(), ids=CASES)
def test_one_broken_rule_is_explained_by_file_line_place_and_rule(within: str, key: str, new: str, rule: str) -> None:
    text, line = with_line(within, key, new)

    error = refusal(text)

    found = [p for p in error.problems if p.line == line]  # a changed id also breaks what refers to it
    assert [p.place for p in found] == [place_of(within, key, new)], error.problems
    assert rule in str(found[0].rule)
    assert f"practice.toml, line {line}: {found[0].place}: {found[0].rule}" in str(error).splitlines()


@pytest.mark.parametrize(("within", "key", "header"), MISSING.values(), ids=MISSING)
def test_what_is_missing_is_named_at_the_table_that_lacks_it(within: str, key: str, header: str) -> None:
    text, line = without_line(within, key, header)

    problem = refusal(text).problems[0]

    assert (problem.line, problem.place, str(problem.rule)) == (line, place_of(within, key), "is missing")


def test_one_broken_rule_gives_one_line_and_no_others() -> None:
    for within, key, new, _ in CASES.values():
        if key != "id" and new != "evidence = [1, 2]":
            assert len(refusal(with_line(within, key, new)[0]).problems) == 1, new


def test_an_unknown_key_is_most_often_a_slip_of_the_pen_and_is_named() -> None:
    text, line = with_line(SIGN, "question", 'qestion = "Who?"\nquestion = "Who answers?"')

    problem = refusal(text).problems[0]

    assert (problem.line, problem.place) == (line, "sign “ownership-gap”, qestion")
    assert str(problem.rule) == "is not a key that a content pack has here"


def test_rows_that_others_refer_to_have_a_name_of_their_own() -> None:
    """A reference to a row that begins with a reference could go round in a circle."""
    first = '{ id = "metric", title = "Metric", kind = "reference", source = "metrics" }'
    text, _ = with_line(REGISTER, "columns", f"columns = [{first}]")

    assert "refers to the register “metrics”, whose rows have no name of their own" in str(refusal(text))


def test_an_item_that_names_no_register_of_the_pack_is_told_so() -> None:
    text, line = with_line(ITEM, "register", 'register = "nowhere"')

    assert (line, "item “shortcuts”, register") in [(p.line, p.place) for p in refusal(text).problems]


@pytest.mark.parametrize(
    ("column", "place", "rule"),
    [
        ('{ id = "metric", title = "Metric", kind = "song" }', "columns “metric”, kind", "“song” is not one of"),
        ('{ id = "metric", title = "", kind = "text" }', "columns “metric”, title", "not empty"),
        ('{ id = "metric", kind = "text" }', "columns “metric”, title", "is missing"),
        ('{ id = "m", title = "M", kind = "choice", choices = ["One"] }', "columns “m”, choices", "has 1"),
        ('{ id = "m", title = "M", kind = "text", choices = ["A", "B"] }', "columns “m”, choices", "is not a key"),
        ('{ id = "m", title = "M", kind = "text", private = "yes" }', "columns “m”, private", "true or false"),
    ],
)
def test_a_broken_column_is_named_at_its_register(column: str, place: str, rule: str) -> None:
    text, line = with_line(REGISTER, "columns", f"columns = [{column}]")

    found = [p for p in refusal(text).problems if p.place == place]

    assert [p.line for p in found] == [line]
    assert rule in str(found[0].rule)


def test_a_column_that_stands_twice_in_its_register_is_refused() -> None:
    column = '{ id = "metric", title = "Metric", kind = "text" }'
    text, line = with_line(REGISTER, "columns", f"columns = [{column}, {column}]")

    assert [(p.line, str(p.rule)) for p in refusal(text).problems] == [(line, "the id “metric” stands twice")]


def test_every_broken_rule_is_listed_in_the_order_of_the_file() -> None:
    text = with_line(ACTION, "effort", "effort = [5, 2]")[0].replace(SIGN, 'id = "no-maintainer"')

    error = refusal(text.replace("levels =", "level ="))

    assert [p.line for p in error.problems] == sorted(p.line for p in error.problems)
    assert {p.place for p in error.problems} == {
        "pack “clearway”, levels",
        "pack “clearway”, level",
        "sign “no-maintainer”, id",
        "action “name-accountable-owner”, effort",
    }
    assert len(str(error).splitlines()) == len(error.problems) == 4


def test_a_text_at_its_limit_passes_and_one_character_more_does_not() -> None:
    words = ("abcde " * 40)[: LIMITS.question - 1] + "?"
    at_limit, _ = with_line(SIGN, "question", f'question = "{words}"')

    assert read_method(at_limit, "practice.toml").sign("ownership-gap").question == words
    assert f"has {LIMITS.question + 1} characters" in str(refusal(at_limit.replace(words, "x" + words)))


def test_a_word_at_its_limit_passes() -> None:
    text, _ = with_line(SIGN, "question", f'question = "Who {WIDE[1:]}?"'.replace("?", " else?"))

    assert WIDE[1:] in read_method(text, "practice.toml").sign("ownership-gap").question


def test_the_built_in_pack_has_nothing_wrong_with_it() -> None:
    assert len(read_method(PACK, "clearway.toml").signs) == 24


@pytest.mark.parametrize(
    ("language", "said"),
    [("de", "practice.toml, Zeile {line}: sign “ownership-gap”, question: fehlt"), ("fr", "question\u00a0: manque")],
)
def test_what_is_wrong_is_said_in_the_language_of_whoever_reads_it(language: str, said: str) -> None:
    text, _ = without_line(SIGN, "question", "[[mode.sign]]")
    (problem,) = refusal(text).problems
    assert said.format(line=problem.line) in refusal(text).said(catalogue(language))
