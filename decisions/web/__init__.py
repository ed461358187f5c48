"""HTTP: caching, rate limits, problem details, paths."""
