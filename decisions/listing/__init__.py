"""The list of decisions: its parameters, results, snippets, suggestions, and the help where nothing matches."""
