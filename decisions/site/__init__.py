"""The pages about the archive."""
