"""The package as pip installs it, without this checkout beside it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from conftest import Project
from sites import ROOT


def test_an_installed_package_brings_its_texts_and_templates(
    project: Project, tmp_path: Path
) -> None:
    target = tmp_path / "installed"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    wanted = ["--no-deps", "--no-build-isolation", "--no-index", "--target", str(target), str(ROOT)]
    subprocess.run([*pip, *wanted], check=True)
    program = (
        "import spreekkamer, sys; from spreekkamer import building, cli; from pathlib import Path;"
        "site = building.Builder().build(Path.cwd(), None, False);"
        "print(spreekkamer.__file__, len(site.pages)); sys.exit(cli.main(['check']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=project.root,
        env={**os.environ, "PYTHONPATH": str(target), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert str(target) in done.stdout
    assert "Geen problemen" in done.stdout
    assert (target / "bin/spreekkamer").exists()
    assert (target / "spreekkamer/theme/main.html").exists()


def test_what_is_locked_is_installed_and_nothing_newer_is_looked_for() -> None:
    # pip 23 takes the newest coverage for coverage[toml], although another one is locked, and then
    # refuses it (pypa/pip#9644); a lock is complete, so nothing more need be looked for.
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    installs = re.findall(r"pip install .*--require-hashes.*", makefile)
    assert len(installs) == 4
    assert all("--no-deps" in install for install in installs)


def test_what_is_installed_fits_together() -> None:
    subprocess.run([sys.executable, "-m", "pip", "check"], check=True)
