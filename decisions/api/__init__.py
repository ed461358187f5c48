"""The API: pages of decisions, one decision, councils and grounds as JSON, and their OpenAPI description."""
