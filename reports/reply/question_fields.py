"""The names of the fields that a questionnaire comes back in: whose round, what was asked, who, which sign."""

from __future__ import annotations

import json
import re
from enum import StrEnum

from models.frozen import frozen
from models.hashes import sha256
from models.method.method import Method
from models.values.terms import Answer
from reports.reply.fields import LONGEST_NAME

PREFIX = "clearway-question"
CODE_DIGITS = 12
_RENAMED = re.compile(r"(?:.*\.)?(clearway-question(?::[^:]+){5}:[a-z-]+)(?:[\s.+#_~(\[-]*\d+[)\]]?)?", re.DOTALL)
"""A name of ours, and what programs put before and after it where files are put together."""

MARKS = {
    "level-0": Answer.NOT_PRESENT,
    "level-1": Answer.EARLY,
    "level-2": Answer.ESTABLISHED,
    "level-3": Answer.SEVERE,
    "not-known": Answer.NOT_KNOWN,
}
"""What can be marked under a question, in the order in which it is printed."""


class QuestionBox(StrEnum):
    """What a question has to fill in."""

    ANSWER = "answer"
    COMMENT = "comment"


@frozen
class QuestionName:
    """As in `clearway-question:ENGAGEMENT:ROUND:CODE:PERSON:SIGN:answer`."""

    engagement: str
    round: str
    code: str
    """Of what was asked: see `question_code`."""
    person: str
    sign: str
    box: QuestionBox

    def __str__(self) -> str:
        parts = (PREFIX, self.engagement, self.round, self.code, self.person, self.sign, self.box)
        return ":".join(parts)


def parse_question_name(text: str) -> QuestionName | None:
    """The parts of a field's name; None where it is no name of ours."""
    renamed = _RENAMED.fullmatch(text[:LONGEST_NAME])
    found = (renamed[1] if renamed else "").split(":")
    if len(found) != 7 or found[6] not in set(QuestionBox):
        return None
    return QuestionName(found[1], found[2], found[3], found[4], found[5], QuestionBox(found[6]))


def question_code(method: Method) -> str:
    """Hexadecimal digits that change with the questions and the sentences to choose from."""
    asked = [(sign.id, sign.question, *sign.anchors) for sign in method.signs]
    return sha256(json.dumps(asked).encode("ascii"))[:CODE_DIGITS]
