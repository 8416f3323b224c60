"""Which part of the organisation a word means: by our own names for it, and by what spreadsheets call departments."""

from __future__ import annotations

from models.values.folding import folded
from models.values.terms import Group

_WORDS = """
business commercial sales marketing fachbereich metier negocio
technology it ict tech engineering informatik informatique informatica technik technologie
data analytics bi datascience daten donnees datos dati
operations ops operation betrieb exploitation operaciones produktion production
risk compliance legal security audit privacy risiko recht risque riesgo
users user endusers nutzer anwender utilisateurs usuarios
finance controlling accounting finanzen finances finanzas
"""
_GROUP_OF = {
    word: group for group, line in zip(Group, _WORDS.strip().splitlines(), strict=True) for word in line.split()
}


def group_meant(text: str) -> Group | None:
    """The group that the text names; None where it names none, or several."""
    text = folded(text)
    words = [text.replace(" ", ""), *text.replace("&", " ").replace("/", " ").split()]
    found = {_GROUP_OF[word] for word in words if word in _GROUP_OF}
    return found.pop() if len(found) == 1 else None
