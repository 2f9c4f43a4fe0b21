"""Asks one address, politely, and follows where it leads; every fault of the network becomes a sentence."""

from collections.abc import Generator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import requests
import urllib3.exceptions

from etl.gathering.deadline import Deadline, WatchedAdapter
from etl.gathering.faults import GatherError, Reason
from etl.gathering.manners import Manners, Turns

MOST_REDIRECTS = 10
MOVED_FOR_GOOD = frozenset({301, 308})


@dataclass(frozen=True)
class Answer:
    """An answer whose body is still to be read, until its deadline.

    `address` gave it; `moved_to` is where the file now is, if it moved for good.
    """

    response: requests.Response
    address: str
    moved_to: str | None
    deadline: Deadline


def new_session(manners: Manners) -> requests.Session:
    """A session that says who asks; proxies and the CA bundle come from the environment, certificates are checked."""
    session = requests.Session()
    # Ranges and hashes are of the file itself, so it must not be packed on the way.
    session.headers.update({"User-Agent": manners.user_agent, "Accept": "*/*", "Accept-Encoding": "identity"})
    return session


@contextmanager
def answered(
    session: requests.Session, address: str, headers: dict[str, str], manners: Manners, turns: Turns
) -> Generator[Answer]:
    """The answer at the end of all redirects; each request has its host to itself until the block ends.

    Raises GatherError for what the network or the server did wrong, also while the body is read inside the block.
    """
    adapter = WatchedAdapter()
    session.mount("http://", adapter)
    session.mount("https://", adapter)
    now_at, moved_to, only_for_good = address, None, True
    for _ in range(MOST_REDIRECTS + 1):
        with turns.turn(host_of(now_at)):
            deadline = Deadline(manners.total_timeout)
            with deadline.held(adapter), network_faults_told(now_at, manners):
                response = _ask(session, now_at, headers, manners)
                with closing(response):
                    target = session.get_redirect_target(response)
                    if target is None:
                        yield Answer(response, now_at, moved_to, deadline)
                        return
                    only_for_good = only_for_good and response.status_code in MOVED_FOR_GOOD
        now_at = _next_address(now_at, target)
        if only_for_good:
            moved_to = now_at
    sentence = f"leads from one address to the next without end (last {now_at}); find the file's address by hand."
    raise GatherError(Reason.REDIRECT_LOOP, sentence)


def _ask(session: requests.Session, address: str, headers: dict[str, str], manners: Manners) -> requests.Response:
    timeout = (manners.connect_timeout, manners.read_timeout)
    return session.get(address, headers=headers, stream=True, timeout=timeout, allow_redirects=False)


def host_of(address: str) -> str:
    """The host that an address asks, in lower case; raises GatherError where it is no web address."""
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        parts, host = None, None
    if parts is None or parts.scheme not in {"http", "https"} or not host:
        sentence = f"'{address}' is no web address; it must begin with https:// or http://."
        raise GatherError(Reason.NO_WEB_ADDRESS, sentence)
    return host.lower()


def _next_address(address: str, target: str) -> str:
    try:
        following = urljoin(address, target)
    except ValueError:
        raise GatherError(Reason.NO_WEB_ADDRESS, f"leads to '{target}', which is no web address.") from None
    if urlsplit(address).scheme == "https" and urlsplit(following).scheme == "http":
        sentence = (
            f"leads from a secured to an unsecured address, {following}; look at it and declare it if it is right."
        )
        raise GatherError(Reason.REFUSED, sentence)
    return following


@contextmanager
def network_faults_told(address: str, manners: Manners) -> Generator[None]:
    """Turn what requests and urllib3 raise into a GatherError with a sentence."""
    host = urlsplit(address).netloc
    try:
        yield
    except requests.exceptions.SSLError as failure:
        sentence = (
            f"{host} has no valid certificate ({_cause(failure)}). If a proxy of yours signs its own, name its "
            "certificates in REQUESTS_CA_BUNDLE; else do not trust the file."
        )
        raise GatherError(Reason.CERTIFICATE, sentence) from failure
    except (
        requests.exceptions.InvalidURL,
        requests.exceptions.InvalidSchema,
        requests.exceptions.MissingSchema,
    ) as failure:
        raise GatherError(Reason.NO_WEB_ADDRESS, f"'{address}' is no web address: {failure}.") from failure
    except (requests.exceptions.Timeout, urllib3.exceptions.TimeoutError) as failure:
        waited = manners.connect_timeout if _is_connect(failure) else manners.read_timeout
        sentence = f"{host} said nothing for {waited:g} seconds; try again later."
        raise GatherError(Reason.TOO_SLOW, sentence, may_pass=True) from failure
    except requests.exceptions.ProxyError as failure:
        sentence = f"{host} was not reached: the proxy did not answer as it should. Look at HTTPS_PROXY and HTTP_PROXY."
        raise GatherError(Reason.UNREACHABLE, sentence, may_pass=True) from failure
    except requests.exceptions.ConnectionError as failure:
        raise _unreachable(host, failure) from failure
    except (requests.exceptions.RequestException, urllib3.exceptions.HTTPError) as failure:
        sentence = f"{host} broke off ({_cause(failure)}); try again later."
        raise GatherError(Reason.INTERRUPTED, sentence, may_pass=True) from failure


def _unreachable(host: str, failure: requests.exceptions.ConnectionError) -> GatherError:
    cause = _cause(failure)
    if isinstance(_reason(failure), urllib3.exceptions.NameResolutionError):
        sentence = f"the name {host} is not known; check the address and this computer's connection."
    elif isinstance(_reason(failure), urllib3.exceptions.NewConnectionError):
        sentence = f"{host} takes no connection ({cause}); try again later."
    else:
        return GatherError(Reason.INTERRUPTED, f"{host} broke off ({cause}); try again later.", may_pass=True)
    return GatherError(Reason.UNREACHABLE, sentence, may_pass=True)


def _is_connect(failure: BaseException) -> bool:
    return isinstance(failure, (requests.exceptions.ConnectTimeout, urllib3.exceptions.ConnectTimeoutError))


def _reason(failure: BaseException) -> object:
    """What lies behind a failure of requests: the reason of urllib3's exception, where there is one."""
    inner = failure.args[0] if failure.args else failure
    return getattr(inner, "reason", None) or inner


def _cause(failure: BaseException) -> str:
    """The last words of the chain of causes, without the addresses of objects in memory."""
    words = str(_reason(failure))
    innermost = words.rpartition(": ")[2] if "object at 0x" in words else words
    return innermost.strip("() ") or type(failure).__name__
