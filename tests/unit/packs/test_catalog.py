from collections.abc import Callable
from pathlib import Path

import pytest

from torchgrade.graders.packs import PackError, UnknownProblem, load_catalog, load_pack, scan_pack
from torchgrade.graders.packs.catalog import Catalog, catalog_of

WritePack = Callable[..., Path]


def catalog(*folders: Path) -> Catalog:
    return catalog_of([scan_pack(folder) for folder in folders])


def second_problem(write_pack: WritePack, problem_id: str, *, name: str = "mine") -> Path:
    """Write the pack with one more problem, a copy under another id."""
    folder = write_pack(name=name)
    files = {
        file.relative_to(folder).as_posix().replace("gather/diagonal-3d", problem_id): file.read_text().replace(
            "gather/diagonal-3d", problem_id
        )
        for file in folder.rglob("*")
        if file.is_file()
    }
    return write_pack(files, name=name)


def test_problems_are_sorted_by_id(write_pack: WritePack) -> None:
    folder = second_problem(write_pack, "autograd/vjp")
    assert list(load_pack(folder).problems) == ["autograd/vjp", "gather/diagonal-3d"]
    assert catalog(folder).ids == ("autograd/vjp", "gather/diagonal-3d")


def test_a_problem_is_found_by_id_and_by_its_slug(write_pack: WritePack) -> None:
    found = catalog(write_pack())
    assert found.problem("gather/diagonal-3d") is found.problem("diagonal-3d")


def test_a_slug_of_two_problems_is_refused_with_both_ids(write_pack: WritePack) -> None:
    with pytest.raises(
        UnknownProblem, match=r"'diagonal-3d' is the name of 2 problems: write gather/diagonal-3d or ops/"
    ):
        catalog(second_problem(write_pack, "ops/diagonal-3d")).problem("diagonal-3d")


@pytest.mark.parametrize("name", ["gather/diagonal3d", "diagnal-3d", "gather/diagonal-2d"])
def test_an_unknown_problem_names_the_nearest(write_pack: WritePack, name: str) -> None:
    with pytest.raises(UnknownProblem, match=rf"there is no problem '{name}'; did you mean gather/diagonal-3d?"):
        catalog(write_pack()).problem(name)


def test_an_unknown_problem_far_from_any_points_to_the_list(write_pack: WritePack) -> None:
    with pytest.raises(UnknownProblem, match=r"there is no problem 'x'; `torchgrade list` shows them all"):
        catalog(write_pack()).problem("x")


def test_a_broken_problem_does_not_keep_another_from_loading(write_pack: WritePack) -> None:
    folder = second_problem(write_pack, "autograd/vjp")
    (folder / "problems/autograd/vjp/problem.yaml").write_text("format: 1\n")
    found = catalog(folder)
    assert found.problem("gather/diagonal-3d").id == "gather/diagonal-3d"
    with pytest.raises(PackError, match=r"problems/autograd/vjp/problem.yaml:1: title is missing"):
        found.problem("autograd/vjp")


def test_loading_all_tells_the_mistakes_of_all_problems_together(write_pack: WritePack) -> None:
    folder = second_problem(write_pack, "autograd/vjp")
    (folder / "problems/autograd/vjp/statement.md").unlink()
    (folder / "problems/gather/diagonal-3d/statement.md").unlink()
    (folder / "problems/Bad_unit/x").mkdir(parents=True)
    (folder / "problems/Bad_unit/x/problem.yaml").write_text("x")
    with pytest.raises(PackError) as caught:
        catalog(folder).load_all()
    assert [mistake.path for mistake in caught.value.mistakes] == [
        "problems/Bad_unit",
        "problems/autograd/vjp/statement.md",
        "problems/gather/diagonal-3d/statement.md",
    ]


def test_all_mistakes_of_a_pack_include_the_references(write_pack: WritePack) -> None:
    pack = scan_pack(write_pack({"reference/gather/diagonal-3d/solution.py": None}))
    assert [str(one) for one in pack.find_mistakes()] == [
        "reference/gather/diagonal-3d/solution.py:1: the file is missing"
    ]
    assert list(pack.load_all()) == ["gather/diagonal-3d"]


def test_the_same_id_in_two_packs_is_an_error_that_names_both(write_pack: WritePack) -> None:
    with pytest.raises(PackError, match=r"gather/diagonal-3d is both in the pack 'mine' and in the pack 'other'"):
        catalog(write_pack(), write_pack(name="other"))


def test_a_folder_that_is_no_pack_says_what_a_pack_is(tmp_path: Path) -> None:
    with pytest.raises(
        PackError, match=r"has no folder problems/; a pack is a folder with problems/UNIT/PROBLEM/ inside"
    ):
        scan_pack(tmp_path)


def test_a_problem_outside_a_unit_is_told_where_to_go(write_pack: WritePack) -> None:
    with pytest.raises(PackError, match=r"problems/vjp/problem.yaml:1: a problem belongs into a unit: move it to"):
        load_pack(write_pack({"problems/vjp/problem.yaml": "x"}))


def test_assignments_caches_and_emptied_folders_are_no_units(write_pack: WritePack) -> None:
    folder = write_pack({"problems/assignments/w.yaml": "x", "problems/old/gone/__pycache__/x.pyc": b"x"})
    assert list(load_pack(folder).problems) == ["gather/diagonal-3d"]


def test_the_builtin_pack_is_scanned_without_decoding_it() -> None:
    assert load_catalog().packs[0].name == "torchgrade"
