"""Keeps `mkdocs serve` going: when the collection's folder goes or comes, when a build fails."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from watchdog.events import FileSystemEvent, FileSystemEventHandler


class Appearing(FileSystemEventHandler):
    """Makes `server`, MkDocs' own, watch `folder` and build anew when it is made or moved back."""

    def __init__(self, folder: Path, server: Any) -> None:
        self._folder = folder
        self._server = server

    def on_any_event(self, event: FileSystemEvent) -> None:
        """React to an event in the folder around it."""
        path = str(self._folder)
        if path not in (event.src_path, event.dest_path) or event.event_type == "modified":
            return
        # MkDocs offers no other way: its watch ended with the folder that went.
        if path in self._server._watched_paths:
            self._server.unwatch(path)
        if self._folder.is_dir():
            self._server.watch(path)
        with self._server._rebuild_cond:
            self._server._want_rebuild = True
            self._server._rebuild_cond.notify_all()


class Rebuilding:
    """Builds anew with `build`; when that fails the server says so and keeps answering."""

    def __init__(self, build: Callable[[], None]) -> None:
        self._build = build

    def __call__(self) -> None:
        """Build; a fault is printed, as one that is raised would make every request wait."""
        try:
            self._build()
        except (Exception, SystemExit) as error:
            sys.stderr.write(f"{error}\n")
