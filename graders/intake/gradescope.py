"""Reads who handed in what from a Gradescope export's ``submission_metadata.yml``."""

from __future__ import annotations

import yaml


def parse_submitters(data: bytes) -> dict[str, tuple[str, ...]] | None:
    """Return each folder's student ids (or e-mail addresses where there is none), or None if it can't be read."""
    try:
        # BaseLoader leaves everything a string, so that student id 0123 keeps its zero.
        document: object = yaml.load(data, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError):
        return None
    if not isinstance(document, dict):
        return None
    found: dict[str, tuple[str, ...]] = {}
    for folder, entry in document.items():
        people = entry.get(":submitters") if isinstance(entry, dict) else None
        if isinstance(folder, str) and isinstance(people, list):
            ids = [person.get(":sid") or person.get(":email") for person in people if isinstance(person, dict)]
            found[folder] = tuple(student for student in ids if isinstance(student, str) and student)
    return found
