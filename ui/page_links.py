"""Links from one page to another that hold the whole address of the view they open, and the site they stand on."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

import streamlit as st


def link_to_page(
    url_path: str, label: str, address: Mapping[str, str | Sequence[str]], *, icon: str | None = None
) -> None:
    """Draw a link to the page at a place of the address ("xu-huong"), with the parameters that it is to open with."""
    # Streamlit tells pages apart by their place alone: this one stands for the one that the frame has registered.
    page = st.Page(_nothing, title=url_path, url_path=url_path)
    st.page_link(page, label=label, query_params=dict(address), icon=icon)


def _nothing() -> None:
    """Stand for a page that another run draws."""


def site_address(page_address: str) -> str:
    """Return the address that the pages stand below: that of a page without its last part, query and end slash."""
    parts = urlsplit(page_address)
    path = parts.path.rpartition("/")[0]
    return f"{parts.scheme}://{parts.netloc}{path}" if parts.netloc else path
