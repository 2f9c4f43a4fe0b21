"""Who may see the files of the office: each claim that is wrong alone, and the clocks."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ui.sign_in_claims import MaySee, Reason, Refused, SignInSettings, judge

NOW = 1_800_000_000
SETTINGS = SignInSettings("dashboard", "https://id.tinh.example/realms/so", "roles", "xem-noi-bo", 30)
LEAVE = MaySee(NOW + 240 + 30)
GOOD: dict[str, object] = {
    "is_logged_in": True,
    "iss": "https://id.tinh.example/realms/so",
    "aud": "dashboard",
    "iat": NOW - 60,
    "exp": NOW + 240,
    "sub": "an",
    "roles": ["khac", "xem-noi-bo"],
}


def _judged(settings: SignInSettings = SETTINGS, now: float = NOW, /, **changed: object) -> MaySee | Refused:
    claims = {name: value for name, value in {**GOOD, **changed}.items() if value is not None}
    return judge(claims, now, settings)


def test_all_claims_right_are_leave_to_see() -> None:
    assert _judged() == LEAVE


@pytest.mark.parametrize(
    ("reason", "changed"),
    [
        ("not signed in", {"is_logged_in": None}),
        ("not signed in", {"is_logged_in": False}),
        ("not signed in", {"is_logged_in": "true"}),
        ("wrong issuer", {"iss": None}),
        ("wrong issuer", {"iss": "https://id.tinh.example/realms/khac"}),
        ("wrong issuer", {"iss": "https://id.tinh.example/realms/so.example"}),
        ("wrong issuer", {"iss": ["https://id.tinh.example/realms/so"]}),
        ("wrong audience", {"aud": None}),
        ("wrong audience", {"aud": "dashboard-2"}),
        ("wrong audience", {"aud": "dashboard khac"}),
        ("wrong audience", {"aud": ["khac"]}),
        ("wrong audience", {"aud": {"dashboard": 1}}),
        ("wrong audience", {"aud": ["dashboard", "khac"], "azp": "khac"}),
        ("no times", {"exp": None}),
        ("no times", {"exp": str(NOW + 240)}),
        ("no times", {"exp": True}),
        ("no times", {"exp": float("nan")}),
        ("no times", {"exp": float("inf")}),
        ("no times", {"exp": 10**400}),
        ("no times", {"nbf": "sau"}),
        ("not yet valid", {"nbf": NOW + 31}),
        ("not yet valid", {"iat": NOW + 31}),
        ("expired", {"exp": NOW - 30}),
        ("expired", {"exp": 0}),
        ("no role", {"roles": None}),
        ("no role", {"roles": []}),
        ("no role", {"roles": "khac"}),
        ("no role", {"roles": "khac xem-noi-bo"}),
        ("no role", {"roles": ["xem-noi-bo-2"]}),
        ("no role", {"roles": "XEM-NOI-BO"}),
        ("no role", {"roles": {"xem-noi-bo": True}}),
        ("no role", {"roles": [["xem-noi-bo"]]}),
    ],
)
def test_one_wrong_claim_is_enough_to_be_refused(reason: Reason, changed: dict[str, object]) -> None:
    assert _judged(**changed) == Refused(reason)


def test_a_role_may_be_a_text_a_list_or_deeper_in_the_claims() -> None:
    assert _judged(roles="xem-noi-bo") == LEAVE
    assert _judged(roles=("xem-noi-bo",)) == LEAVE
    deeper = SignInSettings("dashboard", SETTINGS.issuer, "realm_access.roles", "xem-noi-bo", 30)
    assert _judged(deeper, realm_access={"roles": ["xem-noi-bo"]}) == LEAVE
    assert _judged(deeper, realm_access=["roles"]) == Refused("no role")
    # Some providers want an address for a claim of one's own; the name as it stands comes first.
    named = SignInSettings("dashboard", SETTINGS.issuer, "https://tinh.example/roles", "xem-noi-bo", 30)
    assert _judged(named, **{"https://tinh.example/roles": ["xem-noi-bo"]}) == LEAVE
    assert _judged(named) == Refused("no role")


def test_several_audiences_and_a_slash_at_the_end_are_no_fault() -> None:
    assert _judged(aud=["khac", "dashboard"], azp="dashboard") == LEAVE
    assert _judged(iss="https://id.tinh.example/realms/so/") == LEAVE


def test_leave_ends_with_the_clock_give_or_take_what_clocks_may_differ() -> None:
    assert _judged(SETTINGS, NOW + 240) == LEAVE
    assert _judged(SETTINGS, NOW + 269) == LEAVE
    assert _judged(SETTINGS, NOW + 270) == Refused("expired")
    assert _judged(SETTINGS, NOW - 90) == LEAVE
    assert _judged(SETTINGS, NOW - 91) == Refused("not yet valid")
    exact = SignInSettings("dashboard", SETTINGS.issuer, "roles", "xem-noi-bo", 0)
    assert _judged(exact, NOW + 239.9) == MaySee(NOW + 240)
    assert _judged(exact, NOW + 240) == Refused("expired")


ANYTHING = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.text() | some.just(10**400),
    lambda part: some.lists(part, max_size=3) | some.dictionaries(some.text(), part, max_size=3),
    max_leaves=5,
)


@given(some.sampled_from(sorted(GOOD)), ANYTHING)
def test_whatever_a_claim_holds_it_is_judged_and_never_fails(name: str, value: object) -> None:
    found = judge({**GOOD, name: value}, NOW, SETTINGS)
    if name in {"is_logged_in", "iss", "aud", "roles"} and not _holds(value, GOOD[name]):
        assert isinstance(found, Refused)
    if name == "exp" and not isinstance(value, int | float):
        assert found == Refused("no times")


def _holds(value: object, right: object) -> bool:
    return value == right or (isinstance(value, list) and any(text in value for text in ("dashboard", "xem-noi-bo")))
