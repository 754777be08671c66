"""A live container as the engine describes it, compared field by field with what the sandbox promises."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import docker
import pytest

from torchgrade.sandbox.docker import DockerRunner, Isolation
from torchgrade.sandbox.docker.owner import OURS_LABEL, RUN_LABEL
from torchgrade.sandbox.docker.spec import Place, container_arguments
from torchgrade.sandbox.limits import Limits
from torchgrade.sandbox.seccomp import profile

pytestmark = pytest.mark.docker
MIB = 1024 * 1024
LIMITS = Limits(memory_mib=300, processes=40)


@pytest.fixture(scope="module", params=list(Isolation))
def isolation(request: pytest.FixtureRequest) -> Isolation:
    isolation: Isolation = request.param
    return isolation


@pytest.fixture(scope="module")
def inspected(engine: docker.DockerClient, worker_image: str, isolation: Isolation) -> Iterator[dict[str, Any]]:
    runner = DockerRunner(isolation=isolation, limits=LIMITS, image=worker_image)
    sandbox = runner.sandbox("inspected")
    (found,) = engine.api.containers(filters={"name": sandbox.facts["container"]})
    yield engine.api.inspect_container(found["Id"])
    sandbox.close()
    runner.close()


def test_nothing_of_the_host_is_in_it(inspected: dict[str, Any]) -> None:
    host = inspected["HostConfig"]

    assert [] == inspected["Mounts"]
    assert not host["Binds"]
    assert not host.get("Mounts")
    assert not host["Devices"]
    assert not host["DeviceRequests"]
    assert not host["VolumesFrom"]
    assert not host["Links"]
    assert not host["ExtraHosts"]
    assert not host["DeviceCgroupRules"]
    assert not inspected["Config"]["Volumes"]
    assert "none" == host["NetworkMode"]
    assert ["none"] == list(inspected["NetworkSettings"]["Networks"])
    assert not inspected["NetworkSettings"]["Ports"]
    assert "private" == host["IpcMode"]
    assert host["PidMode"] == host["UTSMode"] == host["UsernsMode"] == ""


def test_it_has_no_rights(inspected: dict[str, Any], isolation: Isolation) -> None:
    host = inspected["HostConfig"]
    options = dict(option.split(separator, 1) for option, separator in zip(host["SecurityOpt"], ":=", strict=True))

    assert ["ALL"] == host["CapDrop"]
    assert (["KILL", "SETGID", "SETUID"] if isolation is Isolation.SHARED else []) == (host["CapAdd"] or [])
    assert not host["Privileged"]
    assert "true" == options["no-new-privileges"]
    assert profile() == json.loads(options["seccomp"])
    assert host["ReadonlyRootfs"]
    assert not host["GroupAdd"]


def test_what_it_may_use_is_limited(inspected: dict[str, Any]) -> None:
    host = inspected["HostConfig"]

    assert (300 + 256) * MIB == host["Memory"] == host["MemorySwap"]
    assert 40 + 2 == host["PidsLimit"]
    assert 1_000_000_000 == host["NanoCpus"]
    assert host["CpusetCpus"].isdigit()
    assert 500 == host["OomScoreAdj"]
    assert not host["OomKillDisable"]
    assert 64 * MIB == host["ShmSize"]
    assert {
        "core": (0, 0),
        "nofile": (1024, 1024),
        "fsize": (64 * MIB, 64 * MIB),
        "memlock": (65536, 65536),
        "msgqueue": (0, 0),
    } == {limit["Name"]: (limit["Soft"], limit["Hard"]) for limit in host["Ulimits"]}


def test_two_folders_can_be_written_to_and_nothing_in_them_run(inspected: dict[str, Any], isolation: Isolation) -> None:
    folders = {path: set(options.split(",")) for path, options in inspected["HostConfig"]["Tmpfs"].items()}
    owner = inspected["Config"]["User"].split(":")[0]
    always = {"nosuid", "nodev", "noexec", f"uid={owner}", f"gid={owner}", "nr_inodes=4k"}

    assert {
        "/tmp": always | {"size=64m", "mode=1777"},
        "/box": always | {"size=16m", "mode=1777" if isolation is Isolation.SHARED else "mode=0700"},
    } == folders


def test_who_it_is_and_what_it_knows(inspected: dict[str, Any], isolation: Isolation) -> None:
    config = inspected["Config"]
    uid, gid = config["User"].split(":")

    assert uid == gid
    assert (uid == "0") == (isolation is Isolation.SHARED)
    assert isolation is Isolation.SHARED or int(uid) >= 10_000
    assert "sandbox" == config["Hostname"]
    assert ["127.0.0.1"] == inspected["HostConfig"]["Dns"]
    assert {"LANG", "HOME", "USER", "PATH", "TMPDIR", "TZ", "PYTHONHASHSEED", "GLIBC_TUNABLES"} | {
        f"{name}_NUM_THREADS" for name in ("OMP", "MKL", "OPENBLAS")
    } == {line.split("=", 1)[0] for line in config["Env"]}
    assert "1" == config["Labels"][OURS_LABEL]
    assert config["Labels"][RUN_LABEL] in inspected["Name"]


def test_its_life_is_one_conversation(inspected: dict[str, Any]) -> None:
    config, host = inspected["Config"], inspected["HostConfig"]

    assert config["OpenStdin"]
    assert config["StdinOnce"]  # when we go away it reads end of file, and leaves
    assert not config["Tty"]
    assert "none" == host["LogConfig"]["Type"]
    assert host["RestartPolicy"]["Name"] in ("no", "")
    assert ["NONE"] == config["Healthcheck"]["Test"]
    assert not host["AutoRemove"]  # or nobody could ask whether memory was the reason


def test_the_image_is_named_by_its_digest(inspected: dict[str, Any], worker_image: str) -> None:
    assert worker_image == inspected["Config"]["Image"] == inspected["Image"]


def test_a_gpu_is_asked_for_by_its_id_and_brings_room() -> None:
    arguments = container_arguments(
        "sha256:0",
        "name",
        limits=LIMITS,
        isolation=Isolation.CONTAINER,
        uid=1,
        place=Place(number=0, cpu=0, gpu="GPU-1"),
        labels={},
    )

    (request,) = arguments["device_requests"]
    assert (["GPU-1"], [["gpu"]], 0) == (request["DeviceIDs"], request["Capabilities"], request["Count"] or 0)
    assert 8 * 1024 * MIB == arguments["mem_limit"] == arguments["memswap_limit"]
    assert 256 == arguments["pids_limit"]
    assert 256 * MIB == arguments["shm_size"]
    assert "devices" not in arguments
