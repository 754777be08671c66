from torchgrade.problems.kit import check, example, st, torch

COLUMNS = {
    "Survived": ("0", "1"),
    "Pclass": ("1", "2", "3"),
    "Name": ("Braund, Mr. Owen Harris", "Heikkinen", 'Allen "Bill", Mr.', "김철수"),
    "Sex": ("male", "female"),
    "Age": ("22", "38.5", "4", "0.75", "61.3"),
    "SibSp": ("0", "1", "4"),
    "Fare": ("7.25", "71.2833", "0", "512.3292", "13.1"),
    "Cabin": ("C85", "", "B42"),
    "Embarked": ("S", "C", "Q"),
    "PassengerId": ("1", "17", "891"),
}
TEXT_COLUMNS = ("Name", "Cabin")


@st.composite
def tables(draw, *, gaps, survived, least=1):
    """Draw a file: its columns in any order, its rows as texts, and what to drop."""
    names = [name for name in COLUMNS if survived or name != "Survived"]
    header = draw(st.permutations(names))
    # Few enough columns to read them in a report; Survived always stays where it belongs.
    leave_out = draw(st.sets(st.sampled_from(["Pclass", "Cabin", "SibSp", "PassengerId", "Name", "Fare"]), min_size=2))
    header = [name for name in header if name not in leave_out]
    row = st.tuples(*(fields(name, gaps) for name in header))
    rows = draw(st.lists(row, min_size=least, max_size=6))
    more = draw(st.sets(st.sampled_from(["Pclass", "SibSp", "PassengerId", "Fare", "Embarked", "Age"]), max_size=2))
    drop = [name for name in header if name in TEXT_COLUMNS or name in more]
    return {"header": header, "rows": [list(row) for row in rows], "drop": drop}


def fields(name, gaps):
    """Draw what stands in one field of a column."""
    empty = ("", "") if gaps and name not in ("Survived", *TEXT_COLUMNS) else ()
    return st.sampled_from((*COLUMNS[name], *empty))


def written(file):
    """Write the file and return its path."""
    import csv
    import tempfile
    from pathlib import Path

    path = Path(tempfile.mkdtemp()) / "people.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([file["header"], *file["rows"]])
    return str(path)


def facts(d):
    """Return the number of rows and the names."""
    return [len(d), list(d.features), list(d.classes)]


FIRST = {
    "header": ["Survived", "Name", "Sex", "Age", "Embarked"],
    "rows": [["0", "Braund, Mr. Owen", "male", "22", "S"], ["1", "Heikkinen", "female", "26.5", "C"]],
    "drop": ["Name"],
}


@example(file=FIRST, as_tuple=False)
@check(file=tables(gaps=False, survived=True), as_tuple=st.booleans())
def reads_rows(solution, file, as_tuple):
    """Every row of a training file is (X float32, y int64 0-d), and its .features and .classes are right."""
    drop = tuple(file["drop"]) if as_tuple else list(file["drop"])
    path, others = written(file), [name for name in file["header"] if name in (*TEXT_COLUMNS, "Sex")]
    d = solution.TitanicDataset(path, drop_features=drop)
    other = solution.TitanicDataset(path, drop_features=others)
    return [facts(d), facts(other), len(d + d), [tuple(d[i]) for i in range(len(file["rows"]))]]


@check(file=tables(gaps=True, survived=True))
def missing_values_are_nan(solution, file):
    """An empty field is NaN; its row and the other values stay as they are."""
    d = solution.TitanicDataset(written(file), file["drop"])
    return [len(d), [tuple(d[i]) for i in range(len(file["rows"]))]]


@check(file=tables(gaps=True, survived=False))
def reads_the_test_file(solution, file):
    """With train=False the file has no Survived column, and an item is X alone."""
    d = solution.TitanicDataset(written(file), drop_features=file["drop"], train=False)
    return [facts(d), [d[i] for i in range(len(file["rows"]))]]


@check(file=tables(gaps=True, survived=True, least=2), batch_size=st.integers(1, 3), train=st.booleans())
def batches_in_a_dataloader(solution, file, batch_size, train):
    """DataLoader's default collate batches the items, with and without labels."""
    from itertools import islice

    if not train:
        at = file["header"].index("Survived")
        cut = [line[:at] + line[at + 1 :] for line in (file["header"], *file["rows"])]
        file = {"header": cut[0], "rows": cut[1:], "drop": file["drop"]}
    d = solution.TitanicDataset(written(file), file["drop"], train)
    loader = torch.utils.data.DataLoader(d, batch_size=batch_size)
    batches = islice(loader, len(file["rows"]) + 1)
    return [batch if isinstance(batch, torch.Tensor) else list(batch) for batch in batches]
