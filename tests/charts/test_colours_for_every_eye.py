"""Colours that are to be told apart stay apart for every kind of colour vision; letters stand out from their ground.

Colour vision without one kind of cone is simulated as Machado, Oliveira and Fernandes (2009) do for severity 1.0: a
matrix on linear RGB. Differences are ΔE of CIE 1976 (L*a*b*, D65): about 2 is just noticed, 10 is seen at a glance.
"""

import tomllib
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from charts.coverage_matrix import LEVEL_COLOURS
from charts.map_colours import DIVERGING, NO_VALUE, SEQUENTIAL
from charts.reference_lines import REFERENCES
from charts.theme import ACCENT, BLUE, CHOSEN_GROUND, DOWN, MUTED, OTHERS, QUIET, TEXT, series_styles

Colour = tuple[float, float, float]

REPOSITORY = Path(__file__).parents[2]
THEME = tomllib.loads((REPOSITORY / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
CAPTIONS = "#5b6b7c"

SEEN_BY = {
    "all cones": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900),
    ),
}  # fmt: skip
# Linear RGB (sRGB primaries) to XYZ, and the white of D65.
TO_XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
WHITE = (0.95047, 1.0, 1.08883)


def linear(colour: str) -> Colour:
    """The linear RGB of "#rrggbb", 0 to 1."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return red, green, blue


def through(matrix: tuple[Colour, Colour, Colour], colour: Colour) -> Colour:
    """A colour after a matrix."""
    first, second, third = (sum(weight * part for weight, part in zip(row, colour, strict=True)) for row in matrix)
    return first, second, third


def lab(colour: str, seen_by: str) -> Colour:
    """The L*a*b* of a colour as one kind of colour vision sees it."""
    seen = through(SEEN_BY[seen_by], linear(colour))
    red, green, blue = (min(max(part, 0.0), 1.0) for part in seen)
    xyz = through(TO_XYZ, (red, green, blue))
    relative = [part / white for part, white in zip(xyz, WHITE, strict=True)]
    x, y, z = (part ** (1 / 3) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116 for part in relative)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def difference(one: str, other: str, seen_by: str) -> float:
    """ΔE between two colours."""
    pairs = zip(lab(one, seen_by), lab(other, seen_by), strict=True)
    return sum((a - b) ** 2 for a, b in pairs) ** 0.5


def contrast(letters: str, ground: str) -> float:
    """The contrast ratio of WCAG."""
    darker, lighter = sorted(
        0.2126 * red + 0.7152 * green + 0.0722 * blue for red, green, blue in map(linear, (letters, ground))
    )
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measures_agree_with_known_values() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.005)
    assert lab("#ff0000", "all cones") == pytest.approx((53.24, 80.09, 67.20), abs=0.05)
    # Red and green of one lightness: far apart for all cones, hard to tell apart without those for green.
    assert difference("#b05030", "#6b7f10", "all cones") > 4 * difference("#b05030", "#6b7f10", "deuteranopia")


@pytest.mark.parametrize("seen_by", SEEN_BY)
@pytest.mark.parametrize("classes", [*SEQUENTIAL.values(), DIVERGING], ids=len)
def test_neighbouring_classes_stay_apart(classes: tuple[str, ...], seen_by: str) -> None:
    assert all(difference(one, other, seen_by) >= 12 for one, other in pairwise(classes))


@pytest.mark.parametrize("seen_by", SEEN_BY)
def test_both_ends_of_a_change_stay_apart(seen_by: str) -> None:
    worst, bad, _, good, best = DIVERGING
    assert difference(worst, best, seen_by) >= 40
    assert difference(bad, good, seen_by) >= 25


@pytest.mark.parametrize("seen_by", SEEN_BY)
def test_order_of_the_classes_is_one_of_lightness(seen_by: str) -> None:
    for classes in SEQUENTIAL.values():
        lightness = [lab(colour, seen_by)[0] for colour in (NO_VALUE, *classes)]
        assert lightness == sorted(lightness, reverse=True)


@pytest.mark.parametrize("seen_by", SEEN_BY)
def test_levels_of_coverage_stay_apart(seen_by: str) -> None:
    shown = [LEVEL_COLOURS[level] for level in ("whole", "most", "part", "none")]
    assert all(difference(one, other, seen_by) >= 8 for one, other in pairwise(shown))


@pytest.mark.parametrize("seen_by", SEEN_BY)
def test_chosen_province_stands_out_and_rising_from_falling(seen_by: str) -> None:
    for one, other in ((ACCENT, BLUE), (ACCENT, OTHERS), (BLUE, OTHERS), (BLUE, DOWN), (ACCENT, MUTED)):
        assert difference(one, other, seen_by) >= 20, (one, other)


@pytest.mark.parametrize("seen_by", SEEN_BY)
def test_chosen_series_differ_by_colour_or_by_point_and_dashes(seen_by: str) -> None:
    styles = list(series_styles([f"63-{code:02}" for code in range(8)]).values())
    for one, other in combinations(styles, 2):
        apart = difference(one.colour, other.colour, seen_by) >= 12
        assert apart or (one.shape != other.shape and one.dash != other.dash)
    first, second, third, *_ = styles
    for one, other in combinations((first, second, third), 2):
        assert difference(one.colour, other.colour, seen_by) >= 20


@pytest.mark.parametrize("ground", ["#ffffff", THEME["secondaryBackgroundColor"], CHOSEN_GROUND])
@pytest.mark.parametrize("letters", [TEXT, MUTED, BLUE, THEME["textColor"], THEME["linkColor"], THEME["primaryColor"]])
def test_letters_stand_out_from_their_ground(letters: str, ground: str) -> None:
    assert contrast(letters, ground) >= 4.5


BESIDE_LINES = [
    ACCENT,
    DOWN,
    *(look.colour for look in REFERENCES.values()),
    *(style.colour for style in series_styles([*"abcdefgh"]).values()),
]


@pytest.mark.parametrize("letters", BESIDE_LINES)
def test_letters_beside_a_line_stand_out_from_white(letters: str) -> None:
    assert contrast(letters, "#ffffff") >= 4.5


@pytest.mark.parametrize("mark", [QUIET, *DIVERGING[::4]])
def test_marks_stand_out_from_white(mark: str) -> None:
    assert contrast(mark, "#ffffff") >= 3


def test_captions_have_the_grey_of_the_axes() -> None:
    assert MUTED == CAPTIONS
    assert f"color: {CAPTIONS}" in (REPOSITORY / "ui" / "readable.css").read_text(encoding="utf-8")
