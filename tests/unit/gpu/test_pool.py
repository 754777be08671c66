"""GPUs are lent clean and to one at a time, whatever happens: on a made-up machine whose clock only tests move."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from torchgrade.sandbox.gpu.held import Surroundings
from torchgrade.sandbox.gpu.pool import GpuPool, Lease, NoGpuLeft
from torchgrade.sandbox.gpu.scrub import ScrubFailed
from torchgrade.sandbox.gpu.smi import Gpu, GpuSick, Reading
from torchgrade.sandbox.protocol import SandboxFailed


def gpu(index: int = 0) -> Gpu:
    return Gpu(index=index, uuid=f"GPU-0000000{index}", name="Fake 9000", memory_mib=8192, driver="580.1")


@dataclass
class Card:
    """One GPU as it really is. ``data`` says whose bytes lie in its memory."""

    data: str = ""
    used_mib: int = 100
    processes: set[int] = field(default_factory=set)
    errors: int = 0
    hangs: bool = False
    failing_scrubs: int = 0
    scrubs: int = 0


@dataclass
class Machine:
    """The driver, the scrubber and the clock of a made-up machine."""

    cards: dict[str, Card]
    now: float = 0.0
    scrub_raises: BaseException | None = None
    sleeps: Callable[[], None] = lambda: None

    def gpus(self) -> tuple[Gpu, ...]:
        return tuple(gpu(number) for number in range(len(self.cards)))

    def read(self, one: Gpu) -> Reading:
        card = self.cards[one.uuid]
        if card.hangs:
            raise GpuSick("nvidia-smi gave no answer within 30 s: the driver or a GPU hangs")
        return Reading(used_mib=card.used_mib, processes=frozenset(card.processes), errors=card.errors)

    def scrub(self, one: Gpu) -> None:
        card = self.cards[one.uuid]
        assert not card.processes, "scrubbed under somebody's feet"
        card.scrubs += 1
        if self.scrub_raises is not None:
            raise self.scrub_raises
        if card.failing_scrubs:
            card.failing_scrubs -= 1
            raise ScrubFailed("the scrubber ended with code 4: a sort is wrong")
        card.data = ""

    def clock(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds
        self.sleeps()

    def grader(self, folder: Path, *, token: str, say: Callable[[str], None] = lambda _line: None) -> GpuPool:
        """Return the pool of one more grader on this machine, which asks once and does not wait."""
        around = Surroundings(
            smi=self, scrubber=self, clock=self.clock, sleep=self.sleep, today=lambda: "noon", token=token
        )
        return GpuPool(self.gpus(), around, folder=folder, say=say, stopped=lambda: True)


def machine(count: int = 1) -> Machine:
    return Machine({gpu(number).uuid: Card() for number in range(count)})


def run_submission(world: Machine, lease: Lease, name: str) -> None:
    """Use a leased GPU as a submission does, up to the death of its processes."""
    card = world.cards[lease.gpu.uuid]
    assert not card.data
    card.data = name


def test_the_first_lease_scrubs_and_the_next_trusts_what_was_left(tmp_path: Path) -> None:
    world = machine()
    pool = world.grader(tmp_path, token="a")
    card = world.cards[gpu().uuid]

    lease = pool.lease()
    assert 1 == card.scrubs
    run_submission(world, lease, "ada")
    lease.close()
    assert (2, "") == (card.scrubs, card.data)
    pool.lease()

    assert 2 == card.scrubs


def test_what_another_grader_left_is_scrubbed_again(tmp_path: Path) -> None:
    world = machine()
    first, second = world.grader(tmp_path, token="a"), world.grader(tmp_path, token="b")
    first.lease().close()
    scrubs = world.cards[gpu().uuid].scrubs

    second.lease().close()

    assert scrubs + 2 == world.cards[gpu().uuid].scrubs


def test_a_gpu_of_another_grader_is_waited_for_and_its_holder_is_named(tmp_path: Path) -> None:
    world, said = machine(), list[str]()
    lease = world.grader(tmp_path, token="a").lease()

    with pytest.raises(SandboxFailed, match="stopped while it waited for a GPU"):
        world.grader(tmp_path, token="b", say=said.append).lease()
    lease.close()
    world.grader(tmp_path, token="b").lease()

    (line,) = said
    assert line.startswith(f"waiting for a GPU: GPU 0 (Fake 9000, {gpu().uuid}) is held by ")
    assert f"(process {os.getpid()}) since noon" in line
    assert "\n" not in line


def test_a_lease_takes_the_gpu_that_is_free(tmp_path: Path) -> None:
    world = machine(2)
    first = world.grader(tmp_path, token="a").lease()

    second = world.grader(tmp_path, token="b").lease()

    assert {0, 1} == {first.gpu.index, second.gpu.index}


def test_memory_is_waited_for_before_the_scrub(tmp_path: Path) -> None:
    world = machine()
    card = world.cards[gpu().uuid]
    lease = world.grader(tmp_path, token="a").lease()
    card.processes, card.used_mib = {7}, 4000

    def memory_comes_back() -> None:
        card.processes, card.used_mib = set(), 100

    world.sleeps = memory_comes_back
    lease.close()

    assert 2 == card.scrubs


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda card: card.processes.add(7), "processes that are not ours use it: 7"),
        (lambda card: setattr(card, "used_mib", 5000), "5000 MiB of its memory are in use, at most 356 should be"),
        (lambda card: setattr(card, "errors", 3), "it counts 3 new uncorrected memory errors"),
        (lambda card: setattr(card, "hangs", True), "nvidia-smi gave no answer within 30 s"),
        (lambda card: setattr(card, "failing_scrubs", 2), "the scrubber ended with code 4: a sort is wrong"),
    ],
    ids=["processes", "memory", "ecc", "hang", "scrub"],
)
def test_a_gpu_that_does_not_come_back_is_quarantined_and_told(
    tmp_path: Path, change: Callable[[Card], None], reason: str
) -> None:
    world, said = machine(), list[str]()
    pool = world.grader(tmp_path, token="a", say=said.append)
    lease = pool.lease()
    change(world.cards[gpu().uuid])

    lease.close()

    (line,) = said
    assert line.startswith(f"GPU 0 (Fake 9000, {gpu().uuid}) is quarantined: {reason}")
    assert "--gpu-reset" in line
    assert (line,) == pool.quarantined()
    with pytest.raises(NoGpuLeft, match=r"no GPU is left\. GPU 0 .* is quarantined"):
        pool.lease()


def test_one_failed_scrub_is_tried_again(tmp_path: Path) -> None:
    world = machine()
    pool = world.grader(tmp_path, token="a")
    world.cards[gpu().uuid].failing_scrubs = 1

    pool.lease()

    assert 2 == world.cards[gpu().uuid].scrubs


def test_submissions_of_a_quarantined_gpu_go_to_another(tmp_path: Path) -> None:
    world = machine(2)
    pool = world.grader(tmp_path, token="a")
    lease = pool.lease()
    world.cards[lease.gpu.uuid].hangs = True

    with pytest.raises(GpuSick, match="no answer"):
        lease.check()
    lease.close()

    assert lease.gpu != pool.lease().gpu


def test_a_repaired_gpu_is_tried_again_by_the_next_run(tmp_path: Path) -> None:
    world = machine()
    card = world.cards[gpu().uuid]
    card.hangs = True
    with pytest.raises(NoGpuLeft):
        world.grader(tmp_path, token="a").lease()
    card.hangs = False

    lease = world.grader(tmp_path, token="b").lease()

    assert gpu() == lease.gpu


def test_a_scrub_that_could_not_be_started_leaves_the_gpu_to_the_next_lease(tmp_path: Path) -> None:
    world, said = machine(), list[str]()
    pool = world.grader(tmp_path, token="a", say=said.append)
    lease = pool.lease()
    run_submission(world, lease, "ada")
    world.scrub_raises = SandboxFailed("no Docker engine answers")

    lease.close()
    world.scrub_raises = None
    pool.lease()

    assert [f"GPU 0 (Fake 9000, {gpu().uuid}) was not scrubbed: no Docker engine answers"] == said
    assert not world.cards[gpu().uuid].data


class Graders(RuleBasedStateMachine):
    """Several graders on one machine with two GPUs, while GPUs break, processes linger and graders die."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.world = machine(2)
        self.serial = 0
        self.pools = {name: self.new_pool() for name in "ab"}
        self.leases: dict[str, list[tuple[Lease, str]]] = {name: [] for name in "ab"}

    def new_pool(self) -> GpuPool:
        self.serial += 1
        return self.world.grader(Path(self.folder.name), token=f"token-{self.serial}")

    def healthy(self) -> list[Card]:
        idle = (card for card in self.world.cards.values() if not card.processes and card.used_mib == 100)
        return [card for card in idle if not card.hangs and not card.failing_scrubs]

    @rule(grader=st.sampled_from("ab"))
    def a_submission_starts(self, grader: str) -> None:
        in_use = {lease.gpu.uuid for leases in self.leases.values() for lease, _ in leases}
        try:
            lease = self.pools[grader].lease()
        except NoGpuLeft:
            assert 2 == len(self.pools[grader].quarantined())
            return
        except SandboxFailed:
            # It waits, so somebody must have what it waits for.
            closed = len(self.pools[grader].quarantined())
            assert len(in_use) + closed >= 2
            return
        card = self.world.cards[lease.gpu.uuid]
        assert lease.gpu.uuid not in in_use, "two submissions at once"
        assert not card.data, f"{card.data} can be read"
        assert not card.processes
        assert card in self.healthy()
        self.serial += 1
        card.data, card.used_mib = f"submission {self.serial}", 3000
        card.processes = {self.serial}
        self.leases[grader].append((lease, card.data))

    @precondition(lambda self: any(self.leases.values()))
    @rule(data=st.data(), memory_lingers=st.booleans(), process_lingers=st.booleans())
    def a_submission_ends(self, data: st.DataObject, memory_lingers: bool, process_lingers: bool) -> None:
        grader = data.draw(st.sampled_from([name for name, leases in self.leases.items() if leases]))
        lease, _ = self.leases[grader].pop(0)
        card = self.world.cards[lease.gpu.uuid]
        if not process_lingers:
            card.processes = set()
        card.used_mib = 3000 if memory_lingers else 100
        lease.close()
        lease.close()  # twice does no harm

    @precondition(lambda self: any(self.leases.values()))
    @rule(data=st.data())
    def a_submission_is_interrupted_in_its_clean_up(self, data: st.DataObject) -> None:
        grader = data.draw(st.sampled_from([name for name, leases in self.leases.items() if leases]))
        lease, _ = self.leases[grader].pop(0)
        card = self.world.cards[lease.gpu.uuid]
        card.processes, card.used_mib = set(), 100
        self.world.scrub_raises = KeyboardInterrupt()
        try:
            lease.close()
        except KeyboardInterrupt:
            pass
        finally:
            self.world.scrub_raises = None

    @rule(grader=st.sampled_from("ab"))
    def a_grader_dies(self, grader: str) -> None:
        for lease, _ in self.leases[grader]:
            held = lease._held
            assert held is not None
            descriptor = held._lock._descriptor
            if descriptor is not None:
                os.close(descriptor)  # what the kernel does; nothing is written on the way
                held._lock._descriptor = None
            card = self.world.cards[lease.gpu.uuid]
            card.processes, card.used_mib = set(), 100
        self.leases[grader] = []
        self.pools[grader] = self.new_pool()

    @rule(number=st.integers(0, 1), how=st.sampled_from(["hangs", "ecc", "scrub", "process"]))
    def a_gpu_breaks(self, number: int, how: str) -> None:
        card = self.world.cards[gpu(number).uuid]
        match how:
            case "hangs":
                card.hangs = True
            case "ecc":
                card.errors += 1
            case "scrub":
                card.failing_scrubs = 2
            case _:
                card.processes = card.processes | {99}

    @rule(number=st.integers(0, 1))
    def a_gpu_is_mended(self, number: int) -> None:
        card = self.world.cards[gpu(number).uuid]
        if any(lease.gpu.index == number for leases in self.leases.values() for lease, _ in leases):
            card.hangs, card.failing_scrubs = False, 0
        else:
            data, scrubs = card.data, card.scrubs
            self.world.cards[gpu(number).uuid] = Card(data=data, scrubs=scrubs, errors=card.errors)

    @invariant()
    def what_lies_in_a_lent_gpu_is_its_submissions(self) -> None:
        for leases in self.leases.values():
            for lease, data in leases:
                assert data == self.world.cards[lease.gpu.uuid].data

    def teardown(self) -> None:
        for grader in "ab":
            self.a_grader_dies(grader)
        self.folder.cleanup()


TestGraders = Graders.TestCase
TestGraders.settings = settings(max_examples=150, stateful_step_count=40, deadline=None)
