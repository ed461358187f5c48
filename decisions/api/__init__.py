"""What programs read: pages of decisions, councils and grounds as JSON, and the description of it all (OpenAPI)."""
