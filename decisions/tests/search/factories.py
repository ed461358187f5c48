"""A small archive of made-up decisions, each with its words in known parts."""

import pytest
from django.db import connection

from decisions import ingest

ROLE = (
    "We investigate complaints about ‘maladministration’ and ‘service failure’. We may decide not to start an "
    "investigation (Local Government Act 1974, section 24A(6), as amended)"
)
PAPERS = {
    "23 000 001": (
        "Ashby Council",
        "Noise at night.",
        "the neighbour’s parties",
        ROLE,
        "It visited twice.",
        "No fault.",
    ),
    "23 000 002": (
        "Borset Council",
        "A bus pass.",
        "a refused pass",
        ROLE,
        "It used its safeguarding policy.",
        "Fault.",
    ),
    "23 000 003": (
        "Ashby Parish Council",
        "Housing benefit.",
        "the household’s benefit",
        ROLE,
        "There was maladministration by the university’s social worker.",
        "The noise was late. Section 34(B) applies.",
    ),
    "23 000 004": ("Dunwich Homes", "Train fares.", "a social, worker", "Nothing.", "A naïve café owner.", "Housing."),
}
"""By reference: council, summary, complaint, recited law, assessment, final decision."""


def text(reference, paper):
    council, summary, complaint, role, assessment, final = paper
    return (
        f"{council} ({reference})\nThe Ombudsman's final decision:\nSummary: {summary}\n"
        f"The complaint\n- Mr X complains about {complaint}.\nThe Ombudsman's role and powers\n- {role}\n"
        f"My assessment\n- {assessment}\nFinal decision\n- {final}\n"
    )


def checks_of_the_index():
    """Bring the index up to date, and return how many queries more a page may take on PostgreSQL to see that it is.

    In the transaction of a test every statement on the index file takes one; in a snapshot only the first does.
    """
    ingest.index_pending()
    return 6 if connection.vendor == "postgresql" else 0


@pytest.fixture
def papers(db, tmp_path):
    """The archive with these decisions."""
    for reference, paper in PAPERS.items():
        (tmp_path / f"{reference}.txt").write_text(text(reference, paper), encoding="utf-8")
    report = ingest.import_files(sorted(tmp_path.glob("*.txt")))
    assert (report.new, report.refused) == (len(PAPERS), [])
