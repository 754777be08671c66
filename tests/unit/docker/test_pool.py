"""Which containers a pool starts, and when. Containers are stand-ins here."""

from __future__ import annotations

from typing import Any

import pytest

from torchgrade.sandbox.docker.pool import Pool
from torchgrade.sandbox.docker.spec import Place


class Container:
    """A container that is fit until it is closed."""

    def __init__(self) -> None:
        self.uses = 0
        self.closed = False

    def is_fit(self) -> bool:
        return not self.closed

    def close(self) -> bool:
        self.closed = True
        return True


class Started:
    """Starts containers and remembers them."""

    def __init__(self) -> None:
        self.containers: list[Container] = []

    def __call__(self, _place: Place) -> Any:
        self.containers.append(Container())
        return self.containers[-1]


def serve(pool: Pool, *, fit: bool = True) -> None:
    """Be one submission."""
    slot = pool.take_slot()
    pool.give_back(slot, pool.container(slot), fit=fit)


def pool_of(start: Started, *, slots: int = 2, max_uses: int = 1, expected: int | None = None) -> Pool:
    places = tuple(Place(number=number, cpu=number, gpu=None) for number in range(slots))
    pool = Pool(start, lambda: None, places, max_uses=max_uses, expected=expected)
    pool.start_early()
    return pool


@pytest.mark.parametrize("expected", [0, 1, 2, 3, 7])
def test_single_use_starts_no_container_when_nobody_is_to_come(expected: int) -> None:
    started = Started()
    pool = pool_of(started, expected=expected)

    for _ in range(expected):
        serve(pool)
    pool.close()

    assert expected == len(started.containers)
    assert all(container.closed for container in started.containers)


def test_without_a_number_every_slot_is_ready_for_one_more() -> None:
    started = Started()
    pool = pool_of(started)

    serve(pool)
    pool.close()

    assert 3 == len(started.containers)


def test_more_submissions_than_expected_are_served_all_the_same() -> None:
    started = Started()
    pool = pool_of(started, expected=1)

    for _ in range(4):
        serve(pool)
    pool.close()

    assert 4 == len(started.containers)


@pytest.mark.parametrize(("fit", "wanted"), [(True, 2), (False, 5)])
def test_shared_containers_are_replaced_only_for_those_to_come(fit: bool, wanted: int) -> None:
    started = Started()
    pool = pool_of(started, max_uses=100, expected=5)

    for _ in range(5):
        serve(pool, fit=fit)
    pool.close()

    assert wanted == len(started.containers)


def test_a_container_that_waits_in_another_slot_is_one_for_those_to_come() -> None:
    started = Started()
    pool = pool_of(started, expected=3)
    slots = [pool.take_slot(), pool.take_slot()]

    containers = [pool.container(slot) for slot in slots]  # the second one's taker leaves the third to the first
    pool.give_back(slots[0], containers[0], fit=True)
    last = pool.container(slots[0])
    pool.give_back(slots[0], last, fit=True)
    pool.give_back(slots[1], containers[1], fit=True)
    pool.close()

    assert 3 == len(started.containers)
