"""The image holds what a submission needs and nothing that it could turn against us."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docker
import pytest

from torchgrade.sandbox.image import build

BASE_IMAGE = os.environ.get("TORCHGRADE_TEST_BASE", "local/python:3.11")
WORKER = {build.ENTRY_POINT: b"print('hello')\n", "problems/kit.py": b"x = 1\n"}

# ── Without an engine ────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def wheels(tmp_path: Path) -> Path:
    folder = tmp_path / "wheels"
    folder.mkdir()
    (folder / "torch-1-py3-none-any.whl").write_bytes(b"wheel")
    return folder


def test_the_context_holds_wheels_requirements_and_worker(tmp_path: Path, wheels: Path) -> None:
    context = tmp_path / "context"

    build.prepare_context(
        context, wheels=wheels, worker_files=WORKER, requirements=build.requirements_text(torch="2", numpy="1")
    )

    assert {
        "requirements.txt": b"torch==2\nnumpy==1\n",
        "torchgrade/problems/kit.py": b"x = 1\n",
        "torchgrade/sandbox/worker/__main__.py": b"print('hello')\n",
        "wheels/torch-1-py3-none-any.whl": b"wheel",
    } == {path.relative_to(context).as_posix(): path.read_bytes() for path in context.rglob("*") if path.is_file()}


def test_a_context_that_cannot_work_is_refused_with_every_reason_at_once(tmp_path: Path) -> None:
    with pytest.raises(build.ImageBuildError) as refused:
        build.prepare_context(
            tmp_path / "context",
            wheels=tmp_path,
            worker_files={"../evil.py": b"", "/etc/passwd": b"", "..\\evil.py": b""},
            requirements="",
        )

    message = str(refused.value)
    assert "'../evil.py' is no path inside the package" in message
    assert "'/etc/passwd' is no path inside the package" in message
    assert "entry point sandbox/worker/__main__.py is missing" in message
    assert "holds no wheel; download them first" in message
    assert not (tmp_path / "context").exists()


def test_the_worker_hash_depends_on_names_and_bytes_and_nothing_else() -> None:
    backwards = dict(reversed(WORKER.items()))

    assert build.worker_hash(WORKER) == build.worker_hash(backwards)
    assert build.worker_hash(WORKER) != build.worker_hash({**WORKER, "problems/kit.py": b"x = 2\n"})
    assert build.worker_hash({"a": b"bc"}) != build.worker_hash({"ab": b"c"})


def test_wheels_are_downloaded_by_pip_for_linux_without_a_shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands: list[list[str]] = []

    def run(command: list[str], **_options: Any) -> subprocess.CompletedProcess[str]:
        commands.append(command)
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(subprocess, "run", run)
    build.download_wheels(tmp_path, torch="2.13.0+cpu", numpy="2.4.6", python="3.12", machine="aarch64")

    (command,) = commands
    assert [sys.executable, "-m", "pip", "download"] == command[:4]
    assert "--only-binary=:all:" in command
    assert "manylinux_2_28_aarch64" in command
    assert ["torch==2.13.0+cpu", "numpy==2.4.6"] == command[-2:]


def test_a_failed_download_says_what_was_wanted_and_what_pip_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failure = subprocess.CompletedProcess([], 1, "", "ERROR: No matching distribution\n")
    monkeypatch.setattr(subprocess, "run", lambda *_arguments, **_options: failure)

    with pytest.raises(
        build.ImageBuildError, match=r"(?s)torch 9\.9\+cpu .* PIP_FIND_LINKS .*No matching distribution"
    ):
        build.download_wheels(tmp_path, torch="9.9+cpu", numpy="2.4.6")


# ── With an engine ───────────────────────────────────────────────────────────────────────────────────────────────────

INSPECTING = """
import json, os, pathlib, stat, sys

box = os.stat("/box")

def files():
    for folder, _folders, names in os.walk("/"):
        if folder.startswith(("/proc", "/sys", "/dev")):
            continue
        for name in names:
            path = os.path.join(folder, name)
            yield path, os.lstat(path)

everything = list(files())
worker = pathlib.Path("/opt/torchgrade/torchgrade/sandbox/worker")
packages = pathlib.Path("/opt/venv/lib/python3.11/site-packages")
import json.decoder, torch, numpy
print(json.dumps({
    "setuid": [p for p, s in everything if s.st_mode & (stat.S_ISUID | stat.S_ISGID) and stat.S_ISREG(s.st_mode)],
    "writable": [p for p, s in everything if stat.S_ISREG(s.st_mode) and s.st_mode & 0o022 and s.st_uid != os.getuid()],
    "not_root": [p for p, s in everything if s.st_uid != 0],
    "wheels": [p for p, _ in everything if p.endswith(".whl")],
    "tools": [p for p, _ in everything if p.startswith(("/usr/bin/", "/usr/local/bin/", "/opt/venv/bin/"))
              and os.path.basename(p) in ("pip", "pip3", "gcc", "cc", "g++", "c++", "clang", "ld", "as", "make")],
    "installers": [n for n in ("pip", "setuptools", "ensurepip") if __import__("importlib.util").util.find_spec(n)],
    "worker_modes": {p.name: oct(p.stat().st_mode & 0o777) for p in worker.iterdir() if p.is_file()},
    "worker_compiled": [p.name for p in (worker / "__pycache__").iterdir()],
    "torch_compiled": pathlib.Path(torch.__cached__).exists(),
    "stdlib_compiled": pathlib.Path(json.decoder.__cached__).exists(),
    "torch": torch.__version__,
    "apt_lists": [p for p, _ in everything if p.startswith("/var/lib/apt/lists/")],
    "environment": sorted(os.environ),
    "uid": os.getuid(),
    "box": [oct(stat.S_IMODE(box.st_mode)), box.st_uid],
}))
"""


@pytest.fixture(scope="module")
def inside(run_hardened: Callable[..., str]) -> dict[str, Any]:
    facts: dict[str, Any] = json.loads(run_hardened(INSPECTING))
    return facts


@pytest.mark.docker
def test_no_file_raises_rights_and_none_can_be_changed(inside: dict[str, Any]) -> None:
    assert [] == inside["setuid"]
    assert [] == inside["writable"]
    assert [] == inside["not_root"]


@pytest.mark.docker
def test_no_installer_compiler_wheel_or_package_list_is_left(inside: dict[str, Any]) -> None:
    assert [] == inside["tools"]
    assert [] == inside["installers"]
    assert [] == inside["wheels"]
    assert [] == inside["apt_lists"]


@pytest.mark.docker
def test_everything_is_compiled_so_that_torch_is_imported_fast(inside: dict[str, Any]) -> None:
    assert {"__main__.py": "0o444"} == inside["worker_modes"]
    assert ["__main__.cpython-311.pyc"] == inside["worker_compiled"]
    assert inside["torch_compiled"]
    assert inside["stdlib_compiled"]


@pytest.mark.docker
def test_the_environment_is_ours_and_the_user_is_nobody_special(inside: dict[str, Any]) -> None:
    assert ["HOME", "HOSTNAME", "LANG", "OMP_NUM_THREADS", "PATH", "USER"] == inside["environment"]
    assert 61234 == inside["uid"]


@pytest.mark.docker
def test_the_private_folder_has_the_owner_and_mode_that_were_asked_for(inside: dict[str, Any]) -> None:
    assert ["0o700", 61234] == inside["box"]


@pytest.mark.docker
def test_the_image_has_no_volume_no_healthcheck_and_no_root_user(engine: docker.DockerClient, image: str) -> None:
    config = engine.images.get(image).attrs["Config"]

    assert not config.get("Volumes")
    assert not config.get("Healthcheck")
    assert "65534:65534" == config["User"]
    assert ["/opt/venv/bin/python", "-I", "-X", "utf8"] == config["Entrypoint"][:4]


@pytest.mark.docker
def test_no_layer_holds_what_was_deleted(engine: docker.DockerClient, image: str) -> None:
    # The wheels and the base's installers stayed in the first stage: the image has our layers only.
    created_by = [layer["CreatedBy"] for layer in engine.images.get(image).history()]

    assert not [line for line in created_by if "wheels" in line or "mmdebstrap" in line]
    assert 3 == len(engine.images.get(image).attrs["RootFS"]["Layers"])


@pytest.mark.docker
def test_an_image_is_listed_with_its_labels(image: str) -> None:
    (ours,) = [listed for listed in build.list_images() if listed.image_id == image]

    assert "2.13.0+cpu" == ours.torch
    assert 16 == len(ours.worker_hash)
    assert "torchgrade/stand-in:test" in ours.tags


@pytest.mark.docker
def test_removing_removes_what_carries_the_label_and_nothing_else(
    engine: docker.DockerClient, image: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A label of this test's own, or the images of whoever runs the tests would go.
    monkeypatch.setattr(build, "IMAGE_LABEL", "torchgrade.image-of-a-test")
    labelled = _empty_image(engine, "LABEL torchgrade.image-of-a-test=1")
    cache = _empty_image(engine, "LABEL torchgrade.image-of-a-test=build")
    other = _empty_image(engine, "LABEL torchgrade.something-else=1")
    try:
        assert [labelled] == [found.image_id for found in build.list_images()]
        assert {labelled, cache} == set(build.remove_images())
        assert () == build.remove_images()
        assert labelled not in [found.id for found in engine.images.list(all=True)]
        assert other in [found.id for found in engine.images.list(all=True)]
    finally:
        engine.images.remove(other, force=True)
    assert image in [found.id for found in engine.images.list()]


@pytest.mark.docker
@pytest.mark.usefixtures("image")
def test_a_failed_build_shows_the_end_of_its_log(tmp_path: Path) -> None:
    (tmp_path / "requirements.txt").write_text("torch==0\n", encoding="utf-8")

    with pytest.raises(build.ImageBuildError, match=r"(?s)building torchgrade/never:test failed.*COPY wheels/"):
        build.build_image(base=BASE_IMAGE, context=tmp_path, tag="torchgrade/never:test", torch="0", worker="0")


def _empty_image(engine: docker.DockerClient, *lines: str) -> str:
    dockerfile = "\n".join(("FROM scratch", "COPY Dockerfile /", *lines)).encode()
    context = io.BytesIO()
    with tarfile.open(fileobj=context, mode="w") as archive:
        member = tarfile.TarInfo("Dockerfile")
        member.size = len(dockerfile)
        archive.addfile(member, io.BytesIO(dockerfile))
    context.seek(0)
    image, _log = engine.images.build(fileobj=context, custom_context=True, rm=True)
    return str(image.id)
