"""Drawings that only documents show, made like the charts: plain shapes, sizes in points, a `ChartColours`.

Severity is one scale of the brand's tints; red, amber and green are for the state of a point and a date that does not
hold. What is not known is dashed, and says "?".
"""
