"""A realistic class and a hostile one, for every renderer."""

from __future__ import annotations

import random

import pytest

from torchgrade.graders.results import (
    CheckResult,
    Counterexample,
    Diagnosis,
    ProblemResult,
    ProblemStatus,
    Results,
    RuleResult,
    RunInfo,
    SubmissionResult,
    SubmissionStatus,
    Verdict,
    Visibility,
)
from torchgrade.graders.text import Text

RUN = RunInfo(
    id="20261202-week-1",
    assignment="week-1",
    seed=20261201,
    runner="docker",
    isolation="container",
    device="cpu",
    engine="local",
    image="sha256:4f1c",
    torch="2.6.0+cpu",
    torchgrade="0.1.0",
    started="2026-12-02T00:00:00Z",
    finished="2026-12-02T00:04:10Z",
    complete=True,
)

TITLES = {
    "gather/column-and-diagonal": Text("A column and the diagonal", "한 열과 대각 원소 뽑기"),
    "gather/diagonal-3d": Text("Batched diagonals with gather", "gather로 배치 대각 원소 뽑기"),
    "softmax/stable": Text("A softmax that does not overflow", "넘치지 않는 소프트맥스"),
    "attention/scaled-dot-product": Text("Scaled dot-product attention", "스케일드 닷 프로덕트 어텐션"),
    "autograd/custom-relu": Text("Your own ReLU with backward", "직접 만드는 ReLU와 역전파"),
    "training/one-epoch": Text("One epoch of training", "한 에폭 학습 루프"),
}

CHECKS = (
    ("returns_the_right_shape", Text("Returns the right shape", "결과의 모양이 맞다"), Visibility.PUBLIC, 1),
    ("matches_on_random_input", Text("Matches on random input", "무작위 입력에서 값이 맞다"), Visibility.PUBLIC, 2),
    ("keeps_dtype_and_grad", Text("Keeps dtype and gradient", "dtype과 기울기를 지킨다"), Visibility.AFTER_DUE, 1),
    ("handles_empty_batches", Text("Handles empty batches", "빈 배치도 처리한다"), Visibility.HIDDEN, 2),
)

HOSTILE = (
    "<script>alert(1)</script>",
    "\x1b[31mred\x1b]0;title\x07\x1b]8;;http://x\x1b\\",
    "\u202edesrever\u2066",
    "=cmd|'/C calc'!A0",
    "@SUM(1)",
    "::set-output name=a::b",
    "\n::error::gotcha\r\n##[command]",
    "a\x00b\x08\x7f\x9b31m",
    "lone\ud800surrogate\udc80",
    "z" + "\u0301" * 100_000,
    "```\n~~~~\n</pre></details>]]>{{ 7*7 }}{% raw %}",
    "[red]markup[/red] **bold** | cell",
    "../../etc/passwd",
    "\ufffe\uffff",
)


def a_check(
    name: str, title: Text, visibility: Visibility, points: int, *, verdict: Verdict = Verdict.PASSED
) -> CheckResult:
    counterexample = None
    message = Text("", "")
    if verdict is Verdict.FAILED:
        message = Text(
            "One value differs: row 1 of the result should hold A[1, 0, 0], A[1, 1, 1] and so on.",
            "값 하나가 다릅니다. 결과의 1번 행에는 A[1, 0, 0], A[1, 1, 1] 등이 있어야 합니다.",
        )
        counterexample = Counterexample(
            case="a = tensor([[[0.4, 1.0],\n             [2.0, 3.5]]])   # float32, (1, 2, 2)",
            expected="tensor([[0.4000, 3.5000]])",
            actual="tensor([[0.4000, 2.0000]])",
            difference="at [0, 1]: expected 3.5, got 2.0 (off by 1.5); 1 of 2 elements differ",
        )
    elif verdict is Verdict.TIMEOUT:
        message = Text("The call took longer than 5 s.", "호출이 5초를 넘겼습니다.")
    elif verdict is Verdict.BLOCKED:
        message = Text("Not run: it needs matches_on_random_input.", "matches_on_random_input가 먼저 통과해야 합니다.")
    return CheckResult(
        id=name,
        title=title,
        verdict=verdict,
        score=points if verdict is Verdict.PASSED else 0,
        max_score=points,
        visibility=visibility,
        cases=0 if verdict is Verdict.BLOCKED else 40,
        cases_passed={Verdict.PASSED: 40, Verdict.FAILED: 31}.get(verdict, 0),
        seconds=0.1234567,
        message=message,
        counterexample=counterexample,
    )


def a_problem(name: str, verdicts: tuple[Verdict, ...], **changes: object) -> ProblemResult:
    checks = tuple(a_check(*check, verdict=verdict) for check, verdict in zip(CHECKS, verdicts, strict=True))
    fields: dict[str, object] = {
        "id": name,
        "status": ProblemStatus.GRADED,
        "score": sum(check.score for check in checks),
        "max_score": 6,
        "checks": checks,
        **changes,
    }
    return ProblemResult(**fields)  # type: ignore[arg-type]  # the names are the model's


def a_submission(student: str, problems: tuple[ProblemResult, ...], **changes: object) -> SubmissionResult:
    lost = any(problem.score is None for problem in problems)
    fields: dict[str, object] = {
        "student": student,
        "path": f"{student}.ipynb",
        "sha256": "ab" * 32,
        "status": SubmissionStatus.GRADED,
        "late_days": 0,
        "score": None if lost else sum(problem.score or 0 for problem in problems),
        "max_score": 36,
        "seconds": 1.23456,
        "notices": (),
        "problems": problems,
        **changes,
    }
    return SubmissionResult(**fields)  # type: ignore[arg-type]  # the names are the model's


P, F, T, B, N = Verdict.PASSED, Verdict.FAILED, Verdict.TIMEOUT, Verdict.BLOCKED, Verdict.NOT_GRADED
OUTCOMES = ((P, P, P, P), (P, P, P, P), (P, P, P, F), (P, F, B, B), (P, P, F, F), (F, F, B, B), (P, T, B, B))


def _student(number: int, draw: random.Random) -> SubmissionResult:
    student = ["김민지", "이서준", "park.jiho", "2026-10417", "Choi", "choi"][number % 6] + (
        "" if number < 6 else f"_{number}"
    )
    if number in (5, 19):
        problems = tuple(a_problem(name, (F, B, B, B), checks=(), score=0) for name in TITLES)
        return a_submission(student, problems, status=SubmissionStatus.MISSING, path=None, sha256=None, seconds=0)
    problems = tuple(a_problem(name, draw.choice(OUTCOMES)) for name in TITLES)
    if number == 3:
        rule = RuleResult(
            rule="loops",
            ok=False,
            line=12,
            message=Text(
                "Line 12 has a for loop; use gather instead.", "12번째 줄에 for 문이 있습니다. gather를 쓰세요."
            ),
        )
        diagnosis = Diagnosis(
            mistake="takes_the_row",
            message=Text(
                "It takes a row where the diagonal was asked: check which index runs with which.",
                "대각 원소 대신 한 행을 뽑습니다. 어떤 인덱스가 함께 움직이는지 살펴보세요.",
            ),
        )
        first = a_problem(
            "gather/column-and-diagonal",
            (P, F, B, B),
            rules=(rule,),
            diagnosis=(diagnosis,),
            stdout="shape: (4, 4)\n" * 3,
        )
        visible = tuple(check for check in first.checks if check.visibility is Visibility.PUBLIC)
        second = a_problem("gather/diagonal-3d", (P, F, B, B), checks=visible, max_score=3, stdout="안녕\n" * 3)
        problems = (first, second, *problems[2:])
    if number == 8:
        problems = (
            *problems[:5],
            a_problem("training/one-epoch", (N,) * 4, status=ProblemStatus.NOT_GRADED, score=None),
        )
        return a_submission(student, problems, status=SubmissionStatus.NOT_GRADED)
    if number == 11:
        problems = (a_problem(next(iter(TITLES)), (F, B, B, B), status=ProblemStatus.REJECTED, score=0), *problems[1:])
    notices = ("셀 3의 `%matplotlib inline`은 건너뛰었습니다.",) if number == 3 else ()
    late = 2 if number in (3, 14) else 0
    score = (
        None
        if any(p.score is None for p in problems)
        else round(sum(p.score or 0 for p in problems) * (1 - late / 10), 2)
    )
    return a_submission(student, problems, notices=notices, late_days=late, score=score)


def a_class(size: int = 24) -> Results:
    draw = random.Random(7)
    return Results(run=RUN, submissions=tuple(_student(number, draw) for number in range(size)))


def a_hostile_class() -> Results:
    """Each student's every string is one hostile string."""
    submissions = []
    for text in HOSTILE:
        both = Text(text, text)
        checks = tuple(
            CheckResult(
                id=f"check_{index}",
                title=both,
                verdict=verdict,
                score=0,
                max_score=1,
                visibility=Visibility.PUBLIC,
                cases=2,
                cases_passed=0,
                seconds=float("nan"),
                message=both,
                counterexample=Counterexample(case=text, expected=text, actual=text, difference=text),
            )
            for index, verdict in enumerate((Verdict.FAILED, Verdict.ERROR, Verdict.BLOCKED))
        )
        problem = ProblemResult(
            id="unit/problem",
            status=ProblemStatus.GRADED,
            score=0,
            max_score=3,
            rules=(RuleResult(rule=text, ok=False, line=1, message=both),),
            diagnosis=(Diagnosis(mistake=text, message=both),),
            stdout=text,
            stderr=text,
            checks=checks,
        )
        submissions.append(a_submission(text, (problem,), path=text, notices=(text,), max_score=3, score=float("nan")))
    return Results(run=RUN, submissions=tuple(submissions))


@pytest.fixture(scope="session")
def sample() -> Results:
    return a_class()


@pytest.fixture(scope="session")
def hostile() -> Results:
    return a_hostile_class()
