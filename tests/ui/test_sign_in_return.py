"""After signing in or out people stand on the page that they left; no other host or page can be named."""

import pytest
from asked_routes import Answer, asked
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Mount, Route

from ui.page_list import PAGES
from ui.sign_in_return import PAGE, ReturnToPage

QUERY = "ngon_ngu=en&don_vi=63-67&don_vi_noi_tinh=district-1&don_vi_noi_tinh=district-2"
PROVIDER = "https://id.tinh.example/authorize"


async def _streamlit(request: Request) -> Response:
    """Answer as Streamlit's own routes do."""
    if request.url.path.endswith("/auth/login"):
        return RedirectResponse(PROVIDER, 302)
    if request.url.path.endswith(("/oauth2callback", "/auth/logout")):
        answer = RedirectResponse("/chiso/" if request.url.path.startswith("/chiso/") else "/", 302)
        answer.set_cookie("_streamlit_user", "signed")
        return answer
    return PlainTextResponse("page")


SERVER = [Mount("/", ReturnToPage(Route("/{path:path}", _streamlit)))]


def _cookie(answer: Answer) -> str:
    return answer.headers.get("set-cookie", "").split(";")[0]


def test_the_page_is_that_of_own_results() -> None:
    assert PAGE in {entry.url_path for entry in PAGES if entry.module == "pages.own_results"}


def test_the_way_back_leads_to_the_page_that_was_left() -> None:
    out = asked(SERVER, "/auth/login", referer=f"https://chiso.example/{PAGE}?{QUERY}")
    assert (out.status, out.headers["location"]) == (302, PROVIDER)
    assert _cookie(out) == f"own_results_address={QUERY}"
    assert "HttpOnly; SameSite=Lax" in out.headers["set-cookie"]
    back = asked(SERVER, "/oauth2callback", cookie=f"a=b; {_cookie(out)}")
    assert back.headers["location"] == f"/{PAGE}?{QUERY}"
    assert "Max-Age=0" in back.headers["set-cookie"]


def test_without_a_known_address_the_way_back_leads_to_the_bare_page() -> None:
    assert asked(SERVER, "/oauth2callback").headers["location"] == f"/{PAGE}"
    assert asked(SERVER, "/auth/logout", referer=f"https://chiso.example/{PAGE}?{QUERY}").headers["location"] == (
        f"/{PAGE}?{QUERY}"
    )


@pytest.mark.parametrize(
    "left",
    [
        "https://chiso.example/bang-xep-hang?nam=2024",
        f"https://chiso.example/{PAGE}?a=b#https://elsewhere.example",
        f"https://chiso.example/{PAGE}?a=//elsewhere.example",
        f"https://chiso.example/{PAGE}?a=b;Domain=elsewhere.example",
        f"https://chiso.example/{PAGE}?{'a' * 1001}",
        f"https://chiso.example/{PAGE}?a=ở",
        "javascript:alert(1)",
        "",
    ],
)
def test_what_is_no_address_of_the_page_is_not_taken(left: str) -> None:
    out = asked(SERVER, "/auth/login", referer=left.encode().decode("latin-1"))
    assert _cookie(out) == "own_results_address="
    (_, _, given) = left.partition("?")
    back = asked(SERVER, "/oauth2callback", cookie=f"own_results_address={given}".encode().decode("latin-1"))
    assert "elsewhere" not in back.headers["location"]
    assert back.headers["location"].startswith(f"/{PAGE}")


def test_all_else_is_handed_on_as_it_is() -> None:
    answer = asked(SERVER, "/bang-xep-hang", referer=f"https://chiso.example/{PAGE}?{QUERY}")
    assert (answer.body, answer.headers.get("set-cookie")) == (b"page", None)


def test_a_dashboard_below_a_path_keeps_to_it() -> None:
    out = asked(SERVER, "/chiso/auth/login", referer=f"https://chiso.example/chiso/{PAGE}?{QUERY}")
    assert "Path=/chiso/;" in out.headers["set-cookie"]
    back = asked(SERVER, "/chiso/oauth2callback", cookie=_cookie(out))
    assert back.headers["location"] == f"/chiso/{PAGE}?{QUERY}"
