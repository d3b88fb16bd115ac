"""Places as dots on a plain grid of coordinates: no borders, so no opinion about them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from generator.model import Place
from generator.pages.charts import dots as drawing
from generator.pages.dress import View


def dots(
    view: View,
    places: Iterable[Place],
    chosen: str | None = None,
    counts: Mapping[str, int] | None = None,
) -> Markup:
    """Every city whose coordinates are known; ``chosen`` is marked, or ``counts`` are sizes.

    Nothing where the chosen place has no coordinates, or no place has any.
    """
    known = [p for p in places if p.latitude is not None and p.longitude is not None]
    if not known or (chosen is not None and all(place.id != chosen for place in known)):
        return Markup("")
    spots = [
        drawing.Spot(
            latitude=place.latitude or 0.0,
            longitude=place.longitude or 0.0,
            name=view.name("place", place.id),
            weight=(counts or {}).get(place.id, 0),
            chosen=place.id == chosen,
        )
        for place in known
        if place.parent is None or place.id == chosen
    ]
    return Markup(drawing.draw(spots, view.t("chart.dots")))
