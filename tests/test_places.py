"""Where a stretch of a value stands in the file that it was read from."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spreekkamer.nodes import Mapping, Scalar
from spreekkamer.places import Written
from spreekkamer.yaml_reader import parse

WORDS = st.sampled_from(["een", "één", "e\u0301e\u0301n", "a", "x.y", "--", "'t", "‘ja’", ">", "|"])
LINES = st.lists(st.lists(WORDS, min_size=1, max_size=5), min_size=1, max_size=5)


@pytest.mark.parametrize("begin", ["", "woord ", ">-\n  ", ">\n  ", "|-\n  ", '"', "|\n    "])
@given(LINES, st.sampled_from(["\n  ", "\n    ", "\n\n  ", " \n  "]))
def test_each_word_of_a_value_is_shown_where_it_was_typed(
    begin: str, lines: list[list[str]], between: str
) -> None:
    close = begin if begin == '"' else ""
    text = f"k: {begin}{between.join(map(' '.join, lines))}{close}\n"
    root, _ = parse(text)
    if not isinstance(root, Mapping) or not isinstance(value := root.entries[0].value, Scalar):
        return
    written = Written(text)
    for word in re.finditer(r"\S+", value.text):
        span = written.span_within(value.span, value.text, *word.span())
        assert _plain(written.within(span)) == word[0], (text, span)


def _plain(text: str) -> str:
    return text.replace("e\u0301", "é")
