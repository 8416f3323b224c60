"""What there is to tell after a block of cells was pasted into a register."""

from __future__ import annotations

from desktop.view_models.playbook.sheet import Pasted
from desktop.words import gettext, ngettext


def pasted_text(pasted: Pasted) -> str:
    """What found no place, and what can be read in two ways; empty for nothing to tell."""
    told = []
    if pasted.left_out:
        told.append(gettext("Left out, because there are no columns for them: {n}").format(n=pasted.left_out))
    if pasted.two_ways:
        text = ngettext(
            "{n} cell can be read in two ways. It is marked; the line below the register says both.",
            "{n} cells can be read in two ways. They are marked; the line below the register says both.",
            pasted.two_ways,
        )
        told.append(text.format(n=pasted.two_ways))
    return " ".join(told)
