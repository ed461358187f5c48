"""Provisions in queries (`law:24A(6)`): the decisions that cite them, and how a text may name them."""

from django.db.models import Q, QuerySet

from decisions.models import Provision
from decisions.search.query import ProvisionTerm, Query, Term


def has_provisions(query: Query) -> bool:
    """Return whether a query includes or excludes any provision."""
    return any(isinstance(atom, ProvisionTerm) for group in (*query.groups, query.without) for atom in group)


def citing(provision: ProvisionTerm) -> QuerySet:
    """Return the citations of the provision or a subdivision of it.

    Sections of any Act; schedules and regulations do not count.
    """
    cited, rest = Provision.objects.at(provision.section), "/".join(provision.rest)
    return cited.filter(Q(rest=rest) | Q(rest__range=(f"{rest}/", f"{rest}/\U0010ffff"))) if rest else cited


def provision_in_words(provision: ProvisionTerm) -> tuple[Term, ...]:
    """Return the phrases by which a text may name the provision, for highlighting.

    A letter may have brackets of its own: 34(B) is 34B.
    """
    number = provision.section.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    letter = provision.section[len(number) :]
    spellings = [(provision.section,), *([(number, letter)] if letter else [])]
    return tuple(Term((*spelling, *provision.rest)) for spelling in spellings)
