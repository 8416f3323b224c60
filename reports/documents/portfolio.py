"""Every pilot of the practice on a page, or on as many as it takes. Internal: it names all clients."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from gettext import NullTranslations

from models.portfolio.order import Order, in_order
from models.portfolio.standing import PilotStanding
from models.portfolio.usual import LEAST, spreads
from models.portfolio.wording import headline, lead, verdict_detail, what_is_next
from models.readiness.readiness import VerdictKind, verdict_name
from models.values.months import long_date
from models.values.numbers import count_word
from reports.archive.document_text import DocumentText
from reports.documents.kinds import PageSize
from reports.figures.pilots import cell_heads, mode_cells, spread_dots
from reports.layout.flowables import Flowable
from reports.layout.marks import Drawn
from reports.layout.page_frame import build_pdf
from reports.layout.page_kit import PageKit
from reports.layout.tables import Column, Row, TableLook
from reports.tagging.structure import Tag
from reports.words.facts import Facts
from reports.words.phrases import short_day
from reports.words.text import one_line, shortened

MOST = 500
"""Pilots that are printed; the workbook has all."""
GUTTER, WHOLE = 6.0, 497.0
"""Between columns, and all of them together: shares of the width of the page."""
NAME, CELLS, NEXT = 78.0, 204.0, 77.0
"""Likewise of the names, the modes of a pilot, and what is due next."""
LONGEST = 64
"""Characters of a name, or of what is due: enough for four or five lines of its column."""
LOOK = TableLook(3.4, 3.8, middle=True, cell="dense")
STYLES = {VerdictKind.GO: "dense-good", VerdictKind.CONDITIONS: "dense-missing", VerdictKind.NO_GO: "dense-late"}


def portfolio(
    pilots: Sequence[PilotStanding],
    modes: Mapping[str, str],
    facts: Facts,
    page_size: PageSize = PageSize.A4,
    order: Order = Order.GO_LIVE,
) -> bytes:
    """The finished PDF. `modes` are names by mode id; of `facts` it says the day and the practice's brand alone.

    The same pilots give the same bytes.
    """
    kit, words = PageKit(facts, page_size, title_level=1), facts.words
    shown = in_order(pilots, order)
    names = {key: name for key, name in modes.items() if any(pilot.mode(key) for pilot in pilots)}
    kicker = words.gettext("All pilots, {date}").format(date=long_date(facts.today, words))
    story: list[Flowable] = [
        *kit.heading(kicker, headline(pilots, names, words)),
        kit.settled(lead(pilots, names, words), "lead"),
    ]
    if shown:
        story += [_table(kit, shown[:MOST], names, facts), kit.paragraph(_source(len(shown), words), "source")]
    return build_pdf(kit, _text(facts, kicker), [*story, *_usual(kit, pilots, names)], cover=False)


def _table(kit: PageKit, pilots: Sequence[PilotStanding], names: Mapping[str, str], facts: Facts) -> Flowable:
    _ = facts.words.gettext
    cells = CELLS * kit.width / WHOLE
    heads = Drawn(cell_heads(list(names.values()), kit.colours, cells))
    columns = [
        Column(_("Pilot and client"), NAME, names_row=True, gutter=GUTTER),
        Column(heads, CELLS + GUTTER, gutter=GUTTER),
        Column(_("Verdict"), 62.5, gutter=GUTTER),
        Column(_("Round"), 29, gutter=GUTTER),
        Column(_("Next due"), NEXT, gutter=GUTTER),
        Column(_("Go-live"), 40.5, gutter=0),
    ]
    return kit.table(columns, [Row(_row(kit, pilot, names, cells, facts)) for pilot in pilots], LOOK)


def _row(
    kit: PageKit, pilot: PilotStanding, names: Mapping[str, str], cells: float, facts: Facts
) -> list[Flowable | list[Flowable]]:
    found, words = pilot.counted, facts.words
    drawing = mode_cells(pilot, list(names), kit.colours, cells)
    pilot_name, client = _kept(found.pilot), _kept(found.client)
    due = short_day(found.next_due, words, facts.today) if found.next_due else ""
    late = words.gettext("{count} late").format(count=found.overdue) if found.overdue else ""
    live = short_day(found.target, words, facts.today) if found.target else words.gettext("none")
    style = {None: "dense-muted", True: "dense-strong", False: "dense-late"}[pilot.holds]
    detail = verdict_detail(pilot, words)
    name = (
        words.gettext("With conditions")
        if pilot.verdict is VerdictKind.CONDITIONS
        else verdict_name(pilot.verdict, words)
    )
    verdict = kit.paragraph(name, STYLES.get(pilot.verdict, "dense-muted"))
    return [
        [kit.paragraph(pilot_name or "–", "dense-strong"), kit.paragraph(client, "dense-muted")],
        Drawn(drawing, Tag("Figure", alternative=_modes_said(pilot, names, facts))),
        [verdict, *([kit.paragraph(detail, "dense-muted")] if detail else [])],
        kit.paragraph(str(found.round) if pilot.begun else "–", "dense"),
        [
            kit.paragraph(" · ".join(filter(None, (due, late))) or "–", "dense-late" if late else "dense-strong"),
            kit.paragraph(_kept(what_is_next(pilot, words)), "dense-muted"),
        ],
        kit.paragraph(live, style),
    ]


def _kept(text: str) -> str:
    """Whole, unless it would make a page of one row."""
    return shortened(one_line(text), LONGEST)


def _modes_said(pilot: PilotStanding, names: Mapping[str, str], facts: Facts) -> str:
    """What the cells say, for whoever cannot see them."""
    words = facts.words
    if not pilot.begun:
        return words.gettext("Nothing asked yet")
    parts = []
    for key, name in names.items():
        if mode := pilot.mode(key):
            figure = words.gettext("not known") if mode.figure is None else str(mode.figure)
            parts.append(words.gettext("{mode}: {figure}").format(mode=name, figure=figure))
    return words.gettext(", ").join(parts)


def _source(count: int, words: NullTranslations) -> str:
    said = words.gettext(
        "Modes from 0 to 100, tinted by band; “?”: not known. A go-live date in red: the plan ends after it, or what a "
        "gate asks for comes too late."
    )
    if count > MOST:
        text = words.gettext("The first {shown} of {count} pilots: the workbook has all.")
        said = text.format(shown=MOST, count=count) + " " + said
    return said


def _usual(kit: PageKit, pilots: Sequence[PilotStanding], names: Mapping[str, str]) -> list[Flowable]:
    """Where all stand; nothing where too few stand behind it."""
    found, words = spreads(pilots, names), kit.words
    if not found:
        return []
    worst = Counter(pilot.worst.mode_id for pilot in pilots if pilot.worst).most_common(1)[0][0]
    drawing = spread_dots(found, names, worst, words.gettext("Median"), kit.colours, kit.width)
    text = words.gettext("{mode}: median {middle} of {count}")
    said = [text.format(mode=names[one.mode_id], middle=one.middle, count=len(one.figures)) for one in found]
    source = words.gettext("Shown only with {least} pilots or more behind it.").format(least=count_word(LEAST, words))
    title = words.gettext("What is usual: a dot a pilot, and the median in colour")
    parts = [kit.paragraph(title, "section"), *kit.figure(drawing, words.gettext(", ").join(said), source)]
    return kit.together(parts)


def _text(facts: Facts, title: str) -> DocumentText:
    words, practice = facts.words, one_line(facts.engagement.brand.practice)
    inside = words.gettext("Internal: names of clients. Not to leave {practice}.")
    return DocumentText(
        title=title,
        subject="",
        author=shortened(practice, 200),
        about=words.gettext("Portfolio"),
        kind=words.gettext("internal to the practice"),
        confidentiality=inside.format(practice=practice or words.gettext("the practice")),
        language=facts.method.language,
        day=facts.today,
        page_of=words.gettext("{page} of {pages}"),
        all_pages="",
        cover="",
    )
