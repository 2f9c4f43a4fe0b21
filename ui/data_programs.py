"""The addresses under which other programs read the release, with an example in Python and one for Excel."""

import pandas as pd
import streamlit as st

from indicators.release_versions import KeptVersion
from ui.page_links import site_address
from ui.release_files import ADDRESS, ALL_AS_CSV, ALL_AS_PARQUET, CATALOGUE_FILE, VERSIONS_ADDRESS
from ui.view import View

_PYTHON = """import pandas as pd

figures = pd.read_csv("{base}/observations.csv", dtype={{"unit_system": str}})
provinces = pd.read_csv("{base}/provinces_63.csv", dtype=str)
provinces["unit"] = "63-" + provinces["code"]
pci = figures[(figures["index"] == "PCI") & (figures["year"] == 2022) & (figures["component"] == "overall")]
print(pci.merge(provinces, on="unit")[["name_vi", "score", "rank"]].sort_values("rank"))
"""
_POWER_QUERY = """let
    Source = Csv.Document(Web.Contents("{base}/observations.csv"), [Delimiter = ",", Encoding = 65001]),
    Headings = Table.PromoteHeaders(Source, [PromoteAllScalars = true]),
    Typed = Table.TransformColumnTypes(Headings,
        {{{{"year", Int64.Type}}, {{"score", type number}}, {{"rank", Int64.Type}}}}, "en-US")
in
    Typed
"""


def show_addresses(view: View, version: KeptVersion) -> None:
    """Draw the addresses of the version that is shown, and how a program reads them."""
    text = view.language.text
    base = f"{site_address(st.context.url or '')}/{ADDRESS}"
    st.markdown(
        text(
            "These addresses are always of the current release and stay the same. They are for reading, from any site, "
            "with an `ETag`; a version that must not change has an address of its own while it is kept."
        )
    )
    rows = {
        f"{base}/{CATALOGUE_FILE}": text("list of tables, columns, files and versions"),
        f"{base}/observations.csv": text("all figures; the other tables likewise, by their names"),
        f"{base}/observations.parquet": text("the same as Parquet, with types"),
        f"{base}/{ALL_AS_CSV}": text("all tables, for Excel"),
        f"{base}/{ALL_AS_PARQUET}": text("all tables, with types"),
        f"{base}/{VERSIONS_ADDRESS}/{version.version}/observations.csv": text("one version"),
    }
    st.table(
        pd.DataFrame(
            {
                text("Address"): [f"[/{ADDRESS}{address.removeprefix(base)}]({address})" for address in rows],
                text("Holds"): list(rows.values()),
            }
        ).set_index(text("Address"))
    )
    with st.expander("Python (pandas)", icon=":material/code:"):
        st.code(_PYTHON.format(base=base), language="python")
    with st.expander(text("Excel: Data → From Web, or a blank query in Power Query"), icon=":material/table_chart:"):
        st.markdown(
            text("In the advanced editor of Power Query (Data → Get Data → Launch Power Query Editor → New Source):")
        )
        st.code(_POWER_QUERY.format(base=base), language="powerquery")
