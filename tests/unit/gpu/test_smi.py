"""What nvidia-smi says is read strictly: the words of a broken GPU are never taken for numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from torchgrade.sandbox.gpu import smi
from torchgrade.sandbox.gpu.command import CommandHung, run_command
from torchgrade.sandbox.gpu.smi import Gpu, GpuSick, NoGpu, NvidiaSmi, Reading, parse_gpus, parse_reading, usable

A, B = "GPU-5fd4f087-86f3-7a43-b711-4771313afc50", "GPU-aaaaaaaa-86f3-7a43-b711-4771313afc50"
FIRST = Gpu(index=0, uuid=A, name="NVIDIA H100 80GB HBM3", memory_mib=81559, driver="550.54.15")
FIRST_LINE = f"0, {A}, NVIDIA H100 80GB HBM3, 81559, 550.54.15, Disabled"


def test_gpus_are_read_in_the_order_of_their_indices() -> None:
    found = parse_gpus(f"1, {B}, NVIDIA GeForce RTX 3090, 24576, 550.54.15, [N/A]\n{FIRST_LINE}\n")

    assert [FIRST, (1, B, False)] == [found[0], (found[1].index, found[1].uuid, found[1].mig)]


def test_a_gpu_that_is_cut_by_mig_is_not_lent() -> None:
    gpus = parse_gpus(f"{FIRST_LINE}\n1, {B}, NVIDIA A100, 40960, 550.54.15, Enabled\n")

    assert (FIRST,) == usable(gpus)
    with pytest.raises(NoGpu, match=r"GPU 1 .* is divided by MIG.*nvidia-smi -i 1 -mig 0"):
        usable(gpus[1:])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"0, {A}, NVIDIA H100", "gave '0, "),
        (FIRST_LINE.replace("81559", "[N/A]"), "gave '[N/A]' as memory.total, which must be a number"),
        (FIRST_LINE.replace("81559", "-1"), "gave '-1' as memory.total"),
        (FIRST_LINE.replace("81559", "٣"), "as memory.total"),
        (FIRST_LINE.replace(A, "../../etc/passwd"), "which is no name of one"),
        (FIRST_LINE.replace("Disabled", "[GPU requires reset]"), "shows [GPU requires reset]"),
        (FIRST_LINE.replace("81559", "ERR!"), "shows ERR!"),
        (f"{FIRST_LINE}\n{FIRST_LINE.replace('0,', '1,', 1)}", "names one GPU twice"),
    ],
)
def test_an_answer_that_is_none_is_refused(text: str, said: str) -> None:
    with pytest.raises(GpuSick) as caught:
        parse_gpus(text)

    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("errors", "expected"), [("0", 0), ("12", 12), ("[N/A]", None), ("[Not Supported]", None), ("N/A", None)]
)
def test_a_reading_counts_errors_where_there_is_ecc(errors: str, expected: int | None) -> None:
    found = parse_reading(FIRST, f"{A}, 4, {errors}\n", f"{A}, 4711\n{B}, 12\n\n")

    assert Reading(used_mib=4, processes=frozenset({4711}), errors=expected) == found


@pytest.mark.parametrize(
    ("facts", "processes", "said"),
    [
        ("", "", "gave 0 lines about GPU 0"),
        (f"{A}, 4, 0\n{A}, 4, 0", "", "gave 2 lines"),
        (f"{B}, 4, 0", "", "answered about GPU-aaaa"),
        (f"{A}, [Unknown Error], 0", "", "shows [Unknown Error]"),
        (f"{A}, 4, [GPU is lost]", "", "shows [GPU is lost]"),
        (f"{A}, 4, many", "", "gave 'many' as ecc.errors"),
        (f"{A}, 4, 0", "No running processes found", "where gpu_uuid, pid were asked for"),
        (f"{A}, 4, 0", f"{A}, [N/A]", "gave '[N/A]' as pid"),
    ],
)
def test_a_reading_that_is_none_is_refused(facts: str, processes: str, said: str) -> None:
    with pytest.raises(GpuSick) as caught:
        parse_reading(FIRST, facts, processes)

    assert said in str(caught.value)


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The one folder that programs are found in."""
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def install(folder: Path, script: str) -> None:
    program = folder / "nvidia-smi"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)


def test_a_machine_without_the_tool_has_no_gpu(path: Path) -> None:
    with pytest.raises(NoGpu, match=r"nvidia-smi is not installed on this machine.*install the NVIDIA driver"):
        NvidiaSmi().gpus()


def test_a_tool_that_may_not_be_run_is_no_gpu_either(path: Path) -> None:
    (path / "nvidia-smi").mkdir()

    with pytest.raises(NoGpu, match="can't be run"):
        NvidiaSmi().gpus()


def test_a_tool_that_fails_is_quoted(path: Path) -> None:
    install(path, 'echo "NVIDIA-SMI has failed because it could not talk to the driver."; exit 9')

    with pytest.raises(NoGpu, match=r"failed with code 9: NVIDIA-SMI has failed.*--device cpu"):
        NvidiaSmi().gpus()


def test_a_machine_whose_driver_lists_nothing_has_no_gpu(path: Path) -> None:
    install(path, "true")

    with pytest.raises(NoGpu, match="lists no GPU"):
        NvidiaSmi().gpus()


def test_the_tool_is_asked_for_csv_about_one_gpu(path: Path) -> None:
    install(
        path,
        f'echo "$@" >> {path}/asked\n'
        f'case "$*" in *index*) echo "{FIRST_LINE}";; *memory.used*) echo "{A}, 4, 0";; *) echo "{A}, 77";; esac',
    )

    (found,) = NvidiaSmi().gpus()
    reading = NvidiaSmi().read(found)

    assert FIRST == found
    assert Reading(used_mib=4, processes=frozenset({77}), errors=0) == reading
    asked = (path / "asked").read_text().splitlines()
    assert 3 == len(asked)
    assert all(line.endswith("--format=csv,noheader,nounits") for line in asked)
    assert all(f"--id={A}" in line for line in asked[1:])


def test_a_driver_that_hangs_is_not_waited_for(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(path, "while :; do :; done")
    monkeypatch.setattr(smi, "ANSWER_SECONDS", 0.2)

    with pytest.raises(GpuSick, match=r"no answer within 0\.2 s: the driver or a GPU hangs"):
        NvidiaSmi().read(FIRST)


def test_a_command_gives_its_code_and_its_last_words() -> None:
    done = run_command(["/bin/sh", "-c", "echo out; echo one >&2; echo two >&2; exit 3"], seconds=10)

    assert (3, "out\n", "two") == (done.code, done.stdout, done.last_line)


def test_a_command_that_hangs_is_ended() -> None:
    with pytest.raises(CommandHung):
        run_command(["/bin/sh", "-c", "while :; do :; done"], seconds=0.1)
