"""Real MkDocs builds of small collections, in this process or as a command."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

ROOT = Path(__file__).parent.parent


def configure(root: Path, settings: str = "", site_url: str = "") -> Path:
    """Write a `mkdocs.yml` in `root` like our own, with the hook and the pages of this checkout."""
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    text = text.replace("docs_dir: docs", f"docs_dir: {ROOT / 'docs'}")
    text = text.replace("- hooks/mkdocs_hook.py", f"- {ROOT / 'hooks/mkdocs_hook.py'}")
    if settings:
        text = text.replace("    language: nl\n", settings)
    if site_url:
        text += f"site_url: {site_url}\n"
    config = root / "mkdocs.yml"
    config.write_text(text, encoding="utf-8")
    return config


def build_here(config: Path, site: Path) -> Path:
    """Build in this process; return the folder of the site."""
    loaded = load_config(str(config), site_dir=str(site))
    loaded.plugins.on_startup(command="build", dirty=False)
    build(loaded)
    return site


def environment() -> dict[str, str]:
    """Return the environment for commands: no notices, no colours."""
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1", "PYTHONUNBUFFERED": "1"}


def run_mkdocs(config: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command `mkdocs` as a user would."""
    command = [sys.executable, "-m", "mkdocs", *arguments, "--config-file", str(config)]
    return subprocess.run(
        command, capture_output=True, text=True, env=environment(), check=False, timeout=60
    )
