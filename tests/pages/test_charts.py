"""Charts: shapes, labels, links, tables; drawn from numbers alone."""

from __future__ import annotations

import re
from datetime import date
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.charts import bands, dots, heatmap, points, years
from generator.pages.charts.figure import Cell, Plot, Table, figure
from generator.pages.charts.patterns import STROKES
from generator.pages.charts.svg import per_cent, tag


def make_columns(*counts: int) -> list[years.Column]:
    """A column a year from 2001 on, all meetings."""
    return [
        years.Column(
            year=2001 + i,
            parts={"meeting": count} if count else {},
            title=f"{2001 + i}: {count}",
            href=f"#y{2001 + i}" if count else None,
        )
        for i, count in enumerate(counts)
    ]


def parsed(svg: str) -> ElementTree.Element:
    """The drawing as XML: it must be well-formed."""
    return ElementTree.fromstring(svg)


def test_a_column_links_to_its_year() -> None:
    """A column with something is a link; an empty one is not drawn."""
    links = [a.get("href") for a in parsed(years.draw(make_columns(2, 0, 3), "x").body).iter("a")]

    assert ["#y2001", "#y2003"] == links


def test_heights_follow_counts() -> None:
    """Twice as many documents stand twice as high, but for a pixel's gap."""
    body = parsed(years.draw(make_columns(2, 4), "x").body)
    heights = [float(r.get("height", 0)) for r in body.iter("rect") if r.get("height")]

    assert [110 - 1, 220 - 1] == heights


def test_titles_are_escaped() -> None:
    """Words from the archive cannot break the drawing."""
    column = years.Column(year=2001, parts={"meeting": 1}, title='<b> & "x"', href="#a")
    (link,) = parsed(years.draw([column], "<&>").body).iter("a")

    assert '<b> & "x"' == link.findtext("title")


@given(st.integers(1, 100_000))
def test_ticks_are_few_and_reach_the_top(highest: int) -> None:
    """Ticks begin at 0, reach the highest column and are five at most."""
    marks = years.ticks(highest)

    assert 0 == marks[0]
    assert highest <= marks[-1]
    assert len(marks) <= 5


def test_labels_do_not_touch() -> None:
    """Of two labels that would touch, the weightier one is drawn."""
    columns = [
        years.Column(
            year=2001 + i,
            milestones=years.Milestones(title="t", href="#", label=label, rank=rank),
        )
        for i, (label, rank) in enumerate((("Договор о дружбе", 3), ("дипотношения", 0)))
    ]
    texts = [t.text for t in parsed(years.draw(columns, "x").body).iter("text")]

    assert "дипотношения" in texts
    assert "Договор о дружбе" not in texts


def test_families_have_patterns_beside_colours() -> None:
    """A family with a pattern is filled by it, so that colour is not the only sign."""
    column = years.Column(year=2001, parts=dict.fromkeys(STROKES, 1), title="x", href="#")
    body = years.draw([column], "x").body

    assert set(STROKES) == set(re.findall(r'fill="url\(#dc-(\w+)\)"', body))


@pytest.mark.parametrize(("count", "shade"), [(0, 0), (1, 1), (6, 2), (20, 4)])
def test_shades(count: int, shade: int) -> None:
    """Nothing has shade 0, anything at least 1, the fullest 4."""
    assert shade == heatmap.shade(count, 20)


def heat_map(counts: dict[tuple[int, int], int], years: range) -> str:
    """A heat map whose months are numbers, linked to "#<year>-<month>"."""
    months = [(str(month), f"month {month}") for month in range(1, 13)]
    return heatmap.draw(counts, years, months, "<c>", lambda year, month: f"#{year}-{month}")


def test_heat_map_writes_its_numbers() -> None:
    """A month with documents shows how many, linked to them; the fullest is the darkest."""
    html = heat_map({(2001, 8): 5, (2002, 1): 1}, range(2001, 2003))

    assert [
        ' class="l4" href="#2001-8">5',
        ' href="#2002-1">1',
    ] == re.findall(r"<a([^<]+)</a>", html)


def test_heat_map_has_a_cell_for_every_month() -> None:
    """Each row has its year's heading and twelve cells, so that every count has two headings."""
    html = heat_map({(2001, 8): 5, (2003, 1): 1}, range(2001, 2004))
    rows = html.partition("<tbody>")[2].split("<tr>")[1:]

    assert [("2001", 12), ("2002", 12), ("2003", 12)] == [
        (row[len('<th scope="row">') :][:4], row.count("<td>")) for row in rows
    ]


def test_long_silence_is_one_row() -> None:
    """Three empty years or more in a row of a heat map share one row that names them."""
    html = heat_map({(2001, 8): 5, (2009, 1): 1}, range(2001, 2010))

    assert '<tr><th scope="row">2002–2008<td colspan="12"><tr>' in html


def test_heat_map_says_what_it_counts() -> None:
    """The caption names the table, each month its column, in full for a screen reader."""
    html = heat_map({(2001, 8): 5}, range(2001, 2002))

    assert "<caption>&lt;c&gt;</caption>" in html
    assert '<th scope="col" aria-label="month 8">8' in html


def test_unconfirmed_part_of_a_term() -> None:
    """What lies behind the day a term was last seen is drawn apart."""
    bar = bands.Bar(
        label="Варк",
        title="Элена Варк",
        start=date(2001, 1, 1),
        end=date(2010, 1, 1),
        known_until=date(2005, 1, 1),
    )
    drawn = bands.draw([bands.Row(name="XA", bars=[bar])], 2001, 2010, "x").body

    assert 1 == drawn.count("dc-band--open")


def test_name_only_where_it_fits() -> None:
    """A short term shows no name that would run over its edges."""
    bar = bands.Bar(
        label="Северянинова",
        title="x",
        start=date(2001, 1, 1),
        end=date(2001, 6, 1),
        known_until=date(2001, 6, 1),
    )

    assert (
        "dc-band__name" not in bands.draw([bands.Row(name="XA", bars=[bar])], 2001, 2010, "x").body
    )


@given(st.floats(0.001, 1e13))
def test_scale_of_points_reaches_the_top(highest: float) -> None:
    """The scale of stated figures reaches the highest one in five steps or fewer."""
    marks = points.scale(highest)

    assert highest <= marks[-1] * 1.000001
    assert len(marks) <= 6


def test_dots_have_no_links() -> None:
    """Dots are a picture: too small for a finger, the list beside them has the links."""
    svg = dots.draw([dots.Spot(latitude=50, longitude=40, name="Тальв", chosen=True)], "x")

    assert ("img", 0) == (parsed(svg).get("role"), len(list(parsed(svg).iter("a"))))


def test_table_view_has_the_links() -> None:
    """The table view of a chart leads where the chart leads."""
    table = Table(
        caption="c", head=["Год", "Всего"], rows=[[Cell(text="2001"), Cell(text="3", href="#a")]]
    )
    html = figure(
        id="f", title="t", summary="s", plots=[Plot(axis="", body="", columns=1)], table=table
    )

    assert '<th scope="row">2001<td><a href="#a">3</a>' in html


@pytest.mark.parametrize(("columns", "least"), [(10, 240), (36, 838), (38, 838), (39, 936)])
def test_drawing_hardly_wider_than_a_page_fits(columns: int, least: int) -> None:
    """A drawing scrolls only where there is much to scroll to."""
    plot = Plot(axis="", body="", columns=columns)
    found = figure(id="f", title="t", summary="s", plots=[plot])

    assert f'<svg class="dc-strut" width="{least}" height="0"' in found


def test_attributes_escape() -> None:
    """An attribute's quotes are escaped."""
    assert '<g class="&quot;"/>' == tag("g", class_='"')


def test_per_cent_is_short() -> None:
    """A third is written with two digits, a half with none."""
    assert ("33.33%", "50%") == (per_cent(1 / 3), per_cent(0.5))
