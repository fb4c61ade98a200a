"""What workers share is made once, and what could not be made is not taken for a site."""

from __future__ import annotations

from pathlib import Path

import pytest

from shared import once


def test_a_folder_is_made_by_the_first_that_asks(tmp_path: Path) -> None:
    asked: list[Path] = []
    first, second = once(tmp_path, "site", asked.append), once(tmp_path, "site", asked.append)
    assert first == second == asked[0]
    assert len(asked) == 1


def test_a_folder_that_could_not_be_made_is_no_site(tmp_path: Path) -> None:
    def fail(folder: Path) -> None:
        raise OSError(folder)

    with pytest.raises(OSError, match="site"):
        once(tmp_path, "site", fail)
    with pytest.raises(AssertionError, match="could not make site"):
        once(tmp_path, "site", fail)
