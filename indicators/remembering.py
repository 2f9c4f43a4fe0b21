"""Remembers what was answered of a release for as long as the release lives."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, cast
from weakref import WeakKeyDictionary

import pandas as pd

from indicators.release import Release

_Parameters = ParamSpec("_Parameters")
_Answer = TypeVar("_Answer")


def once_a_release(
    question: Callable[Concatenate[Release, _Parameters], _Answer],
) -> Callable[Concatenate[Release, _Parameters], _Answer]:
    """Let a pure question of a release be worked out once for the same arguments, which must be hashable.

    A frame is handed out as a shallow copy: pandas copies on write, so that nobody can change what is remembered. The
    answers go with the release: a new one starts without any.
    """
    answers: WeakKeyDictionary[Release, dict[Any, Any]] = WeakKeyDictionary()

    @wraps(question)
    def answer(release: Release, *args: _Parameters.args, **kwargs: _Parameters.kwargs) -> _Answer:
        of_release = answers.setdefault(release, {})
        asked = (args, tuple(sorted(kwargs.items())))
        if asked not in of_release:
            of_release[asked] = question(release, *args, **kwargs)
        found = of_release[asked]
        return cast("_Answer", found.copy(deep=False) if isinstance(found, pd.DataFrame | pd.Series) else found)

    return answer
