"""A computer that cannot print: the app must start there all the same."""
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
HIDE = """
import ctypes, importlib.abc, sys
class Hidden(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name in ("resource", "fcntl"):
            raise ImportError(name)
sys.meta_path.insert(0, Hidden())
found = ctypes.CDLL
def without_pango(name, *more, **how):
    if name and "pango" in str(name):
        raise OSError(name)
    return found(name, *more, **how)
ctypes.CDLL = without_pango
"""
USE = """
import datetime
import wordspics.press as press
from tests.factories import make_story
one = press.Press()
one.warm()
assert one.child_pid is None
print(press.is_able())
print(press.fits(make_story(2)))
try:
    one.print(make_story(1), today=datetime.date(2026, 11, 21))
except press.CannotPrint as fault:
    print(fault)
assert "weasyprint" not in sys.modules
"""


def test_without_pango_and_posix_the_press_says_what_to_install():
    ran = subprocess.run([sys.executable, "-c", HIDE + USE], cwd=ROOT, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    able, fits, fault = ran.stdout.splitlines()
    assert able == fault and "apt install libpango-1.0-0 libpangoft2-1.0-0" in able
    assert fits == "[]"


def test_with_everything_there_it_is_able():
    from wordspics.press import is_able

    assert is_able() is None


def test_the_app_never_loads_the_layout_engine():
    script = "import sys, wordspics.press, wordspics.press.raster; sys.exit(bool({'weasyprint', 'pikepdf'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT).returncode == 0
