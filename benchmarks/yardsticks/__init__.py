"""What the archive is measured against, each in a module of its own, and the archive itself in `ours`."""
