"""The sample that shows Clearway in a first minute: a pilot in two rounds, and the other pilots of its practice."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from desktop.built_in import BUILT_IN_METHOD, BUILT_IN_METHODS, read_built_in
from models.engagement.engagement import Action, Asset, Engagement
from models.hashes import sha256
from models.method.method import Method
from models.values.sought import the_first
from resources import resource_path, resource_text

if TYPE_CHECKING:
    from models.portfolio.standing import PilotStanding

SAMPLE = "sample/engagement.json"
LATER_SAMPLE = "sample/later.json"
"""The same pilot in its second round."""
SAMPLE_PRACTICE = "sample/practice.json"
"""The practice's other pilots, told in a few words each."""
SAMPLE_WORDS = {"de": "sample/words-de.json", "fr": "sample/words-fr.json"}
"""By language: what stands in them, each text of the English sample with its translation."""


def sample_texts(name: str, language: str, method: str) -> list[str]:
    """A sample's engagements as JSON in a language, made with that content pack; in English without words for it."""
    words = json.loads(resource_text(SAMPLE_WORDS[language])) if language in SAMPLE_WORDS else {}

    def said(value: object, key: str = "") -> object:
        if isinstance(value, dict):
            return {key: said(inner, key) for key, inner in value.items()}
        if isinstance(value, list):
            return [said(inner, key) for inner in value]
        return method if key == "method" else words.get(value, value) if isinstance(value, str) else value

    found = json.loads(resource_text(name))
    return [json.dumps(said(one)) for one in (found if isinstance(found, list) else [found])]


PICTURES = ("sample/whiteboard.jpg", "sample/whiteboard-small.jpg")
"""What hangs in it as evidence: the photo of a whiteboard, drawn for it, and the same made small."""


def with_its_pictures(engagement: Engagement) -> Engagement:
    """With the files that its evidence names: an engagement's JSON holds none."""
    named = {key for one in engagement.rounds for found in one.evidence for key in (found.sha256, found.thumbnail)}
    files = [resource_path(name) for name in PICTURES] if named else []
    held = [(path, path.read_bytes()) for path in files]
    made = [Asset(id=sha256(data), name=path.name, media_type="image/jpeg", data=data) for path, data in held]
    return replace(engagement, assets={**engagement.assets, **{one.id: one for one in made if one.id in named}})


def with_words_of_the_pack(engagement: Engagement, method: Method) -> Engagement:
    """Actions that say no more than which one of the content pack they are, told as it tells them."""
    rounds = tuple(
        replace(one, actions=tuple(_told(action, method) for action in one.actions)) for one in engagement.rounds
    )
    return replace(engagement, rounds=rounds)


def _told(action: Action, method: Method) -> Action:
    if action.title:
        return action
    template = the_first(one for one in method.actions if one.id == action.proposal)
    return replace(
        action,
        title=template.title,
        short=template.short,
        done_when=template.done_when,
        phase=template.phase,
        owner_role=template.owner_role,
        effort_low=template.effort_low,
        effort_high=template.effort_high,
    )


def sample_standing(language: str, today: date) -> tuple[PilotStanding, Method]:
    """How the sample stands in a language, worked out of its file, and its content pack."""
    from models.exchange.reading import Surroundings, read_engagement
    from models.portfolio.of_engagement import standing_of

    name = BUILT_IN_METHODS[language] if language in SAMPLE_WORDS else BUILT_IN_METHOD
    pack = read_built_in(name)

    def unseen(data: bytes, called: str) -> Asset:
        """Its pictures are not looked at."""
        return Asset(id=sha256(data), name=called, media_type="", data=data)

    around = Surroundings(lambda key: pack if key == pack.key else None, pack.key, unseen, datetime.now(UTC))
    text = the_first(sample_texts(SAMPLE, language, pack.key))
    return standing_of(with_words_of_the_pack(read_engagement(text, around), pack), pack, today), pack
