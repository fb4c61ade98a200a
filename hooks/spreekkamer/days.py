"""Months and days as people write them."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date


def month(text: str, language: str) -> str:
    """Return `2026-11` as people write it: november 2026."""
    return format_date(date.fromisoformat(f"{text}-01"), "LLLL y", locale=language)


def day(text: str, language: str) -> str:
    """Return a year, month or day as people write it: 2025, juli 2026, 1 januari 2026."""
    if len(text) <= len("2026-01"):
        return month(text, language) if "-" in text else text
    return format_date(date.fromisoformat(text), "long", locale=language)
