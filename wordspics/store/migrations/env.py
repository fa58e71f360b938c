"""Brings the connection it is given up to date, in the transaction that connection is already in."""
from alembic import context

from wordspics.store import tables

context.configure(connection=context.config.attributes["connection"], target_metadata=tables.metadata,
                  transactional_ddl=True, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
