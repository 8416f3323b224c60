"""Files that are far larger than any engagement: refused before the work that they would cost is begun."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, NoReturn

import pytest
from exchange_documents import WHOLE, changed, text_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pictures import encoded
from PIL import Image

from models.engagement.engagement import Engagement
from models.exchange import ExchangeError, structure
from models.exchange.limits import LARGEST_FILE, MOST_VALUES, holds_too_much
from models.exchange.schema_check import Checker
from models.values.lengths import LONGEST_NAME
from resources import resource_text

Read = Callable[[str | bytes], Engagement]
SCHEMA: dict[str, Any] = json.loads(resource_text("schema/engagement.schema.json"))
FORMATS = Draft202012Validator.FORMAT_CHECKER
BEGINNING = text_of(WHOLE)[:-1]

HUGE = {
    "half a million stakeholders": BEGINNING + ', "stakeholders": [' + '{"name":"n"},' * 500_000 + "{}]}",
    "ten million empty lists": "[" + "[]," * 9_999_999 + "[]]",
    "two million keys": "{" + ",".join(f'"k{n}":1' for n in range(2_000_000)) + "}",
    "ten million texts": "[" + '"",' * 9_999_999 + '""]',
    "six million objects in each other": '{"a":' * 6_000_000,
}


@pytest.mark.parametrize("text", HUGE.values(), ids=HUGE)
def test_what_holds_too_much_is_refused_before_it_is_parsed(
    read: Read, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def parsed(*_: object, **__: object) -> NoReturn:
        raise AssertionError("the whole file is parsed")

    assert len(text) <= LARGEST_FILE
    read(text_of(WHOLE))  # whatever is made once is made
    monkeypatch.setattr(structure.json, "loads", parsed)
    with pytest.raises(ExchangeError, match="holds more than an engagement can: 300,000 values"):
        read(text)


def test_commas_and_brackets_within_texts_are_no_values(read: Read) -> None:
    text = text_of(changed("rounds.0.notes", [{"text": r",[{\"\\" * 10_000} for _ in range(50)]))
    assert sum(map(text.count, ",[{")) > MOST_VALUES
    assert len(read(text).current.notes) == 50


@pytest.mark.parametrize("text", ['["' + '\\"' * 3_000_000, '["' + "," * 3_000_000, '["' + "[" * 3_000_000 + "\\"])
def test_a_text_that_never_ends_is_looked_at_once(text: str) -> None:
    assert not holds_too_much(text.encode())


def test_dependencies_without_end_are_refused(read: Read) -> None:
    waits = [{"id": f"a{n}", "title": "t", "after": [f"a{m}" for m in range(max(n - 100, 0), n)]} for n in range(2_000)]
    with pytest.raises(ExchangeError, match=r"rounds\[0\]\.actions: at most 10,000 dependencies"):
        read(text_of(changed("rounds.0.actions", waits)))


def test_a_wrong_text_of_megabytes_is_told_in_a_sentence(read: Read) -> None:
    for value in ("2" * 3_000_000, "😀" * 1_000_000):
        with pytest.raises(ExchangeError) as caught:
            read(text_of(changed("pilot.started", value)))
        assert str(caught.value).startswith("pilot.started: ")
        assert len(str(caught.value)) < 500


def test_a_logo_that_draws_nothing_was_taken_once_and_is_left_out(read: Read) -> None:
    import base64

    blank = base64.b64encode(encoded(Image.new("RGBA", (40, 20), (255, 0, 0, 0)))).decode()
    assert read(text_of(changed("brand.practice_logo.data", blank))).brand.practice_logo == ""


junk = st.recursive(
    st.none()
    | st.booleans()
    | st.sampled_from([0, 1, 1.0, 4, -1, 0.5, "", "2026-01-12", "2026-02-30", "EUR", "x" * 101, "seen", "named"])
    | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.sampled_from(["id", "name", "text"]), inner),
    max_leaves=6,
)


def places(value: Any, path: str = "") -> list[str]:
    """Every place in a document, as `changed` names it."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [
        found
        for key, below in inner
        for found in (f"{path}.{key}".lstrip("."), *places(below, f"{path}.{key}".lstrip(".")))
    ]


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(places(WHOLE)), junk)
def test_the_quick_check_says_what_a_whole_validator_says(place: str, value: Any) -> None:
    document = changed(place, value)
    whole = Draft202012Validator(SCHEMA, format_checker=FORMATS)

    wrong = {tuple(error.absolute_path) for error in whole.iter_errors(document)}
    expected = {path for path in wrong if not any(path[:n] in wrong for n in range(len(path)))}

    assert {tuple(fault.path()) for fault in Checker(SCHEMA).faults(document, 1_000)} == expected


def test_a_keyword_that_the_quick_check_does_not_know_is_no_part_of_the_schema() -> None:
    with pytest.raises(ValueError, match="uniqueItems"):
        Checker({"type": "array", "uniqueItems": True})


def test_a_name_is_as_long_in_a_file_as_in_a_field() -> None:
    assert SCHEMA["$defs"]["name"]["maxLength"] == LONGEST_NAME
