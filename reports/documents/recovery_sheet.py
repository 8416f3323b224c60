"""The sheet that opens a locked library when its passphrase is forgotten: one page, to be printed and locked away."""

from __future__ import annotations

from models.values.letters import headed
from models.values.months import long_date
from reports.archive.document_text import DocumentText
from reports.documents.kinds import PageSize
from reports.layout.flowables import Flowable
from reports.layout.page_frame import build_pdf
from reports.layout.page_kit import PageKit
from reports.words.facts import Facts

GROUP = 6
"""Letters that are read and typed in one go."""
PREFIX = "AGE-SECRET-KEY-1"


def recovery_sheet(library: str, secret: str, facts: Facts, page_size: PageSize = PageSize.A4) -> bytes:
    """The finished PDF; `library` is the file's name. Of `facts` it says the day and the practice's brand alone."""
    kit = PageKit(facts, page_size, title_level=1)
    words, name = facts.words, facts.words.gettext("Recovery sheet")
    story: list[Flowable] = [
        *kit.heading(library, words.gettext("This sheet opens the library when its passphrase is forgotten")),
        kit.space(8),
        kit.paragraph(words.gettext("Print it, put it where only the right people come, and delete the file.")),
        kit.space(14),
        kit.paragraph(words.gettext("The recovery key"), "section"),
        kit.space(6),
        *(kit.decision(line, "asked-for") for line in grouped(secret)),
        kit.space(14),
        kit.paragraph(words.gettext("How it is used"), "section"),
        kit.space(6),
        kit.listed("•", _how(library, facts)),
    ]
    return build_pdf(kit, _text(library, name, facts), story, cover=False)


def grouped(secret: str) -> list[str]:
    """The key in lines of a few groups; spaces count for nothing when it is typed."""
    rest = secret.removeprefix(PREFIX)
    groups = [rest[place : place + GROUP] for place in range(0, len(rest), GROUP)]
    return [PREFIX, *(" ".join(groups[place : place + 5]) for place in range(0, len(groups), 5))]


def _how(library: str, facts: Facts) -> list[str]:
    words = facts.words
    day = long_date(facts.today, words)
    return [
        words.gettext("On the page that asks for the passphrase, choose “Forgotten?” and type the key, all of it."),
        words.gettext(
            "Or: “clearway lock --recovery-key-fd 0” sets a new passphrase, “clearway unlock --recovery-key-fd 0” "
            "removes it."
        ),
        words.gettext(
            "It needs the file “{name}” that lies beside the library. Keep the two together, in backups too."
        ).format(name=f"{library}.age"),
        words.gettext("The program “age” opens that file with this key as well, and prints the passphrase."),
        words.gettext("It is for the passphrase that was set on {day}. A later one makes a new sheet.").format(day=day),
    ]


def _text(library: str, name: str, facts: Facts) -> DocumentText:
    return DocumentText(
        title=headed(name, library, facts.words),
        subject="",
        author="",
        about=library,
        kind=name,
        confidentiality=facts.words.gettext("Whoever has this sheet and the library can read it."),
        language=facts.method.language,
        day=facts.today,
        page_of="",
        all_pages="",
        cover="",
    )
