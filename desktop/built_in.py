"""What comes with the program: the content packs and the sample, in every language there are words for."""

from __future__ import annotations

import json
from pathlib import Path

from models.method.check import read_method
from models.method.method import Method
from resources import resource_text

BUILT_IN_METHOD = "method/clearway.toml"
BUILT_IN_METHODS = {"en": BUILT_IN_METHOD, "de": "method/clearway-de.toml", "fr": "method/clearway-fr.toml"}
"""By language; in one that has none of its own the English pack is built in. A file is called as its pack's id."""
EARLIER_BUILT_IN = {f"clearway@{version}": f"method/clearway-{version}.toml" for version in ("1.1.0", "1.2.0")}
"""By their keys: an engagement made with one may come from a library that this one has never met."""
SAMPLE = "sample/engagement.json"
LATER_SAMPLE = "sample/later.json"
"""The same pilot in its second round."""
SAMPLE_WORDS = {"de": "sample/words-de.json", "fr": "sample/words-fr.json"}
"""By language: what stands in both, each text of the English sample with its translation."""


def sample_text(name: str, language: str, method: str) -> str:
    """A sample's JSON in a language, made with that content pack; in English where there are no words for it."""
    text = resource_text(name)
    if language not in SAMPLE_WORDS:
        return text
    words = json.loads(resource_text(SAMPLE_WORDS[language]))

    def said(value: object, key: str = "") -> object:
        if isinstance(value, dict):
            return {key: said(inner, key) for key, inner in value.items()}
        if isinstance(value, list):
            return [said(inner, key) for inner in value]
        return method if key == "method" else words.get(value, value) if isinstance(value, str) else value

    return json.dumps(said(json.loads(text)))


def built_in_pack(key: str) -> Method | None:
    """A pack of this program that the library has not met: the engagement may come from another language."""
    for name in BUILT_IN_METHODS.values():
        if key.partition("@")[0] == Path(name).stem:
            method = read_method(resource_text(name), Path(name).name)
            return method if method.key == key else None
    return None
