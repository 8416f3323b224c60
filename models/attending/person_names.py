"""How a person's name is shortened: what stands before it, as in "Professor Dame Philippa Okafor", is no name."""

from __future__ import annotations

_TITLES = (
    " dr dra prof professor professorin doctor doktor docteur mr mrs ms miss mx sir dame lady lord rev reverend hon"
    " herr frau dr-ing dipl-ing mag monsieur madame mme mlle maître sr sra dott dottssa "
)
_BEHIND = " med rer nat pol oec phil ing jur h c hc dent vet habil techn "
"""Stand only behind a title, as in "Dr. med."."""


def title_and_name(name: str) -> tuple[str, str]:
    """What stands before a name, and the name; all is name where nothing would remain."""
    words = name.split()
    first = 0
    while first < len(words) - 1 and _is_title(words[first], behind=first > 0):
        first += 1
    return " ".join(words[:first]), " ".join(words[first:])


def first_and_rest(name: str) -> tuple[str, str]:
    """In two lines: the first name and the others. Who has one name alone has the title before it, if any."""
    title, own = title_and_name(name)
    first, _, rest = own.partition(" ")
    return (first, rest) if rest or not title else (title, first)


def initialled(name: str) -> str:
    """In a narrow column: "M. Oduya"; who has one name alone, as it is."""
    first, _, rest = title_and_name(name)[1].partition(" ")
    return f"{first[:1]}. {rest}" if rest else name


def initials(name: str) -> str:
    """As in "PR" for Priya Raman."""
    words = title_and_name(name)[1].split()
    return "".join(word[:1] for word in (words[:1] + words[-1:] if len(words) > 1 else words))


def _is_title(word: str, *, behind: bool) -> bool:
    plain = f" {word.replace('.', '').casefold()} "
    return plain in _TITLES or (behind and plain in _BEHIND)
