"""Tests of the project itself: settings, commands, layers, documents and deployment."""
