"""Text in both of the course's languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Language = Literal["en", "ko"]


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence or paragraph in English and in Korean."""

    en: str
    ko: str

    def get(self, language: Language) -> str:
        """Return the text in one language."""
        return self.ko if language == "ko" else self.en

    def as_dict(self) -> dict[str, str]:
        """Return ``{"en": ..., "ko": ...}``, the form of every report."""
        return {"en": self.en, "ko": self.ko}
