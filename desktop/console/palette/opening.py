"""Opens the palette over the console, with all that can be done from where one is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from desktop.console.palette.acts import NamedAct, acts_of, buttons_of, each_once
from desktop.console.steps import Step
from desktop.widgets.keys import KeyAct
from desktop.words import gettext

if TYPE_CHECKING:
    from desktop.console.window import ConsoleWindow
    from desktop.view_models.finding import Place


def open_palette(window: ConsoleWindow, *, words_only: bool = False) -> None:
    """Acts, places and words; with `words_only` no acts."""
    from desktop.console.palette.overlay import Palette

    def go(place: Place, room: bool) -> None:
        # What is found is for the facilitator: the wall stays as it is, unless that was asked for.
        if not room:
            window.door.hold_live()
        step = Step(place.where.value)
        window.go_to(step)
        if place.id:
            window.pages[step].show_place(place.id)
        if room:
            window.show_room()

    def acts() -> tuple[NamedAct, ...]:
        return each_once(_acts(window))

    Palette(window, window.session, acts, go, window.rail).open(window.look.theme, words_only=words_only)


def _acts(window: ConsoleWindow) -> Iterator[NamedAct]:
    """From the page in front outwards."""
    from desktop.console.shortcuts import SHORTCUTS

    page = window.page
    yield from acts_of(page, page.keys)
    yield from buttons_of(page)
    for step in Step:
        if step is Step.LIBRARY or window.session is not None:
            text = gettext("Go to {page}").format(page=step.title)
            yield NamedAct(text, "", partial(window.go_to, step))
    yield NamedAct(gettext("Set, change or remove the passphrase"), "", window.lock.show_card)
    yield from acts_of(window, [act for act in SHORTCUTS if not _is_moving(act)])
    yield from acts_of(window.rail.pace, window.rail.pace.keys)
    if window.session is not None:
        yield from _on_other_pages(window)


def _is_moving(act: KeyAct) -> bool:
    """Whether it only moves about, which the palette does itself."""
    return not {"Esc", "Ctrl+1", "Ctrl+K", "Ctrl+F"}.isdisjoint(act.names[:1])


def _on_other_pages(window: ConsoleWindow) -> Iterator[NamedAct]:
    """What keys do there; choosing one goes there, where the key that is shown does it."""
    for step in list(Step)[1:]:
        if step is not window.step:
            for act in acts_of(None, step.page_type().keys):
                yield NamedAct(act.text, act.key, partial(window.go_to, step), step.title)
