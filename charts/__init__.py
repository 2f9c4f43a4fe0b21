"""A frame in, a finished Vega-Lite chart out; one theme; nothing here knows Streamlit."""
