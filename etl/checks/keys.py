"""Whether the ids in the published figures are known: edition, component, province, note code, source, group."""

from collections.abc import Callable, Iterator

import pandas as pd

from etl.catalogue_files import as_mappings
from etl.checks.evidence import EDITION, Evidence, place
from etl.problems import PUBLISHED_FILE, Code, Problem, error
from etl.text_tables import FILE_COLUMN


def editions(evidence: Evidence) -> Iterator[Problem]:
    """Each file holds its own edition, and each edition in it has a row in editions.csv."""
    rows = evidence.figures.drop_duplicates([FILE_COLUMN, *EDITION])
    listed = set(evidence.editions[EDITION].itertuples(index=False, name=None))
    for _, row in rows.iterrows():
        index, year, system = str(row["index"]), int(row["year"]), str(row["unit_system"])
        file, line = place(row)
        match = PUBLISHED_FILE.match(file)
        if match and (match["index"].upper(), int(match["year"])) != (index, year):
            yield error(Code.ROW_IN_WRONG_FILE, file, f"the row is of {index} {year}; move it to its own file.", line)
        elif index not in evidence.indices:
            message = f"'{index}' has no catalogue/{index.lower()}.yaml; add one or correct the id."
            yield error(Code.UNKNOWN_INDEX, file, message, line, "index")
        elif (index, year, system) not in listed:
            message = f"{index} {year} ({system} units) has no row in catalogue/editions.csv; add it there."
            yield error(Code.EDITION_NOT_LISTED, file, message, line)


def components(evidence: Evidence) -> Iterator[Problem]:
    """Each component exists in the catalogue in that year."""
    lists = evidence.lists
    unknown = lists.index[lists["role"].isna() & lists["index"].isin(list(evidence.indices))]
    for _, row in evidence.figures[evidence.figures["list_number"].isin(unknown)].iterrows():
        message = (
            f"'{row['component']}' is no component of {row['index']} in {row['year']}; "
            f"correct the id or add its period to catalogue/{str(row['index']).lower()}.yaml."
        )
        yield error(Code.UNKNOWN_COMPONENT, *_where(row, message), "component")


def provinces(evidence: Evidence) -> Iterator[Problem]:
    """Each province code exists in its unit system."""
    figures = evidence.figures
    for system in ("63", "34"):
        known = evidence.data.tables[f"provinces_{system}"]["code"]
        other = "34" if system == "63" else "63"
        other_codes = set(evidence.data.tables[f"provinces_{other}"]["code"])
        unknown = figures[figures["unit_system"].eq(system) & ~figures["province_code"].isin(known)]
        for _, row in unknown.iterrows():
            advice = f"; see provinces/provinces_{system}.csv."
            if row["province_code"] in other_codes:
                advice = f" but of the {other}; the units of the two systems are never mixed, correct the unit system."
            message = f"'{row['province_code']}' is no province of the {system}{advice}"
            yield error(Code.UNKNOWN_PROVINCE, *_where(row, message), "province_code")


def note_codes(evidence: Evidence) -> Iterator[Problem]:
    """Each note code stands in the closed list."""
    known = set(evidence.data.tables["note_codes"]["code"])
    for row, unknown in unknown_in_lists(evidence.figures, "note_codes", lambda _, code: code in known):
        message = f"'{unknown}' is not in catalogue/note_codes.csv; correct it or add it there in both languages."
        yield error(Code.UNKNOWN_NOTE_CODE, *_where(row, message), "note_codes")


def sources(evidence: Evidence) -> Iterator[Problem]:
    """Each source id stands in sources.csv, under its own index or the one that it names before a colon."""
    known = known_sources(evidence)
    for row, unknown in unknown_in_lists(evidence.figures, "source_id", lambda i, s: source_key(i, s) in known):
        message = f"'{unknown}' is not among the sources of {row['index']} in sources.csv; correct it or add it there."
        yield error(Code.UNKNOWN_SOURCE, *_where(row, message), "source_id")


def groups(evidence: Evidence) -> Iterator[Problem]:
    """Each group is one of its index, and says whether it was published or computed."""
    figures = evidence.figures
    known_of = {
        index: [str(group.get("id")) for group in as_mappings(file.document.get("groups"))]
        for index, file in evidence.indices.items()
    }
    used = figures.loc[figures["group"].ne(""), ["index", "group"]].drop_duplicates()
    for index, group in zip(used["index"], used["group"], strict=True):
        known = known_of.get(index)
        if known is None or group in known:
            continue
        for _, row in figures[figures["index"].eq(index) & figures["group"].eq(group)].iterrows():
            message = f"'{row['group']}' is no group of {index}; its groups are: {', '.join(known) or 'none'}."
            yield error(Code.UNKNOWN_GROUP, *_where(row, message), "group")
    for _, row in figures[figures["group"].ne("") != figures["group_kind"].ne("")].iterrows():
        message = "group and group_kind go together: fill both or empty both."
        yield error(Code.KIND_MISSING, *_where(row, message), "group_kind")


def known_sources(evidence: Evidence) -> set[tuple[str, str]]:
    """The keys (index or context, source id) of sources.csv."""
    rows = evidence.data.tables["sources"]
    return set(zip(rows["index"], rows["source_id"], strict=True))


def source_key(index: str, source: str) -> tuple[str, str]:
    """The key of a source as a row of `index` names it: `S01`, or `sipas:vnplus2024` for one of another folder."""
    folder, colon, name = source.partition(":")
    if not colon:
        return index, source
    return ("context" if folder == "context" else folder.upper()), name


def unknown_in_lists(
    figures: pd.DataFrame, column: str, is_known: Callable[[str, str], bool]
) -> Iterator[tuple[pd.Series, str]]:
    """Each row whose list (ids joined by ;) holds an id that is not known to its index, with that id."""
    # Distinct texts are few; only the rows of the wrong ones are looked at one by one.
    distinct = figures[["index", column]].drop_duplicates()
    distinct = distinct[distinct[column].ne("")]
    for index, text in distinct.itertuples(index=False, name=None):
        unknown = [part for part in str(text).split(";") if not is_known(index, part)]
        if unknown:
            for _, row in figures[figures["index"].eq(index) & figures[column].eq(text)].iterrows():
                for part in unknown:
                    yield row, part


def _where(row: pd.Series, message: str) -> tuple[str, str, int]:
    file, line = place(row)
    return file, message, line
