"""The shape of the house: imports only go down, modules stay small, and each library has one room that knows it."""
import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "wordspics").rglob("*.py"))
ROOMS = {"story", "guide", "words", "pictures", "fence", "darkroom", "press", "store", "web"}
MAY_IMPORT = {
    "story": {"story"},
    "guide": {"guide", "story"},
    "words": {"words", "story"},
    "pictures": {"pictures", "story"},
    "fence": {"fence"},
    "darkroom": {"darkroom", "fence", "story"},
    "store": {"store", "darkroom", "story"},
    "press": {"press", "fence", "pictures", "story"},
    "web": ROOMS,
}
ONLY_IN = {"flask": "web", "flask_wtf": "web", "wtforms": "web", "werkzeug": "web", "sqlalchemy": "store", "alembic": "store",
           "cryptography": "store", "argon2": "store", "weasyprint": "press", "pikepdf": "press", "pypdfium2": "press",
           "resource": "fence", "fcntl": "fence", "lucide": "web"}


def imports_of(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def room_of(path: Path) -> str:
    parts = path.relative_to(ROOT / "wordspics").parts
    return parts[0] if len(parts) > 1 else "door"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_module_looks_down_only_and_stays_small(path):
    room, names = room_of(path), imports_of(path)
    used = {name.split(".")[1] for name in names if name.startswith("wordspics.")} & ROOMS
    if room in MAY_IMPORT:
        assert used <= MAY_IMPORT[room], f"{room} looks up at {used - MAY_IMPORT[room]}"
        strangers = {lib for lib in {name.split(".")[0] for name in names} if ONLY_IN.get(lib, room) != room}
        assert not strangers, f"{strangers} belong to another room"
    assert len(path.read_text().splitlines()) <= 300, "a module past 300 lines wants a second noun"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_function_fits_a_screen(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            assert node.end_lineno - node.lineno < 40, f"{node.name} is too long to trust"


def test_the_story_knows_only_the_standard_library_and_msgspec():
    import sys
    for path in (ROOT / "wordspics" / "story").glob("*.py"):
        outside = {name.split(".")[0] for name in imports_of(path)} - set(sys.stdlib_module_names) - {"wordspics", "msgspec"}
        assert not outside, f"{path.name} imports {outside}"


@pytest.mark.parametrize("path", sorted((ROOT / "templates").rglob("*.html")), ids=lambda p: str(p.relative_to(ROOT)))
def test_a_template_holds_nothing_inline(path):
    text = re.sub(r"\{#.*?#\}", "", path.read_text(), flags=re.S)
    assert not re.search(r"\son[a-z]+\s*=", text), "an inline handler"
    assert not re.search(r"<script(?![^>]*\bsrc=)", text), "an inline script"
    assert "javascript:" not in text
    if "print" not in path.relative_to(ROOT / "templates").parts:
        assert not re.search(r"\sstyle\s*=", text) and "<style" not in text, "an inline style"


def test_the_top_level_is_as_agreed():
    shown = {p.name for p in ROOT.iterdir() if not p.name.startswith((".", "__pycache__"))}
    assert shown <= {"wordspics", "illustrations", "templates", "static", "config.py", "requirements.txt", "tests", "README.md"}
