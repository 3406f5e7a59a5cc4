"""Git, asked only by plumbing commands and with the user's and the machine's configuration left out."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from taikun_build.adapters.environment import EnvironmentFault
from taikun_build.problems import Text, msg
from taikun_build.sources import Entry, Kind, Source

_KINDS = {
    "100644": Kind.FILE,
    "100755": Kind.FILE,
    "100664": Kind.FILE,
    "120000": Kind.LINK,
    "160000": Kind.SUBMODULE,
}


@dataclass(frozen=True, slots=True)
class GitSources:
    """The files below one folder as a commit holds them."""

    kinds: Mapping[str, Kind]
    files: Mapping[str, bytes]

    def entries(self) -> tuple[Entry, ...]:
        """Every entry, sorted by path; hidden files are left out, as on disk."""
        return tuple(
            Entry(path, kind, len(self.files.get(path, b"")))
            for path, kind in sorted(self.kinds.items())
            if "/." not in path
        )

    def read(self, path: str) -> Source:
        """The file at `path`."""
        return Source(path, self.files[path])


@dataclass(frozen=True, slots=True)
class Repository:
    """The git repository that the project's root lies in."""

    root: Path

    def require_commits(self) -> str:
        """The commit that is checked out. A fault when there is no repository or no commit."""
        if self._run("rev-parse", "--git-dir") is None:
            raise EnvironmentFault(
                msg(
                    "{path} is not in a git repository. Editions are found in git; clone the project.",
                    path=str(self.root),
                )
            )
        commit = self.commit("HEAD")
        if commit is None:
            raise EnvironmentFault(msg("The git repository has no commits yet. Commit the curriculum first."))
        return commit

    def commit(self, name: str) -> str | None:
        """The full id of the commit that a tag, branch or id means here, or None."""
        found = self._run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        return found.decode().strip() if found else None

    def commit_time(self, commit: str) -> int:
        """When a commit was made, in seconds since 1970."""
        return int(self._must("show", "-s", "--format=%ct", commit).split()[-1])

    def history(self, folder: str) -> Iterator[str]:
        """Every commit that any branch or tag leads to and that changed the folder, newest first."""
        found = self._run("log", "--all", "--format=%H", "HEAD", "--", folder)
        yield from (found or b"").decode().split()

    def is_shallow(self) -> bool:
        """Whether the clone lacks part of the history."""
        return self._must("rev-parse", "--is-shallow-repository").strip() == b"true"

    def is_changed(self, folder: str) -> bool:
        """Whether the folder on disk differs from the commit that is checked out."""
        return bool(self._must("status", "--porcelain", "--untracked-files=all", "--", folder).strip())

    def sources(self, commit: str, folder: str) -> GitSources:
        """The folder as the commit holds it."""
        listing = self._must("ls-tree", "-r", "-z", commit, "--", f"{folder}/").split(b"\0")
        kinds: dict[str, Kind] = {}
        blobs: dict[str, str] = {}
        for line in filter(None, listing):
            head, _, name = line.partition(b"\t")
            mode, _, blob = head.decode().split()
            path = name.decode("utf-8", "surrogateescape")
            kinds[path] = _KINDS.get(mode, Kind.SPECIAL)
            if kinds[path] is Kind.FILE:
                blobs[path] = blob
        return GitSources(kinds, dict(zip(blobs, self._blobs(list(blobs.values())), strict=True)))

    def _blobs(self, ids: list[str]) -> Iterator[bytes]:
        """The bytes of some blobs, read with one process."""
        answer = self._must("cat-file", "--batch", given="".join(f"{blob}\n" for blob in ids).encode())
        at = 0
        for _ in ids:
            end = answer.index(b"\n", at)
            size = int(answer[at:end].split()[2])
            yield answer[end + 1 : end + 1 + size]
            at = end + size + 2

    def _must(self, *arguments: str, given: bytes = b"") -> bytes:
        answer = self._run(*arguments, given=given)
        if answer is None:
            raise EnvironmentFault(msg("git {command} failed in {path}.", command=arguments[0], path=str(self.root)))
        return answer

    def _run(self, *arguments: str, given: bytes = b"") -> bytes | None:
        """What git answers, or None when it answers with an error."""
        command = [
            "git",
            *("-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", "-c", "core.quotePath=false"),
            *("-c", "safe.directory=*", "--no-optional-locks", "--literal-pathspecs", "-C", str(self.root)),
            *arguments,
        ]
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_TERMINAL_PROMPT": "0",
            "LC_ALL": "C",
        }
        try:
            done = subprocess.run(  # noqa: S603 - a fixed program, and no argument that content decides
                command, input=given, capture_output=True, env=environment, check=False
            )
        except FileNotFoundError as error:
            raise EnvironmentFault(git_missing()) from error
        return done.stdout if done.returncode == 0 else None


def git_missing() -> Text:
    """The sentence for a machine without git."""
    return msg("git is not installed. Install it, and run the command again.")
