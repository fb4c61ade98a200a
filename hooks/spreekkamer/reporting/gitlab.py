"""The report as a Code Quality artifact of GitLab, which compares it with that of the target."""

from __future__ import annotations

import json
from collections import Counter
from hashlib import sha256
from typing import Any

from spreekkamer.diagnostics import Diagnostic, Severity
from spreekkamer.reporting.defusing import defused_json
from spreekkamer.reporting.material import PRIVACY, Material


def render(material: Material) -> str:
    """Return the problems as a JSON list; it is ASCII, to survive any terminal."""
    seen: Counter[tuple[str, str, str]] = Counter()
    entries = []
    for each in material.diagnostics:
        identity = (each.rule, each.path, each.field)
        seen[identity] += 1
        entries.append(_entry(each, seen[identity], material))
    return defused_json(json.dumps(entries, indent=2))


def _entry(diagnostic: Diagnostic, number: int, material: Material) -> dict[str, Any]:
    return {
        "description": " – ".join(material.lines(diagnostic)),
        "check_name": diagnostic.rule,
        "fingerprint": _fingerprint(diagnostic, number),
        "severity": _severity(diagnostic),
        "location": {
            "path": diagnostic.path,
            "lines": {"begin": diagnostic.span.start.line},
        },
    }


def _fingerprint(diagnostic: Diagnostic, number: int) -> str:
    """Return what stays the same when the problem moves to another line."""
    parts = (diagnostic.rule, diagnostic.path, diagnostic.field, str(number))
    return sha256("\0".join(parts).encode("utf-8", "backslashreplace")).hexdigest()


def _severity(diagnostic: Diagnostic) -> str:
    if diagnostic.severity is Severity.WARNING:
        return "minor"
    return "blocker" if diagnostic.rule.startswith(PRIVACY) else "major"
