"""The first tables.

As they were on that day: later changes of tables.py come as later migrations.
"""
import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def _table(name: str, *parts) -> None:
    op.create_table(name, *parts, sqlite_strict=True)


def upgrade() -> None:
    text, whole, time, sealed = sa.Text, sa.Integer, sa.REAL, sa.LargeBinary

    def needed(name, kind, **more):
        return sa.Column(name, kind, nullable=False, **more)

    _table("vault", needed("id", whole, primary_key=True, autoincrement=False), needed("founded", time), needed("worker", sealed),
           needed("kib", whole), needed("passes", whole), needed("lanes", whole), needed("salt", sealed),
           needed("by_passphrase", sealed), needed("recovery_salt", sealed), needed("by_recovery", sealed),
           sa.CheckConstraint("id = 1", name="one_vault"))
    _table("families", needed("id", text, primary_key=True), needed("begun", time), needed("key", sealed), needed("name", sealed))
    _table("stories", needed("id", text, primary_key=True),
           sa.Column("family", text, sa.ForeignKey("families.id"), nullable=False),
           needed("begun", time), needed("changed", time), needed("mark", sealed))
    _table("sheets", sa.Column("story", text, sa.ForeignKey("stories.id"), primary_key=True, nullable=False),
           needed("id", text, primary_key=True), needed("kind", text), needed("rev", whole), needed("mark", sealed))
    _table("revisions", needed("story", text, primary_key=True), needed("sheet", text, primary_key=True),
           needed("rev", whole, primary_key=True, autoincrement=False), needed("at", time), needed("gone", whole),
           sa.Column("beside", whole), sa.Column("closed_by", whole), needed("body", sealed),
           sa.ForeignKeyConstraint(["story", "sheet"], ["sheets.story", "sheets.id"]))
    op.create_index("revisions_open_beside", "revisions", ["story"],
                    sqlite_where=sa.text("beside IS NOT NULL AND closed_by IS NULL"))
    _table("uploads", needed("id", text, primary_key=True), sa.Column("story", text, sa.ForeignKey("stories.id"), nullable=False),
           needed("at", time), needed("data", sealed))
    op.create_index("ix_uploads_story", "uploads", ["story"])
    _table("requests", sa.Column("story", text, sa.ForeignKey("stories.id"), primary_key=True, nullable=False),
           needed("key", text, primary_key=True), needed("at", time), needed("digest", sealed), needed("answer", sealed))
    _table("sessions", needed("id", sealed, primary_key=True), needed("opening", text), needed("begun", time),
           needed("seen", time))
    _table("attempts", needed("id", whole, primary_key=True), needed("at", time))
    _table("erasures", needed("id", text, primary_key=True), needed("what", text), needed("at", time))
