"""Where results go: a folder of this computer, or storage that fsspec knows by its address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from datawalk.inputs import shortened
from datawalk.output.folder import held, write
from datawalk.problems import Problems, refuse

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem


@dataclass(frozen=True)
class Destination:
    """Files by name below an address, such as out or s3://bucket/walks.

    Files that are put together are written whole or not at all; in storage each by itself, the
    record of them last. Everything here raises Problems for what the storage refuses.
    """

    address: str

    @property
    def local(self) -> Path | None:
        """The folder, if it is one of this computer."""
        from fsspec.implementations.local import LocalFileSystem

        system, root = self._system
        return Path(root) if isinstance(system, LocalFileSystem) else None

    def put(self, folder: str, files: Mapping[str, bytes]) -> None:
        """Files by name into one folder, '' being that of the address itself."""
        if root := self.local:
            self.refuse_links(folder)
            with held(root / folder):
                write({root / folder / name: content for name, content in files.items()})
            return
        system, place = self._system
        for name, content in files.items():
            whole = "/".join(filter(None, (place, folder, name)))
            try:
                system.pipe_file(whole, content)
            except Exception as error:  # kinds of storage have errors of their own
                raise self._refused(error, name) from error

    def refuse_links(self, name: str) -> None:
        """Raises Problems where a link stands in the way to a folder or a file: it may lead out of
        the folder of results, where nothing is ours to write or to remove."""
        if (root := self.local) is None:
            return
        parts = name.split("/")
        ways = (root.joinpath(*parts[:end]) for end in range(1, len(parts) + 1) if name)
        if link := next((way for way in ways if way.is_symlink()), None):
            raise refuse(
                f"{shortened(str(link))} is a link; results go into real folders and files.",
                "Take the link away, or choose another folder with --out.",
            )

    def read(self, name: str) -> bytes | None:
        """None where there is no such file."""
        system, root = self._system
        self.refuse_links(name)
        try:
            content: bytes = system.cat_file(f"{root}/{name}")
        except FileNotFoundError:
            return None
        except Exception as error:
            raise self._refused(error, name) from error
        return content

    def sizes(self, folder: str) -> Mapping[str, int]:
        """The bytes of each file in a folder and below it, by name."""
        system, root = self._system
        try:
            system.invalidate_cache()
            found = system.find(f"{root}/{folder}", detail=True)
        except FileNotFoundError:
            return {}
        except Exception as error:
            raise self._refused(error, folder) from error
        start = len(root.rstrip("/")) + 1
        return {path[start:]: int(told["size"]) for path, told in found.items()}

    def remove(self, name: str) -> None:
        """What is not there is removed already."""
        system, root = self._system
        self.refuse_links(name)
        try:
            system.rm_file(f"{root}/{name}")
        except FileNotFoundError:
            return
        except Exception as error:
            raise self._refused(error, name) from error

    @cached_property
    def _system(self) -> tuple[AbstractFileSystem, str]:
        from fsspec.core import url_to_fs

        try:
            system, root = url_to_fs(self.address)
        except (ImportError, ValueError) as error:
            raise refuse(
                f"{self.address} cannot be written to: {error}",
                "Name a folder, or storage that fsspec knows: s3://BUCKET/FOLDER needs "
                "`pip install s3fs`.",
            ) from error
        return system, root

    def _refused(self, error: Exception, name: str) -> Problems:
        told = str(getattr(error, "strerror", None) or error or type(error).__name__).rstrip(".")
        return refuse(
            f"{self.address}/{name}: {told}.",
            "Make room, or leave to write there, and run the same command again: it goes on.",
        )
