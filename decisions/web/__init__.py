"""HTTP: the page cache, rate limits, limits of bodies, headers, problem details, and paths of pages."""
