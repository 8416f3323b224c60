"""Something to be said, kept as what it says rather than as words: the language is chosen when it is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from gettext import NullTranslations

from models.frozen import frozen


@frozen
class Sentence:
    """A text with named places, as a catalogue of words has it, and what stands in them.

    A value may be a sentence itself. Where the number of something decides the wording, `many` is the text for more
    than one, and the value called `n` is that number.
    """

    text: str
    values: Mapping[str, object] = field(default_factory=dict)
    many: str = ""

    def said(self, words: NullTranslations) -> str:
        """In these words."""
        count = self.values.get("n")
        if self.many and isinstance(count, int):
            template = words.ngettext(self.text, self.many, count)
        else:
            template = words.gettext(self.text)
        return template.format_map(
            {key: value.said(words) if isinstance(value, Sentence) else value for key, value in self.values.items()}
        )

    def __str__(self) -> str:
        """In English, as the code has it."""
        return self.said(NullTranslations())


def act_called(text: str, many: str = "", **values: object) -> Sentence:
    """What a person did, as undo and the history name it: "Rate “{sign}” {level}"."""
    return Sentence(text, values, many)


def written(sentence: Sentence) -> str:
    """The sentence as one line of text that `read_sentence` understands."""
    import json

    values = {key: value if isinstance(value, int) else str(value) for key, value in sentence.values.items()}
    return json.dumps([sentence.text, values, *([sentence.many] if sentence.many else [])], ensure_ascii=False)


def read_sentence(line: str) -> Sentence:
    """What `written` wrote. Any other text, as older libraries hold it, is a sentence that is said as it stands."""
    import json

    try:
        text, values, *many = json.loads(line)
        if isinstance(text, str) and isinstance(values, dict):
            return Sentence(text, values, *map(str, many[:1]))
    except (ValueError, TypeError):
        pass
    return Sentence(line.replace("{", "{{").replace("}", "}}"))
