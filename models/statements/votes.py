"""What the room agreed and how each answer came about, told from what was voted, and from nothing else."""

from __future__ import annotations

from gettext import NullTranslations

from models.diagnosis.voting import Agreement, agreement, ballot_tally, newest_revealed
from models.engagement.engagement import Round
from models.frozen import frozen
from models.method.method import Method
from models.values.numbers import count_word
from models.values.sought import the_first
from models.values.terms import Came, VoteWay


@frozen
class HowItCame:
    """The signs of a round by how their answers came about; ids in the order of the method, each sign once at most."""

    problems: tuple[str, ...]
    """Voted, and agreed to be a problem. Likewise the next three."""
    fine: tuple[str, ...]
    split: tuple[str, ...]
    not_known: tuple[str, ...]
    aloud: tuple[str, ...]
    """Agreed aloud, without a vote."""
    entered: tuple[str, ...]
    """Entered by the facilitator, without a vote."""
    not_said: tuple[str, ...]
    """Answered without a vote, and nobody noted how."""

    @property
    def voted(self) -> int:
        """How many signs have a vote that was shown."""
        return len(self.problems) + len(self.fine) + len(self.split) + len(self.not_known)

    @property
    def alike(self) -> bool:
        """Whether there are answers, and all came about in the same way."""
        return sum(map(bool, (self.voted, self.aloud, self.entered, self.not_said))) == 1


def how_it_came(method: Method, current: Round) -> HowItCame:
    """Of every sign that was answered or voted on."""
    voted: dict[Agreement, list[str]] = {kind: [] for kind in Agreement}
    without: dict[Came, list[str]] = {came: [] for came in Came}
    for sign in method.signs:
        ballot, _ = newest_revealed(current, sign.id)
        if ballot is not None:
            voted[agreement(ballot_tally(current, ballot), method.rules.agreement)].append(sign.id)
        elif sign.id in current.ratings:
            without[_came(current, sign.id)].append(sign.id)
    return HowItCame(
        problems=tuple(voted[Agreement.AGREED_PROBLEM]),
        fine=tuple(voted[Agreement.AGREED_FINE]),
        split=tuple(voted[Agreement.SPLIT]),
        not_known=tuple(voted[Agreement.NOT_KNOWN]),
        aloud=tuple(without[Came.AGREED]),
        entered=tuple(without[Came.ENTERED]),
        not_said=tuple(without[Came.NOT_SAID]),
    )


def _came(current: Round, sign_id: str) -> Came:
    """A rating that says it was voted has lost its vote: then nobody knows."""
    came = current.ratings[sign_id].came
    return Came.NOT_SAID if came is Came.VOTED else came


def votes_title(found: HowItCame, words: NullTranslations) -> str:
    """What the votes came to, in at most 50 characters."""
    total, split, unknown = found.voted, len(found.split), len(found.not_known)
    if not total:
        return words.gettext("Nothing was put to the vote")
    if split:
        text = words.ngettext("One of {total} votes is split", "{count} of {total} votes are split", split)
        if split == total:
            text = words.ngettext("The one vote is split", "All {total} votes are split", total)
    elif unknown:
        text = words.ngettext("In one vote most did not know", "In {count} votes most did not know", unknown)
    else:
        text = words.ngettext("The one vote agrees", "All {total} votes agree", total)
    said = text.format(count=count_word(split or unknown, words), total=count_word(total, words))
    return said[:1].upper() + said[1:]


def came_text(current: Round, sign_id: str, words: NullTranslations) -> str:
    """How the answer to a sign came about, as in "Voted" or "Agreed aloud"; empty where nobody noted it."""
    ballot, _ = newest_revealed(current, sign_id)
    if ballot is not None:
        return words.gettext("Voted by letter") if ballot.way is VoteWay.LETTER else words.gettext("Voted")
    if sign_id not in current.ratings:
        return ""
    names = {Came.AGREED: words.gettext("Agreed aloud"), Came.ENTERED: words.gettext("Entered")}
    return names.get(_came(current, sign_id), "")


def came_sentence(found: HowItCame, words: NullTranslations) -> str:
    """How all the answers came about, as in "Nine signs were voted on, 14 were agreed aloud."; empty for none."""
    texts = (
        (found.voted, words.ngettext("one sign was voted on", "{count} signs were voted on", found.voted)),
        (len(found.aloud), words.ngettext("one was agreed aloud", "{count} were agreed aloud", len(found.aloud))),
        (
            len(found.entered),
            words.ngettext(
                "one was entered by the facilitator", "{count} were entered by the facilitator", len(found.entered)
            ),
        ),
        (
            len(found.not_said),
            words.ngettext("of one nobody noted how", "of {count} nobody noted how", len(found.not_said)),
        ),
    )
    parts = [text.format(count=count_word(count, words)) for count, text in texts if count]
    if len(parts) == 1:
        return _all_alike(found, words)
    said = words.gettext("{parts}.").format(parts=words.gettext(", ").join(parts)) if parts else ""
    return said[:1].upper() + said[1:]


def _all_alike(found: HowItCame, words: NullTranslations) -> str:
    """The same where every answer came about in one way."""
    kinds = (
        (
            found.voted,
            words.ngettext(
                "The one sign answered was voted on.", "All {count} signs answered were voted on.", found.voted
            ),
        ),
        (
            len(found.aloud),
            words.ngettext(
                "The one sign answered was agreed aloud.",
                "All {count} signs answered were agreed aloud.",
                len(found.aloud),
            ),
        ),
        (
            len(found.entered),
            words.ngettext(
                "The facilitator entered the one answer.",
                "The facilitator entered all {count} answers.",
                len(found.entered),
            ),
        ),
        (
            len(found.not_said),
            words.ngettext(
                "Of the one answer nobody noted how it came about.",
                "Of all {count} answers nobody noted how they came about.",
                len(found.not_said),
            ),
        ),
    )
    count, text = the_first(kind for kind in kinds if kind[0])
    return text.format(count=count_word(count, words))
