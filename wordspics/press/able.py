"""Whether this computer can print, asked without loading the layout engine."""
import ctypes
import functools
import importlib.util

_LIBRARIES = {          # package in Debian -> the names its library goes by on Linux, macOS and Windows
    "libpango-1.0-0": ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll"),
    "libpangoft2-1.0-0": ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib", "libpangoft2-1.0-0.dll"),
    "libharfbuzz-subset0": ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib", "libharfbuzz-subset-0.dll"),
}
_PACKAGES = ("weasyprint", "pikepdf")


def is_able() -> str | None:
    """None when everything is there, else one sentence that says what to install."""
    missing = [package for package in _PACKAGES if importlib.util.find_spec(package) is None]
    if missing:
        return f"To print, this computer needs {' and '.join(missing)}: pip install -r requirements.txt brings them."
    missing = [package for package, names in _LIBRARIES.items() if not any(_opens(name) for name in names)]
    if missing:
        return f"To print, this computer needs Pango: on Debian or Ubuntu, apt install {' '.join(missing)} brings it."
    return None


@functools.cache
def _found(name: str) -> bool:
    ctypes.CDLL(name)
    return True


def _opens(name: str) -> bool:
    try:
        return _found(name)
    except OSError:
        return False
