"""The pages of one decision: the decision itself, its source text, its JSON and its versions."""
