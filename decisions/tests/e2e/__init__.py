"""Errands: what people come to the archive for, done in a real browser."""
