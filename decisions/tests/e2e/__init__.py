"""End-to-end tests: what people come to the archive for, done in a real browser."""
