"""Says in a sentence what a status other than success means, and whether waiting helps."""

import requests
from urllib3.exceptions import InvalidHeader
from urllib3.util.retry import Retry

from etl.gathering.faults import GatherError, Reason

GONE = frozenset({404, 410})
WANTS_LOGIN = frozenset({401, 407, 511})
BUSY = frozenset({429, 503})
PASSING = frozenset({408, 416, 425, 500, 502, 504})
SUCCESS = frozenset({200, 203, 206})


def refuse_status(response: requests.Response, longest_wait: float) -> None:
    """Raise GatherError where the answer is no success; a Retry-After (seconds or date) goes with it."""
    status = response.status_code
    if status in SUCCESS:
        return
    told = f"{status} {response.reason or ''}".strip()
    if status in GONE:
        raise GatherError(Reason.GONE, f"is gone ({told}); look for the file's new address.")
    if status in WANTS_LOGIN:
        sentence = f"wants a login ({told}); the publisher gives the file to known visitors only: download it by hand."
        raise GatherError(Reason.LOGIN_PAGE, sentence)
    if status in BUSY:
        _refuse_busy(response, told, longest_wait)
    if status in PASSING:
        sentence = f"has a trouble of its own ({told}); try again later."
        raise GatherError(Reason.SERVER_ERROR, sentence, may_pass=True, wait=_retry_after(response))
    sentence = (
        f"is refused by the server ({told}); it may turn programs or foreign addresses away: download it by hand."
    )
    raise GatherError(Reason.REFUSED, sentence)


def _refuse_busy(response: requests.Response, told: str, longest_wait: float) -> None:
    wait = _retry_after(response)
    if wait is not None and wait > longest_wait:
        raise GatherError(Reason.BUSY, f"asks to wait {wait:.0f} seconds ({told}); gather again after that.")
    raise GatherError(Reason.BUSY, f"is busy ({told}); try again later.", may_pass=True, wait=wait)


def _retry_after(response: requests.Response) -> float | None:
    header = response.headers.get("Retry-After")
    if header is None:
        return None
    try:
        return Retry(retry_after_max=10**9).parse_retry_after(header)
    except InvalidHeader:
        return None
