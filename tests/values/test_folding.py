"""One folding of text: what people take for the same word is the same text."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.values.folding import agreeing, begins_words, folded, meant, words_of

POLYTONIC = range(0x1F00, 0x2000)
"""Greek letters whose capitals Python writes as two."""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *(("ZOË", "zoe"), ("Zoe\u0308", "Zoë"), ("Łódź", "lodz"), ("Straße", "STRASSE"), ("GROẞ", "gross")),
        *(("ışık", "ISIK"), ("İstanbul", "istanbul"), ("IŞIK", "ışık"), ("Søren Ødegård", "soren odegard")),
        *(("Ærø", "aero"), ("œuvre", "oeuvre"), ("Þór", "thor"), ("Đoković", "dokovic"), ("ŉ", "'n")),
        *(("O’Brien", "o'brien"), ("O‘Brien", "O´Brien"), ("O`Brien", "o'brien"), ("“so”", '"so"')),
        *(
            ("Anne–Marie", "anne-marie"),
            ("a‑b", "a-b"),
            ("−3", "-3"),
            ("a\u00a0 b", "a b"),
            ("ex\u00adample", "example"),
        ),
        *(("ﬁnance", "finance"), ("ＡＢＣ", "abc"), ("ΌΣΟΣ", "όσος"), ("Ёлка", "елка"), ("a\u200bb", "ab"), ("µ", "μ")),
    ],
)
def test_what_people_take_for_the_same_is_the_same(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(("one", "other"), [("a", "b"), ("कि", "की"), ("が", "か"), ("12", "1 2")])
def test_what_are_two_words_stay_two(one: str, other: str) -> None:
    assert folded(one) != folded(other)


def test_no_letter_there_is_folds_further_or_otherwise_in_another_form(long: bool) -> None:
    for number in range(sys.maxunicode + 1 if long else 0x3000):
        char = chr(number)
        if unicodedata.category(char) == "Cs":
            continue
        plain = folded(char)
        assert folded(plain) == plain, hex(number)
        assert folded(unicodedata.normalize("NFD", char)) == plain, hex(number)
        if number not in POLYTONIC:
            assert folded(char.lower()) == plain, hex(number)


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)
    assert " ".join(words_of(text)) == " ".join(words_of(folded(text)))


def test_words_are_parted_by_what_is_no_letter_and_signs_of_vowels_are_letters() -> None:
    assert words_of("Łódź-Transit, “so”; snake_case (12%)") == ["lodz", "transit", "so", "snake", "case", "12"]
    assert words_of("हिन्दी बैंक") == ["हिन्दी", "बैंक"]
    assert words_of("🙂 – !") == []


def test_one_is_meant_where_only_one_agrees_and_accents_tell_two_apart() -> None:
    known = {"a": "Zoë Adams", "b": "Zoe Adams", "c": "Anne-Marie Dupont", "d": ""}
    assert meant("zoë adams", known) == "a"
    assert meant("Zoe Adams", known) == "b"
    assert meant("zo", known) == ""
    assert meant("anne marie", known) == meant("dupont", known) == "c"
    assert meant("amd", {"c": "Anna Maria Dupont", "d": "Ben Okoro"}) == "c"
    assert agreeing("adams", known) == ["a", "b"]
    assert agreeing("nobody", known) == []


def test_words_are_begun_in_their_order() -> None:
    assert begins_words("Head of IT Operations", "hea op")
    assert not begins_words("Head of IT Operations", "op hea")
    assert begins_words("Aoife O’Brien", "obr")
