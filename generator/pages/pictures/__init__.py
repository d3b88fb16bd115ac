"""The charts that several kinds of page show: words and links chosen, then drawn.

To add a picture, add a module here, and its drawing in :mod:`generator.pages.charts`.
"""

from generator.pages.pictures.columns import per_year, span
from generator.pages.pictures.map import dots
from generator.pages.pictures.months import per_month
from generator.pages.pictures.words import words_per_year

__all__ = ["dots", "per_month", "per_year", "span", "words_per_year"]
