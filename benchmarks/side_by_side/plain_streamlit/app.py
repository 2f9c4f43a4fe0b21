# pyright: basic
"""The map and the table of an index as someone writes them who has just met Streamlit, pandas and GeoPandas."""

import json

import altair as alt
import geopandas as gpd
import pandas as pd
import streamlit as st

st.set_page_config(layout="wide")
st.title("Provincial indices of Viet Nam")

figures = pd.read_csv("figures.csv", dtype={"code": str})
provinces = gpd.read_file("provinces.geojson")

chosen = st.segmented_control("Index", ["PCI", "PAPI"], default="PAPI", key="index")
rows = figures[(figures["index"] == chosen) & (figures["year"] == 2024) & (figures["component"] == "overall")]

shapes = provinces.merge(rows[["code", "score"]], on="code", how="left")
# alt.Chart(shapes) gives a blank map without an error: Streamlit sends the frame as Arrow, which has no shapes.
data = alt.Data(values=json.loads(shapes.to_json())["features"])
score = alt.Color("properties.score:Q", scale=alt.Scale(scheme="blues"), title="score")
chart = (
    alt.Chart(data)
    .mark_geoshape(stroke="white")
    .encode(color=score, tooltip=["properties.name:N", "properties.score:Q"])
    .project("mercator")
    .properties(height=600)
)
st.altair_chart(chart, width="stretch")

table = rows[["name", "score", "rank"]].sort_values("score", ascending=False)
st.dataframe(table, hide_index=True, width="stretch")
