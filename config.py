"""The settings of one installation: a frozen value, read from the environment once, at the start."""
import dataclasses
import os
from pathlib import Path

import platformdirs


@dataclasses.dataclass(frozen=True)
class Config:
    """`home` is the data folder. `idle` and `longest` bound a sign-in, in seconds. `exit_to` is the neutral site Exit leads to.

    `argon2` is (memory in KiB, passes, lanes); anything cheaper than STRONG is refused unless `testing`.
    """

    home: Path
    host: str = "127.0.0.1"
    port: int = 8421
    idle: int = 15 * 60
    longest: int = 10 * 60 * 60
    exit_to: str = "https://www.bbc.co.uk/weather"
    argon2: tuple[int, int, int] = (64 * 1024, 3, 1)
    testing: bool = False

    STRONG = (64 * 1024, 3, 1)

    def __post_init__(self) -> None:
        if not self.testing and any(mine < least for mine, least in zip(self.argon2, self.STRONG)):
            raise ValueError("The passphrase setting is too weak to keep a family's words; only tests may use it.")
        if self.host not in ("127.0.0.1", "localhost", "::1"):
            raise ValueError("The app answers on this computer only: 127.0.0.1.")

    @classmethod
    def from_environment(cls) -> "Config":
        home = os.environ.get("WORDSPICS_HOME") or platformdirs.user_data_dir("words-and-pictures", appauthor=False)
        port = os.environ.get("WORDSPICS_PORT", "8421")
        if not port.isdecimal() or not 0 <= int(port) <= 65535:
            raise ValueError("WORDSPICS_PORT is a number from 0 to 65535.")
        return cls(home=Path(home).expanduser(), port=int(port))
