"""The command that checks the links of a built site."""

from __future__ import annotations

import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sites import ROOT

COMMAND = ROOT / "tools/check_links.py"


def broken(site: Path) -> list[tuple[str, str, str]]:
    """Return page, link and fault of every broken link."""
    return list(runpy.run_path(str(COMMAND))["broken_links"](site))


def checked(site: Path) -> tuple[int, list[str]]:
    """Return the exit code and the lines of the command."""
    command = [sys.executable, str(COMMAND), str(site)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout.splitlines()


def a_site(root: Path, link: str) -> Path:
    """Write a small sound site with `link` on a page in a folder."""
    site = root / "site"
    (site / "map").mkdir(parents=True)
    (site / "naam met spatie & é.html").write_text("<h1 id='kop één'>x</h1>", encoding="utf-8")
    (site / "index.html").write_text("<h1 id=start>x</h1><a name=oud></a>", encoding="utf-8")
    (site / "beeld.png").write_bytes(b"")
    (root / "x").write_text("buiten de site", encoding="utf-8")
    page = f'<h1 id="boven">x</h1>{link}<script>"<a href=weg.html>"</script><!-- <a href=weg> -->'
    (site / "map/blad.html").write_text(page, encoding="utf-8")
    return site


@pytest.mark.parametrize(
    "link",
    [
        '<a href="../index.html">',
        '<a href="../index.html#start">',
        '<a href="../index.html#oud">',
        '<a href="../index.html?q=a#start">',
        '<a href="#boven">',
        '<a href="#">',
        '<a href="?q=iets">',
        '<a href="">',
        '<a href="./blad.html">',
        '<img src="../beeld.png">',
        '<img src="data:image/png;base64,AAAA">',
        '<form action="../index.html">',
        '<a href="../naam%20met%20spatie%20&amp;%20%C3%A9.html">',
        '<a href="../naam%20met%20spatie%20&amp;%20é.html#kop%20%C3%A9%C3%A9n">',
        '<a href="https://example.org/weg#weg">',
        '<a href="HTTP://example.org">',
        '<a href="mailto:iemand@example.org">',
        '<a href="tel:112">',
    ],
)
def test_a_link_that_leads_somewhere_is_fine(tmp_path: Path, link: str) -> None:
    assert broken(a_site(tmp_path, link)) == []


@pytest.mark.parametrize(
    ("target", "fault"),
    [
        ("weg.html", "no such file"),
        ("../naam%20met%20spatie.html", "no such file"),
        ("../Index.html", "no such file"),
        ("../map", "no such file"),
        ("../", "no such file"),
        ("../index.html/", "no such file"),
        ("#weg", "no such anchor"),
        ("#Boven", "no such anchor"),
        ("../index.html#weg", "no such anchor"),
        ("/index.html", "absolute path"),
        ("//example.org/x", "no relative link"),
        ("javascript:void(0)", "no relative link"),
        ("../../x", "outside the site"),
        ("../../site/index.html", "outside the site"),
        ("%2e%2e/../x", "outside the site"),
        ("http://[", "no address"),
    ],
)
@pytest.mark.parametrize("element", ['<a href="{}">', '<script src="{}"></script>'])
def test_a_link_that_leads_nowhere_is_named_with_its_page(
    tmp_path: Path, element: str, target: str, fault: str
) -> None:
    site = a_site(tmp_path, element.format(target))
    assert broken(site) == [("map/blad.html", target, fault)]


def test_the_command_names_a_link_once_for_each_page(tmp_path: Path) -> None:
    site = a_site(tmp_path, '<a href="weg.html"></a><a href="weg.html"></a>')
    (site / "ander.html").write_text('<a href="weg.html">', encoding="utf-8")
    code, lines = checked(site)
    assert code == 1
    assert lines == [
        "ander.html: 'weg.html': no such file",
        "map/blad.html: 'weg.html': no such file",
    ]


def test_a_folder_without_pages_is_no_site(tmp_path: Path) -> None:
    assert checked(tmp_path)[0] == 1
    assert checked(tmp_path / "nergens")[0] == 1


def test_the_real_site_has_no_broken_link(real_site: Path, tmp_path: Path) -> None:
    assert checked(real_site) == (0, [])
    site = shutil.copytree(real_site, tmp_path / "site")
    (site / "kaarten/rotterdam-werkloont.html").unlink()
    code, lines = checked(site)
    assert code == 1
    assert any("kaarten/rotterdam-werkloont.html" in line for line in lines)


def test_no_link_of_our_own_site_is_broken(real_site: Path) -> None:
    assert len(list(real_site.rglob("*.html"))) > len(list((ROOT / "learnings/cards").iterdir()))
    assert broken(real_site) == []
