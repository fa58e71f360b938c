"""Whether the data folder's tables are the ones this version of the app knows, and bringing older ones up to date."""
from pathlib import Path

import sqlalchemy as sa

from wordspics.store import tables
from wordspics.store.engine import Database
from wordspics.store.faults import NewerSchema

_MIGRATIONS = Path(__file__).parent / "migrations"


def bring_up_to_date(database: Database) -> None:
    """All of the way or not at all: the whole climb is one transaction."""
    with database.reading() as connection:
        if _standing(connection) == tables.HEAD:
            return
    from alembic import command                      # only when there is something to do: it takes a while to import
    from alembic.config import Config
    from alembic.script import ScriptDirectory
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    with database.writing() as connection:
        standing = _standing(connection)
        steps = {step.revision for step in ScriptDirectory.from_config(config).walk_revisions()}
        if standing is not None and standing not in steps:
            raise NewerSchema()
        config.attributes["connection"] = connection
        command.upgrade(config, tables.HEAD)


def _standing(connection: sa.Connection) -> str | None:
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    return connection.scalar(sa.text("SELECT version_num FROM alembic_version"))
