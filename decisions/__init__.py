"""The archive: decisions of the Local Government and Social Care Ombudsman, and why complaints were turned down."""
