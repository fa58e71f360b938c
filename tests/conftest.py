"""What every room's tests share: the --long switch, and Hypothesis that gives the same examples each time."""
import flask
import hypothesis
import jinja2
import pytest

from wordspics.guide import kinship

hypothesis.settings.register_profile("ours", derandomize=True, deadline=None, max_examples=200, database=None,
                                     suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.load_profile("ours")


class Compiled(jinja2.BytecodeCache):
    """Templates are compiled once for all the apps that tests make: half of what a test of a page took."""

    def __init__(self):
        self.held = {}

    def load_bytecode(self, bucket):
        if bucket.key in self.held:
            bucket.bytecode_from_string(self.held[bucket.key])

    def dump_bytecode(self, bucket):
        self.held[bucket.key] = bucket.bytecode_to_string()


flask.Flask.jinja_options = {**flask.Flask.jinja_options, "bytecode_cache": Compiled()}


def pytest_addoption(parser):
    parser.addoption("--long", action="store_true", help="run the safety tests at full size")


@pytest.fixture
def long(request) -> bool:
    """Whether this run is the long one."""
    return request.config.getoption("--long")


@pytest.fixture(autouse=True)
def the_same_looks_each_time(monkeypatch):
    """A family that begins looks like no other, by chance; here they look the same on every run."""
    monkeypatch.setattr("wordspics.web.begin.draw_family", lambda story, _chance: kinship.draw_family(story, "a test's"))
    monkeypatch.setattr("wordspics.web.newcomers.draw_relative", lambda person, _chance: kinship.draw_relative(person, "a test's"))
