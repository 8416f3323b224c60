"""Charts as ReportLab Drawings of plain shapes, so that the page and the screen draw the very same thing.

Every function returns a Drawing made of Rect, Line, Circle, Polygon, PolyLine, String and Group only. Sizes are in
points. Colours come from a `ChartColours`, so one chart serves paper and a dark screen. Not known is never drawn
like fine: it is hollow, hatched or dashed, and says "?".
"""

from reports.charts.budget_band import budget_band
from reports.charts.colours import ChartColours, dark_colours, paper_colours
from reports.charts.cost_range import cost_range_bars
from reports.charts.heat_map import heat_map
from reports.charts.index_bars import index_bars
from reports.charts.owner_load import owner_load
from reports.charts.priority_bars import priority_bars
from reports.charts.radar import radar
from reports.charts.timeline import timeline
from reports.type.fonts import register_fonts

__all__ = [
    "ChartColours",
    "budget_band",
    "cost_range_bars",
    "dark_colours",
    "heat_map",
    "index_bars",
    "owner_load",
    "paper_colours",
    "priority_bars",
    "radar",
    "register_fonts",
    "timeline",
]
