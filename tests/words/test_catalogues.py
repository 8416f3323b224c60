"""Every text of the product stands in the catalogues, which are as the code is; the pseudo-language says them all."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from functools import cache

import pytest
from babel.messages.catalog import Catalog

from resources.words import PSEUDO, catalogue, languages
from tests.words.catalogues import KEYWORDS, ROOMS, ROOT, extracted, files
from tests.words.pseudo import GROWTH, pseudo


@pytest.fixture(scope="module")
def template() -> Catalog:
    return extracted()


@cache
def _trees() -> list[tuple[str, ast.AST]]:
    """Every file of the product, by its place."""
    paths = [path for room in ROOMS for path in (ROOT / room).rglob("*.py")]
    return [(path.relative_to(ROOT).as_posix(), ast.parse(path.read_text("utf-8"))) for path in paths]


def test_the_files_of_words_are_up_to_date() -> None:
    stale = [path.name for path, content in files() if path.read_bytes() != content]

    assert stale == [], "run: python3 run.py words"


def test_english_needs_no_catalogue_and_an_unknown_language_has_none() -> None:
    assert languages() == ("en", "de", PSEUDO, "fr")
    assert catalogue("en").gettext("Save") == "Save"
    with pytest.raises(LookupError):
        catalogue("xx")


def test_the_pseudo_language_keeps_its_places_and_is_a_third_longer(template: Catalog) -> None:
    words = catalogue(PSEUDO)
    ids = [message.id for message in template if message.id]
    texts = [text for found in ids for text in (found if isinstance(found, tuple) else (found,))]

    assert [text for text in texts if sorted(_places(pseudo(text))) != sorted(_places(text))] == []
    assert sum(map(len, map(pseudo, texts))) > sum(map(len, texts)) * (1 + 0.9 * GROWTH)
    assert words.ngettext("{n} change not saved", "{n} changes not saved", 2).format(n=2).startswith("2 ç")


def _places(text: str) -> list[str]:
    return [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]


def _calls(tree: ast.AST) -> list[tuple[str, ast.Call]]:
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in KEYWORDS and node.args:
                found.append((name, node))
    return found


def _said() -> Iterator[tuple[str, tuple[str, ...], str]]:
    """Where a text is given to the translation, the texts, and their context."""
    for place, tree in _trees():
        for name, call in _calls(tree):
            texts = [str(a.value) for a in call.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
            context = texts.pop(0) if name in ("pgettext", "npgettext") and texts else ""
            wanted = texts[:2] if name in ("ngettext", "npgettext", "act_called") else texts[:1]
            if wanted:
                yield f"{place}:{call.lineno}", tuple(wanted), context


def test_every_text_that_is_said_was_extracted(template: Catalog) -> None:
    """A call within an f-string is one that the extraction does not see."""
    known = {(message.id if isinstance(message.id, tuple) else (message.id,)) for message in template}

    assert [(place, texts) for place, texts, _ in _said() if texts not in known] == []


def test_one_text_has_one_plural() -> None:
    """A catalogue finds both by the singular and its context."""
    plurals: dict[tuple[str, str], set[tuple[str, ...]]] = {}
    for _, texts, context in _said():
        plurals.setdefault((context, texts[0]), set()).add(texts[1:])

    assert {key: found for key, found in plurals.items() if len(found - {()}) > 1} == {}


def test_no_text_is_put_together_before_it_is_translated() -> None:
    """A text with values already in it is in no catalogue; it has to have named places."""
    broken = [
        f"{place}:{call.lineno}"
        for place, tree in _trees()
        for _, call in _calls(tree)
        if isinstance(call.args[0], ast.JoinedStr | ast.BinOp)
    ]

    assert broken == []


def test_no_refusal_is_given_a_text_that_was_not_extracted(template: Catalog) -> None:
    """What a class of its own hands on to `Refusal` is marked."""
    known = {message.id if isinstance(message.id, str) else message.id[0] for message in template}
    handed = [
        (place, node.args[0].value)
        for place, tree in _trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "__init__"
        if node.args and isinstance(node.args[0], ast.Constant) and " " in str(node.args[0].value)
    ]

    assert [one for one in handed if one[1] not in known] == []
