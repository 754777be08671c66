"""A check that asks another one's probe again on the simulated GPU, as problem.yaml declares it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from torchgrade.graders.packs import PackError, load_pack
from torchgrade.graders.plan import plan_problem
from torchgrade.graders.text import Text

WritePack = Callable[..., Path]
YAML = "problems/gather/diagonal-3d/problem.yaml"
ON_A_GPU = "  - {id: on_a_gpu, probe: picks_diagonal, device: simulated, points: 0, visibility: public, cases: 3}\n"


@pytest.fixture
def with_check(write_pack: WritePack, problem_yaml: str) -> Callable[[str], Path]:
    """Write the pack with one more line of checks."""
    return lambda line: write_pack({YAML: problem_yaml.replace("hints:\n", line + "hints:\n")})


def test_it_asks_the_other_checks_probe_needs_that_check_and_has_a_title(with_check: Callable[[str], Path]) -> None:
    problem = load_pack(with_check(ON_A_GPU)).problems["gather/diagonal-3d"]

    check = problem.checks[-1]
    assert ("on_a_gpu", "picks_diagonal", True, ("picks_diagonal",)) == (
        check.id,
        check.probe,
        check.simulated,
        check.needs,
    )
    assert check.title is not None
    assert ("It works on a GPU too", "GPU에서도 동작한다") == (check.title.en[:21], check.title.ko[:11])
    assert [("picks_diagonal", False), ("keeps_dtype", False)] == [(c.probe, c.simulated) for c in problem.checks[:-1]]
    assert 3 == problem.points


def test_its_own_title_and_needs_are_kept(with_check: Callable[[str], Path]) -> None:
    line = ON_A_GPU.replace("cases: 3", "cases: 3, needs: [keeps_dtype], title: {en: On cuda, ko: cuda에서}")

    check = load_pack(with_check(line)).problems["gather/diagonal-3d"].checks[-1]

    assert (("picks_diagonal", "keeps_dtype"), Text("On cuda", "cuda에서")) == (check.needs, check.title)


def test_the_task_says_which_checks_are_asked_on_the_simulated_gpu(with_check: Callable[[str], Path]) -> None:
    plan = plan_problem(load_pack(with_check(ON_A_GPU)).problems["gather/diagonal-3d"], seed=1)

    task = plan.source_task("")

    assert (["picks_diagonal", "keeps_dtype", "picks_diagonal"], (2,)) == ([n for n, _ in task.checks], task.simulated)
    assert plan.checks[0].cases[:3] != plan.checks[2].cases[:3]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (", device: simulated", "", f"{YAML}:20: checks[2] has probe but no device; to ask a check's probe again on a"),
        ("probe: picks_diagonal, ", "", f"{YAML}:20: checks[2] has device but no probe; to ask a check's probe again"),
        ("simulated", "cuda", f"{YAML}:20: checks[2].device is 'cuda'; it must be one of simulated"),
        ("simulated", "simulate", "checks[2].device is 'simulate'; it must be one of simulated; did you mean"),
        ("probe: picks_diagonal", "probe: on_a_gpu", "checks[2].probe is 'on_a_gpu', the check itself; name the check"),
        (
            "probe: picks_diagonal",
            "probe: pick_diagonal",
            "checks[2].probe is 'pick_diagonal', which is no check; did you mean",
        ),
        ("probe: picks_diagonal", "probe: 3", f"{YAML}:20: checks[2].probe is the number 3; it must be text"),
        ("probe: picks_diagonal", "probe: a b", f"{YAML}:20: checks[2].probe is 'a b'; it must be a Python name"),
        ("cases: 3", "cases: 0", f"{YAML}:20: checks[2].cases is 0; it must be at least 1"),
    ],
)
def test_a_mistake_in_it_is_named_with_its_place(
    with_check: Callable[[str], Path], old: str, new: str, message: str
) -> None:
    with pytest.raises(PackError) as caught:
        load_pack(with_check(ON_A_GPU.replace(old, new, 1)))

    assert message in str(caught.value)
    assert 1 == len(str(caught.value).split("\n")), str(caught.value)


def test_two_of_them_cannot_ask_each_other(with_check: Callable[[str], Path]) -> None:
    again = ON_A_GPU.replace("on_a_gpu", "again").replace("picks_diagonal", "on_a_gpu")

    with pytest.raises(PackError) as caught:
        load_pack(with_check(ON_A_GPU + again))

    assert "checks[3].probe is 'on_a_gpu', which has no probe of its own; name one that has" in str(caught.value)


def test_the_check_whose_probe_it_asks_cannot_need_it(write_pack: WritePack, problem_yaml: str) -> None:
    text = problem_yaml.replace("needs: [picks_diagonal]", "needs: [on_a_gpu]").replace(
        "hints:\n", ON_A_GPU.replace("probe: picks_diagonal", "probe: keeps_dtype") + "hints:\n"
    )

    with pytest.raises(PackError) as caught:
        load_pack(write_pack({YAML: text}))

    assert "the checks need each other in a circle: keeps_dtype > on_a_gpu > keeps_dtype" in str(caught.value)
