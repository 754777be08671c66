"""The journal: what was recorded is there, whatever happened to the process."""

from __future__ import annotations

import dataclasses
import signal
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from torchgrade.graders.codec import CodecError, from_json, to_builtins, to_json
from torchgrade.graders.journal import Journal, JournalBusy, JournalError, JournalMismatch
from torchgrade.graders.results import (
    CheckResult,
    Counterexample,
    Diagnosis,
    ProblemResult,
    ProblemStatus,
    RuleResult,
    RunInfo,
    SubmissionResult,
    SubmissionStatus,
    Verdict,
    Visibility,
)
from torchgrade.graders.text import Text

INFO = RunInfo(
    id="run-1",
    assignment="week-1",
    seed=7,
    runner="docker",
    isolation="container",
    device="cpu",
    engine="local",
    image=None,
    torch="2.6.0",
    torchgrade="0.1.0",
    started="2026-11-30T00:00:00Z",
    finished=None,
    complete=False,
)


def a_problem(name: str = "gather/diagonal-3d", *, status: ProblemStatus = ProblemStatus.GRADED) -> ProblemResult:
    score = None if status is ProblemStatus.NOT_GRADED else 1
    check = CheckResult(
        id="picks",
        title=Text("Picks", "뽑기"),
        verdict=Verdict.FAILED,
        score=1,
        max_score=2,
        visibility=Visibility.PUBLIC,
        cases=3,
        cases_passed=1,
        seconds=0.25,
        message=Text("no", "아니요"),
        counterexample=Counterexample(case="a=1", expected="1", actual="2", difference="1"),
    )
    return ProblemResult(
        id=name,
        status=status,
        score=score,
        max_score=2,
        rules=(RuleResult(rule="loops", ok=False, line=3, message=Text("a loop", "반복문")),),
        diagnosis=(Diagnosis(mistake="transposed", message=Text("swapped", "바뀜")),),
        stdout="hi\x00\udc80",
        checks=(check,),
    )


def a_submission(student: str, *, status: SubmissionStatus = SubmissionStatus.GRADED) -> SubmissionResult:
    return SubmissionResult(
        student=student,
        path=None,
        sha256=None,
        status=status,
        late_days=0,
        score=None if status is SubmissionStatus.NOT_GRADED else 1.5,
        max_score=2,
        seconds=0.5,
        notices=("n",),
        problems=(a_problem(),),
    )


def test_a_result_survives_the_codec_and_a_lone_surrogate_becomes_its_escape() -> None:
    problem = a_problem()

    assert dataclasses.replace(problem, stdout="hi\x00\\udc80") == from_json(to_json(problem), ProblemResult)


@pytest.mark.parametrize("damage", [{"extra": 1}, {"score": "1"}, {"id": None}])
def test_decoding_refuses_unknown_and_mistyped_fields(damage: dict[str, object]) -> None:
    text = to_json({**to_builtins(a_problem()), **damage})

    with pytest.raises(CodecError, match="not a ProblemResult"):
        from_json(text, ProblemResult)


def test_decoding_refuses_a_missing_field() -> None:
    fields = to_builtins(a_problem())
    del fields["stdout"]

    with pytest.raises(CodecError, match="lacks"):
        from_json(to_json(fields), ProblemResult)


def test_a_number_that_is_not_finite_is_refused() -> None:
    with pytest.raises(CodecError, match="nan"):
        to_json(dataclasses.replace(a_submission("kim"), score=float("nan")))


def test_a_recorded_result_is_there_after_opening_again(tmp_path: Path) -> None:
    with Journal.open(tmp_path / "out") as journal:
        journal.begin(INFO, "plan", ["kim", "lee"])
        assert journal.record("key", a_problem(), 1.5)

    with Journal.open(tmp_path / "out" / "run.db") as journal:
        result, seconds = journal.recorded("key")["gather/diagonal-3d"]
        assert (result.score, result.checks, seconds) == (1, a_problem().checks, 1.5)
        assert journal.recorded("other") == {}


def test_resuming_the_same_plan_returns_the_stored_seed_and_start(tmp_path: Path) -> None:
    with Journal.open(tmp_path) as journal:
        journal.begin(INFO, "plan", ["kim"])
    with Journal.open(tmp_path) as journal:
        again = dataclasses.replace(INFO, id="run-2", seed=99, started="later")
        assert journal.begin(again, "plan", ["kim"]) == INFO
        assert journal.run() == INFO


def test_another_plan_in_the_same_folder_names_both_assignments_and_both_ways_out(tmp_path: Path) -> None:
    with Journal.open(tmp_path) as journal:
        journal.begin(INFO, "plan", ["kim"])
        with pytest.raises(JournalMismatch) as caught:
            journal.begin(dataclasses.replace(INFO, assignment="week-2"), "other plan", ["park"])
        message = str(caught.value)
        for part in ("'week-1'", "'week-2'", "unknown", "another --out", "same arguments"):
            assert part in message
        journal.record_submission(a_submission("kim"))  # the stored run is as it was


def test_the_first_graded_result_stays(tmp_path: Path) -> None:
    with Journal.open(tmp_path) as journal:
        journal.begin(INFO, "plan", [])
        assert journal.record("key", a_problem(), 1.0)
        assert not journal.record("key", dataclasses.replace(a_problem(), score=2), 2.0)
        assert journal.recorded("key")["gather/diagonal-3d"].seconds == 1.0


def test_a_result_that_was_not_graded_is_retried_and_replaced_but_never_replaces(tmp_path: Path) -> None:
    lost = a_problem(status=ProblemStatus.NOT_GRADED)
    with Journal.open(tmp_path) as journal:
        journal.begin(INFO, "plan", [])
        assert journal.record("key", lost, 1.0)
        assert journal.recorded("key") == {}
        assert journal.record("key", a_problem(), 2.0)
        assert not journal.record("key", lost, 3.0)
        assert journal.recorded("key")["gather/diagonal-3d"].seconds == 2.0
        assert journal.forget("key", "gather/diagonal-3d") == 1
        assert journal.recorded("key") == {}


def test_submissions_come_in_the_order_of_the_students_and_finish_says_whether_all_are_there(tmp_path: Path) -> None:
    with Journal.open(tmp_path) as journal:
        journal.begin(INFO, "plan", ["kim", "lee", "ahn"])
        for student in ("ahn", "kim"):
            journal.record_submission(a_submission(student))
        assert [s.student for s in journal.submissions()] == ["kim", "ahn"]
        assert not journal.finish("2026-11-30T01:00:00Z").complete
        journal.record_submission(a_submission("lee"))
        assert journal.finish("2026-11-30T02:00:00Z").complete
        assert journal.run().finished == "2026-11-30T02:00:00Z"
        assert [s.student for s in journal.submissions()] == ["kim", "lee", "ahn"]


def test_a_submission_that_was_not_graded_never_replaces_a_graded_one(tmp_path: Path) -> None:
    with Journal.open(tmp_path) as journal:
        journal.begin(INFO, "plan", ["kim"])
        assert journal.record_submission(a_submission("kim", status=SubmissionStatus.NOT_GRADED))
        assert journal.record_submission(a_submission("kim"))
        assert not journal.record_submission(a_submission("kim", status=SubmissionStatus.NOT_GRADED))
        assert journal.submissions()[0].status is SubmissionStatus.GRADED


def test_an_unknown_student_is_an_error(tmp_path: Path) -> None:
    with Journal.open(tmp_path) as journal:
        journal.begin(INFO, "plan", ["kim"])
        with pytest.raises(JournalError, match="does not belong to this run"):
            journal.record_submission(a_submission("nobody"))


def test_many_threads_may_record_at_once(tmp_path: Path) -> None:
    with Journal.open(tmp_path) as journal:
        journal.begin(INFO, "plan", [])

        def write(number: int) -> None:
            for index in range(5):
                journal.record(f"key-{number}", a_problem(f"u/p{index}"), 0.1)

        threads = [threading.Thread(target=write, args=(number,)) for number in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert [len(journal.recorded(f"key-{number}")) for number in range(4)] == [5, 5, 5, 5]


def test_a_second_grader_on_the_same_folder_is_told_so_and_a_reader_is_not(tmp_path: Path) -> None:
    with Journal.open(tmp_path) as journal:
        journal.begin(INFO, "plan", [])
        with pytest.raises(JournalBusy, match="another torchgrade is writing"):
            Journal.open(tmp_path)
        with Journal.read(tmp_path) as reader:
            assert reader.run() == INFO
    Journal.open(tmp_path).close()


def test_reading_where_no_run_is_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(JournalError, match="`torchgrade grade` makes one"):
        Journal.read(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_reader_can_not_write(tmp_path: Path) -> None:
    with Journal.open(tmp_path) as journal:
        journal.begin(INFO, "plan", [])
    with Journal.read(tmp_path) as reader, pytest.raises(JournalError, match="can't be written"):
        reader.record("key", a_problem(), 1.0)


@pytest.mark.parametrize(("version", "words"), [(2, "upgrade torchgrade"), (0, "old journal format 0")])
def test_another_format_is_refused_with_what_to_do(tmp_path: Path, version: int, words: str) -> None:
    Journal.open(tmp_path).close()
    database = sqlite3.connect(tmp_path / "run.db")
    database.execute("UPDATE format SET version = ?", (version,))
    database.commit()
    database.close()

    with pytest.raises(JournalError, match=words):
        Journal.open(tmp_path)


def test_a_database_of_another_program_is_refused_untouched(tmp_path: Path) -> None:
    database = sqlite3.connect(tmp_path / "run.db")
    database.execute("CREATE TABLE recipes (name TEXT)")
    database.commit()
    database.close()
    before = (tmp_path / "run.db").read_bytes()

    with pytest.raises(JournalError, match="another program"):
        Journal.open(tmp_path)

    assert before == (tmp_path / "run.db").read_bytes()


def test_a_file_that_is_no_database_is_called_damaged(tmp_path: Path) -> None:
    (tmp_path / "run.db").write_bytes(b"grades\n" * 1000)

    with pytest.raises(JournalError, match="damaged or not a journal"):
        Journal.open(tmp_path)


def test_a_damaged_page_is_called_damaged(tmp_path: Path) -> None:
    with Journal.open(tmp_path) as journal:
        journal.begin(INFO, "plan", [])
        for index in range(40):
            journal.record("key", a_problem(f"u/p{index}"), 0.1)
    content = bytearray((tmp_path / "run.db").read_bytes())
    content[4096 * 4 : 4096 * 8] = b"\xff" * 4096 * 4
    (tmp_path / "run.db").write_bytes(content)

    with pytest.raises(JournalError, match="damaged"), Journal.open(tmp_path) as journal:
        journal.recorded("key")


def test_a_full_disk_is_said_and_nothing_is_half_written(tmp_path: Path) -> None:
    with Journal.open(tmp_path) as journal:
        journal.begin(INFO, "plan", [])
        journal.record("key", a_problem("u/small"), 1.0)
        connection = journal._connection
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(JournalError, match="the disk is full"):
            journal.record("key", dataclasses.replace(a_problem("u/large"), stdout="x" * 100_000), 1.0)
        assert list(journal.recorded("key")) == ["u/small"]
        connection.execute("PRAGMA max_page_count = 1000000")
        assert journal.record("key", a_problem("u/large"), 1.0)


def test_a_folder_that_can_not_be_made_is_an_error_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(JournalError, match="give another --out"):
        Journal.open(tmp_path / "file" / "out")


WRITER = """
import sys
from pathlib import Path
from torchgrade.graders.codec import from_json
from torchgrade.graders.journal import Journal
from torchgrade.graders.results import ProblemResult, RunInfo
import dataclasses
journal = Journal.open(Path(sys.argv[1]))
journal.begin(from_json(sys.argv[2], RunInfo), "plan", ["kim"])
problem = from_json(sys.argv[3], ProblemResult)
for index in range(100000):
    journal.record("key", dataclasses.replace(problem, id=f"u/p{index}"), 0.1)
    print(index, flush=True)
"""


def test_a_grader_killed_in_the_middle_loses_nothing_it_committed_and_frees_the_lock(tmp_path: Path) -> None:
    command = [sys.executable, "-c", WRITER, str(tmp_path), to_json(INFO), to_json(a_problem())]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        committed = [int(writer.stdout.readline()) for _ in range(60)]
        with pytest.raises(JournalBusy):
            Journal.open(tmp_path)
        writer.send_signal(signal.SIGKILL)
        committed += [int(line) for line in writer.stdout.read().splitlines() if line]
        writer.wait()

    with Journal.open(tmp_path) as journal:
        stored = journal.recorded("key")
        assert journal.begin(INFO, "plan", ["kim"]) == INFO
    assert {f"u/p{index}" for index in committed} <= set(stored)
    assert len(stored) <= len(committed) + 1
