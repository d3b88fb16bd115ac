"""Charts as inline SVG, drawn when the site is built.

Every chart is a pure function of numbers, words and links already chosen, and gives a
:class:`generator.pages.charts.figure.Plot`.  Colours and patterns are classes, defined in
``overrides/theme/charts.css``; text has a fixed size because x is in per cent of
the width and y in pixels.  To add a chart, add a module with one ``draw``.
"""
