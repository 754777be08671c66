from collections.abc import Callable
from pathlib import Path

import pytest

from torchgrade.graders.packs import PackError, load_pack
from torchgrade.graders.problem import Limits, Problem, Rules
from torchgrade.graders.results import Visibility
from torchgrade.graders.text import Text

WritePack = Callable[..., Path]
HOME = "problems/gather/diagonal-3d"
YAML = f"{HOME}/problem.yaml"


@pytest.fixture
def mistakes_after(write_pack: WritePack, problem_yaml: str) -> Callable[[str, str], list[str]]:
    """Replace one piece of the right problem.yaml, and return the messages of loading it."""

    def change(old: str, new: str) -> list[str]:
        assert old in problem_yaml
        with pytest.raises(PackError) as caught:
            load_pack(write_pack({YAML: problem_yaml.replace(old, new, 1)}))
        return str(caught.value).split("\n")

    return change


def mistakes_of(folder: Path) -> list[str]:
    with pytest.raises(PackError) as caught:
        load_pack(folder)
    return str(caught.value).split("\n")


def load(folder: Path) -> Problem:
    return load_pack(folder).problems["gather/diagonal-3d"]


def test_a_right_problem_is_decoded_whole(write_pack: WritePack) -> None:
    problem = load(write_pack())
    assert problem.id == "gather/diagonal-3d"
    assert Text("Batched diagonals", "배치 대각 원소") == problem.title
    assert problem.entry_points == ("get_diag",)
    assert (2, ("gather", "indexing"), Limits()) == (problem.difficulty, problem.topics, problem.limits)
    assert Rules(forbid=("torch.diagonal", "torch.diag"), require=("torch.gather",), loops=False) == problem.rules
    assert [(check.points, check.visibility, check.cases, check.needs) for check in problem.checks] == [
        (2, Visibility.PUBLIC, 40, ()),
        (1, Visibility.HIDDEN, 20, ("picks_diagonal",)),
    ]
    assert [check.line for check in problem.checks] == [13, 14]
    assert (Text("Look at the index.", "인덱스를 보라."),) == problem.hints
    assert Text("Pick the diagonal.\n", "대각 원소를 뽑으세요.\n") == problem.statement


def test_the_english_title_of_a_check_defaults_to_the_first_paragraph_of_its_docstring(write_pack: WritePack) -> None:
    titles = [check.title for check in load(write_pack()).checks]
    assert Text("Row b of the result holds A[b, 0, 0] and so on.", "대각 원소를 뽑는다") == titles[0]
    assert Text("The dtype is kept", "dtype이 그대로다") == titles[1]


def test_limits_and_rules_may_be_left_out(write_pack: WritePack, problem_yaml: str) -> None:
    lines = problem_yaml.splitlines(keepends=True)
    problem = load(write_pack({YAML: "".join(lines[:6] + lines[11:])}))
    assert (Limits(), Rules()) == (problem.limits, problem.rules)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("format: 1", "format: 2", f"{YAML}:1: format is 2, but this torchgrade reads format 1; upgrade torchgrade"),
        ("format: 1", "format: 0", f"{YAML}:1: format is 0, which torchgrade no longer reads; rewrite the file in"),
        ("format: 1", "format: one", f"{YAML}:1: format is the text 'one'; it must be a whole number"),
        ("format: 1\n", "", f"{YAML}:1: format is missing"),
        ("memory_mib: 1024", "memory_mib: -5", f"{YAML}:7: limits.memory_mib is -5; it must be at least 64"),
        ("memory_mib: 1024", "memory_mib: true", f"{YAML}:7: limits.memory_mib is true; it must be a whole number"),
        ("memory_mib: 1024", "memory_mib: 1.5", f"{YAML}:7: limits.memory_mib is 1.5; it must be a whole number"),
        ("memory_mib", "memry_mib", f"{YAML}:7: unknown key 'limits.memry_mib'; did you mean 'memory_mib'?"),
        ("import_seconds: 20", "import_seconds: 121", "limits.import_seconds is 121; it must be at most 120"),
        ("case_seconds: 5", "case_seconds: 61", "limits.case_seconds is 61; it must be at most 60"),
        ("case_seconds: 5", "case_seconds: 0", "limits.case_seconds is 0; it must be at least 0.1"),
        ("case_seconds: 5", "case_seconds: .inf", "limits.case_seconds is .inf; it must be a finite number"),
        (
            "total_seconds: 60",
            "total_seconds: 4",
            "limits.case_seconds is 5, more than limits.total_seconds, which is 4",
        ),
        ("total_seconds: 60", "total_seconds: 601", "limits.total_seconds is 601; it must be at most 600"),
        ("processes: 64", "processes: 0", "limits.processes is 0; it must be at least 1"),
        ("reply_mib: 16", "reply_mib: 65", "limits.reply_mib is 65; it must be at most 64"),
        ("difficulty: 2", "difficulty: 6", f"{YAML}:5: difficulty is 6; it must be at most 5"),
        ("difficulty: 2", 'difficulty: "2"', "difficulty is the text '2'; it must be a whole number"),
        ("difficulty: 2", "dificulty: 2", f"{YAML}:5: unknown key 'dificulty'; did you mean 'difficulty'?"),
        ("difficulty: 2", "dificulty: 2", "difficulty is missing"),
        ("en: Batched diagonals, ", "", f"{YAML}:3: title.en is missing"),
        ("en: Batched diagonals", "en: no", 'title.en is a bare no, which YAML may read as a boolean; write "no" in'),
        ("en: Batched diagonals", "en: 3", 'title.en is the number 3; it must be text (write "3" in quotes)'),
        ("en: Batched diagonals", 'en: " "', "title.en is blank; write something"),
        (
            "{en: Batched diagonals, ko: 배치 대각 원소}",
            "x",
            "title is the text 'x'; it must be a mapping with the keys",
        ),
        ("[get_diag]", "[]", f"{YAML}:4: entry_points is an empty list; it needs at least one item"),
        ("[get_diag]", "get_diag", "entry_points is the text 'get_diag'; it must be a list, such as [a, b]"),
        ("[get_diag]", "[get-diag]", "entry_points[0] is 'get-diag'; it must be a Python name"),
        ("[get_diag]", "[class]", "entry_points[0] is 'class', a word that Python reserves"),
        ("[get_diag]", "[f, f]", "entry_points[1] is 'f', which is already in the list"),
        ("[gather, indexing]", "[Gather]", "topics[0] is 'Gather'; it must be small letters, digits and single dashes"),
        ("id: gather/diagonal-3d", "id: gather/other", f"{YAML}:2: id is 'gather/other' but the folder is 'gather/"),
        ("id: gather/diagonal-3d", "id: Gather", "id is 'Gather'; it must be unit/slug in small letters"),
        (
            "[torch.gather]",
            "[gather]",
            f"{YAML}:10: rules.require[0] is 'gather'; it must be a dotted name such as torch",
        ),
        ("[torch.gather]", "[torch.diag]", "rules.require and rules.forbid both name torch.diag; nobody could solve"),
        ("loops: false", "loops: no", f"{YAML}:11: rules.loops is no; it must be true or false"),
        ("loops: false", "loops: 0", "rules.loops is 0; it must be true or false"),
        ("points: 2", "points: -1", f"{YAML}:13: checks[0].points is -1; it must be at least 0"),
        ("points: 2", "points: yes", "checks[0].points is yes; it must be a whole number"),
        ("points: 2, ", "", "checks[0].points is missing"),
        ("cases: 40", "cases: 1001", "checks[0].cases is 1001; it must be at most 1000"),
        ("cases: 40", "cases: 0", "checks[0].cases is 0; it must be at least 1"),
        (
            "visibility: public",
            "visibility: pubic",
            "it must be one of public, after_due, hidden; did you mean 'public'?",
        ),
        ("id: keeps_dtype", "id: picks_diagonal", f"{YAML}:14: checks[1].id is 'picks_diagonal', which is already the"),
        (
            "needs: [picks_diagonal]",
            "needs: [picks_diagnal]",
            "needs[0] is 'picks_diagnal', which is no check; did you",
        ),
        (
            "needs: [picks_diagonal]",
            "needs: [keeps_dtype]",
            f"{YAML}:18: checks[1].needs[0] is 'keeps_dtype', the check",
        ),
        ("cases: 40", "cases: 40, needs: [keeps_dtype]", "in a circle: picks_diagonal > keeps_dtype > picks_diagonal"),
        (
            "{en: Look at the index., ko: 인덱스를 보라.}",
            "Look",
            "hints[0] is the text 'Look'; it must be a mapping with",
        ),
    ],
)
def test_each_mistake_has_its_own_message(
    mistakes_after: Callable[[str, str], list[str]], old: str, new: str, message: str
) -> None:
    found = mistakes_after(old, new)
    assert any(message in line for line in found), found


def test_a_problem_without_any_points_is_refused(write_pack: WritePack, problem_yaml: str) -> None:
    text = problem_yaml.replace("points: 2", "points: 0").replace("points: 1", "points: 0")
    assert [f"{YAML}:12: no check has points; at least one must, or nobody can solve the problem"] == mistakes_of(
        write_pack({YAML: text})
    )


def test_a_file_of_another_format_is_not_looked_at_further(
    mistakes_after: Callable[[str, str], list[str]],
) -> None:
    assert len(mistakes_after("format: 1\nid: gather/diagonal-3d", "format: 2\nid: nonsense")) == 1


@pytest.mark.parametrize("name", ["problem.yaml", "statement.md", "statement.ko.md", "starter.py", "checks.py"])
def test_every_file_of_a_problem_must_be_there(write_pack: WritePack, name: str) -> None:
    assert [f"{HOME}/{name}:1: the file is missing"] == mistakes_of(write_pack({f"{HOME}/{name}": None}))


def test_an_empty_statement_is_refused(write_pack: WritePack) -> None:
    path = f"{HOME}/statement.ko.md"
    assert [f"{path}:1: the file is empty"] == mistakes_of(write_pack({path: " \n"}))


def test_a_file_that_is_not_utf8_is_refused_with_its_line(write_pack: WritePack) -> None:
    path = f"{HOME}/statement.ko.md"
    assert [f"{path}:2: the file is not UTF-8; save it as UTF-8"] == mistakes_of(write_pack({path: b"ok\n\xb0\xa1"}))


def test_a_starter_that_is_not_python_is_refused(write_pack: WritePack) -> None:
    path = f"{HOME}/starter.py"
    assert [f"{path}:2: this is not Python: '(' was never closed"] == mistakes_of(write_pack({path: "x = 1\nf(\n"}))


def test_an_unexpected_file_is_refused_and_a_cache_is_not(write_pack: WritePack) -> None:
    folder = write_pack({f"{HOME}/statment.md": "x", f"{HOME}/__pycache__/checks.pyc": b"x", f"{HOME}/.DS_Store": b"x"})
    (line,) = mistakes_of(folder)
    assert line.startswith(f"{HOME}/statment.md:1: unexpected file; only problem.yaml, statement.md")
    assert line.endswith("belong here; did you mean 'statement.md'?")


def test_a_check_without_a_probe_and_a_probe_without_a_check_are_both_told(
    mistakes_after: Callable[[str, str], list[str]],
) -> None:
    assert [
        f"{HOME}/checks.py:5: the probe picks_diagonal is not among the checks of problem.yaml; "
        "did you mean 'pick_diagonal'?",
        f"{YAML}:13: check 'pick_diagonal' has no function @check(...) in checks.py; did you mean 'picks_diagonal'?",
    ] == [line for line in mistakes_after("id: picks_diagonal", "id: pick_diagonal") if "needs" not in line]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('    """The dtype stays."""\n', "", "checks.py:15: the probe keeps_dtype has no docstring; say in it what"),
        ("def keeps_dtype(solution, a):", "def keeps_dtype(solution, a:", "checks.py:15: this is not Python: "),
        (
            "def keeps_dtype",
            "async def keeps_dtype",
            "checks.py:15: the probe keeps_dtype is async; a probe is a plain",
        ),
        (
            "def keeps_dtype",
            "def picks_diagonal",
            "checks.py:15: the probe picks_diagonal is already defined on line 5",
        ),
    ],
)
def test_checks_py_is_read_without_running_it(write_pack: WritePack, old: str, new: str, message: str) -> None:
    source = (write_pack() / HOME / "checks.py").read_text()
    found = mistakes_of(write_pack({f"{HOME}/checks.py": source.replace(old, new)}))
    assert any(message in line for line in found), found


def test_check_may_be_named_through_the_kit_and_never_runs(write_pack: WritePack) -> None:
    source = (write_pack() / HOME / "checks.py").read_text()
    source = source.replace("@check(", "@kit.check(").replace("import check, tensors", "import nothing_like_this")
    assert load(write_pack({f"{HOME}/checks.py": source + "\nraise SystemExit\n"}))


def test_a_bare_check_decorator_is_told_apart(write_pack: WritePack) -> None:
    source = '@check\ndef picks_diagonal(s):\n    """x"""\n\n\n@check()\ndef keeps_dtype(s):\n    """x"""\n'
    assert [f"{HOME}/checks.py:1: the probe picks_diagonal has @check without its cases; write @check(...)"] == (
        mistakes_of(write_pack({f"{HOME}/checks.py": source}))
    )


TWELVE = """\
format: 1
id: gather/diagonal
title: {en: Batched diagonals}
entry_points: [get_diag, get_diag]
difficulty: 9
topics: []
limits: {memory_mib: -5, porcesses: 3}
rules: {forbid: [diagonal], loops: off}
checks:
  - {id: picks_diagonal, points: true, visibility: public, cases: 40, title: {ko: 하나}}
  - {id: keeps_dtype, points: 1, visibility: hidden, cases: 20, needs: [nothing], title: {ko: 둘}}
"""


def test_twelve_planted_mistakes_are_told_together_each_with_its_file_and_line(write_pack: WritePack) -> None:
    folder = write_pack({YAML: TWELVE, f"{HOME}/statement.ko.md": None, f"{HOME}/notes.txt": "x"})
    with pytest.raises(PackError) as caught:
        load_pack(folder)
    assert [
        (f"{HOME}/notes.txt", 1, "unexpected file"),
        (YAML, 2, "id is 'gather/diagonal' but"),
        (YAML, 3, "title.ko is missing"),
        (YAML, 4, "entry_points[1] is 'get_diag', which"),
        (YAML, 5, "difficulty is 9;"),
        (YAML, 6, "topics is an empty list;"),
        (YAML, 7, "limits.memory_mib is -5;"),
        (YAML, 7, "unknown key 'limits.porcesses';"),
        (YAML, 8, "rules.forbid[0] is 'diagonal';"),
        (YAML, 8, "rules.loops is off;"),
        (YAML, 10, "checks[0].points is true;"),
        (YAML, 11, "checks[1].needs[0] is 'nothing',"),
        (f"{HOME}/statement.ko.md", 1, "the file is missing"),
    ] == [
        (mistake.path, mistake.line, mistake.message[: len(start)])
        for mistake, start in zip(
            caught.value.mistakes,
            [
                "unexpected file",
                "id is 'gather/diagonal' but",
                "title.ko is missing",
                "entry_points[1] is 'get_diag', which",
                "difficulty is 9;",
                "topics is an empty list;",
                "limits.memory_mib is -5;",
                "unknown key 'limits.porcesses';",
                "rules.forbid[0] is 'diagonal';",
                "rules.loops is off;",
                "checks[0].points is true;",
                "checks[1].needs[0] is 'nothing',",
                "the file is missing",
            ],
            strict=True,
        )
    ]


def test_the_digest_changes_with_any_file_of_problem_or_reference(write_pack: WritePack) -> None:
    before = load(write_pack()).digest
    statement = load(write_pack({f"{HOME}/statement.md": "Other.\n"})).digest
    solution = load(write_pack({"reference/gather/diagonal-3d/solution.py": "get_diag = None\n"})).digest
    assert len({before, statement, solution}) == 3
    assert before == load(write_pack(name="elsewhere")).digest
    assert len(before) == 64
