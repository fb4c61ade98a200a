"""Notices that the folder of a collection comes (back), which MkDocs does not watch for."""

from __future__ import annotations

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
        if path not in (event.src_path, event.dest_path) or not self._folder.is_dir():
            return
        # MkDocs offers no other way: its watch ended with the folder that went.
        if path in self._server._watched_paths:
            self._server.unwatch(path)
        self._server.watch(path)
        with self._server._rebuild_cond:
            self._server._want_rebuild = True
            self._server._rebuild_cond.notify_all()
