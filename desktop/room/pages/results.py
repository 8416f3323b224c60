"""Where the failure modes stand, the worst first: index, band, how far it can still move, and the signs behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from desktop.room import words
from desktop.room.drawing.composition import Align, Box, Form
from desktop.room.drawing.sheet import BOLD, REGULAR, SEMIBOLD, TITLE, Desk, Layout, Sheet, fitted
from desktop.room.drawing.typesetter import Paragraph, Style
from desktop.room.page import Declared
from desktop.view_models.room.pages import RoomBrand, RoomModeResult, RoomResults

UNKNOWN = "?"
LEVELS = ("0", "1", "2", "3")


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where the columns of every row stand, in pixels from the left."""

    pad: float
    index: float
    name: float
    bar: float
    band: float
    cells: float
    end: float
    cell: float
    """The side of a sign's cell."""
    stacked: bool
    """Whether band and cells stand above the bar instead of beside it."""


@dataclass(frozen=True, slots=True)
class _Row:
    """One mode's texts, measured."""

    result: RoomModeResult
    index: Paragraph
    name: Paragraph
    coverage: Paragraph
    band: Paragraph
    spread: Paragraph

    @property
    def words_height(self) -> float:
        """Of name and coverage."""
        return self.name.height + self.coverage.height


def results_sheet(desk: Desk, page: RoomResults) -> Sheet:
    """One line a mode where the window is wide enough, else two."""
    return fitted(list(_arrangements(desk, page)))


def _arrangements(desk: Desk, page: RoomResults) -> Iterator[Layout]:
    if not desk.narrow:
        for share in (0.44, 0.55, 0.66):
            yield partial(_lay, desk, page, share, False)
    for share in (0.56, 0.62):
        yield partial(_lay, desk, page, share, True)


def _lay(desk: Desk, page: RoomResults, share: float, stacked: bool, step: float) -> Sheet:
    sheet = Sheet(desk, step)
    look, unit = sheet.look, desk.unit
    margin = (88 if not stacked else 48) * unit
    area = Box(margin, (64 if not stacked else 40) * unit, sheet.width - 2 * margin, 0)
    title = sheet.measure(page.title, sheet.style(TITLE, 68, title=True, leading=1.14), area.width, balanced=True)
    sheet.put("title", title, area.x, area.y, look.ink, look.background)
    foot = _legend(sheet, page, Box(area.x, 0, area.width, sheet.height - 40 * unit))
    top = area.y + title.height + sheet.gap(3)
    _rows(sheet, page, Box(area.x, top, area.width, foot - sheet.gap(2) - top), share, stacked)
    return sheet


def _legend(sheet: Sheet, page: RoomResults, place: Box) -> float:
    """From the bottom up, as many explanations in a line as go; gives where it begins."""
    gap = sheet.gap(5)
    lines: list[list[Paragraph]] = [[]]
    x = 0.0
    for text in words.legend(page.results):
        part = sheet.measure(text, sheet.style(REGULAR, 30), place.width)
        if lines[-1] and x + part.width > place.width:
            lines.append([])
            x = 0.0
        lines[-1].append(part)
        x += part.width + gap
    y = place.height - sum(line[0].height for line in lines if line)
    begin = y
    for line in lines:
        x = place.x
        for part in line:
            sheet.put("legend", part, x, y, sheet.look.muted, sheet.look.background)
            x += part.width + gap
        y += line[0].height if line else 0
    return begin


def _rows(sheet: Sheet, page: RoomResults, place: Box, share: float, stacked: bool) -> None:
    grid = _grid(sheet, page.results, place, share, stacked)
    rows = [_row(sheet, result, grid) for result in page.results]
    natural = max((_natural(sheet, row, grid) for row in rows), default=0.0)
    free = place.height / max(len(rows), 1)
    sheet.require(natural <= free + 0.5)
    height = max(natural, min(free, natural * 1.6))
    for number, row in enumerate(rows):
        box = Box(place.x, place.y + number * height, place.width, height)
        _put_row(sheet, row, grid, box, leads=number == 0 and row.result.index is not None)


def _grid(sheet: Sheet, results: tuple[RoomModeResult, ...], place: Box, share: float, stacked: bool) -> _Grid:
    unit = sheet.desk.unit
    pad, gap = 24 * unit, sheet.gap(4)
    cell = sheet.style(BOLD, 32).size * 1.4
    most = max((len(r.levels) for r in results), default=0)
    cells = most * cell + max(most - 1, 0) * cell * 0.16
    index = max((sheet.desk.typesetter.width(_index(r), _index_style(sheet)) for r in results), default=0.0)
    left = place.x + pad
    name = left + index + gap
    end = place.right - pad
    if stacked:
        bar = name + (end - name) * share + gap
        sheet.require(end - bar >= cells + gap)
        return _Grid(pad, left, name, bar, bar, end - cells, end, cell, stacked)
    texts = [(r.band, _band_style(sheet)) for r in results]
    texts += [(words.range_words(r), _small(sheet)) for r in results]
    band = max((sheet.desk.typesetter.width(*text) for text in texts), default=0.0) + 2
    band_at = end - cells - gap - band
    bar = name + (band_at - gap - name) * share + gap
    sheet.require(band_at - gap - bar >= 200 * unit)
    return _Grid(pad, left, name, bar, band_at, end - cells, end, cell, stacked)


def _index(result: RoomModeResult) -> str:
    return UNKNOWN if result.index is None else str(result.index)


def _index_style(sheet: Sheet) -> Style:
    return sheet.style(TITLE, 72, title=True, leading=1.1)


def _band_style(sheet: Sheet) -> Style:
    return sheet.style(BOLD, 36)


def _small(sheet: Sheet) -> Style:
    return sheet.style(REGULAR, 31, leading=1.22)


def _row(sheet: Sheet, result: RoomModeResult, grid: _Grid) -> _Row:
    gap = sheet.gap(4)
    wide = grid.bar - gap - grid.name
    spread = words.range_words(result)
    covered = " · ".join(part for part in (result.coverage, spread) if part) if grid.stacked else result.coverage
    beside = grid.cells - gap / 2 - grid.band
    return _Row(
        result=result,
        index=sheet.measure(_index(result), _index_style(sheet), grid.name - grid.index),
        name=sheet.measure(result.name, sheet.style(SEMIBOLD, 38, leading=1.2), wide),
        coverage=sheet.measure(covered, _small(sheet), wide),
        band=sheet.measure(result.band, _band_style(sheet), beside),
        spread=sheet.measure("" if grid.stacked else spread, _small(sheet), beside),
    )


def _bar_height(sheet: Sheet) -> float:
    """Of the bar and the bracket below it."""
    return 44 * sheet.desk.unit


def _natural(sheet: Sheet, row: _Row, grid: _Grid) -> float:
    beside = row.band.height + (row.spread.height if row.spread.text else 0)
    if grid.stacked:
        beside = max(row.band.height, grid.cell) + sheet.gap(1) + _bar_height(sheet)
    return max(row.index.height, row.words_height, beside) + sheet.gap(1.5)


def _put_row(sheet: Sheet, row: _Row, grid: _Grid, box: Box, *, leads: bool) -> None:
    look, unit = sheet.look, sheet.desk.unit
    ground = look.background
    if leads:
        # The worst mode is what stops a pilot, so it leads.
        ground = look.surface
        sheet.panel("worst", box, ground, radius=18 * unit, edge=look.accent, thick=max(3 * unit, 2))
    elif box.y > 0:
        sheet.panel("rule", Box(box.x, box.bottom, box.width, max(2 * unit, 1)), look.rule)
    ink = look.accent if leads else look.ink
    middle = box.y + box.height / 2
    width = grid.name - sheet.gap(4) - grid.index
    sheet.put(
        "index", row.index, grid.index, middle - row.index.height / 2, ink, ground, align=Align.RIGHT, width=width
    )
    y = middle - row.words_height / 2
    sheet.put("name", row.name, grid.name, y, look.ink, ground)
    sheet.put("coverage", row.coverage, grid.name, y + row.name.height, look.muted, ground)
    _put_standing(sheet, row, grid, middle, ground)


def _put_standing(sheet: Sheet, row: _Row, grid: _Grid, middle: float, ground: str) -> None:
    """Band, bar and cells of a row."""
    look, bar = sheet.look, _bar_height(sheet)
    if grid.stacked:
        head = max(row.band.height, grid.cell)
        top = middle - (head + sheet.gap(1) + bar) / 2
        sheet.put("band", row.band, grid.band, top + (head - row.band.height) / 2, look.ink, ground)
        _cells(sheet, row.result, grid, top + head / 2, ground)
        _bar(sheet, row.result, Box(grid.bar, top + head + sheet.gap(1), grid.end - grid.bar, bar), ground)
        return
    height = row.band.height + (row.spread.height if row.spread.text else 0)
    sheet.put("band", row.band, grid.band, middle - height / 2, look.ink, ground)
    if row.spread.text:
        sheet.put("range", row.spread, grid.band, middle - height / 2 + row.band.height, look.muted, ground)
    _cells(sheet, row.result, grid, middle, ground)
    _bar(sheet, row.result, Box(grid.bar, middle - bar / 2, grid.band - sheet.gap(4) - grid.bar, bar), ground)


def _bar(sheet: Sheet, result: RoomModeResult, place: Box, ground: str) -> None:
    """The index on its scale, and below it a bracket over all that it can still become."""
    look, unit = sheet.look, sheet.desk.unit
    thick = max(2.5 * unit, 1.5)
    settled = result.lowest == result.highest
    height = 22 * unit
    y = place.y + ((place.height - height) / 2 if settled else 0)
    track = Box(place.x, y, place.width, height)
    unknown = result.index is None
    radius = 6 * unit
    if not unknown:
        sheet.panel("bar track", track, look.track, radius=radius)
    sheet.mark("bar edge", track, ground, stroke=look.edge, thick=thick, radius=radius, dashed=unknown)
    if result.index:
        filled = Box(track.x, track.y, track.width * result.index / 100, height)
        sheet.mark("bar", filled, look.track, fill=look.accent, radius=radius)
    if not settled:
        low, high = (place.x + place.width * share / 100 for share in (result.lowest, result.highest))
        reach = Box(low, y + height + 7 * unit, max(high - low, 2 * thick), place.height - height - 7 * unit)
        sheet.mark("bracket", reach, ground, form=Form.BRACKET, stroke=look.ink, thick=max(4 * unit, 2))


def _cells(sheet: Sheet, result: RoomModeResult, grid: _Grid, middle: float, ground: str) -> None:
    """A cell for each sign, dashed where nothing is known: that never looks fine."""
    look, unit, side = sheet.look, sheet.desk.unit, grid.cell
    thick = max(2.5 * unit, 1.5)
    style = sheet.style(BOLD, 32)
    for number, mark in enumerate(result.levels):
        place = Box(grid.cells + number * side * 1.16, middle - side / 2, side, side)
        inside, ink = look.cell(int(mark)) if mark in LEVELS else (ground, look.ink)
        if mark in LEVELS:
            sheet.panel("sign", place, inside, radius=8 * unit)
        dashed = mark in ("", UNKNOWN)
        sheet.mark("sign edge", place, ground, stroke=look.edge, thick=thick, radius=8 * unit, dashed=dashed)
        if mark:
            text = sheet.measure(mark, style, side)
            y = middle - text.height / 2
            sheet.put("sign", text, place.x, y, ink, inside, align=Align.CENTRE, width=side)


def _said(page: RoomResults, _brand: RoomBrand) -> Iterable[str]:
    return page.title, *(_result_said(result) for result in page.results)


def _result_said(result: RoomModeResult) -> str:
    index = "?" if result.index is None else str(result.index)
    parts = (f"{result.name} {index}", result.band, words.range_words(result), result.coverage)
    return ", ".join(part for part in parts if part)


DECLARED = Declared(RoomResults, sheet=results_sheet, said=_said)
