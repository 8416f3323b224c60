"""What an action is called on screens, on the wall and in documents: the one place that says it has no title yet."""

from __future__ import annotations

from gettext import NullTranslations


def titled(title: str, words: NullTranslations) -> str:
    """A title, or what shortens it; where there is none, that in plain words."""
    return title.strip() or words.gettext("No title yet")
