"""The list of decisions: what is asked for, found, counted and shown."""
