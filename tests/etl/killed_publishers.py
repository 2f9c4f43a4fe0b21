"""Publishes over and over, each time in a process of its own that ends itself by SIGKILL one step later.

`python killed_publishers.py DATA RELEASE OUT`: for step 0, 1, 2 … RELEASE is copied to OUT/<step> and published to; the
process dies just before its step-th call that changes the disk. Ends with the first publish that comes through:
its folder is the last one.
"""

import itertools
import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from etl.publishing import publish

CALLS = ("fsync", "replace", "rename", "mkdir", "rmdir", "unlink")


def die_before(step: int) -> None:
    """Make the step-th call from now on that changes the disk the last thing that this process comes to."""
    steps = itertools.count()

    def fused(original: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            if next(steps) == step:
                os.kill(os.getpid(), signal.SIGKILL)
            return original(*arguments, **options)

        return call

    for name in CALLS:
        setattr(os, name, fused(getattr(os, name)))


def main(data: Path, release: Path, out: Path) -> None:
    """Run the publishers one after the other; the parent does nothing but start them and wait."""
    for step in itertools.count():
        folder = out / f"{step:03}"
        shutil.copytree(release, folder)
        child = os.fork()
        if child == 0:
            die_before(step)
            publish(data, folder)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if os.WIFEXITED(status):
            sys.exit(os.WEXITSTATUS(status))


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:]))
