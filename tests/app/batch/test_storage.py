"""Results in storage of the S3 kind, on a server of this computer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import fsspec
import pytest

from datawalk.app.batch.destination import Destination
from datawalk.app.batch.manifest import NAME
from datawalk.app.batch.records import records
from datawalk.app.batch.task import Order
from datawalk.problems import Problems
from tests.app.batch.test_batch import SHORT, made

HERE = ("29019", "29077")


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of an empty bucket of a server that ends with the test."""
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(port=0)
    server.start()
    host, port = server.get_host_and_port()
    told = {
        "AWS_ENDPOINT_URL": f"http://{host}:{port}",
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_DEFAULT_REGION": "us-east-1",
    }
    for name, value in told.items():
        monkeypatch.setenv(name, value)
    fsspec.filesystem("s3").mkdir("walks")
    yield "s3://walks/all"
    server.stop()


@pytest.mark.filterwarnings("ignore")
def test_kits_go_to_storage_and_are_found_again(
    write_walk: Callable[[str], Path], bucket: str
) -> None:
    order = Order(write_walk(SHORT), (), "leave-out", None, bucket)
    first = made(order, HERE)
    assert {one.status for one in first.records} == {"done"}
    to = Destination(bucket)
    sizes = to.sizes("places")
    told = {file.name: file.bytes for one in first.records for file in one.files}
    assert sizes == told
    assert records((to.read(NAME) or b"").decode()).keys() == set(HERE)
    assert made(order, HERE).unchanged == 2
    to.remove(next(iter(told)))
    to.remove("places/none")
    assert made(order, HERE).unchanged == 1
    with pytest.raises(Problems):
        made(replace(order, address="s3://no-such-bucket/all"), HERE)


def test_an_unknown_kind_of_storage_is_told(tmp_path: Path) -> None:
    with pytest.raises(Problems, match="cannot be written to"):
        Destination("nowhere://x").read(NAME)
