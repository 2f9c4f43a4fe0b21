"""The data dictionary says what every column means, and the page in docs/ is of the columns as they are."""

from pathlib import Path

from etl.columns import OBSERVATIONS, TABLES
from etl.data_folder import load_data_folder
from etl.dictionary import ANY_TABLE, DOCUMENT, document, meanings
from etl.origins import ORIGINS, origins
from etl.release_tables import release_tables
from indicators.release import Release

REPOSITORY = Path(__file__).parent.parent.parent


def test_every_column_of_a_release_has_its_meaning_in_both_languages(release: Release) -> None:
    table = release.data_dictionary
    without = table[table["meaning_vi"].eq("") | table["meaning_en"].eq("")]
    assert without[["table", "column"]].to_numpy().tolist() == []
    row = table[table["table"].eq("observations") & table["column"].eq("rank")].iloc[0]
    assert (row["type"], row["meaning_en"]) == ("whole number", "Rank as published; empty means none.")
    measured_in = table[table["table"].eq("context") & table["column"].eq("unit")].iloc[0]
    assert measured_in["meaning_en"].startswith("Unit: unit system and province code")


def test_every_column_of_data_has_its_meaning_and_none_is_left_over(release: Release) -> None:
    columns = {(table.name, column) for table in (OBSERVATIONS, *TABLES) for column in table.columns}
    columns |= {(str(row.table), str(row.column)) for row in release.data_dictionary.itertuples()}
    said = {(table.removeprefix("data/"), column) for table, column in meanings()}
    assert {(t, c) for t, c in columns if not {(t, c), (ANY_TABLE, c)} & said} == set()
    assert {(t, c) for t, c in said if t != ANY_TABLE and (t, c) not in columns} == set()
    assert {c for t, c in said if t == ANY_TABLE} <= {c for _, c in columns}


def test_the_page_in_docs_is_of_the_columns_as_they_are() -> None:
    tables = release_tables(load_data_folder(REPOSITORY / "data"), ())
    tables[ORIGINS] = origins(None)
    assert DOCUMENT.read_text("utf-8") == document(tables), "run `python -m etl.dictionary`"
