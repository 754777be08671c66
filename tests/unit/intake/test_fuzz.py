"""Whatever the bytes are, a Submission comes out."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from torchgrade.graders.intake.archives import read_archive
from torchgrade.graders.intake.assemble import build_submission
from torchgrade.graders.intake.magics import drop_magics
from torchgrade.graders.intake.upload import RawFile, Upload
from torchgrade.graders.submission import Submission

CODE = b"import torch\n\n\ndef softmax(x):\n    '''Doc.'''\n    return (x\n            % 2)\n"
FUZZ = settings(max_examples=300, deadline=None)
# Where a byte goes, what it becomes, and whether it replaces, is inserted or is removed.
mutations = st.lists(
    st.tuples(st.integers(0, 1 << 16), st.integers(0, 255), st.sampled_from("ride")), min_size=1, max_size=8
)


def mutate(data: bytes, changes: list[tuple[int, int, str]]) -> bytes:
    changed = bytearray(data)
    for place, value, how in changes:
        at = place % (len(changed) or 1)
        match how:
            case "r" if changed:
                changed[at] = value
            case "i":
                changed.insert(at, value)
            case "d":
                del changed[at : at + 1]
            case _:
                del changed[at + 1 + value * 8 :]
    return bytes(changed)


def make_zip() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("hw/softmax.py", CODE)
        archive.writestr("hw/notes.txt", b"hello")
        archive.writestr("hw/과제.py", b"x = 1\n")
    return target.getvalue()


def make_tar() -> bytes:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for name, data in (("hw/softmax.py", CODE), ("hw/과제.py", b"x = 1\n")):
            made = tarfile.TarInfo(name)
            made.size = len(data)
            archive.addfile(made, io.BytesIO(data))
    return target.getvalue()[:5120]


def make_notebook() -> bytes:
    cells = [{"cell_type": "code", "source": [CODE.decode(), "!ls\n"], "outputs": []}, {"cell_type": "markdown"}]
    return json.dumps({"nbformat": 4, "metadata": {"kernelspec": {"language": "python"}}, "cells": cells}).encode()


def build(upload: Upload) -> Submission:
    submission = build_submission(upload, student="kim", path=Path("kim"))
    assert submission.files or submission.faults
    assert all(fault.message.en.isprintable() or "\n    " in fault.message.en for fault in submission.faults)
    return submission


@pytest.mark.parametrize(
    ("name", "data"), [("k.zip", make_zip()), ("k.tar", make_tar()), ("k.tgz", gzip.compress(make_tar()))]
)
def test_the_seeds_are_good(name: str, data: bytes) -> None:
    assert () == build(read_archive(name, data)).faults


@FUZZ
@given(mutations)
def test_any_zip_becomes_a_submission(changes: list[tuple[int, int, str]]) -> None:
    build(read_archive("k.zip", mutate(make_zip(), changes)))


@FUZZ
@given(mutations, st.booleans())
def test_any_tar_becomes_a_submission(changes: list[tuple[int, int, str]], in_gzip: bool) -> None:
    changed = mutate(make_tar(), changes)
    build(read_archive("k.tgz", gzip.compress(changed)) if in_gzip else read_archive("k.tar", changed))


@FUZZ
@given(mutations)
def test_any_gzip_becomes_a_submission(changes: list[tuple[int, int, str]]) -> None:
    build(read_archive("k.tgz", mutate(gzip.compress(make_tar(), mtime=0), changes)))


@FUZZ
@given(mutations, st.sampled_from(["a.ipynb", "a.py"]))
def test_any_text_becomes_a_submission(changes: list[tuple[int, int, str]], name: str) -> None:
    data = make_notebook() if name == "a.ipynb" else CODE
    build(Upload(files=(RawFile(name=name, data=mutate(data, changes)),)))


@FUZZ
@given(st.text())
def test_any_name_becomes_a_submission(name: str) -> None:
    build(Upload(files=(RawFile(name=name, data=CODE),)))


@FUZZ
@given(st.text(alphabet="'\"\\()[]{}#%!?=a \n"))
def test_any_cell_keeps_its_line_count(source: str) -> None:
    cell = drop_magics(source)
    assert cell.source == "" or source.count("\n") == cell.source.count("\n")
