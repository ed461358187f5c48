"""Running the archive: health and the container's start."""
