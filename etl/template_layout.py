"""How a template workbook is laid out: what its writer puts where its reader looks."""

from collections.abc import Mapping

MARKER_SHEET = "_template"
HELD_SHEET = "_held"
SOURCE_SHEET = "Nguồn"
INSTRUCTIONS_SHEET = "Hướng dẫn"
FORMAT = "provincial-index-template-1"

# Sheets of figures, one a unit system; rows and columns are counted from 1, as a spreadsheet shows them.
FIGURE_SHEETS: Mapping[str, str] = {"63": "63 tỉnh, thành phố", "34": "34 tỉnh, thành phố"}
NAME_ROW = 1
COMPONENT_ROW = 2
FIELD_ROW = 3
FIRST_PROVINCE_ROW = 4
CODE_COLUMN = 1
FIRST_FIGURE_COLUMN = 3

# The words in the row of fields, by the column of the tidy table that they stand for.
FIELD_WORDS: Mapping[str, str] = {"score": "Điểm", "rank": "Hạng", "group": "Nhóm"}

FIRST_SOURCE_ROW = 2
SOURCE_VALUE_COLUMN = 3
# The columns of sources.csv that a keeper fills in, in the order of their rows.
SOURCE_FIELDS = (
    "source_id", "title", "publisher", "address", "published_on", "publisher_of_figures", "obtained_from_kind",
)  # fmt: skip
