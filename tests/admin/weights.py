"""What a page costs: the number of queries it takes."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.admin.screen import Seat


def queries(seat: Seat, url: str) -> int:
    """How many queries a page takes that was opened once before, so that nothing is counted that is asked once."""
    assert seat.client.get(url).status_code == 200
    with CaptureQueriesContext(connection) as captured:
        assert seat.client.get(url).status_code == 200
    return len(captured)
