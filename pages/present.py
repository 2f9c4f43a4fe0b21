"""Trình chiếu: a story that builds itself, prepared on a page and shown on a wall."""

from indicators.release import Release
from ui.address import SHOWING, Parameter
from ui.present_parameters import SHOWN, present_parameters
from ui.present_prepare import show_preparation
from ui.present_show import show_slides
from ui.view import View


def parameters(release: Release) -> tuple[Parameter, ...]:
    """List the parameters of this page's address beside language and province."""
    return present_parameters(release)


def show(release: Release, view: View) -> None:
    """Draw the preparation of a presentation, or the slide that is shown."""
    if view.values.one(SHOWING) == SHOWN:
        show_slides(release, view)
    else:
        show_preparation(release, view)
