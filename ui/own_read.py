"""What was read of a file of own results: its results or why there are none, and the releases made of them."""

import threading
from dataclasses import dataclass, field

from indicators.release import Release
from indicators.targets import Target
from own.folder import FileVersion
from own.problems import Problem, UnreadableFileError
from own.reading import read_own_results
from own.release import release_of
from own.results import OwnResults

# Reading all communes over fifteen years takes some hundred megabytes for a few seconds: one file after the other.
_turn = threading.Lock()


@dataclass(frozen=True)
class OwnFile:
    """What was read of a file; `results` is None for one of which nothing can be used, `refused` says why then.

    `releases`: made of the results, by language. `targets`: what was entered for its units on the page. `version`: the
    file of the office that this is, None for one that the visitor brought.
    """

    results: OwnResults | None
    refused: Problem | None = None
    releases: dict[str, Release] = field(default_factory=dict[str, Release])
    targets: list[Target] = field(default_factory=list[Target])
    version: FileVersion | None = None

    def release(self, language_code: str) -> Release | None:
        """Return the release of the results in a language; None where no unit of the file can be used."""
        if self.results is None or not self.results.measured:
            return None
        if language_code not in self.releases:
            self.releases[language_code] = release_of(self.results, language_code)
        return self.releases[language_code]


def read_file(name: str, content: bytes) -> OwnFile:
    """Read a file, one at a time in a process; nothing of it is kept but what the answer holds."""
    with _turn:
        try:
            return OwnFile(read_own_results(name, content))
        except UnreadableFileError as error:
            return OwnFile(None, error.problem)
