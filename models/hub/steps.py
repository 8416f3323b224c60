"""A meeting of library and hub as a row of steps, each done where it belongs: neither ever waits for the other."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from typing import Any, Protocol, TypeVar

from models.engagement.engagement import Asset
from models.frozen import frozen
from models.hub.hub import Hub
from models.hub.standing import Standing
from models.sharing.act import SharedAct
from models.sharing.told import ToldAct

T = TypeVar("T")


class HereLike(Protocol):
    """An engagement as the library has it."""

    @property
    def mark(self) -> str:
        """Changes with every act on it."""

    @property
    def acts(self) -> tuple[SharedAct, ...]:
        """Each after those that its maker had seen."""

    @property
    def waiting(self) -> int:
        """How many more lack what came before them."""


class LibrarySide(Protocol):
    """What a meeting asks of the library; `models.storage.shared.meeting` is it. All of it raises Refusal."""

    def maker(self) -> str:
        """The identity under which it makes acts."""

    def marks(self, engagement_ids: Iterable[str]) -> dict[str, str]:
        """Of those that are here, what changes with every act on them."""

    def since(self, marks: Mapping[str, str]) -> dict[str, int]:
        """How many acts of this library came after each of these marks."""

    def here(self, engagement_id: str) -> HereLike:
        """All acts on one."""

    def lacks(self, asset_ids: Iterable[str]) -> list[str]:
        """Those of these files that are not here."""

    def asset(self, asset_id: str) -> Asset | None:
        """A file."""

    def pack(self, key: str) -> str | None:
        """The text of a content pack."""

    def standing(self, engagement_id: str, digest: int) -> Standing | None:
        """How it stands, told to be of the acts with that digest; None where its content pack is not known."""

    def take(self, package: Any, decide: Any) -> bool:
        """Takes what came in; False where that waits until somebody has chosen."""


@frozen
class Plain:
    """What needs neither library nor hub."""

    fold: Callable[[SharedAct], ToldAct]
    unfold: Callable[[ToldAct], SharedAct]
    package: Callable[[str, str, Sequence[SharedAct], Sequence[Asset], Mapping[str, str]], Any]
    files: Callable[[Iterable[SharedAct]], set[str]]
    packs: Callable[[Iterable[SharedAct]], set[str]]


@frozen
class OnHub:
    """To be asked of the hub."""

    work: Callable[[Hub], Any]


@frozen
class OnLibrary:
    """To be asked of the library."""

    work: Callable[[LibrarySide], Any]


Step = OnHub | OnLibrary
Steps = Generator[Step, Any, T]
"""Gives steps, is sent their answers or thrown what they raised, and comes to something."""


def all_at_once(steps: Steps[T], hub: Hub, library: LibrarySide) -> T:
    """Does every step here and now."""
    return done(steps, hub, lambda work: work(library))


def done(steps: Steps[T], hub: Hub, on_library: Callable[[Callable[[LibrarySide], Any]], Any]) -> T:
    """Does every step; what is to be asked of the library is given to `on_library`, which gives the answer."""
    try:
        step = next(steps)
        while True:
            try:
                answer = step.work(hub) if isinstance(step, OnHub) else on_library(step.work)
            except Exception as error:
                step = steps.throw(error)
            else:
                step = steps.send(answer)
    except StopIteration as end:
        found: T = end.value
        return found
