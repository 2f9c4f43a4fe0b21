"""Parts of a page that hold no filter and no button, drawn once and repeated for all who ask for the same.

On the day of publishing everyone opens the same few pages. Streamlit keeps the elements that a part consists of beside
what its function answers (`st.cache_resource`), and sends them again without running it. A part may look only at its
arguments: never at the session, at the clock or at what a visitor brought.
"""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar, cast

import streamlit as st

from indicators.catalogue import EditionKey, Index
from indicators.release import Release
from own.release_tables import SOURCE
from ui.view import View

PARTS_KEPT = 512

Arguments = ParamSpec("Arguments")
Answer = TypeVar("Answer")


def drawn_once(draw: Callable[Arguments, Answer]) -> Callable[Arguments, Answer]:
    """Keep what a function draws and answers, for each release and the address values of the view that it is given.

    A frame or a list among the arguments is not looked into for what it holds: give keys of units and editions.
    Raises ValueError for own results, which belong to one session.
    """
    keep = st.cache_resource(
        show_spinner=False,
        max_entries=PARTS_KEPT,
        hash_funcs={Release: _version, View: _asked, Index: _index, EditionKey: str},
    )
    kept = cast("Callable[Arguments, Answer]", keep(draw))

    @wraps(draw)
    def drawn(*arguments: Arguments.args, **named: Arguments.kwargs) -> Answer:
        # Asked here and not while a key is made: Streamlit's message of a failed key quotes the whole release.
        if any(isinstance(one, Release) and one.version == SOURCE for one in (*arguments, *named.values())):
            raise ValueError("own results belong to one session and are not kept for others")
        return kept(*arguments, **named)

    return drawn


def _version(release: Release) -> str:
    return release.version


def _asked(view: View) -> str:
    return repr((view.language.code, sorted(view.values.items())))


def _index(index: Index) -> str:
    return index.id
