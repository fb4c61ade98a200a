"""A file must be YAML, or nothing in it can be trusted.

The parser's own words are English and about its insides; the message names the usual causes: a
colon in a text without quotes, a quote that is not closed, a line that is indented wrongly.
"""

from __future__ import annotations

from spreekkamer.diagnostics import Severity
from spreekkamer.rules import Rule, Sample

RULE = Rule(
    severity=Severity.ERROR,
    fails=Sample("title: Utrecht: eerst een gesprek"),
    passes=Sample('title: "Utrecht: eerst een gesprek"'),
)
