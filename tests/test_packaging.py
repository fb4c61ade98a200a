"""The package as pip installs it, without this checkout beside it."""

from __future__ import annotations

import os
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
