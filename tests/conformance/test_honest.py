"""What an honest submission may rely on, in any runner."""

from __future__ import annotations

import textwrap
from typing import Any

from torchgrade.problems.kit import tensor
from torchgrade.problems.values import Raised
from torchgrade.sandbox.decode import decode
from torchgrade.sandbox.protocol import JobFile, Sandbox


def test_answers_are_those_that_the_same_code_gives_here(sandbox: Sandbox, ask: Any) -> None:
    source = textwrap.dedent(
        """
        import torch
        def f(n):
            return {"t": torch.arange(3, dtype=torch.float32) * n, "n": n, "l": [None, True, "é", (1.5,)]}
        """
    )

    asked = ask(sandbox, source, checks={"calls": 3})

    expected = [
        {"t": tensor([0.0, 1.0 * n, 2.0 * n], dtype="float32"), "n": n, "l": [None, True, "é", (1.5,)]}
        for n in range(3)
    ]
    assert ["replied"] * 3 == asked.endings
    assert expected == asked.answers
    assert [{}] * 3 == asked.changed
    assert not asked.observation.tainted


def test_inference_mode_that_is_never_left_ends_with_its_case(sandbox: Sandbox, ask: Any) -> None:
    source = textwrap.dedent(
        """
        import torch
        kept = [torch.inference_mode()]
        kept[0].__enter__()
        def f(n):
            before = torch.is_inference_mode_enabled()
            x = torch.ones(2, requires_grad=True)
            (x * n).sum().backward()
            kept.append(torch.inference_mode())
            kept[-1].__enter__()
            return {"before": before, "grad": x.grad, "within": torch.is_inference_mode_enabled()}
        """
    )

    asked = ask(sandbox, source, checks={"calls": 3})

    expected = [
        {"before": False, "grad": tensor([1.0 * n, 1.0 * n], dtype="float32"), "within": True} for n in range(3)
    ]
    assert expected == asked.answers


def test_an_exception_is_an_answer_and_so_is_system_exit(sandbox: Sandbox, ask: Any) -> None:
    asked = ask(sandbox, "def f(n):\n    raise (ValueError('no'), SystemExit(0))[n]\n", checks={"calls": 2})

    assert ["replied", "replied"] == asked.endings
    assert ["ValueError", "SystemExit"] == [answer.type for answer in asked.answers]
    assert "no (solution.py, line 2)" == asked.answers[0].message


def test_what_is_printed_is_captured_and_never_taken_for_an_answer(sandbox: Sandbox, ask: Any) -> None:
    source = textwrap.dedent(
        """
        import os, sys
        print("at import")
        def f(n):
            print("to stdout")
            print("to stderr", file=sys.stderr)
            os.write(1, b"TGF1\\x03\\0\\0\\0\\0")
            os.write(2, b"by number\\xff")
            return n
        """
    )

    asked = ask(sandbox, source)

    assert [0] == asked.answers
    assert "at import\nto stdout\nTGF1\x03\0\0\0\0" == asked.observation.stdout
    assert "to stderr\nby number\\xff" == asked.observation.stderr


def test_of_a_long_output_the_head_and_the_tail_are_kept(sandbox: Sandbox, ask: Any) -> None:
    asked = ask(sandbox, "def f(n):\n    print('head' + '.' * 200_000 + 'tail')\n    return n\n")

    printed = asked.observation.stdout
    assert [0] == asked.answers
    assert printed.startswith("head...")
    assert printed.endswith("...tail\n")
    assert "bytes left out" in printed
    assert 140_000 > len(printed)


def test_there_is_no_input_to_read(sandbox: Sandbox, ask: Any) -> None:
    source = "import os, sys\ndef f(n):\n    return sys.stdin.read(), os.read(0, 1) == b''\n"

    assert [("", True)] == ask(sandbox, source).answers


def test_our_environment_is_not_seen(sandbox: Sandbox, ask: Any) -> None:
    source = textwrap.dedent(
        """
        import os, pathlib
        def f(n):
            seen = [str(dict(os.environ))]
            for folder in pathlib.Path("/proc").glob("[0-9]*"):
                if folder.name in (str(os.getpid()), "1"):
                    try:
                        seen.append((folder / "environ").read_text())
                    except OSError:
                        pass
            return any("canary-in-the-environment" in text for text in seen)
        """
    )

    assert [False] == ask(sandbox, source).answers


def test_files_of_a_submission_import_each_other(sandbox: Sandbox, ask: Any) -> None:
    files = [
        JobFile(
            name="main.py", source="from helper import twice\nfrom part.deep import one\nf = lambda n: twice(one)\n"
        ),
        JobFile(name="helper.py", source="def twice(n): return 2 * n\n"),
        JobFile(name="part/deep.py", source="one = 1\n"),
    ]

    assert [2] == ask(sandbox, files).answers


def test_a_cell_that_raises_is_noticed_and_the_next_one_runs(sandbox: Sandbox, ask: Any) -> None:
    cells = ((1, "x = 1"), (3, "x = undefined_name"), (4, "def f(n): return x"))
    notebook = JobFile(name="work.ipynb", source="", cells=cells)

    asked = ask(sandbox, [notebook])

    (notice,) = [decode(words) for words in asked.observation.notices]
    assert [1] == asked.answers
    assert ("work.ipynb", 3) == notice[:2]
    assert isinstance(notice[2], Raised)
    assert "NameError" == notice[2].type


def test_one_case_finds_nothing_of_torch_changed_by_another(sandbox: Sandbox, ask: Any) -> None:
    source = textwrap.dedent(
        """
        import torch
        def f(n):
            state = (str(torch.get_default_dtype()), torch.is_grad_enabled(), torch.get_num_threads())
            torch.set_default_dtype(torch.float64)
            torch.set_grad_enabled(False)
            torch.set_num_threads(2)
            torch.nn.modules.module.register_module_forward_hook(lambda *a: torch.zeros(()))
            return state, torch.nn.Identity()(torch.ones(())).item()
        """
    )

    asked = ask(sandbox, source, checks={"a": 2, "b": 1})

    assert [(("torch.float32", True, 1), 0.0)] * 3 == asked.answers


def test_random_numbers_are_the_same_in_every_run(sandbox: Sandbox, ask: Any) -> None:
    source = (
        "import random, torch\ndef f(n):\n    return torch.rand(()).item(), random.random(), list({'a', 'b', 'c'})\n"
    )

    first = ask(sandbox, source, checks={"calls": 2})
    second = ask(sandbox, source, checks={"calls": 2})

    assert first.answers == second.answers
    assert first.answers[0] != first.answers[1]


def test_a_submission_has_a_private_folder_that_is_gone_afterwards(sandbox: Sandbox, ask: Any) -> None:
    source = textwrap.dedent(
        """
        import os, tempfile, pathlib
        def f(n):
            pathlib.Path("deep/er").mkdir(parents=True)
            pathlib.Path("deep/er/file").write_text("x" * 1000)
            with tempfile.NamedTemporaryFile(delete=False) as file:
                return os.getcwd(), os.path.dirname(file.name), tempfile.gettempdir(), os.path.expanduser("~")
        """
    )
    asked = ask(sandbox, source)
    (folder, *same) = asked.answers[0]

    again = ask(sandbox, f"import os\ndef f(n):\n    return os.path.exists({folder!r}), len(os.listdir('.'))\n")

    assert [folder] * 3 == same
    assert [(False, 0)] == again.answers
    assert not asked.observation.tainted


def test_what_was_warmed_is_imported_before_the_submission(runner: Any, ask: Any) -> None:
    names = ["sndhdr", "no_such_module"]
    source = f"import sys\nthere = [name in sys.modules for name in {names}]\ndef f(n): return there"

    def answers() -> list[Any]:
        sandbox = runner.sandbox("warm or cold")
        asked = ask(sandbox, source)
        sandbox.close()
        return asked.answers

    cold = answers()
    runner.warm(names)

    assert [[False, False]] == cold
    assert [[[True, False]]] * 2 == [answers(), answers()]


def test_closing_twice_does_no_harm(runner: Any, ask: Any) -> None:
    sandbox = runner.sandbox("closed twice")
    ask(sandbox, "def f(n): return n")
    sandbox.close()

    sandbox.close()


def test_of_two_files_that_are_one_module_the_one_with_the_entry_point_runs(sandbox: Sandbox, ask: Any) -> None:
    files = [
        JobFile(name="my-solution.py", source="def f(n):\n    return 'right'\n"),
        JobFile(name="my_solution.py", source="def f(n):\n    return 'the other'\n"),
    ]

    assert ["right"] == ask(sandbox, files).answers
    assert ["the other"] == ask(sandbox, files[::-1]).answers
