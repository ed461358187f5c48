"""Operations: the health check, and what the container runs."""
