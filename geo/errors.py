"""The one error of this room."""


class BoundaryError(Exception):
    """A boundary file or table that cannot be used; its text says what is wrong, where, and what to do."""
