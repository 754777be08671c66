"""What a student is told about a verdict that no comparison explains, in both languages."""

from __future__ import annotations

from torchgrade.graders.compare.show import plain
from torchgrade.graders.evidence import NOT_EVIDENCE, is_out_of_memory
from torchgrade.graders.text import Text
from torchgrade.problems.values import Raised
from torchgrade.sandbox.limits import MAX_OUTPUT_BYTES, Limits
from torchgrade.sandbox.protocol import Ending

_HINTS: dict[str, Text] = {
    "ModuleNotFoundError": Text(
        "Only Python's standard library, torch and numpy are installed where your code is graded.",
        "채점 환경에는 파이썬 표준 라이브러리, torch, numpy만 설치되어 있습니다.",
    ),
    "EOFError": Text(
        "There is nobody to answer input() while your code is graded; take the values from the arguments.",
        "채점 중에는 input()에 답해 줄 사람이 없습니다. 값은 인자로 받으세요.",
    ),
    "SystemExit": Text(
        "Remove the call that ends the program (exit(), sys.exit()).",
        "프로그램을 끝내는 호출(exit(), sys.exit())을 지우세요.",
    ),
    "gaierror": Text("There is no network where your code is graded.", "채점 환경에는 네트워크가 없습니다."),
    "URLError": Text("There is no network where your code is graded.", "채점 환경에는 네트워크가 없습니다."),
    "RecursionError": Text(
        "Does your function call itself without an end?", "함수가 끝없이 자기 자신을 부르고 있지 않나요?"
    ),
}


def raised_message(error: Raised) -> Text:
    """Return what an exception of the student's code means."""
    if error.type == NOT_EVIDENCE:
        reason = plain(error.message)
        return Text(
            f"Your code returned something that can't be checked: {reason}.",
            f"채점할 수 없는 값을 돌려주었습니다: {reason}.",
        )
    said = plain(f"{error.type}: {error.message}" if error.message else error.type, max_chars=600)
    en, ko = f"Your code raised {said}", f"코드가 예외를 일으켰습니다: {said}"
    if is_out_of_memory(error):
        return Text(f"Your code ran out of memory: {said}", f"메모리가 부족했습니다: {said}")
    hint = _HINTS.get(error.type)
    return Text(f"{en}\n{hint.en}", f"{ko}\n{hint.ko}") if hint else Text(en, ko)


def import_failed_message(error: Raised | None) -> Text:
    """Return what an exception at import means: nothing could be asked."""
    if error is None:
        return Text("Your file could not be run.", "파일을 실행할 수 없었습니다.")
    inner = raised_message(error)
    return Text(
        f"Your file stopped while it was loaded, so nothing could be checked. {inner.en}",
        f"파일을 불러오는 도중에 멈춰서 아무것도 채점할 수 없었습니다. {inner.ko}",
    )


def ending_message(ending: Ending, reason: str, limits: Limits) -> Text:
    """Return what an ending without a reply means."""
    match ending:
        case Ending.IMPORT_TIMEOUT:
            return Text(
                f"Loading your file took longer than {limits.import_seconds:g} s. Is there a loop or a training run "
                "outside of every function?",
                f"파일을 불러오는 데 {limits.import_seconds:g}초가 넘게 걸렸습니다. "
                "함수 밖에 반복문이나 학습 코드가 있지 않나요?",
            )
        case Ending.CASE_TIMEOUT:
            return Text(
                f"One call took longer than {limits.case_seconds:g} s. Does a loop never end?",
                f"호출 하나가 {limits.case_seconds:g}초를 넘겼습니다. 끝나지 않는 반복문이 있지 않나요?",
            )
        case Ending.TOTAL_TIMEOUT:
            return Text(
                f"All calls together took longer than {limits.total_seconds:g} s.",
                f"모든 호출을 합쳐 {limits.total_seconds:g}초를 넘겼습니다.",
            )
        case Ending.OUTPUT_LIMIT:
            return Text(
                f"Your code printed more than {MAX_OUTPUT_BYTES // 2**20} MiB. Remove the print from the loop.",
                f"출력이 {MAX_OUTPUT_BYTES // 2**20} MiB를 넘었습니다. 반복문 안의 print를 지우세요.",
            )
        case Ending.REPLY_LIMIT:
            return Text(
                f"Your code returned more than {limits.reply_mib} MiB. Is the result of the wrong shape?",
                f"돌려준 값이 {limits.reply_mib} MiB를 넘었습니다. 결과의 shape이 잘못되지 않았나요?",
            )
        case Ending.MEMORY_LIMIT:
            return Text(
                f"Your code used more than {limits.memory_mib} MiB of memory.",
                f"메모리를 {limits.memory_mib} MiB 넘게 사용했습니다.",
            )
        case Ending.PROCESS_LIMIT:
            return Text(
                f"Your code started more than {limits.processes} processes or threads.",
                f"프로세스나 스레드를 {limits.processes}개 넘게 시작했습니다.",
            )
        case Ending.VIOLATION:
            return Text(
                f"Your code tampered with the grading process ({reason}); the staff will look at it.",
                f"코드가 채점 과정에 개입했습니다({reason}). 조교가 확인합니다.",
            )
        case _:
            return Text(
                f"Your code ended the Python process before it had answered ({reason}). Don't call os._exit() or "
                "kill the process.",
                f"코드가 답을 내기 전에 파이썬 프로세스를 끝냈습니다({reason}). os._exit()를 부르거나 프로세스를 "
                "종료하지 마세요.",
            )


def passed_message(cases: int) -> Text:
    """Return what a passed check is told."""
    return Text(f"All {cases} cases are right.", f"{cases}개 경우를 모두 맞혔습니다.")


def blocked_message(needs: list[str]) -> Text:
    """Return why a check was not counted."""
    names = ", ".join(needs)
    return Text(f"Not counted before these checks pass: {names}.", f"먼저 통과해야 하는 검사가 있습니다: {names}.")


def not_graded_message(reason: str) -> Text:
    """Return what a student is told when the failure is ours."""
    return Text(
        "This could not be graded because of a problem of the grading system, not of your code. It costs no points and "
        f"will be tried again ({reason}).",
        f"코드가 아니라 채점 시스템의 문제로 채점하지 못했습니다. 감점은 없으며 다시 채점합니다({reason}).",
    )


def changed_input_message(names: list[str]) -> Text:
    """Return what is said about inputs that were written into although the reference leaves them alone."""
    said = ", ".join(f"`{name}`" for name in names)
    return Text(
        f"Your code changed its input {said}. Work on a copy, or use operations that return a new tensor.",
        f"입력 {said}의 값을 바꾸었습니다. 복사본에서 작업하거나 새 텐서를 돌려주는 연산을 쓰세요.",
    )


def unchanged_input_message(names: list[str]) -> Text:
    """Return what is said about inputs that the reference changes and this solution does not, or not so."""
    said = ", ".join(f"`{name}`" for name in names)
    return Text(
        f"After the call the input {said} does not hold what it should: here the input itself must be changed.",
        f"호출 뒤 입력 {said}의 값이 기대와 다릅니다. 이 문제에서는 입력 자체를 바꿔야 합니다.",
    )
