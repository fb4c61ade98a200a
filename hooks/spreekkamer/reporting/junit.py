"""The report as test results in JUnit's XML: each file is a test, an error makes it fail."""

from __future__ import annotations

import re
from typing import Final
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from spreekkamer.diagnostics import Diagnostic
from spreekkamer.reporting import text
from spreekkamer.reporting.defusing import defused_xml
from spreekkamer.reporting.material import Material

_SUITE: Final = "spreekkamer check"
_NO_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(material: Material) -> str:
    """Return one suite with a test for each file; it is ASCII, to survive any terminal."""
    found: dict[str, list[Diagnostic]] = {path: [] for path in material.paths}
    for each in material.diagnostics:
        found.setdefault(each.path, []).append(each)
    suite = Element("testsuite", name=_SUITE)
    for path, problems in sorted(found.items()):
        _add_case(suite, path, problems, material)
    suite.set("tests", str(len(suite)))
    suite.set("failures", str(len(suite.findall("testcase/failure"))))
    suite.set("errors", "0")
    suites = Element("testsuites")
    suites.append(suite)
    ElementTree.indent(suites)
    shown = ElementTree.tostring(suites, encoding="us-ascii", xml_declaration=True).decode()
    return defused_xml(shown)


def _add_case(suite: Element, path: str, problems: list[Diagnostic], material: Material) -> None:
    case = SubElement(suite, "testcase", classname=_valid(path), name=_valid(path))
    failing = [each for each in problems if material.fails(each)]
    if failing:
        message = text.counted(failing, material.texts)
        failure = SubElement(case, "failure", type=failing[0].rule, message=message)
        failure.text = _told(failing, material)
    others = [each for each in problems if not material.fails(each)]
    if others:
        SubElement(case, "system-out").text = _told(others, material)


def _told(problems: list[Diagnostic], material: Material) -> str:
    return _valid("\n\n".join(text.entry(each, material) for each in problems))


def _valid(value: str) -> str:
    """Return `value` with what XML cannot hold written as an escape."""
    return _NO_XML.sub(lambda match: ascii(match[0])[1:-1], value)
