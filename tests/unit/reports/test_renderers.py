"""Each renderer: the right facts, the same bytes, and nothing hostile gets through."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest
from rich.console import Console

from torchgrade.graders.results import Results, SubmissionStatus, Verdict
from torchgrade.graders.text import Text
from torchgrade.reports import github, grades_csv, html, junit_xml, results_json, results_jsonl, terminal
from torchgrade.reports.files import FORMATS, write_all, write_text
from torchgrade.reports.schema import schema
from torchgrade.reports.visibility import for_student

TOKEN = "0123456789abcdef-token"


def on_terminal(renderable: object, *, color: bool = False) -> str:
    stream = io.StringIO()
    Console(file=stream, width=100, force_terminal=color, color_system="standard" if color else None).print(renderable)
    return stream.getvalue()


def everything(results: Results) -> dict[str, str]:
    texts = {
        "json": results_json.render(results),
        "jsonl": results_jsonl.render(results),
        "csv": grades_csv.render(results),
        "junit": junit_xml.render(results),
        "class": html.class_page(results),
        "summary": github.summary(results),
        "annotations": "\n".join(github.annotations(results)),
        "table": on_terminal(terminal.class_summary(results)),
    }
    texts |= html.student_pages(results, due_passed=False)
    for number, submission in enumerate(results.submissions[:14]):
        for problem in submission.problems[:1]:
            texts[f"terminal {number}"] = on_terminal(terminal.problem_result(problem))
            texts[f"fence {number}"] = github.fence_output(problem.stdout, TOKEN)
    return texts


@pytest.fixture(scope="module")
def rendered(sample: Results) -> dict[str, str]:
    return everything(sample)


@pytest.fixture(scope="module")
def attacked(hostile: Results) -> dict[str, str]:
    return everything(hostile)


def test_the_same_results_give_the_same_bytes(sample: Results, rendered: dict[str, str]) -> None:
    assert rendered == everything(sample)


def test_no_control_bidi_or_broken_character_is_in_any_report(attacked: dict[str, str]) -> None:
    forbidden = re.compile(
        "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe]"
    )
    for name, text in attacked.items():
        assert not forbidden.search(text), name
        text.encode("utf-8")
        assert "\u0301" * 5 not in text, name


def test_results_json_has_the_contracts_fields_in_order_and_fits_its_schema(rendered: dict[str, str]) -> None:
    document = json.loads(rendered["json"])

    jsonschema.validate(document, schema("results"))
    assert list(document) == ["schema", "run", "submissions"]
    assert document["schema"] == "torchgrade.results/1"
    assert list(document["run"]) == (
        [
            "id",
            "assignment",
            "seed",
            "runner",
            "isolation",
            "device",
            "engine",
            "image",
            "torch",
            "torchgrade",
            "started",
            "finished",
            "complete",
        ]
    )
    submission = document["submissions"][0]
    assert list(submission) == (
        ["student", "path", "sha256", "status", "late_days", "score", "max_score", "seconds", "notices", "problems"]
    )
    assert list(submission["problems"][0]) == (
        ["id", "status", "score", "max_score", "rules", "diagnosis", "stdout", "stderr", "checks"]
    )
    assert list(submission["problems"][0]["checks"][0]) == (
        [
            "id",
            "title",
            "verdict",
            "score",
            "max_score",
            "visibility",
            "cases",
            "cases_passed",
            "seconds",
            "message",
            "counterexample",
        ]
    )
    assert submission["seconds"] == 1.235
    assert "김민지" in rendered["json"]
    assert rendered["json"].endswith("}\n")


def test_hostile_results_still_fit_the_schema_and_hold_no_nan(attacked: dict[str, str]) -> None:
    document = json.loads(attacked["json"], parse_constant=lambda name: pytest.fail(name))

    jsonschema.validate(document, schema("results"))
    assert document["submissions"][0]["score"] is None


def test_each_line_of_results_jsonl_is_a_submission_of_results_json(rendered: dict[str, str]) -> None:
    lines = [json.loads(line) for line in rendered["jsonl"].splitlines()]

    assert lines == json.loads(rendered["json"])["submissions"]
    for line in lines:
        jsonschema.validate(line, schema("submission"))


def test_the_schemas_are_valid_and_agree(rendered: dict[str, str]) -> None:
    for name in ("results", "submission", "problem", "assignment"):
        jsonschema.Draft202012Validator.check_schema(schema(name))
    shared = schema("submission")["$defs"]
    assert shared == {name: schema("results")["$defs"][name] for name in shared}
    document = json.loads(rendered["json"])
    document["submissions"][0]["grade"] = "A"
    with pytest.raises(jsonschema.ValidationError, match="grade"):
        jsonschema.validate(document, schema("results"))


def test_the_contracts_problem_and_assignment_fit_their_schemas() -> None:
    title = {"en": "Batched diagonals", "ko": "배치 대각"}
    problem = {
        "format": 1,
        "id": "gather/diagonal-3d",
        "title": title,
        "entry_points": ["get_diag_element_3D"],
        "difficulty": 2,
        "topics": ["gather", "indexing"],
        "limits": {"import_seconds": 20, "memory_mib": 1024},
        "rules": {"forbid": ["torch.diag"], "require": ["torch.gather"], "loops": False},
        "checks": [
            {"id": "picks", "points": 2, "visibility": "public", "cases": 40},
            {"id": "keeps", "points": 1, "visibility": "hidden", "cases": 20, "needs": ["picks"]},
        ],
    }
    assignment = {
        "format": 1,
        "title": title,
        "problems": [{"id": "gather/diagonal-3d", "weight": 2}],
        "due": "2026-12-01T23:59:00+09:00",
        "late": {"per_day_percent": 10, "max_days": 5},
        "attempts": {"limit": None, "counts": "best"},
    }
    jsonschema.validate(problem, schema("problem"))
    jsonschema.validate(assignment, schema("assignment"))
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**problem, "chekcs": []}, schema("problem"))
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**assignment, "late": {"per_day_percent": 101, "max_days": 1}}, schema("assignment"))


def test_grades_csv_has_a_row_a_student_and_empty_cells_for_what_was_not_graded(
    sample: Results, rendered: dict[str, str]
) -> None:
    assert rendered["csv"].startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(rendered["csv"][1:], newline="")))

    assert [s.student for s in sample.submissions] == [row["student"] for row in rows]
    assert list(rows[0])[:5] == ["student", "status", "late_days", "score", "max_score"]
    assert (rows[3]["late_days"], rows[3]["score"]) == ("2", "14.4")
    assert (rows[8]["score"], rows[8]["training/one-epoch"], rows[8]["status"]) == ("", "", "not_graded")
    assert (rows[5]["score"], rows[5]["status"]) == ("0", "missing")


def test_no_cell_of_grades_csv_is_a_formula(attacked: dict[str, str]) -> None:
    rows = list(csv.reader(io.StringIO(attacked["csv"][1:], newline="")))

    assert "'=cmd|'/C calc'!A0" in [row[0] for row in rows]
    assert all(not cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows for cell in row)
    assert len({len(row) for row in rows}) == 1


@pytest.mark.parametrize(
    ("value", "expected"),
    [("=1+1", "'=1+1"), (" \t@x", "'@x"), ("-lee", "'-lee"), ("＝1", "'＝1"), (-1.5, "-1.5"), (3, "3"), (None, "")],
)
def test_text_is_guarded_and_numbers_stay_numbers(value: str | float | None, expected: str) -> None:
    assert expected == grades_csv.cell(value)


def test_junit_counts_failures_errors_and_skips_and_carries_points(rendered: dict[str, str]) -> None:
    root = ElementTree.fromstring(rendered["junit"])
    cases = list(root.iter("testcase"))

    assert root.get("tests") == str(len(cases))
    for attribute, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        assert root.get(attribute) == str(len(list(root.iter(tag)))) != "0"
    kinds = {error.get("type") for error in root.iter("error")}
    assert {"timeout", "not_graded"} <= kinds
    names = {p.get("name") for p in cases[0].iter("property")}
    assert names == {"points", "max_points", "visibility", "verdict"}


def test_a_missing_submission_is_a_failure_in_junit(sample: Results) -> None:
    empty = tuple(
        replace(sample.submissions[0], status=status, problems=(), score=None if status == "not_graded" else 0)
        for status in (SubmissionStatus.MISSING, SubmissionStatus.REJECTED, SubmissionStatus.NOT_GRADED)
    )
    root = ElementTree.fromstring(junit_xml.render(replace(sample, submissions=empty)))

    assert [(case[0].tag, case[0].get("type")) for case in root.iter("testcase")] == [
        ("failure", "missing"),
        ("error", "rejected"),
        ("error", "not_graded"),
    ]


def test_hostile_junit_is_well_formed(attacked: dict[str, str]) -> None:
    root = ElementTree.fromstring(attacked["junit"])

    assert "<script>alert(1)</script>" in [p.get("value") for p in root.iter("property")]


class Tags(HTMLParser):
    """Collects tags and attributes as a browser would see them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attrs


def test_pages_run_nothing_and_load_nothing(rendered: dict[str, str], attacked: dict[str, str]) -> None:
    for texts in (rendered, attacked):
        for name, page in texts.items():
            if name != "class" and not name.endswith(".html"):
                continue
            seen = Tags(page)
            assert not seen.tags & {"script", "link", "img", "iframe", "object", "base", "form"}, name
            assert not [key for key, _ in seen.attributes if key.startswith("on") or key in ("src", "style")], name
            links = [value or "" for key, value in seen.attributes if key == "href"]
            assert all(re.fullmatch(r"#problem-\d+|students/[\w.%-]+\.html", link) for link in links), name
            assert "url(" not in page
            assert "@import" not in page
            assert "49" not in re.findall(r"[{]{2}.*?[}]{2}", page)


def test_the_class_page_shows_words_beside_signs_and_both_languages(sample: Results) -> None:
    page = html.class_page(sample, titles={"softmax/stable": Text("A softmax", "소프트맥스")}, language="ko")

    assert '<html lang="ko">' in page
    assert 'id="choose-ko" checked' in page
    for text in ('<span lang="en">A softmax</span>', '<span lang="ko">소프트맥스</span>', "full points", "미제출"):
        assert text in page
    assert "%EA%B9%80%EB%AF%BC%EC%A7%80.html" in page  # 김민지


def test_the_summary_counts_only_what_has_a_score(sample: Results) -> None:
    summary = html.summarise(sample.submissions)

    assert (summary.students, sum(summary.bins)) == (24, 23)
    assert summary.by_status[SubmissionStatus.MISSING] == 2
    assert html.summarise(()).mean is None
    assert "–" in html.class_page(Results(run=sample.run, submissions=()))


def test_a_student_page_shows_rule_diagnosis_counterexample_and_folded_output(sample: Results) -> None:
    page = html.student_page(sample.run, sample.submissions[3], due_passed=True)

    for part in ("a for loop", "대각 원소 대신", "<pre>tensor([[0.4000, 2.0000]])</pre>", "<details><summary>stdout"):
        assert part in page


def test_a_message_that_is_the_difference_is_told_once(sample: Results) -> None:
    submission = sample.submissions[3]
    (problem, *_) = submission.problems
    check = next(check for check in problem.checks if check.counterexample is not None)
    told = "The dtype is float32 but should be float64"
    assert check.counterexample is not None
    same = replace(
        check, message=Text(told, told), counterexample=replace(check.counterexample, difference=told, case="a = 1")
    )
    changed = replace(submission, problems=(replace(problem, checks=(same,)),))

    summary = github.summary(Results(run=sample.run, submissions=(changed,)))
    page = html.student_page(sample.run, changed, due_passed=True)

    assert 1 == on_terminal(terminal.problem_result(changed.problems[0])).count(told)
    assert 1 == summary.count(told)
    assert 2 == page.count(told)  # once in each language
    assert "difference" not in summary


def test_a_counterexamples_title_that_is_cut_says_so(sample: Results) -> None:
    (problem, *_) = sample.submissions[3].problems
    check = next(check for check in problem.checks if check.counterexample is not None)
    long = replace(check, title=Text("word " * 40, "낱말 " * 40))

    for language in ("en", "ko"):
        shown = on_terminal(terminal.problem_result(replace(problem, checks=(long,)), language=language))
        (top,) = (line for line in shown.splitlines() if line.startswith("╭") and ("counter" in line or "반례" in line))
        assert "…" in top


def test_the_terminal_shows_sign_word_counterexample_diagnosis_and_the_next_step(sample: Results) -> None:
    problem = for_student(sample.submissions[3], due_passed=False).problems[0]
    hint = Text("Print the index tensor.", "인덱스 텐서를 출력해 보세요.")

    text = on_terminal(terminal.problem_result(problem, hint=hint))

    for part in (
        "✓ passed",
        "✗ failed",
        "expected",
        "off by 1.5",
        "It takes a row",
        "a for loop",
        "→ Start with: Matches",
    ):
        assert part in text
    assert "Print the index tensor." in text
    assert "1 hidden check" in text
    assert "handles_empty_batches" not in text
    korean = on_terminal(terminal.problem_result(problem, hint=hint, language="ko"))
    assert "✗ 실패" in korean
    assert "반례" in korean


def test_markup_in_a_students_text_is_not_markup(hostile: Results) -> None:
    submission = next(s for s in hostile.submissions if s.student.startswith("[red]"))

    text = on_terminal(terminal.problem_result(submission.problems[0]), color=True)

    assert "[red]markup[/red]" in text


def test_only_our_own_colours_reach_a_terminal(hostile: Results) -> None:
    for submission in hostile.submissions:
        text = on_terminal(terminal.problem_result(submission.problems[0]), color=True)
        assert not re.sub(r"\x1b\[[0-9;]*m", "", text).count("\x1b")


def test_the_class_table_has_all_students_and_a_count(rendered: dict[str, str]) -> None:
    assert "students: 24 (21 graded, 2 missing, 1 not graded)" in rendered["table"]
    assert "김민지" in rendered["table"]


def test_output_between_stop_commands_gives_no_command() -> None:
    fenced = github.fence_output("::set-output name=a::b\r::error::x\x1b[0m", TOKEN)

    assert fenced == f"::stop-commands::{TOKEN}\n::set-output name=a::b\n::error::x\n::{TOKEN}::\n"


@pytest.mark.parametrize(("text", "token"), [("", "short"), ("", "a b" * 9), (f"::{TOKEN}::", TOKEN)])
def test_a_token_that_output_could_close_is_refused(text: str, token: str) -> None:
    with pytest.raises(ValueError, match="token"):
        github.fence_output(text, token)


def test_a_fence_is_longer_than_any_run_inside() -> None:
    assert github.fenced("a ````` b").startswith("``````text\n")
    assert github.fenced("x").startswith("```text\n")


def test_the_job_summary_escapes_and_fences(attacked: dict[str, str], rendered: dict[str, str]) -> None:
    outside = re.sub(r"^(`{3,})text\n.*?\n\1\n", "", attacked["summary"], flags=re.MULTILINE | re.DOTALL)

    assert "<" not in outside
    assert "[red]" not in outside
    assert "gather&#47;diagonal" in rendered["summary"]
    assert "handles" not in rendered["summary"]


def test_a_long_job_summary_is_cut_between_entries(sample: Results) -> None:
    whole = github.summary(sample)
    cut = github.summary(sample, max_bytes=20_000)

    assert len(cut.encode()) <= 20_000 < len(whole.encode())
    assert cut.endswith("the full report is in the run's files._\n")
    assert cut.count("```") % 2 == 0
    assert whole.startswith(cut.rsplit("\n_The rest", 1)[0])


def test_annotations_are_at_most_ten_of_a_type_and_the_last_counts_the_rest(sample: Results) -> None:
    lines = github.annotations(sample, files={"gather/column-and-diagonal": "week1/a,b:c.py"})

    errors = [line for line in lines if line.startswith("::error ")]
    assert len(errors) == 10
    assert (  # a rule that cost nothing, since checks pass beside it
        "::warning file=week1/a%2Cb%3Ac.py,line=12,title=gather/column-and-diagonal%3A loops::"
        "Line 12 has a for loop; use gather instead."
    ) in lines
    assert re.search(r"::\d+ more of this kind are in the job summary\.$", errors[-1])
    assert max(sum(line.startswith(f"::{level} ") for line in lines) for level in ("warning", "notice")) <= 10


def test_an_annotation_is_one_line(attacked: dict[str, str]) -> None:
    for line in attacked["annotations"].splitlines():
        assert re.match(r"::(error|warning|notice) ", line)


def test_write_all_writes_every_report_and_leaves_no_temporary_file(tmp_path: Path, sample: Results) -> None:
    small = Results(run=sample.run, submissions=sample.submissions[:2])

    paths = write_all(tmp_path / "out", small, formats=FORMATS)

    names = [path.relative_to(tmp_path / "out").as_posix() for path in paths]
    assert names == [
        "results.json",
        "results.jsonl",
        "grades.csv",
        "index.html",
        "students/김민지.html",
        "students/이서준.html",
        "junit.xml",
    ]
    assert sorted(names) == sorted(p.relative_to(tmp_path / "out").as_posix() for p in (tmp_path / "out").rglob("*.*"))
    before = [path.read_bytes() for path in paths]
    write_all(tmp_path / "out", small, formats=FORMATS)
    assert before == [path.read_bytes() for path in paths]
    assert before[2].startswith(b"\xef\xbb\xbfstudent,")


def test_an_unknown_format_is_refused_before_anything_is_written(tmp_path: Path, sample: Results) -> None:
    with pytest.raises(ValueError, match="'pdf'; the formats are json"):
        write_all(tmp_path, sample, formats=["json", "pdf"])
    assert list(tmp_path.iterdir()) == []


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    path = write_text(tmp_path / "results.json", "old")
    with pytest.raises(UnicodeEncodeError):
        write_text(path, "\ud800")

    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("verdict", "sign", "box"), [(Verdict.PASSED, "!", "rule warns"), (Verdict.FAILED, "✗", "rule")]
)
def test_a_rule_that_only_warns_looks_like_a_warning(sample: Results, verdict: Verdict, sign: str, box: str) -> None:
    submission = sample.submissions[3]
    problem = next(problem for problem in submission.problems if any(not rule.ok for rule in problem.rules))
    judged = replace(problem, checks=tuple(replace(check, verdict=verdict) for check in problem.checks))
    changed = replace(submission, problems=(judged,))

    assert f"{sign} rule" in on_terminal(terminal.problem_result(judged))
    assert f'class="box {box}"' in html.student_page(sample.run, changed, due_passed=True)


@pytest.mark.parametrize("width", range(40, 100))
def test_korean_is_wrapped_without_losing_a_letter(sample: Results, width: int) -> None:
    said = "모듈에서는 .to(device)로 옮겨지지 않는 일반 속성일 수도 있습니다. register_buffer나 nn.Parameter를 쓰세요."
    problem = sample.submissions[0].problems[0]
    check = replace(problem.checks[0], verdict=Verdict.FAILED, message=Text(said, said))
    stream = io.StringIO()

    Console(file=stream, width=width).print(terminal.problem_result(replace(problem, checks=(check,)), language="ko"))

    assert said.replace(" ", "") in re.sub(r"\s", "", stream.getvalue())
