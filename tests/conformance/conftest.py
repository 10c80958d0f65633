"""A row of the table for each module; the run fails where one has a crash or a target that is not met."""

import pytest

from articles.importing.errors import BadInput
from tests.conformance.table import Row, is_met, lines_of

ROWS = pytest.StashKey[dict[str, Row]]()
NO_CRASH = (AssertionError, BadInput, pytest.fail.Exception, pytest.skip.Exception)


def row_of(config, module):
    rows = config.stash.setdefault(ROWS, {})
    name = module.__name__.rpartition("test_")[2]
    return rows.setdefault(name, Row(name, getattr(module, "TARGETS", {})))


@pytest.fixture(scope="module")
def row(request):
    """A row of the table for the module that asks, named after it."""
    return row_of(request.config, request.module)


def pytest_runtest_makereport(item, call):
    """An error that ends a test is a crash in the table, too: nobody foresaw it."""
    if call.excinfo is not None and not call.excinfo.errisinstance(NO_CRASH):
        row_of(item.config, item.module).crashes.append(f"{item.name}: {call.excinfo.exconly()}"[:300])


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session):
    rows = [*session.config.stash.get(ROWS, {}).values()]
    if session.exitstatus == pytest.ExitCode.OK and not is_met(rows):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter, config):
    rows = [*config.stash.get(ROWS, {}).values()]
    if rows:
        terminalreporter.section("conformance")
    for line in lines_of(rows) if rows else ():
        terminalreporter.line(line)
