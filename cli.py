"""The command line: parse, call one function, print, exit. No decisions, and no heavy import before a command runs."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import click

from torchgrade import __version__

_FOLDER = click.Path(file_okay=False, path_type=Path)
_PATH = click.Path(path_type=Path)


class _Group(click.Group):
    """Commands in the order of a course's life, not of the alphabet."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


class _Work(click.Path):
    """A file or folder of one's own. Likely slips: a typo, and a problem's name, which ``start`` and ``show`` take."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter as error:
            unit, slash, name = str(value).partition("/")
            if slash and unit and name.replace("-", "").isalnum():
                said = f"{error.message} Give your file; if its name does not say the problem, add --problem {value}."
                self.fail(said, param, ctx)
            from torchgrade.graders.packs.mistakes import did_you_mean

            path = Path(value)
            try:
                beside = [one.name for one in path.parent.iterdir()]
            except OSError:
                beside = []
            self.fail(error.message.removesuffix(".") + (did_you_mean(path.name, beside) or "."), param, ctx)


def _option(*names: str, **settings: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Return an option that may also be set by TORCHGRADE_<NAME>."""
    long = next(name for name in names if name.startswith("--"))
    variable = "TORCHGRADE_" + long.removeprefix("--").replace("-", "_").upper()
    return click.option(*names, envvar=variable, **settings)


_pack = _option("--pack", "packs", type=_FOLDER, multiple=True, help="A folder with problems of your own.")
_language = _option("--lang", "language", type=click.Choice(["en", "ko"]), default="en", help="Language of the output.")


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="torchgrade")
def cli() -> None:
    """Grade programming work in PyTorch. Students check, instructors grade, CI gates.

    \b
    Example:
      torchgrade start gather/diagonal-3d
      torchgrade check diagonal_3d.py
    """


@cli.command("list")
@_pack
@_language
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def list_(packs: tuple[Path, ...], language: str, as_json: bool) -> None:
    """Show units, problems, points, and what is solved here.

    \b
    Example:
      torchgrade list
    """
    from torchgrade.commands import browse

    _exit(browse.list_problems(packs, language=language, as_json=as_json))


@cli.command()
@click.argument("problem")
@_pack
@_language
def show(problem: str, packs: tuple[Path, ...], language: str) -> None:
    """Show a problem's statement.

    \b
    Example:
      torchgrade show gather/diagonal-3d --lang ko
    """
    from torchgrade.commands import browse

    _exit(browse.show(problem, packs, language=language))


@cli.command()
@click.argument("name", metavar="PROBLEM|ASSIGNMENT")
@click.argument("folder", type=_FOLDER, default=Path())
@_pack
@_language
def start(name: str, folder: Path, packs: tuple[Path, ...], language: str) -> None:
    """Write the starter files of a problem or of an assignment. Never overwrites.

    \b
    Example:
      torchgrade start gather/diagonal-3d homework
    """
    from torchgrade.commands import browse

    _exit(browse.start(name, folder, packs, language=language))


@cli.command()
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=_Work(exists=True, path_type=Path))
@_option("--problem", help="The problem, where the file's name does not say it.")
@_pack
@click.option("--watch", is_flag=True, help="Check again after every change.")
@_option("--seed", type=int, help="Draw other cases than the usual public ones.")
@_language
@_option("--format", "format_", type=click.Choice(["text", "json"]), default="text", help="How to print.")
def check(
    paths: tuple[Path, ...],
    problem: str | None,
    packs: tuple[Path, ...],
    watch: bool,
    seed: int | None,
    language: str,
    format_: str,
) -> None:
    """Check your own work: public checks, no Docker. Looks at PATHs, or at the current folder.

    \b
    Example:
      torchgrade check diagonal_3d.py
      torchgrade check homework.ipynb --problem gather/diagonal-3d --lang ko
    """
    from torchgrade.commands import check as command
    from torchgrade.graders.plan import PUBLIC_SEED

    options = command.CheckOptions(
        paths=paths,
        problem=problem,
        packs=packs,
        watch=watch,
        seed=PUBLIC_SEED if seed is None else seed,
        language="ko" if language == "ko" else "en",
        format=format_,
    )
    _exit(command.run(options))


def _grading_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that ``grade`` and ``ci`` share."""
    options = [
        _option("--assignment", required=True, help="An assignment's name, or its YAML file."),
        _pack,
        _option("--runner", type=click.Choice(["docker", "process"]), default="docker", help="Where submissions run."),
        _option(
            "--isolation",
            type=click.Choice(["container", "shared"]),
            default="container",
            help="A container for each submission, or one for each slot.",
        ),
        _option("--device", type=click.Choice(["cpu", "cuda"]), default="cpu", help="Where tensors live."),
        _option("--seed", type=int, help="Repeat a run; otherwise the seed is drawn and kept secret until it ends."),
        _option("--fail-under", type=click.FloatRange(0, 100), help="Exit with 1 below this percentage."),
        _language,
    ]
    for option in reversed(options):
        command = option(command)
    return command


@cli.command()
@click.argument("submissions", type=click.Path(path_type=Path))
@_grading_options
@_option("--out", type=_FOLDER, required=True, help="Where the journal and the reports go.")
@_option("--jobs", type=click.IntRange(1), help="How many submissions at a time; default: one for each CPU.")
@_option(
    "--engine",
    type=click.Choice(["local"]),
    default="local",
    expose_value=False,
    help="Who runs the slots: this machine.",
)
@_option(
    "--layout",
    type=click.Choice(["auto", "plain", "canvas", "moodle", "gradescope", "nbgrader"]),
    default="auto",
    help="How the submissions' folder is laid out.",
)
@_option("--due", help="When the assignment was due, as ISO 8601 with a time zone.")
@_option("--progress", type=click.Choice(["auto", "plain", "none"]), default="auto", help="How to show progress.")
def grade(submissions: Path, **settings: Any) -> None:
    """Grade a class: one entry for each student in SUBMISSIONS. The same command goes on where it was stopped.

    \b
    Example:
      torchgrade grade submissions --assignment week-1 --out out
      torchgrade grade mine --assignment week-1 --out out --runner process
    """
    from torchgrade.commands import grade as command

    _exit(command.run(command.GradeOptions(submissions=submissions, **settings)))


@cli.command()
@click.argument("run", metavar="DIR", type=_FOLDER)
@_option(
    "--format",
    "formats",
    type=click.Choice(["html", "csv", "json", "junit"]),
    multiple=True,
    help="What to write; default: everything.",
)
@_pack
def report(run: Path, formats: tuple[str, ...], packs: tuple[Path, ...]) -> None:
    """Write the reports of a run again, from its journal.

    \b
    Example:
      torchgrade report out --format html
    """
    from torchgrade.commands import report as command

    _exit(command.run(run, formats, packs))


@cli.command()
@click.argument("path", type=click.Path(exists=True, path_type=Path), default=Path())
@_grading_options
@_option("--junit", type=_PATH, help="Write JUnit XML to this file.")
def ci(path: Path, **settings: Any) -> None:
    """Grade this checkout: job summary and annotations on GitHub, the same as text elsewhere.

    \b
    Example:
      torchgrade ci --assignment week-1 --fail-under 60
    """
    from torchgrade.commands import ci as command

    _exit(command.run(command.CiOptions(path=path, **settings)))


@cli.command()
@click.argument("problems", metavar="[PROBLEM]...", nargs=-1)
@_pack
@_option("--seeds", type=click.IntRange(1), help="How many seeds the right answers must pass; default 200.")
@click.option("--quick", is_flag=True, help="Few seeds and no mutants: minutes for a whole bank.")
@_option("--jobs", type=click.IntRange(1), default=1, help="How many problems at a time.")
def validate(problems: tuple[str, ...], packs: tuple[Path, ...], seeds: int | None, quick: bool, jobs: int) -> None:
    """The author's gate: does a problem pass every right answer and fail every wrong one?

    \b
    Example:
      torchgrade validate gather/diagonal-3d
      torchgrade validate --pack my-pack --quick
    """
    from torchgrade.commands import validate as command

    _exit(command.run(problems, packs, seeds=seeds, quick=quick, jobs=jobs))


@cli.group()
def new() -> None:
    """Make a skeleton.

    \b
    Example:
      torchgrade new problem algebra/outer --pack my-pack
    """


@new.command("problem")
@click.argument("name", metavar="ID")
@click.option("--pack", type=_FOLDER, default=Path(), help="The pack's folder; default: the current one.")
def new_problem(name: str, pack: Path) -> None:
    """Make a problem's skeleton, which `validate` then explains line by line.

    \b
    Example:
      torchgrade new problem algebra/outer --pack my-pack
    """
    from torchgrade.commands import new as command

    _exit(command.problem(name, pack))


@cli.command()
@_option("--runner", type=click.Choice(["docker", "process"]), default="docker", help="What to look at.")
@_option("--device", type=click.Choice(["cpu", "cuda"]), default="cpu", help="Whether a GPU is wanted.")
def doctor(runner: str, device: str) -> None:
    """Is this machine fit? One line for each fact, with what mends it.

    \b
    Example:
      torchgrade doctor --runner docker
    """
    from torchgrade.commands import doctor as command

    _exit(command.run(runner, device))


@cli.group()
def image() -> None:
    """Build, list or remove the sandbox image.

    \b
    Example:
      torchgrade image build
    """


@image.command("build")
@_option("--base", help="The base image, with Python 3.11; default: python:3.11-slim.")
@_option("--wheels", type=_FOLDER, help="A folder with the wheels of torch and numpy, instead of downloading them.")
@_option("--device", type=click.Choice(["cpu", "cuda"]), default="cpu", help="What the wheels are for.")
def image_build(base: str | None, wheels: Path | None, device: str) -> None:
    """Build the image that submissions run in.

    \b
    Example:
      torchgrade image build --base local/python:3.11
    """
    from torchgrade.commands import image as command

    _exit(command.build(base=base, wheels=wheels, device=device))


@image.command("list")
def image_list() -> None:
    """List our images; * marks the one that fits this version.

    \b
    Example:
      torchgrade image list
    """
    from torchgrade.commands import image as command

    _exit(command.show())


@image.command("remove")
def image_remove() -> None:
    """Remove all of our images.

    \b
    Example:
      torchgrade image remove
    """
    from torchgrade.commands import image as command

    _exit(command.remove())


@cli.command()
def clean() -> None:
    """Remove whatever a crash left behind: every container of ours, and nothing else.

    \b
    Example:
      torchgrade clean
    """
    from torchgrade.commands import image as command

    _exit(command.clean())


def _exit(code: int) -> NoReturn:
    sys.stdout.flush()
    sys.exit(int(code))


def main() -> None:
    """Run the command line; turn what can go wrong into one message and the contract's exit code."""
    try:
        cli.main(standalone_mode=False)
    except click.exceptions.Exit as stop:
        _exit(stop.exit_code)
    except click.ClickException as error:
        error.show()
        _exit(2)
    except (KeyboardInterrupt, click.Abort):
        click.echo("interrupted", err=True)
        _exit(130)
    except BrokenPipeError:
        # The reader of our output went away, as `| head` does. Nothing more can be said to anybody.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        _exit(1)
    except Exception as error:  # noqa: BLE001 - the top of the command line: known errors become a message, others show
        from torchgrade.commands.failures import explain

        _exit(explain(error))
