"""The folder of the office in a deployment: read-only, with the settings of the sign-in, and only when asked for."""

import copy
from typing import Any

import yaml
from test_manifests import DEPLOY, compose, documents, validator

from ui.sign_in_settings import SETTING

COMPONENT = DEPLOY / "own-results"
FOLDER, SECRETS = "/var/lib/dashboard/own-results", "/etc/dashboard/secrets.toml"


def _yaml(name: str) -> Any:
    return yaml.safe_load((COMPONENT / name).read_text(encoding="utf-8"))


def _patched(document: dict[str, Any]) -> dict[str, Any]:
    """The Deployment with the patch applied as kustomize does (RFC 6902: `test`, and `add` at the end of a list)."""
    patched = copy.deepcopy(document)
    for step in _yaml("dashboard-patch.yaml"):
        *way, last = step["path"].strip("/").split("/")
        place: Any = patched
        for key in way:
            place = place[int(key) if isinstance(place, list) else key]
        if step["op"] == "test":
            assert place[last] == step["value"]
        else:
            assert (step["op"], last) == ("add", "-")
            place.append(step["value"])
    return patched


def test_the_component_mounts_folder_and_secrets_read_only() -> None:
    (deployment,) = (document for document in documents() if document["kind"] == "Deployment")
    patched = _patched(deployment)
    validator.validate(patched, validator.latest_version(), strict=True)
    pod = patched["spec"]["template"]["spec"]
    dashboard = pod["containers"][0]
    values = {variable["name"]: variable["value"] for variable in dashboard["env"]}
    assert (values[SETTING], values["STREAMLIT_SECRETS_FILES"]) == (FOLDER, SECRETS)
    mounts = {mount["name"]: mount for mount in dashboard["volumeMounts"]}
    assert (mounts["own-results"]["mountPath"], mounts["own-results"]["readOnly"]) == (FOLDER, True)
    assert SECRETS.startswith(mounts["sign-in"]["mountPath"] + "/")
    assert mounts["sign-in"]["readOnly"] is True
    volumes = {volume["name"]: volume for volume in pod["volumes"]}
    assert {mount["name"] for mount in dashboard["volumeMounts"]} <= set(volumes)
    assert volumes["own-results"]["persistentVolumeClaim"]["readOnly"] is True
    assert oct(volumes["sign-in"]["secret"]["defaultMode"]) == "0o440"
    # Nginx, which everybody speaks to, has neither.
    assert not {"own-results", "sign-in"} & {mount["name"] for mount in pod["containers"][1]["volumeMounts"]}


def test_every_file_of_the_component_is_named_and_its_network_policy_valid() -> None:
    component = _yaml("kustomization.yaml")
    assert component["kind"] == "Component"
    named = [*component["resources"], *(patch["path"] for patch in component["patches"]), "kustomization.yaml"]
    assert sorted(named) == sorted(file.name for file in COMPONENT.iterdir())
    policy = _yaml("network.yaml")
    validator.validate(policy, validator.latest_version(), strict=True)
    (other,) = (d for d in documents() if (d["kind"], d["metadata"]["name"]) == ("NetworkPolicy", "dashboard"))
    assert policy["spec"]["podSelector"] == other["spec"]["podSelector"]
    assert {port["port"] for rule in policy["spec"]["egress"] for port in rule["ports"]} == {53, 443}


def test_compose_mounts_folder_and_secrets_read_only_into_every_replica() -> None:
    further = yaml.safe_load((DEPLOY / "compose.own-results.yaml").read_text(encoding="utf-8"))
    replicas = [name for name in compose()["services"] if name != "nginx"]
    assert sorted(further["services"]) == sorted(replicas)
    for service in further["services"].values():
        assert service["environment"] == {SETTING: FOLDER, "STREAMLIT_SECRETS_FILES": SECRETS}
        assert [volume.rsplit(":", 2)[1:] for volume in service["volumes"]] == [[FOLDER, "ro"], [SECRETS, "ro"]]
        assert set(service["networks"]) == {"inside", *further["networks"]}


def test_without_the_component_no_deployment_names_the_folder() -> None:
    everything = yaml.safe_dump_all([*documents(), compose()])
    assert SETTING not in everything
    assert "secrets.toml" not in everything


def test_secrets_get_neither_into_the_image_nor_into_git() -> None:
    for name in (".dockerignore", ".gitignore"):
        assert ".streamlit/secrets.toml" in (DEPLOY.parent / name).read_text(encoding="utf-8").splitlines(), name


def test_cookies_of_a_sign_in_may_be_long_in_the_image() -> None:
    assert "WEBSOCKETS_MAX_LINE_LENGTH=32768" in (DEPLOY / "Containerfile").read_text(encoding="utf-8")
