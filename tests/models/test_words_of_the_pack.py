"""The words of the built-in pack: none left out, each as it is printed, and each that is explained is used."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from models.method.check import read_method
from models.method.glossary import terms_in
from models.method.method import GlossaryTerm, Method
from resources import resource_text

PACK = tomllib.loads(resource_text("method/clearway.toml"))
SAMPLE = resource_text("sample/engagement.json")
SLIPS = {
    "a straight quotation mark or apostrophe": re.compile(r"[\"']"),
    "two spaces": re.compile(r"  "),
    "a hyphen for a dash": re.compile(r" - |\d-\d"),
    "three dots": re.compile(r"\.\.\."),
    "a space at an end": re.compile(r"^ | $"),
    "a space before a stop": re.compile(r" [,.;:?!]"),
}
OF_NOTHING = re.compile(r"(No|Nobody|None|Nothing|Never)\b")
"""What begins like this is true where nobody looked."""


def texts_in(tree: Any) -> Iterator[str]:
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, dict | list):
        for part in tree.values() if isinstance(tree, dict) else tree:
            yield from texts_in(part)


def tables_in(tree: Any, name: str) -> Iterator[dict[str, Any]]:
    for key, value in tree.items() if isinstance(tree, dict) else ():
        for table in value if isinstance(value, list) else ():
            if key == name:
                yield table
            yield from tables_in(table, name)


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_no_text_has_a_slip_of_the_typewriter(slip: re.Pattern[str]) -> None:
    assert [text for text in texts_in(PACK) if slip.search(text)] == []


def test_nor_has_the_sample_straight_apostrophes() -> None:
    assert "'" not in SAMPLE


def test_level_0_reads_as_good_news(method: Method) -> None:
    assert method.levels == ("In good order", "Early", "Established", "Severe")


def test_every_sign_says_what_is_well_and_what_is_found(method: Method) -> None:
    for sign in method.signs:
        assert sign.healthy, sign.id
        assert sign.finding_at(2), sign.id
        assert sign.finding_at(3), sign.id
        assert sign.title not in (sign.healthy, *sign.finding), sign.id
        assert not any(text.endswith(".") for text in (sign.healthy, *sign.finding)), sign.id
    said = [text for sign in method.signs for text in {sign.healthy, *sign.finding}]
    assert len(set(said)) == len(said), "two signs are told apart by what they say"


def test_no_good_level_begins_with_what_is_true_of_nothing(method: Method) -> None:
    assert [a for sign in method.signs for a in sign.anchors[:2] if OF_NOTHING.match(a)] == []
    assert OF_NOTHING.match("Nobody is known to avoid it, and every concern raised has had a written answer.")


def test_all_anchors_are_sentences(method: Method) -> None:
    for sign in method.signs:
        for anchor in sign.anchors:
            assert anchor[0].isupper(), anchor
            assert anchor.endswith("."), anchor


@pytest.mark.parametrize("name", ["action", "item", "point"])
def test_each_has_a_few_words_of_its_own(name: str) -> None:
    shorts = [table.get("short", "") for table in tables_in(PACK, name)]

    assert all(shorts)
    assert len({text.casefold() for text in shorts}) == len(shorts)


def test_the_few_words_are_read(method: Method) -> None:
    assert method.action("name-accountable-owner").short == "One accountable owner"
    assert method.items["system-owner"].short == "Who answers for it?"
    assert method.readiness[2].points[4].short == "Baseline of metrics taken"


def test_every_word_that_is_explained_stands_where_a_sign_is_rated(method: Method) -> None:
    met = {t for sign in method.signs for t in terms_in(method.glossary, (sign.question, *sign.anchors))}

    assert [term.term for term in method.glossary if term not in met] == []
    assert {"user", "affected team", "sponsor", "owner", "metric", "peer"} <= {term.term for term in met}


def test_a_meaning_goes_on_after_the_word(method: Method) -> None:
    for term in method.glossary:
        assert term.meaning[0].islower(), term.term
        assert term.meaning.endswith("."), term.term


@pytest.mark.parametrize("case", ["Never used", "Ended", "Live for everyone", "Run by a supplier", "Nobody has looked"])
def test_it_is_said_how_to_rate_what_no_anchor_speaks_of(method: Method, case: str) -> None:
    (rule,) = [rule for rule in method.rules.rating if rule.startswith(case)]

    assert rule.endswith(".")


def test_an_earlier_pack_has_neither() -> None:
    old = read_method(resource_text("method/clearway-1.2.0.toml"), "old.toml")

    assert (old.rules.rating, old.glossary) == ((), ())


LIMIT, ERROR, TEAM = (
    GlossaryTerm("error limit", "how much"),
    GlossaryTerm("error", "what", ("errors",)),
    GlossaryTerm("team (C++)", "who"),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Errors were few.", (ERROR,)),
        ("It is over the error limit.", (LIMIT,)),
        ("Its errors are over the error limit.", (ERROR, LIMIT)),
        ("Terrors, and an errorless day.", ()),
        ("The Team (C++), which codes.", (TEAM,)),
        ("", ()),
    ],
)
def test_terms_are_found_as_whole_words_in_any_form(text: str, found: tuple[GlossaryTerm, ...]) -> None:
    assert terms_in((ERROR, LIMIT, TEAM), (text,)) == found


def test_each_term_is_found_once_and_in_the_order_of_the_glossary() -> None:
    texts = ("A team (C++).", "An error.", "An error limit, errors.")

    assert terms_in((LIMIT, ERROR, TEAM), texts) == (LIMIT, ERROR, TEAM)
    assert terms_in((ERROR, TEAM, LIMIT), texts) == (ERROR, TEAM, LIMIT)
    assert terms_in((), ("An error.",)) == ()
