"""What a test of fetching gets: the body, or why none comes."""

from articles.importing.errors import BadInput
from articles.importing.fetching import Fetcher
from articles.importing.spooling import Allowance

LOOPBACK = "127.0.0.1"
NAMES = {"press.example": [LOOPBACK], "wire.example": [LOOPBACK]}
TOO_LONG = ("unreadable", "The server takes too long. Try again later, or save it to a file and import that.")


def fetched(url, *, limit=100_000, **how):
    """The body that comes; of what does not come the code and the reason."""
    asking = Fetcher("Newsroom-Import (test)", **{"allowed": {LOOPBACK}, **how})
    try:
        with asking.fetch(url, Allowance(limit)).stream as stream:
            return stream.read()
    except BadInput as problem:
        return problem.code, problem.reason


def code_of(url, **how):
    return fetched(url, **how)[0]
