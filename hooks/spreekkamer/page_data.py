"""Data for the scripts of the site, as a script itself: from a folder no page may fetch."""

from __future__ import annotations

import json


def page_data(name: str, data: object) -> str:
    """Return the script that makes `data` known to the page as `window.<name>`."""
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # U+2028 and U+2029 end a line in older scripts, but not in JSON.
    written = written.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"window.{name} = {written};\n"
