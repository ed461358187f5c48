"""The public shape of a decision, as JSON and as a print: of a decision in the archive, or of a parsed text.

`public_decision` is what a decision's own JSON, the API and a line of JSON Lines have; `facts` leaves out its text.
"""

from decisions.data.parsed_document import as_data, as_print
from decisions.data.shape import facts, public_decision

__all__ = ["as_data", "as_print", "facts", "public_decision"]
