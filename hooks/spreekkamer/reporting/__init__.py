"""How a report is written down, one module per format."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from spreekkamer.reporting import azure, github, gitlab, json_list, junit, text
from spreekkamer.reporting.material import Material

FORMATS: Final[Mapping[str, Callable[[Material], str]]] = {
    "text": text.render,
    "github": github.render,
    "gitlab": gitlab.render,
    "azure": azure.render,
    "json": json_list.render,
    "junit": junit.render,
}
"""The formats by name; each returns the whole report."""
AUTO: Final = "auto"
# GitLab reads its format from a file that a job keeps; its log is for people.
_BY_VARIABLE: Final = {"GITHUB_ACTIONS": "github", "TF_BUILD": "azure"}


def chosen(name: str, environment: Mapping[str, str]) -> str:
    """Return the format called `name`; for `auto` the one that fits the build server, if any."""
    if name != AUTO:
        return name
    found = (
        format_
        for variable, format_ in _BY_VARIABLE.items()
        if environment.get(variable, "").lower() == "true"
    )
    return next(found, "text")
