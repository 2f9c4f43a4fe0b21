"""What is drawn in a chart, read off its picture (SVG) in the browser: texts, lines by year, points, rows, shapes."""

from typing import Any

from playwright.sync_api import FloatRect, Locator, Page
from streamlit_page import wait_until_finished

# The years and values at the labels of the axes tell what a place in the picture stands for.
_HELPERS = """
const number = (text) => Number(text.replace('\u2212', '-').replace(',', '.'));
const place = (mark) => {
  const [, x, y] = /translate\\(([-\\d.e]+),\\s*([-\\d.e]+)\\)/.exec(mark.getAttribute('transform'));
  return {x: Number(x), y: Number(y)};
};
// The axes are silent for a screen reader; the labels of X are centred under their ticks.
const axisLabels = (svg, letter) => {
  const axes = [...svg.querySelectorAll('g.role-axis')]
    .map((axis) => [...axis.querySelectorAll('.role-axis-label text')]).filter((labels) => labels.length > 0);
  const centred = (labels) => labels.some((label) => label.getAttribute('text-anchor') === 'middle');
  return axes.find((labels) => centred(labels) === (letter === 'X')) ?? [];
};
const axis = (svg, letter) => {
  const labels = axisLabels(svg, letter)
    .map((label) => ({at: place(label)[letter === 'X' ? 'x' : 'y'], value: number(label.textContent)}));
  const first = labels[0], last = labels[labels.length - 1];
  return (at) => first.value + (at - first.at) / (last.at - first.at) * (last.value - first.value);
};
const year = (svg) => { const of = axis(svg, 'X'); return (x) => Math.round(of(x) * 10) / 10; };
"""
_LINES = """
(svg, colour) => {
  const yearAt = year(svg);
  return [...svg.querySelectorAll(`g.mark-line path[stroke="${colour}"]`)]
    .filter((path) => path.getTotalLength() > 0)
    .map((path) => [0, path.getTotalLength()].map((along) => yearAt(path.getPointAtLength(along).x)));
}
"""
# The base line of an axis label lies 4 pixels below the middle of its letters.
_POINTS = """
(svg, colour) => {
  const yearAt = year(svg), valueAt = axis(svg, 'Y');
  return [...svg.querySelectorAll(`g.mark-symbol.role-mark path[fill="${colour}"]`)]
    .map((point) => [yearAt(place(point).x), Math.round(valueAt(place(point).y + 4) * 100) / 100]);
}
"""
_RULES = """
(svg) => [...svg.querySelectorAll('g.mark-rule.role-mark line')]
  .filter((line) => Number(line.getAttribute('x2')) === 0)
  .map((line) => year(svg)(place(line).x))
"""
_ROWS = """
(svg) => {
  const right = [...svg.querySelectorAll('g.mark-text.role-mark text')].filter((text) => place(text).y > 0);
  return axisLabels(svg, 'Y').map((label) => {
    const beside = right.filter((text) => Math.abs(place(text).y - place(label).y) < 6);
    return [label.textContent, beside.map((text) => text.textContent).join(' ')];
  });
}
"""
_CITY = """
(svg, name) => {
  const middle = (box) => ({x: box.x + box.width / 2, y: box.y + box.height / 2});
  const label = [...svg.querySelectorAll('text')].find((text) => text.textContent === name).getBoundingClientRect();
  const far = (dot) =>
    Math.min(Math.abs(dot.x - label.left), Math.abs(dot.x - label.right)) + Math.abs(dot.y - middle(label).y);
  const dots = [...svg.querySelectorAll('g.mark-symbol[aria-hidden] path')]
    .map((dot) => middle(dot.getBoundingClientRect()));
  return dots.sort((one, other) => far(one) - far(other))[0];
}
"""


def charts(page: Page) -> Locator:
    """The pictures of all charts of the page, from the top."""
    return page.locator("svg.marks")


def drawn_texts(chart: Locator) -> list[str]:
    """The texts in the picture, beside those of its axes and its legend."""
    return chart.locator("g.mark-text.role-mark text").all_text_contents()


def axis_labels(chart: Locator, letter: str) -> list[str]:
    """The labels of the axis "X" or "Y"."""
    return _read(chart, "(svg, letter) => axisLabels(svg, letter).map((label) => label.textContent)", letter)


def line_years(chart: Locator, colour: str) -> list[tuple[float, float]]:
    """The first and the last year of each line of a colour; a line of one point alone has no length and is left out."""
    return [(first, last) for first, last in _read(chart, _LINES, colour)]


def drawn_points(chart: Locator, colour: str) -> dict[float, float]:
    """The value at which the point of each year is drawn, to two decimals, of the points filled with a colour."""
    return dict(_read(chart, _POINTS, colour))


def rule_years(chart: Locator) -> list[float]:
    """Where upright marks between years stand: 2017.5 lies between 2017 and 2018."""
    return _read(chart, _RULES)


def change_rows(chart: Locator) -> dict[str, str]:
    """What stands at the right of each row, by the label of the row."""
    return dict(_read(chart, _ROWS))


def legend(chart: Locator) -> list[str]:
    """The texts of the legend's entries."""
    return chart.locator(".role-legend-label text").all_text_contents()


def provinces_drawn(chart: Locator) -> int:
    """How many provinces of a map have a shape that is filled."""
    return chart.locator('g.role-mark.layer_0_marks path[d^="M"]').count()


def provinces_hatched(chart: Locator) -> int:
    """How many provinces of a map are hatched: many strokes in one path, and no ground."""
    strokes = chart.locator('g.role-mark.layer_1_marks path[fill="transparent"]')
    return sum(
        path.count("M") > 1 for path in (strokes.nth(n).get_attribute("d") or "" for n in range(strokes.count()))
    )


def point_to(page: Page, chart: Locator, city: str) -> None:
    """Move the mouse to the dot of a city of the map, which lies within its province."""
    spot = _spot(chart, city)
    page.mouse.move(spot["x"], spot["y"])


def click_on(page: Page, chart: Locator, city: str) -> None:
    """Click on the province that the dot of a city lies in."""
    spot = _spot(chart, city)
    page.mouse.click(spot["x"], spot["y"])
    wait_until_finished(page)


def hint(page: Page) -> str:
    """What the small window beside the mouse says."""
    window = page.locator("#vg-tooltip-element")
    window.wait_for()
    return " ".join(window.inner_text().split())


def _spot(chart: Locator, city: str) -> FloatRect:
    chart.locator("text", has_text=city).first.scroll_into_view_if_needed()
    return _read(chart, _CITY, city)


def _read(chart: Locator, reader: str, argument: str | None = None) -> Any:
    return chart.evaluate(f"(svg, argument) => {{ {_HELPERS} return ({reader})(svg, argument); }}", argument)
