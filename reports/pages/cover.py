"""The cover: whose pilot this is, what was found, the ratings as its picture, who took part."""

from __future__ import annotations

from collections.abc import Sequence

from models.engagement.people import name_of
from models.values.letters import small
from models.values.months import day_and_month, long_date
from reports.figures.rating_grid import rating_grid
from reports.layout.flowables import Cell, Flowable, NextPageTemplate, PageBreak
from reports.layout.grid import Command
from reports.layout.grids import plain_table
from reports.layout.page_frame import COVER_LINE, INSIDE
from reports.layout.page_kit import PageKit, stacked_height
from reports.layout.pictures import logo
from reports.layout.styles import TypeStyle
from reports.layout.tables import HAIRLINE
from reports.pages.what_decides import signs_in_words
from reports.type.fonts import SERIF_SEMIBOLD
from reports.type.ink import FRAME
from reports.words.facts import Facts
from reports.words.open_signs import without_a_level
from reports.words.text import one_line, shortened, shown

TITLE_SIZES = ((54, 58), (44, 49), (36, 41), (28, 33), (22, 27), (17, 21))
LONGEST_TITLE = 400
LOGO, LOGO_WIDTH = 34.6, 150.0
LEAST_BELOW = 36.0
"""Points that stay white between title, picture and details together."""
UNDER_LINE = 40.0
"""Points between the line across and what stands below it."""
DETAIL_LIMITS = ((2400, "text"), (2400, "dense"), *((most, "text") for most in (600, 300, 150, 100, 60, 30)))
"""Characters a detail may take, and how people are set; the first pair at which all fit is used."""
FEW = 240
"""Characters of people that stand in a column beside the rest; more take the whole width, in two columns."""
CONTACT_LINES = 5
BETWEEN = 14.0
"""Points between the columns of details."""


def cover(kit: PageKit, facts: Facts, kind: str, plain: bool = False) -> list[Flowable]:
    """Logos, the pilot's name, and who and when; between them what was found and every rating, unless it is `plain`."""
    above = [*_logos(kit), kit.space(max(COVER_LINE - kit.look.top - LOGO, 0) + UNDER_LINE)]
    grid = [] if plain or not facts.engagement.current.ratings else _ratings(kit, facts)
    room = kit.height - stacked_height(above, kit.width) - 1
    title, details = _fitted(kit, facts, kind, plain, room - stacked_height(grid, kit.width))
    used = sum(stacked_height(part, kit.width) for part in (title, grid, details))
    gap = kit.space(max((room - used) / (3 if grid else 2), 0))
    story = [*above, *title, gap, *grid, *([gap] if grid else []), *details]
    return [*story, NextPageTemplate(INSIDE), PageBreak()]


def _fitted(kit: PageKit, facts: Facts, kind: str, plain: bool, room: float) -> tuple[list[Flowable], list[Flowable]]:
    """Title and details, as large and as long as there is room for."""
    for most, style in DETAIL_LIMITS:
        details = _details(kit, facts, most, style)
        left = room - stacked_height(details, kit.width) - LEAST_BELOW
        title = _title(kit, facts, kind, plain, left)
        if stacked_height(title, kit.width) <= left:
            break
    return title, details


def _logos(kit: PageKit) -> list[Flowable]:
    """The practice with its name on the left, the client on the right; at the height of a logo, whatever is there."""
    left = logo(kit, kit.brand.practice_logo, LOGO_WIDTH, LOGO)
    right = logo(kit, kit.brand.client_logo, LOGO_WIDTH, LOGO, right=True)
    half = kit.width / 2
    ours = _beside(kit, left, kit.brand.practice, "cover-name", half - 10)
    theirs = _beside(kit, right, kit.engagement.client.name, "cover-client", half - 10, mirrored=True)
    style = [("VALIGN", (0, 0), (-1, -1), "MIDDLE"), ("ALIGN", (1, 0), (1, 0), "RIGHT")]
    return [plain_table([[ours, theirs]], [half, half], style)]


def _beside(
    kit: PageKit, picture: Flowable | None, name: str, style: str, width: float, mirrored: bool = False
) -> Flowable:
    """A logo with a name beside it, or the name alone; shortened to the lines beside a logo."""
    taken = picture.width + 8 if picture else 0
    text = one_line(name)
    made = kit.paragraph(text, style)
    while text and made.wrap(width - taken, 1000)[1] > LOGO + 8:
        text = shortened(text, len(text) * 4 // 5)
        made = kit.paragraph(text, style)
    if picture is None:
        return plain_table([[made]], [width], [])
    cells, widths = [picture, made], [taken, width - taken]
    looks: list[Command] = [("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
    if mirrored:
        cells.reverse()
        widths.reverse()
        looks.append(("ALIGN", (1, 0), (1, 0), "RIGHT"))
    return plain_table([cells], widths, looks)


def _title(kit: PageKit, facts: Facts, kind: str, plain: bool, room: float) -> list[Flowable]:
    """The kind of document, the pilot's name in the largest size that fits, and what was found."""
    pilot = facts.engagement.pilot.name.strip() or facts.words.gettext("An AI pilot on its way to production")
    found = [] if plain else [kit.paragraph(_finding(facts), "cover-finding")]
    kicker = kit.paragraph(kind, "cover-kicker")
    left = room - stacked_height([kicker, *found], kit.width)
    return [kicker, _largest(kit, pilot, left), *found]


def _finding(facts: Facts) -> str:
    text = facts.headline
    return text if text.endswith((".", "!", "?", "…")) else text + "."


def _largest(kit: PageKit, text: str, room: float) -> Flowable:
    text = shortened(one_line(text), LONGEST_TITLE)
    while True:
        for size, leading in TITLE_SIZES:
            style = TypeStyle(SERIF_SEMIBOLD, size, leading, kit.primary)
            title = kit.styled(text, style, "H1")
            height = title.wrap(kit.width, room)[1]
            if height <= min(room, 3 * leading) or (len(text) < 20 and size == TITLE_SIZES[-1][0]):
                return title
        text = shortened(text, len(text) * 3 // 4)


def _ratings(kit: PageKit, facts: Facts) -> list[Flowable]:
    """The ratings as a picture, and what it shows."""
    grid = rating_grid(facts.results, facts.method, kit.colours, kit.width)
    told = " ".join(signs_in_words(facts, result) for result in facts.results)
    picture = kit.figure(grid, facts.words.gettext("Heat map of all signs. {ratings}").format(ratings=told))
    return [*picture, kit.space(4), kit.paragraph(_caption(facts), "caption")]


def _caption(facts: Facts) -> str:
    words, apart = facts.words, sum(len(result.answers) - result.applicable for result in facts.results)
    text = words.gettext("{count} warning signs: darker is worse, {level} is {severe}.")
    said = text.format(count=facts.signs, level=3, severe=small(facts.method.levels[3]))
    return " ".join(filter(None, (said, without_a_level(facts, apart))))


def _details(kit: PageKit, facts: Facts, most: int, style: str) -> list[Flowable]:
    """Up to three columns, each below a hairline; what has nothing to say is left out. Many people stand below."""
    _ = facts.words.gettext
    people, workshop, contact = _people(facts, most), (_("The workshop"), _workshop(facts)), _contact(kit)
    many = len(_joined(people, facts)) > FEW
    between = [] if many else [(_("Took part"), [_joined(people, facts)])]
    columns = [workshop, *between, (_("Questions to"), contact)]
    cells = [_column(kit, head, lines, most) for head, lines in columns if any(lines)]
    found: list[Flowable] = [_side_by_side(kit, cells, 3)] if cells else []
    if many:
        found += [kit.space(BETWEEN), _side_by_side(kit, _halves(kit, facts, people, style), 2)]
    return found


def _halves(kit: PageKit, facts: Facts, people: Sequence[str], style: str) -> list[list[Flowable]]:
    """People in two columns, as long as each other as can be."""

    def longer(place: int) -> int:
        return max(len(_joined(people[:place], facts)), len(_joined(people[place:], facts)))

    place = min(range(1, len(people)), key=longer, default=1)
    first, second = (kit.paragraph(_joined(part, facts), style) for part in (people[:place], people[place:]))
    head = kit.paragraph(facts.words.gettext("Took part"), "text-brand")
    return [[head, first], [kit.space(kit.styles["text-brand"].leading), second]]


def _side_by_side(kit: PageKit, cells: Sequence[list[Flowable]], count: int) -> Flowable:
    """Parts in `count` columns."""
    share = kit.width / count
    grid: list[Cell] = [_inset(cell, share - BETWEEN) for cell in cells]
    grid += [[]] * (count - len(cells))
    return plain_table([grid], [share] * count, [])


def _inset(parts: list[Flowable], width: float) -> Flowable:
    """A column narrower than its share, so that the hairlines of three do not touch."""
    rule = [("LINEABOVE", (0, 0), (0, 0), HAIRLINE * 1.5, FRAME), ("TOPPADDING", (0, 0), (0, 0), 6)]
    return plain_table([[parts]], [width], rule)


def _column(kit: PageKit, head: str, lines: Sequence[str], most: int) -> list[Flowable]:
    found = [kit.paragraph(head, "text-brand")]
    return found + [kit.paragraph(shortened(line, most), "text") for line in lines if line]


def _workshop(facts: Facts) -> list[str]:
    words, current = facts.words, facts.engagement.current.assessment
    held = long_date(current.held_on, words) if current.held_on else ""
    led = words.gettext("Facilitated by {name}").format(name=one_line(current.facilitator))
    written, today = words.gettext("Written down on {date}"), facts.today
    return [
        held,
        led if current.facilitator.strip() else "",
        written.format(date=day_and_month(today, words, current.held_on) if held else long_date(today, words)),
    ]


def _people(facts: Facts, most: int) -> list[str]:
    """Who took part, as many as may be named in `most` characters, and how many more there are."""
    names = [one_line(name_of(person)) for person in facts.attendance.took_part]
    count = min(len(names), 1)
    while count < len(names) and len(_joined(names[: count + 1], facts)) <= most:
        count += 1
    if left := len(names) - count:
        text = facts.words.ngettext("and one more", "and {count} more", left)
        return [*(shortened(name, most) for name in names[:count]), text.format(count=left)]
    return [shortened(name, most) for name in names]


def _joined(names: Sequence[str], facts: Facts) -> str:
    between = facts.words.gettext("; ") if any("," in name for name in names) else facts.words.gettext(", ")
    return between.join(names)


def _contact(kit: PageKit) -> list[str]:
    return shown(kit.brand.contact.strip()).split("\n")[:CONTACT_LINES]
