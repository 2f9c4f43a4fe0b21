"""The parameters of the page of own results: numbers and kinds only, since an address may be written down on its way.

Without a file they keep what the address says, so that it means the same again when the file is there.
"""

from indicators.catalogue import OVERALL, EditionKey
from indicators.release import Release
from own.unit_kinds import UNIT_KINDS, UnitKind, system_of_kind
from ui import address
from ui.address import Parameter, Values
from ui.own_answers import components_held, first_units, years_of

AT_MOST = 5
KIND_TEXTS: dict[UnitKind, str] = {"DEPARTMENT": "so-nganh", "DISTRICT": "cap-huyen", "COMMUNE": "cap-xa"}

_OWN = "own results: "


def own_parameters(release: Release | None) -> tuple[Parameter, ...]:
    """List the parameters: kind of unit, component, year, earlier year, units in colour; remembered for this page."""
    if release is None:
        names = (address.UNIT_KIND, address.COMPONENT, address.YEAR, address.EARLIER_YEAR)
        kept = [Parameter(name, None, lambda _: "", remembered_as=_OWN + name) for name in names]
        units = Parameter(
            address.OWN_UNITS,
            None,
            lambda _: (),
            AT_MOST,
            accepts=lambda _, text: len(text) <= len("commune_before-00000"),
        )
        return (*kept, units)
    held = release

    def years(values: Values) -> tuple[str, ...]:
        return tuple(str(year) for year in years_of(held, kind_of(values), values.one(address.COMPONENT)))

    def earlier(values: Values) -> tuple[str, ...]:
        chosen = chosen_key(values)
        return tuple(
            year
            for year in years(values)
            if int(year) < chosen.year and system_of_kind(kind_of(values), int(year)) == chosen.system
        )

    kinds = tuple(KIND_TEXTS[kind] for kind in UNIT_KINDS if kind in {index.id for index in held.catalogue.indices})
    return (
        Parameter(address.UNIT_KIND, lambda _: kinds, lambda _: kinds[0], remembered_as=_OWN + address.UNIT_KIND),
        Parameter(
            address.COMPONENT,
            lambda values: components_held(held, kind_of(values)),
            lambda _: OVERALL,
            remembered_as=_OWN + address.COMPONENT,
        ),
        Parameter(
            address.YEAR, years, lambda values: years(values)[:1], is_year=True, remembered_as=_OWN + address.YEAR
        ),
        Parameter(
            address.EARLIER_YEAR,
            earlier,
            lambda values: earlier(values)[:1],
            is_year=True,
            remembered_as=_OWN + address.EARLIER_YEAR,
        ),
        Parameter(
            address.OWN_UNITS,
            lambda values: tuple(held.provinces.units(chosen_key(values).system)),
            lambda values: first_units(held, chosen_key(values), values.one(address.COMPONENT)),
            AT_MOST,
        ),
    )


def kind_of(values: Values) -> UnitKind:
    """Return the chosen kind of unit."""
    return next(kind for kind, text in KIND_TEXTS.items() if text == values.one(address.UNIT_KIND))


def own_file_name(values: Values, key: EditionKey, unit: str = "") -> str:
    """Name files by kind, number and year and never by a name: "ket-qua-noi-tinh-cap-huyen-district-3-2024"."""
    return "-".join(["ket-qua-noi-tinh", KIND_TEXTS[kind_of(values)], *([unit] if unit else []), str(key.year)])


def chosen_key(values: Values) -> EditionKey:
    """Return the chosen edition; raises ValueError for a year that has none."""
    kind, year = kind_of(values), values.number(address.YEAR)
    system = system_of_kind(kind, year)
    if system is None:
        message = f"There is no {kind} in {year}."
        raise ValueError(message)
    return EditionKey(kind, year, system)
