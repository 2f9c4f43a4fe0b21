# pyright: basic, reportMissingImports=false
"""The map and the table of an index as someone writes them who has just met Plotly Dash: `python app.py <port>`."""

import json
import sys
from pathlib import Path

import pandas as pd
import plotly.express as px
from dash import Dash, Input, Output, dash_table, dcc, html

figures = pd.read_csv("figures.csv", dtype={"code": str})
provinces = json.loads(Path("provinces.geojson").read_text(encoding="utf-8"))

app = Dash(__name__)
app.layout = html.Div([
    html.H1("Provincial indices of Viet Nam"),
    dcc.RadioItems(["PCI", "PAPI"], "PAPI", id="index", inline=True),
    dcc.Graph(id="map", style={"height": 600}),
    dash_table.DataTable(id="table", page_size=20),
])  # fmt: skip


@app.callback(Output("map", "figure"), Output("table", "data"), Input("index", "value"))
def show(chosen: str) -> tuple[object, list[dict]]:
    """Draw the map and fill the table of an index."""
    rows = figures[(figures["index"] == chosen) & (figures["year"] == 2024) & (figures["component"] == "overall")]
    figure = px.choropleth(
        rows, geojson=provinces, locations="code", featureidkey="properties.code", color="score", hover_name="name",
        color_continuous_scale="Blues",
    )  # fmt: skip
    figure.update_geos(fitbounds="locations", visible=False)
    table = rows[["name", "score", "rank"]].sort_values("score", ascending=False)
    return figure, table.to_dict("records")


if __name__ == "__main__":
    app.run(port=int(sys.argv[1]))
