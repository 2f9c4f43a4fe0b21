"""The files of deploy/ are what the programs that read them accept, and ask for no more rights than they need."""

import base64
import hashlib
import importlib
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import streamlit
import yaml
from nginx_server import TEMPLATE, rendered

from ui.release_routes import READINESS_ADDRESS

DEPLOY = Path(__file__).resolve().parents[2] / "deploy"
MANIFESTS = sorted((DEPLOY / "kubernetes").glob("*.yaml"))
validator: Any = importlib.import_module("kubernetes_validate")


def documents() -> list[dict[str, Any]]:
    return [found for file in MANIFESTS for found in yaml.safe_load_all(file.read_text(encoding="utf-8"))]


def pods() -> list[dict[str, Any]]:
    found = {document["kind"]: document["spec"] for document in documents() if "spec" in document}
    return [found["Deployment"]["template"]["spec"], found["CronJob"]["jobTemplate"]["spec"]["template"]["spec"]]


def compose() -> dict[str, Any]:
    return yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))


def test_every_manifest_is_valid_against_the_schemas_of_kubernetes() -> None:
    kinds = [document["kind"] for document in documents()]
    assert {
        "Namespace", "Deployment", "Service", "Ingress", "HorizontalPodAutoscaler", "PodDisruptionBudget",
        "NetworkPolicy", "CronJob", "PersistentVolumeClaim",
    } == set(kinds)  # fmt: skip
    for document in documents():
        validator.validate(document, validator.latest_version(), strict=True)


def test_a_manifest_with_a_misspelt_key_would_be_refused() -> None:
    (deployment,) = (document for document in documents() if document["kind"] == "Deployment")
    deployment["spec"]["template"]["spec"]["containers"][0]["readyProbe"] = {}
    with pytest.raises(validator.ValidationError):
        validator.validate(deployment, validator.latest_version(), strict=True)


def test_every_file_is_named_in_the_kustomization() -> None:
    kustomization = yaml.safe_load((DEPLOY / "kustomization.yaml").read_text(encoding="utf-8"))
    assert sorted(kustomization["resources"]) == [f"kubernetes/{file.name}" for file in MANIFESTS]
    (made,) = kustomization["configMapGenerator"]
    (_, _, template) = made["files"][0].partition("=")
    assert (DEPLOY / template).is_file()


def test_every_pod_keeps_to_the_restricted_profile() -> None:
    for pod in pods():
        assert pod["automountServiceAccountToken"] is False
        assert pod["securityContext"]["runAsNonRoot"] is True
        assert pod["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
        assert not {"hostNetwork", "hostPID", "hostIPC"} & pod.keys()
        assert {next(iter(set(volume) - {"name"})) for volume in pod["volumes"]} <= {
            "persistentVolumeClaim", "emptyDir", "configMap",
        }  # fmt: skip
        for container in pod["containers"]:
            assert container["securityContext"] == {
                "allowPrivilegeEscalation": False,
                "readOnlyRootFilesystem": True,
                "capabilities": {"drop": ["ALL"]},
            }
            assert container["resources"]["requests"].keys() == {"cpu", "memory"}
            assert "memory" in container["resources"]["limits"]


def test_the_dashboard_cannot_write_to_the_release() -> None:
    dashboard, keeper = pods()
    (mount,) = (m for m in dashboard["containers"][0]["volumeMounts"] if m["name"] == "release")
    (volume,) = (v for v in dashboard["volumes"] if v["name"] == "release")
    assert (mount["readOnly"], volume["persistentVolumeClaim"]["readOnly"]) == (True, True)
    (written,) = (v for v in keeper["volumes"] if v["name"] == "release")
    assert written["persistentVolumeClaim"]["claimName"] == volume["persistentVolumeClaim"]["claimName"]


def test_names_that_stand_for_each_other_are_the_same() -> None:
    found = {(document["kind"], document["metadata"]["name"]): document for document in documents()}
    template = found["Deployment", "dashboard"]["spec"]["template"]
    labels = template["metadata"]["labels"]
    ports = {port["name"] for container in template["spec"]["containers"] for port in container["ports"]}
    service = found["Service", "dashboard"]["spec"]
    assert service["selector"].items() <= labels.items()
    assert service["ports"][0]["targetPort"] in ports
    assert found["PodDisruptionBudget", "dashboard"]["spec"]["selector"]["matchLabels"].items() <= labels.items()
    assert found["NetworkPolicy", "dashboard"]["spec"]["podSelector"]["matchLabels"].items() <= labels.items()
    assert found["HorizontalPodAutoscaler", "dashboard"]["spec"]["scaleTargetRef"]["name"] == "dashboard"
    path = found["Ingress", "dashboard"]["spec"]["rules"][0]["http"]["paths"][0]
    assert path["backend"]["service"] == {"name": "dashboard", "port": {"name": service["ports"][0]["name"]}}


def test_compose_starts_two_replicas_that_can_write_nowhere() -> None:
    services = compose()["services"]
    assert sorted(services) == ["dashboard-1", "dashboard-2", "nginx"]
    for service in services.values():
        assert (service["read_only"], service["cap_drop"]) == (True, ["ALL"])
        assert service["security_opt"] == ["no-new-privileges:true"]
    assert {services[name]["user"] for name in services if name != "nginx"} == {"10001:10001"}
    assert [name for name in services if "ports" in services[name]] == ["nginx"]
    assert set(services["nginx"]["depends_on"]) == {"dashboard-1", "dashboard-2"}
    mounted = services["nginx"]["volumes"][0].split(":")[0]
    assert (DEPLOY / mounted).resolve() == TEMPLATE
    build = services["dashboard-1"]["build"]
    assert (DEPLOY / build["context"] / build["dockerfile"]).is_file()


def test_whoever_hands_out_visits_asks_for_a_release_and_whoever_restarts_asks_for_life_alone() -> None:
    for container in pods()[0]["containers"]:
        assert container["readinessProbe"]["httpGet"]["path"] == f"/{READINESS_ADDRESS}"
    dashboard = pods()[0]["containers"][0]
    assert dashboard["livenessProbe"]["httpGet"]["path"] == "/_stcore/health"
    services = compose()["services"]
    for service in services.values():
        assert f"/{READINESS_ADDRESS}" in " ".join(service["healthcheck"]["test"])
    assert {wanted["condition"] for wanted in services["nginx"]["depends_on"].values()} == {"service_healthy"}


def test_the_settings_of_the_template_are_those_that_are_given() -> None:
    wanted = set(re.findall(r"\$\{([A-Z_]+)\}", re.sub(r"(?m)^\s*#.*$", "", TEMPLATE.read_text(encoding="utf-8"))))
    given = compose()["services"]["nginx"]["environment"]
    assert wanted == {name for name in given if name in wanted}
    assert wanted == set(re.findall(r"[A-Z_]{5,}", given["NGINX_ENVSUBST_FILTER"]))
    nginx = next(container for container in pods()[0]["containers"] if container["name"] == "nginx")
    assert wanted < {variable["name"] for variable in nginx["env"]}


def test_the_policy_names_the_inline_scripts_that_there_are() -> None:
    page = (Path(streamlit.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    scripts += [f"document.documentElement.lang = '{language}'" for language in ("vi", "en")]
    hashes = [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts]
    found = re.findall(r"'sha256-([^']+)'", TEMPLATE.read_text(encoding="utf-8"))
    assert found == hashes, "Streamlit's page or ours has another inline script: put these hashes into the policy"


@pytest.mark.skipif(shutil.which("nginx") is None, reason="no nginx here: its configuration is not tried")
@pytest.mark.parametrize("upstreams", ["compose", "kubernetes"])
def test_nginx_accepts_its_configuration(tmp_path: Path, upstreams: str) -> None:
    if upstreams == "compose":
        servers = re.sub(
            r"dashboard-\d", "127.0.0.1", compose()["services"]["nginx"]["environment"]["UPSTREAM_SERVERS"]
        )
    else:
        nginx = next(container for container in pods()[0]["containers"] if container["name"] == "nginx")
        servers = next(variable["value"] for variable in nginx["env"] if variable["name"] == "UPSTREAM_SERVERS")
    text = rendered(servers).replace("/tmp/nginx_cache", str(tmp_path / "cache"))
    text = text.replace("/var/log/nginx", str(tmp_path))
    (tmp_path / "dashboard.conf").write_text(text, encoding="utf-8")
    (tmp_path / "nginx.conf").write_text(
        f"pid {tmp_path}/pid; error_log {tmp_path}/error.log; events {{}}\n"
        f"http {{ access_log off; include {tmp_path}/dashboard.conf; }}\n",
        encoding="utf-8",
    )
    command = ["nginx", "-t", "-c", str(tmp_path / "nginx.conf")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_image_runs_as_no_root_with_all_that_is_needed_and_no_more() -> None:
    lines = (DEPLOY / "Containerfile").read_text(encoding="utf-8").splitlines()
    assert "USER 10001:10001" in lines
    assert any("/_stcore/health" in line for line in lines)
    assert any("--require-hashes" in line for line in lines)
    repository = DEPLOY.parent
    ignored = (repository / ".dockerignore").read_text(encoding="utf-8").splitlines()
    taken = [line.removeprefix("!") for line in ignored if line.startswith("!")]
    assert "*" in ignored
    assert [name for name in taken if not (repository / name).exists()] == []
    contract = (repository / ".importlinter").read_text(encoding="utf-8")
    rooms = set(contract.partition("root_packages =")[2].partition("include_external_packages")[0].split())
    assert rooms - {"benchmarks", "deploy", "geo"} | {"data", "static", "locales"} <= set(taken)
