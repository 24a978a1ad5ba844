"""Alembic's environment: it is handed the open connection."""

from alembic import context

import storage.partial_indexes  # noqa: F401 - they join the metadata
from storage.report.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
