"""Why an address gave no file: one closed vocabulary, each fault with a sentence that says what to do."""

from enum import StrEnum


class Reason(StrEnum):
    """The closed list of faults."""

    NO_WEB_ADDRESS = "no_web_address"
    UNREACHABLE = "unreachable"
    CERTIFICATE = "certificate"
    TOO_SLOW = "too_slow"
    INTERRUPTED = "interrupted"
    BUSY = "busy"
    SERVER_ERROR = "server_error"
    GONE = "gone"
    REFUSED = "refused"
    REDIRECT_LOOP = "redirect_loop"
    LOGIN_PAGE = "login_page"
    ERROR_PAGE = "error_page"
    WRONG_CONTENT_TYPE = "wrong_content_type"
    WRONG_FORMAT = "wrong_format"
    CUT_SHORT = "cut_short"
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    DISK = "disk"


class GatherError(Exception):
    """One file could not be gathered; the text is a sentence for a person.

    `may_pass`: whether asking again soon can help. `wait`: the seconds that the server asks to wait, where it says so.
    """

    def __init__(self, reason: Reason, sentence: str, *, may_pass: bool = False, wait: float | None = None) -> None:
        super().__init__(sentence)
        self.reason = reason
        self.may_pass = may_pass
        self.wait = wait
