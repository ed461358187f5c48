"""A small archive of made-up decisions, each with its words in known parts."""

import pytest

from decisions import ingest, search
from decisions.search import index_file

ROLE = (
    "We investigate complaints about ‘maladministration’ and ‘service failure’. We may decide not to start an "
    "investigation (Local Government Act 1974, section 24A(6), as amended)"
)
ENOUGH_TO_FIND = 300
"""Steps of a search's budget in which some words are found among some sixty decisions, but not ranked."""
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


def ranked(query, decisions, start, stop):
    """The keys from `start` to `stop` of the decisions (a queryset) that match, the best first, by plain sorting."""
    scores = dict(zip(*(each.tolist() for each in search.scores(query)), strict=True))
    newest_first = decisions.newest_first().values_list("pk", flat=True)
    return sorted((key for key in newest_first if key in scores), key=scores.get)[start:stop]


def checks_of_the_index():
    """Bring the index up to date, and return how many queries more a page may take to see that it is.

    In the transaction of a test every statement on the index file takes one; in a snapshot only the first does.
    """
    search.follow_changes()
    return 14


class StatementsOnIndex(list):
    """Record the statements that this thread runs on the file of the index, with their parameters."""

    def __enter__(self):
        search.follow_changes()
        self._index = index_file._file()
        self._index.exec_trace = self._keep
        return self

    def __exit__(self, *error):
        self._index.exec_trace = None

    def _keep(self, cursor, sql, parameters):
        self.append((sql, parameters))
        return True


@pytest.fixture
def papers(db, tmp_path):
    """The archive with these decisions."""
    for reference, paper in PAPERS.items():
        (tmp_path / f"{reference}.txt").write_text(text(reference, paper), encoding="utf-8")
    report = ingest.import_files(sorted(tmp_path.glob("*.txt")))
    assert (report.new, report.refused) == (len(PAPERS), [])
