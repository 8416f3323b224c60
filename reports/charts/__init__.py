"""Charts as drawings of plain shapes, so that the page and the screen draw the very same thing.

Every function returns a Drawing made of Rect, Line, Circle, Polygon, PolyLine, String and Group only. Sizes are in
points. Colours come from a `ChartColours`, so one chart serves paper and a dark screen. Not known is never drawn
like fine: it is hollow, hatched or dashed, and says "?".
"""
