"""Downloads from a server on this machine: whole, resumed, cut, wrong; nothing leaves it."""

from __future__ import annotations

import hashlib
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import MappingProxyType

import pytest
from typer.testing import CliRunner

from datawalk.app import fetch as fetching
from datawalk.app.cli import app
from datawalk.app.fetch import Fetched, fetch
from datawalk.compose.data import data_paths
from datawalk.config.load import load
from datawalk.metrics.knowledge import published
from datawalk.metrics.knowledge.published import Published, at_hand, cache_folder, not_whole
from datawalk.problems import Problems
from tests.conftest import ROOT

NAME = "11_mobility-metrics_county_longitudinal.csv"
CONTENT = b"year,state,county,share_employed\n" + b"".join(
    b"2023,29,%03d,0.%04d\n" % (i % 1000, i % 10_000) for i in range(27_000)
)
SUM = hashlib.sha256(CONTENT).hexdigest()


@dataclass
class Site:
    """What the server does, and the Range headers that it was sent."""

    url: str = ""
    ranges: bool = True
    cut_after: list[int] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)
    leads_to: str = ""
    told_size: bool = True
    shift: int = 0
    content: bytes = CONTENT
    tag: str = ""
    asked: list[str] = field(default_factory=list)


def handler(site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked = self.headers.get("Range", "")
            site.asked.append(asked)
            if site.answers and (answer := site.answers.pop(0)) != 200:
                self.send_error(answer)
            elif site.leads_to and self.path != "/moved":
                self.send_response(302)
                self.send_header("Location", site.leads_to)
                self.end_headers()
            else:
                same = self.headers.get("If-Range", site.tag) == site.tag
                ranged = bool(asked) and site.ranges and same
                self.send_part(int(asked[6:-1]) if ranged else 0, ranged)

        def send_part(self, start: int, ranged: bool) -> None:
            whole = site.content
            if ranged and start >= len(whole):
                return self.send_error(416)
            body = whole[start:]
            self.send_response(206 if ranged else 200)
            if ranged:
                first = start + site.shift
                self.send_header("Content-Range", f"bytes {first}-{len(whole) - 1}/{len(whole)}")
            if site.tag:
                self.send_header("ETag", site.tag)
            if site.told_size:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            stop = site.cut_after.pop(0) if site.cut_after else len(body)
            self.wfile.write(body[:stop])
            return None

        def log_message(self, *_: object) -> None:
            pass

    return Handler


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setattr(fetching, "PAUSES", (0.0, 0.0))
    monkeypatch.setenv("no_proxy", "*")
    made = Site()
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler(made))
    made.url = f"http://127.0.0.1:{server.server_port}/file.csv"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield made
    server.shutdown()
    thread.join()
    server.server_close()


def wanted(site: Site, size: int | None = len(CONTENT), sha256: str = SUM) -> Published:
    return Published(NAME, "All counties", "May 2025", site.url, size, sha256)


def got(site: Site, folder: Path, **known: object) -> Fetched:
    return fetch(wanted(site, **known), folder, lambda *_: None)  # type: ignore[arg-type]


def refused(site: Site, folder: Path, **known: object) -> str:
    """The message; whatever went wrong, no file has got the final name."""
    with pytest.raises(Problems) as found:
        got(site, folder, **known)
    assert not (folder / NAME).exists()
    problem = found.value.problems[0]
    return f"{problem.what} {problem.try_this}"


def test_a_file_arrives_whole_and_is_told_as_it_comes(site: Site, tmp_path: Path) -> None:
    told: list[tuple[int, int | None]] = []
    done = fetch(wanted(site), tmp_path / "new", lambda *at: told.append(at))
    assert done == Fetched(tmp_path / "new" / NAME, fresh=True, sure=True)
    assert done.path.read_bytes() == CONTENT
    assert [path.name for path in done.path.parent.iterdir()] == [NAME]
    assert told[-1] == (len(CONTENT), len(CONTENT))
    assert told == sorted(told)


def test_a_file_that_is_there_is_not_fetched_again(site: Site, tmp_path: Path) -> None:
    got(site, tmp_path)
    assert not got(site, tmp_path).fresh
    assert len(site.asked) == 1


def test_a_file_that_was_changed_is_fetched_again(site: Site, tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"something else")
    assert got(site, tmp_path).fresh
    assert (tmp_path / NAME).read_bytes() == CONTENT


def test_a_started_file_goes_on_where_it_stopped(site: Site, tmp_path: Path) -> None:
    (tmp_path / f"{NAME}.part").write_bytes(CONTENT[:100_000])
    assert got(site, tmp_path).path.read_bytes() == CONTENT
    assert site.asked == ["bytes=100000-"]


def test_a_server_that_knows_no_ranges_sends_all_again(site: Site, tmp_path: Path) -> None:
    site.ranges = False
    (tmp_path / f"{NAME}.part").write_bytes(b"x" * 100_000)
    assert got(site, tmp_path).path.read_bytes() == CONTENT


def test_a_cut_connection_is_taken_up_again(site: Site, tmp_path: Path) -> None:
    site.cut_after = [70_000, 5_000]
    assert got(site, tmp_path).path.read_bytes() == CONTENT
    assert site.asked == ["", "bytes=70000-", "bytes=75000-"]


def test_a_connection_that_is_always_cut_keeps_what_came(site: Site, tmp_path: Path) -> None:
    site.cut_after = [1000] * 3
    said = refused(site, tmp_path)
    assert f"the connection was cut after 3,000 of {len(CONTENT):,} bytes" in said
    assert (tmp_path / f"{NAME}.part").read_bytes() == CONTENT[:3000]
    assert got(site, tmp_path).path.read_bytes() == CONTENT
    assert site.asked[-1] == "bytes=3000-"


def test_a_start_of_another_file_is_thrown_away(site: Site, tmp_path: Path) -> None:
    (tmp_path / f"{NAME}.part").write_bytes(b"x" * 100_000)
    assert got(site, tmp_path).path.read_bytes() == CONTENT
    assert site.asked == ["bytes=100000-", ""]


def test_a_start_that_is_too_long_is_thrown_away(site: Site, tmp_path: Path) -> None:
    (tmp_path / f"{NAME}.part").write_bytes(CONTENT + b"more")
    assert got(site, tmp_path).path.read_bytes() == CONTENT


def test_a_wrong_part_is_not_glued_on(site: Site, tmp_path: Path) -> None:
    site.shift = 7
    (tmp_path / f"{NAME}.part").write_bytes(CONTENT[:1000])
    assert "another part than was asked for" in refused(site, tmp_path)


def test_a_wrong_checksum_leaves_nothing(site: Site, tmp_path: Path) -> None:
    assert "wrong checksum" in refused(site, tmp_path, sha256="0" * 64)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("told_size", [True, False])
def test_a_file_of_another_size_leaves_nothing(site: Site, tmp_path: Path, told_size: bool) -> None:
    site.told_size = told_size
    assert "12,345 were expected" in refused(site, tmp_path, size=12_345)
    assert list(tmp_path.iterdir()) == []


def test_a_file_without_end_is_stopped(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "MOST_BYTES", 100_000)
    site.told_size = False
    said = refused(site, tmp_path, size=None, sha256="")
    assert "has more than 100,000 bytes" in said
    assert list(tmp_path.iterdir()) == []


def test_without_a_known_checksum_the_one_it_had_is_kept(site: Site, tmp_path: Path) -> None:
    assert got(site, tmp_path, size=None, sha256="") == Fetched(
        tmp_path / NAME, fresh=True, sure=False
    )
    assert (tmp_path / f"{NAME}.sha256").read_text(encoding="ascii") == f"{SUM}  {NAME}\n"
    assert not got(site, tmp_path, size=None, sha256="").fresh
    (tmp_path / NAME).write_bytes(CONTENT[:-1])
    assert got(site, tmp_path, size=None, sha256="").fresh


def test_an_address_without_a_file_says_so_at_once(site: Site, tmp_path: Path) -> None:
    site.answers = [404]
    assert f"the server answered 404 for {site.url}" in refused(site, tmp_path)
    assert len(site.asked) == 1


def test_a_busy_server_is_asked_again(site: Site, tmp_path: Path) -> None:
    site.answers = [503, 429]
    assert got(site, tmp_path).path.read_bytes() == CONTENT


def test_offline_says_how_to_get_the_file_by_hand(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        site.url = f"http://127.0.0.1:{closed.getsockname()[1]}/file.csv"
        said = refused(site, tmp_path)
    assert "there is no connection" in said
    assert f"by hand from {site.url} and put it into {tmp_path}" in said


def test_a_silent_server_is_not_waited_for_forever(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "TIMEOUT", 0.05)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        site.url = f"http://127.0.0.1:{silent.getsockname()[1]}/file.csv"
        assert "did not answer in time" in refused(site, tmp_path)


def test_a_redirect_of_the_same_kind_is_followed(site: Site, tmp_path: Path) -> None:
    site.leads_to = "/moved"
    assert got(site, tmp_path).path.read_bytes() == CONTENT


@pytest.mark.parametrize("target", ["https://127.0.0.1/x", "file:///etc/x"])
def test_a_redirect_to_another_kind_of_address_is_refused(
    site: Site, tmp_path: Path, target: str
) -> None:
    site.leads_to = target
    assert "another kind of address" in refused(site, tmp_path)


@pytest.mark.parametrize("url", ["http://example.org/x", "file:///etc/passwd", "ftp://a/b"])
def test_only_safe_addresses_are_asked(site: Site, tmp_path: Path, url: str) -> None:
    site.url = url
    assert "is not a safe address" in refused(site, tmp_path)


def test_a_redirect_to_another_machine_without_https_is_refused(site: Site, tmp_path: Path) -> None:
    site.leads_to = "http://example.org/x"
    assert "is not a safe address" in refused(site, tmp_path)


def test_a_folder_that_cannot_be_written_is_told(site: Site, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(Problems, match="cannot be written"):
        got(site, tmp_path / "file")


def test_the_list_is_of_published_files_at_safe_addresses() -> None:
    listed = published.published().values()
    assert len(listed) == 18
    for file in listed:
        assert file.url.startswith("https://raw.githubusercontent.com/UI-Research/")
        assert file.url.endswith(f"/data/{file.name}")
        assert len(file.sha256) in (0, 64)
        assert bool(file.sha256) == bool(file.size)
    assert [file.number for file in published.named(["61", NAME, "11"])] == ["61", "11"]


def test_the_list_has_the_checksums_of_the_real_files() -> None:
    from tests.conftest import SHARED

    here = [f for f in published.published().values() if (SHARED / "data" / f.name).exists()]
    if not here:
        pytest.skip("published files not here")
    for file in here:
        content = (SHARED / "data" / file.name).read_bytes()
        assert (len(content), hashlib.sha256(content).hexdigest()) == (file.size, file.sha256)


def cached(content: bytes) -> Path:
    path = cache_folder() / NAME
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


@pytest.fixture
def fetched_file() -> Iterator[Path]:
    path = cached((ROOT / "samples" / "metrics.csv").read_bytes())
    yield path
    path.unlink()


def walk_of(write_walk: Callable[[str], Path], data: str) -> Path:
    return write_walk(
        f'title: T\nplace: "29019"\ndata: [{data}]\nstations:\n  - template: work/jobs\n'
    )


def test_a_walk_finds_a_fetched_file_by_its_name(
    write_walk: Callable[[str], Path], fetched_file: Path
) -> None:
    walk = walk_of(write_walk, NAME)
    assert data_paths(load(walk)) == (fetched_file,)
    own = walk.parent / NAME
    own.write_bytes(b"mine")
    assert data_paths(load(walk)) == (own,)


@pytest.mark.parametrize("name", [f"data/{NAME}", f"../{NAME}", f"./{NAME}"])
def test_only_the_name_alone_means_a_fetched_file(
    write_walk: Callable[[str], Path], fetched_file: Path, name: str
) -> None:
    with pytest.raises(Problems):
        data_paths(load(walk_of(write_walk, name)))


def test_a_fetched_file_is_data_and_nothing_else(
    write_walk: Callable[[str], Path], fetched_file: Path
) -> None:
    with pytest.raises(Problems, match="There is no file"):
        load(walk_of(write_walk, NAME)).locate(NAME, "stations", 0)


def test_the_command_line_finds_it_too(fetched_file: Path) -> None:
    assert at_hand(Path(NAME)) == fetched_file
    assert at_hand(Path("other.csv")) == Path("other.csv")
    done = CliRunner().invoke(app, ["places", "boone county, missouri", "--data", NAME])
    assert "29019" in done.output
    fetched_file.unlink()
    with pytest.raises(Problems) as found:
        at_hand(Path(NAME))
    assert "`datawalk fetch-data 11` downloads it" in found.value.problems[0].try_this
    fetched_file.touch()


def test_the_command_fetches_lists_and_explains(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    second = replace(wanted(site, None, ""), name="61_b.csv")
    listed = MappingProxyType({NAME: wanted(site), second.name: second})
    monkeypatch.setattr(published, "published", lambda: listed)
    monkeypatch.setenv("COLUMNS", "300")
    folder = ["--folder", str(tmp_path)]
    done = CliRunner().invoke(app, ["fetch-data", *folder])
    assert done.exit_code == 0, done.output
    assert f"Fetched: {tmp_path / NAME} (checksum right)" in done.output
    assert f"Fetched: {tmp_path / second.name} (no checksum known)" in done.output
    again = CliRunner().invoke(app, ["fetch-data", "11", *folder])
    assert f"Already here: {tmp_path / NAME}" in again.output
    table = CliRunner().invoke(app, ["fetch-data", "--list", *folder])
    assert [line.split()[-1] for line in table.output.splitlines()[1::2]] == ["yes", "yes"]
    none = CliRunner().invoke(app, ["fetch-data", "--list", "--folder", str(tmp_path / "none")])
    assert [line.split()[-1] for line in none.output.splitlines()[1::2]] == ["no", "no"]
    site.answers = [404]
    (tmp_path / NAME).unlink()
    gone = CliRunner().invoke(app, ["fetch-data", "11", *folder])
    assert gone.exit_code == 1
    assert "the server answered 404" in gone.output
    unknown = CliRunner().invoke(app, ["fetch-data", "12", *folder])
    assert unknown.exit_code == 1
    assert '"12" is not a published file' in unknown.output


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "is empty"),
        (b"\n\n", "is empty"),
        (b"  <!DOCTYPE html><title>Sign in to the library's network</title>", "is a web page"),
        (b"\xef\xbb\xbf<html>", "is a web page"),
        (b'{"error": "not found"}', "is no table of figures by year"),
        (b"year,state,county\n", "is no table of figures by year"),
        (CONTENT[:-12], "stops in the middle of a row"),
    ],
)
def test_what_is_no_whole_table_is_not_kept(
    site: Site, tmp_path: Path, content: bytes, why: str
) -> None:
    site.content = content
    site.told_size = False
    assert why in refused(site, tmp_path, size=None, sha256="")
    assert list(tmp_path.iterdir()) == []


def test_a_start_of_a_file_that_has_changed_since_is_thrown_away(
    site: Site, tmp_path: Path
) -> None:
    site.tag = '"one"'
    site.cut_after = [100_000] * 3
    refused(site, tmp_path, size=None, sha256="")
    assert (tmp_path / f"{NAME}.part").is_file()
    site.tag, site.content = '"two"', CONTENT.replace(b"2023,", b"2024,")
    site.cut_after = []
    assert got(site, tmp_path, size=None, sha256="").fresh
    assert (tmp_path / NAME).read_bytes() == site.content
    assert {path.name for path in tmp_path.iterdir()} == {NAME, f"{NAME}.sha256"}


def test_a_start_of_unknown_origin_is_thrown_away(site: Site, tmp_path: Path) -> None:
    (tmp_path / f"{NAME}.part").write_bytes(b"year,state\n2020,1\n")
    assert got(site, tmp_path, size=None, sha256="").fresh
    assert (tmp_path / NAME).read_bytes() == CONTENT


@pytest.mark.parametrize("address", ["https://[", "http://", "ftp://x/y"])
def test_an_odd_redirect_is_a_problem(site: Site, tmp_path: Path, address: str) -> None:
    site.leads_to = address
    assert refused(site, tmp_path)
    assert not (tmp_path / NAME).exists()


@pytest.mark.parametrize("answer", [304, 305, 306, 416])
def test_an_odd_answer_is_a_problem(site: Site, tmp_path: Path, answer: int) -> None:
    site.answers = [answer] * 4
    assert refused(site, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_fetched_file_of_another_size_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    known = next(one for one in published.published().values() if one.size)
    assert not_whole(known.path) is None
    known.path.parent.mkdir(parents=True)
    known.path.write_bytes(b"year,state\n")
    told = not_whole(known.path)
    assert told is not None
    assert "is not whole: it has 11 bytes" in told.what
    assert not_whole(tmp_path / known.name) is None
