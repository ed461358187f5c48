"""The pages of one decision."""
