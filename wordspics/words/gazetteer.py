"""Lists of names and places, from TOML files: first names, surnames, kin, towns, and what only looks like one."""
import functools
import tomllib
from pathlib import Path

HOME = Path(__file__).parent
FILES = {"names.toml": ("first_names", "second_names", "surnames", "titles", "kin", "parents_abroad", "elders_abroad",
                        "known_characters"),
         "places.toml": ("towns", "towns_that_are_words", "town_things", "countries", "streets", "streets_that_are_words", "schools",
                         "schools_in_capitals", "known_places"),
         "ordinary.toml": ("ordinary", "capitals", "letters")}


class Gazetteer:
    """`lists`: each list by name, a set of lower-case words or phrases. A file that cannot be read is named in `faults`."""

    def __init__(self, home: Path = HOME):
        self.faults: list[str] = []
        self.lists: dict[str, frozenset[str]] = {}
        for file, wanted in FILES.items():
            table = self._read(home / file)
            for name in wanted:
                told = table.get(name, "")
                if not isinstance(told, str) or (table and name not in table):
                    self.faults.append(f"{file}: {name} should be words between three quotation marks; it is left out.")
                    told = ""
                self.lists[name] = frozenset(_words(told))
        self.lists["kin"] |= self.lists["parents_abroad"] | self.lists["elders_abroad"]

    def _read(self, path: Path) -> dict:
        try:
            return tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError):
            self.faults.append(f"{path.name} is not there or cannot be read, so its names are not known.")
        except tomllib.TOMLDecodeError as fault:
            self.faults.append(f"{path.name} cannot be read, so its names are not known: {str(fault).rstrip('.')}.")
        return {}


def _words(told: str) -> list[str]:
    """Words stand apart by spaces or new lines; a line with commas holds phrases."""
    found = []
    for line in told.lower().splitlines():
        found += [phrase.strip() for phrase in line.split(",") if phrase.strip()] if "," in line else line.split()
    return found


@functools.cache
def open_gazetteer(home: Path = HOME) -> Gazetteer:
    return Gazetteer(home)


def known(name: str) -> frozenset[str]:
    """One of the lists: `known("towns")`."""
    return open_gazetteer().lists[name]
