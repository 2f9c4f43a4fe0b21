"""The addresses under which other programs read the release: `/du-lieu/…`, for reading only, from any site.

`/du-lieu/<file>` is always of the release that the pages show; `/du-lieu/phien-ban/<id>/<file>` is of one version while
it is kept. Only names that a version lists are answered, so that no path can lead elsewhere. `/san-sang` tells whoever
hands out visits whether this process has a release to show.
"""

import logging
from pathlib import PurePosixPath

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route

from indicators.release_store import ReleaseError, StoreError
from indicators.release_versions import KeptVersion
from ui.cached_release import known_release
from ui.release_files import (
    ADDRESS,
    CATALOGUE_FILE,
    MEDIA_TYPES,
    VERSIONS_ADDRESS,
    file_content,
    sha256_of,
    version_named,
    version_shown,
)

LOG = logging.getLogger("dashboard")

READINESS_ADDRESS = "san-sang"

# What is current may be another release in a minute: a program asks again, and is told 304 while it is not.
_CURRENT = "public, no-cache"
_KEPT = "public, max-age=31536000, immutable"
_METHODS = ["GET", "HEAD", "OPTIONS"]
_ANY_SITE = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": ", ".join(_METHODS),
    "Access-Control-Allow-Headers": "If-None-Match",
    "Access-Control-Expose-Headers": "ETag",
    "X-Content-Type-Options": "nosniff",
}


def readiness_route() -> Route:
    """Return what answers whether a release can be shown: 200 with version and date, else 503 with the reason.

    A release that is kept in use while its place fails is a release: were it not, one failing store would take every
    process out of service at once. `is_answered` and `damaged` tell of it. No answer names the place.
    """
    return Route(f"/{READINESS_ADDRESS}", _readiness, methods=["GET", "HEAD"])


def release_mount() -> Mount:
    """Return what serves the files of the release."""
    routes = [
        Route("/{name}", _current_file, methods=_METHODS),
        Route(f"/{VERSIONS_ADDRESS}/{{version}}/{{name}}", _kept_file, methods=_METHODS),
        Route("/{path:path}", _no_such_file, methods=_METHODS),
    ]
    return Mount(f"/{ADDRESS}", routes=routes)


async def _readiness(request: Request) -> Response:
    # Async, since it only looks at what is held: busy threads of visits must not make a process look unready.
    del request
    told: dict[str, object]
    try:
        held = known_release()
    except StoreError:
        status, told = 503, {"is_ready": False, "reason": "The place of the release has not answered."}
    except ReleaseError:
        status, told = 503, {"is_ready": False, "reason": "There is no whole release yet."}
    else:
        status = 200
        told = {
            "is_ready": True,
            "version": held.release.version,
            "made_at": held.release.made_at.isoformat(),
            "is_answered": held.is_answered,
            "damaged": held.release.damaged,
        }
    return JSONResponse(told, status, headers={"Cache-Control": "no-store"})


def _current_file(request: Request) -> Response:
    try:
        version = version_shown()
    except ReleaseError:
        return _no_release()
    return _answer(request, version, _CURRENT)


def _kept_file(request: Request) -> Response:
    # The catalogue of a version says which others are kept, which changes.
    lasting = request.path_params["name"] != CATALOGUE_FILE
    try:
        version = version_named(request.path_params["version"])
    except ReleaseError:
        return _no_release()
    return _answer(request, version, _KEPT if lasting else _CURRENT)


def _no_release() -> Response:
    LOG.exception("There is no release to serve")
    return _refusal(503, "Chưa có bản dữ liệu. There is no release yet.")


def _no_such_file(request: Request) -> Response:
    del request
    return _refusal(
        404, f"Không có tệp này; xem danh mục {CATALOGUE_FILE}. There is no such file; see {CATALOGUE_FILE}."
    )


def _answer(request: Request, version: KeptVersion | None, kept: str) -> Response:
    name = str(request.path_params["name"])
    if request.method == "OPTIONS":
        return Response(status_code=204, headers=_ANY_SITE)
    try:
        content = None if version is None else file_content(version, name)
    except (ReleaseError, OSError):
        LOG.exception("The file %s of the release cannot be read", name)
        return _refusal(503, "Tệp tạm thời không đọc được. The file cannot be read for now.")
    if content is None:
        return _no_such_file(request)
    tag = f'"{sha256_of(content)}"'
    headers = {**_ANY_SITE, "ETag": tag, "Cache-Control": kept}
    if _is_held(request.headers.get("if-none-match", ""), tag):
        return Response(status_code=304, headers=headers)
    ending = PurePosixPath(name).suffix
    if ending == ".zip":
        headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return Response(content, media_type=MEDIA_TYPES[ending], headers=headers)


def _is_held(if_none_match: str, tag: str) -> bool:
    """Tell whether the asking program says that it holds the file already."""
    held = {part.strip().removeprefix("W/") for part in if_none_match.split(",")}
    return bool(held & {tag, "*"})


def _refusal(status: int, sentence: str) -> Response:
    return PlainTextResponse(sentence, status_code=status, headers={**_ANY_SITE, "Cache-Control": "no-store"})
