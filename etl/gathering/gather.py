"""Gathers many files side by side: one failing does not stop the others, and each ends as one line of the summary."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import asdict, dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from etl.gathering.download import Downloaded, Errand, Progress, download
from etl.gathering.faults import GatherError, Reason
from etl.gathering.manners import Manners, Turns
from etl.gathering.origin_record import held_record
from etl.gathering.partial_file import PartialFile
from etl.gathering.wanted_file import WantedFile
from etl.problems import DataError

LOCK = "gather.lock"
FAILED = "failed"

ProgressOf = Callable[[WantedFile], Progress]
"""Called when the download of a file begins; gives what is told of its bytes."""


@dataclass(frozen=True)
class Outcome:
    """What became of one wanted file.

    `state`: new, changed, unchanged, failed; in a dry run held, partial, missing. `reason`: a code of
    `faults.Reason`, empty where nothing failed. `message`: what a person must know, empty where there is nothing.
    """

    index: str
    year: int
    address: str
    file: str
    state: str
    reason: str = ""
    message: str = ""
    size: int = 0
    sha256: str = ""

    @property
    def is_failed(self) -> bool:
        """Whether the file could not be gathered."""
        return self.state == FAILED

    def as_record(self) -> dict[str, object]:
        """The outcome as plain JSON values."""
        return asdict(self)


def gather(wanted: Sequence[WantedFile], raw_folder: Path, manners: Manners, progress_of: ProgressOf) -> list[Outcome]:
    """Gather all files, some at a time, in the order given; never raises for a file that fails.

    Raises DataError where another run gathers into the same folder, OSError where the folder cannot be made. When it
    is interrupted, downloads end at once and the next run goes on where the server allows it.
    """
    raw_folder.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(raw_folder / LOCK, timeout=0):
            return _gather(_once_each(wanted), raw_folder, manners, progress_of)
    except Timeout:
        message = f"Another run gathers into {raw_folder}; wait until it has ended."
        raise DataError(message) from None


def _gather(wanted: Sequence[WantedFile], raw_folder: Path, manners: Manners, progress_of: ProgressOf) -> list[Outcome]:
    turns = Turns(manners.pause)
    pool = ThreadPoolExecutor(max_workers=manners.side_by_side, thread_name_prefix="gather")
    futures: dict[Future[Outcome], int] = {}
    try:
        for position, file in enumerate(_hosts_in_turn(wanted)):
            futures[pool.submit(_one, file, raw_folder, manners, turns, progress_of)] = position
        outcomes = [future.result() for future in as_completed(futures)]
    finally:
        # Nothing is left to stop unless the run was interrupted.
        turns.stop()
        pool.shutdown(wait=True, cancel_futures=True)
    order = {file.place(raw_folder).as_posix(): position for position, file in enumerate(wanted)}
    return sorted(outcomes, key=lambda outcome: order[(raw_folder / outcome.file).as_posix()])


def _one(file: WantedFile, raw_folder: Path, manners: Manners, turns: Turns, progress_of: ProgressOf) -> Outcome:
    place = file.place(raw_folder)
    name = place.relative_to(raw_folder).as_posix()
    try:
        done = download(Errand(file, place, manners, turns, progress_of(file)))
    except GatherError as fault:
        return Outcome(file.index, file.year, file.address, name, FAILED, fault.reason, str(fault))
    except OSError as failure:
        message = f"could not be written ({failure.strerror or failure}); what was held before stays."
        return Outcome(file.index, file.year, file.address, name, FAILED, Reason.DISK, message)
    record = done.record
    message = _moved(done)
    return Outcome(file.index, file.year, file.address, name, done.state, "", message, record.size, record.sha256)


def _moved(done: Downloaded) -> str:
    if done.moved_to is None:
        return ""
    return f"moved for good to {done.moved_to}; declare that address in its place."


def would_gather(wanted: Sequence[WantedFile], raw_folder: Path) -> list[Outcome]:
    """What is held of each file now, without asking any server."""
    outcomes: list[Outcome] = []
    for file in _once_each(wanted):
        place = file.place(raw_folder)
        name = place.relative_to(raw_folder).as_posix()
        record = held_record(place)
        if record is not None:
            message = f"fetched at {record.fetched_at}; asked for again only if it changed."
            outcome = Outcome(
                file.index, file.year, file.address, name, "held", "", message, record.size, record.sha256
            )
        else:
            size = PartialFile(place, file.address).size
            outcome = Outcome(file.index, file.year, file.address, name, "partial" if size else "missing", size=size)
        outcomes.append(outcome)
    return outcomes


def _once_each(wanted: Sequence[WantedFile]) -> list[WantedFile]:
    """Each file once: an address that is declared twice for one edition is asked once."""
    return list({(file.index, file.year, file.address): file for file in wanted}.values())


def _hosts_in_turn(wanted: Sequence[WantedFile]) -> list[WantedFile]:
    """The files so that those of one host do not follow each other: waiting for a host keeps a place in the pool."""
    seen: dict[str, int] = {}
    rounds: list[tuple[int, WantedFile]] = []
    for file in wanted:
        host = file.address.split("/")[2:3]
        key = host[0] if host else ""
        seen[key] = seen.get(key, 0) + 1
        rounds.append((seen[key], file))
    return [file for _, file in sorted(rounds, key=lambda pair: pair[0])]
