"""Lists of pictures: favourites, and those not to be shown. A family's go with the family."""
import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "picture_lists", sa.Column("id", sa.Text, nullable=False, primary_key=True),
        sa.Column("family", sa.Text, sa.ForeignKey("families.id", ondelete="CASCADE")),
        sa.Column("names", sa.LargeBinary, nullable=False), sqlite_strict=True)
