"""The room's pages about votes: while it votes, when the votes are shown, and all of them together."""

from __future__ import annotations

from dataclasses import replace
from gettext import NullTranslations
from itertools import pairwise

from desktop.view_models.room.entries import RoomTally
from desktop.view_models.room.pages import RoomReveal, RoomSign, RoomVoting
from desktop.view_models.room.sentences import LONGEST_TITLE, begun, counted, lowered, names_in
from desktop.view_models.session import EngagementSession
from desktop.view_models.voting import Voting
from models.diagnosis.voting import Agreement, Tally, agreement, ballot_tally
from models.engagement.workshop import Ballot
from models.rounds.signs import voted_last_time
from models.statements.standing import sign_text
from models.values.letters import small
from models.values.terms import Answer, VoteWay


def way_of_voting(session: EngagementSession) -> VoteWay:
    """As the room has voted last, which it never does by letter; hands are counted where it has not yet."""
    order = {sign.id: place for place, sign in enumerate(session.method.signs)}
    ballots = (ballot for ballot in session.current.ballots.values() if ballot.way is not VoteWay.LETTER)
    last = max(ballots, key=lambda ballot: (order.get(ballot.sign_id, -1), ballot.number), default=None)
    return last.way if last else VoteWay.COUNTS


def voting_page(
    session: EngagementSession, sign: RoomSign, ballot: Ballot, hands_for: Answer | None = None
) -> RoomVoting:
    """The sign without its answer, and how many are in, or which answer hands go up for."""
    words = session.words
    done, asked = (0, 0) if ballot.way is VoteWay.COUNTS else Voting(session).progress(ballot)
    if ballot.way is VoteWay.COUNTS:
        text = _hands_up(hands_for, words)
    elif ballot.way is VoteWay.LETTER:
        text = words.ngettext("One answer came by letter", "{done} answers came by letter", done)
    elif not done:
        text = words.ngettext("The one answer is not in yet", "None of {count} is in yet", asked)
    elif done >= asked:
        text = words.ngettext("The one answer is in", "All {count} are in", asked)
    else:
        text = words.ngettext("{done} of {count} is in", "{done} of {count} are in", done)
    said = text.format(done=counted(done, words), count=counted(asked, words))
    return RoomVoting(replace(sign, chosen=None, answer=""), begun(said), (done, asked), _hidden(ballot.way, words))


def _hands_up(answer: Answer | None, words: NullTranslations) -> str:
    if answer is None:
        return words.gettext("Your vote, please")
    if answer.level is None:
        return words.gettext("Hands up for “not known”")
    return words.gettext("Hands up for {level}").replace("{level}", str(answer.level))


def _hidden(way: VoteWay, words: NullTranslations) -> str:
    """What is promised: no names only where none are recorded."""
    if way is VoteWay.COUNTS:
        return words.gettext("Hands are counted. No names, then or later.")
    if way is VoteWay.NAMED:
        return words.gettext("Hidden until all are in. Your name stays in this room.")
    return words.gettext("Hidden until all are in. No names, then or later.")


def reveal_page(session: EngagementSession, sign: RoomSign, sign_id: str) -> RoomReveal | None:
    """What the room voted on the sign, first and last; of one vote in a later round, beside what it voted last time.

    None while nothing is shown.
    """
    words, current = session.words, session.current
    shown = [ballot for ballot in current.ballots_on(sign_id) if ballot.revealed]
    if not shown:
        return None
    tallies = [ballot_tally(current, ballot) for ballot in shown]
    (first, *_), (*_, last) = tallies, tallies
    split = agreement(last, session.method.rules.agreement) is Agreement.SPLIT
    people = _people(last.answers, words)
    rating = current.ratings.get(sign_id)
    outcome, beside = _outcome(sign, rating.answer if rating else None, tallies, split, words)
    bars = words.gettext("One bar a vote")
    then = voted_last_time(session.engagement, sign_id) if len(shown) == 1 else None
    if len(shown) > 1:
        heads = words.gettext("First vote"), _after(len(shown), words)
    elif then:
        heads, first = (words.gettext("Last time"), words.gettext("This time")), then
    else:
        heads = (words.gettext("First vote, {people}").format(people=people), "")
    two = len(shown) > 1 or then is not None
    if two:
        bars = words.gettext("{bar}, {people}").format(bar=bars, people=people)
    return RoomReveal(
        sign=sign,
        title=_title(session, sign_id, last, split),
        first=_room_tally(first),
        last=_room_tally(last) if two else None,
        heads=tuple(filter(None, heads)),
        outcome=outcome,
        beside=beside,
        split=split,
        bars=bars,
    )


def _after(votes: int, words: NullTranslations) -> str:
    return words.gettext("After talking") if votes == 2 else words.gettext("Last vote")


def _people(count: int, words: NullTranslations) -> str:
    text = words.ngettext("one person", "{count} people", count)
    return text.format(count=counted(count, words))


def _room_tally(tally: Tally) -> RoomTally:
    return RoomTally(tally.counts, tally.not_known)


def _title(session: EngagementSession, sign_id: str, tally: Tally, split: bool) -> str:
    """What the majority says, and what that means where it finds room."""
    words = session.words
    if split:
        return words.gettext("We see it differently: what have we seen?")
    most = max(tally.counts)
    if not tally.answers:
        return words.gettext("Nobody has voted")
    if 2 * tally.not_known > tally.answers:
        text = words.ngettext("{count} does not know", "{count} do not know", tally.not_known)
        return _so_many(tally.not_known, tally.answers, text, words)
    if 2 * most <= tally.answers:
        count, low = max((one + other, n) for n, (one, other) in enumerate(pairwise(tally.counts)))
        text = words.ngettext("{count} says {low} or {high}", "{count} say {low} or {high}", count)
        said = text.replace("{low}", str(low)).replace("{high}", str(low + 1))
        return _so_many(count, tally.answers, said, words)
    level = tally.counts.index(most)
    sign = session.method.sign(sign_id)
    finding = sign_text(sign, Answer(str(level))) if level != 1 else ""
    if finding and finding != sign.title:
        what = lowered(finding, session.method, names_in(session.engagement))
        said = _so_many(most, tally.answers, words.gettext("{count}: {finding}").replace("{finding}", what), words)
        if len(said) <= LONGEST_TITLE:
            return said
    text = words.ngettext("{count} says {level}", "{count} say {level}", most)
    return _so_many(most, tally.answers, text.replace("{level}", str(level)), words)


def _so_many(count: int, answers: int, text: str, words: NullTranslations) -> str:
    """`text` has a place for how many of all."""
    if count == answers:
        many = words.ngettext("the one person", "all {count}", count).format(count=counted(count, words))
    else:
        many = words.gettext("{count} of {total}")
        many = many.format(count=counted(count, words), total=counted(answers, words))
    return begun(text.replace("{count}", many))


def _outcome(
    sign: RoomSign, answer: Answer | None, tallies: list[Tally], split: bool, words: NullTranslations
) -> tuple[str, str]:
    """What was agreed, or how far the room is apart; and what goes with it. Not agreed is what was not voted."""
    chosen, (first, *_), (*_, last) = sign.chosen, tallies, tallies
    said = small(sign.answer) if chosen is None else f"{chosen}, {small(sign.levels[chosen])}"
    if split:
        voted = [n for n, count in enumerate(last.counts) if count]
        apart = words.gettext("Split: from {low} to {high}.").format(low=min(voted), high=max(voted))
        if chosen is not None:
            return apart, words.gettext("For now: {level}.").format(level=said)
        return apart, words.gettext("Talk, then vote once more.") if len(tallies) == 1 else ""
    if answer is None or not said:
        return "", words.gettext("No level is agreed yet.")
    if not as_voted(last, answer):
        beside = "" if chosen is None else _so_voted(last.counts[chosen], words)
        return words.gettext("Entered: {answer}.").format(answer=said), beside
    beside = "" if chosen is None or len(tallies) == 1 else _at_first(first.counts[chosen], words)
    return words.gettext("Agreed: {answer}.").format(answer=said), beside


def as_voted(tally: Tally, answer: Answer) -> bool:
    """Whether an answer is what most voted, or one of the two levels that they voted."""
    unknown, level = tally.not_known > tally.votes, answer.level
    if level is None or unknown or not tally.votes:
        return answer is Answer.NOT_KNOWN and unknown
    if 2 * max(tally.counts) > tally.votes:
        return tally.counts[level] == max(tally.counts)
    pairs = [one + other for one, other in pairwise(tally.counts)]
    return max(pairs) in pairs[max(level - 1, 0) : level + 1]


def _so_voted(count: int, words: NullTranslations) -> str:
    if not count:
        return words.gettext("Nobody voted so.")
    return begun(words.ngettext("{count} voted so.", "{count} voted so.", count).format(count=counted(count, words)))


def _at_first(count: int, words: NullTranslations) -> str:
    """How many said at first what was agreed after the last vote."""
    if not count:
        return words.gettext("Nobody said so at first.")
    text = words.ngettext("{count} said so at first.", "{count} said so at first.", count)
    return begun(text.format(count=counted(count, words)))
