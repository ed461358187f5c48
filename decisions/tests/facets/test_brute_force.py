"""Every count, for every combination of two filters, is the same as by counting in plain Python."""

import random
from collections import Counter
from itertools import combinations, product

import pytest
from django.http import QueryDict
from django.utils import timezone

from decisions import facets, ingest
from decisions.filters import DecisionFilter
from decisions.models import NOT_STATED, Decision, Finding, slug_of
from decisions.tests import generated
from decisions.tests.scale import LONG, SEED
from decisions.tests.texts import FIXTURES

FACETS = list(DecisionFilter.declared())
REPORTS = FIXTURES / "reports-2016-17.jsonl"
"""Real decisions of another document type than the generated ones."""


def values_of(decision):
    """Return the values of a decision in each facet, from its printed facts."""
    council = decision.council.slug if decision.council else NOT_STATED
    top, below = slug_of(decision.category) or NOT_STATED, slug_of(decision.subcategory) or NOT_STATED
    findings = list(decision.findings.select_related("ground"))
    stated = [finding for finding in findings if finding.strength == "stated"]
    grounds = {(finding.ground.slug, finding.strength) for finding in stated or findings}
    found = {
        "ground": {value for slug, strength in grounds for value in (slug, f"{slug}/{strength}")} or {"none"},
        "council": {council},
        "year": {str(decision.decision_date.year) if decision.decision_date else NOT_STATED},
        "category": {top, f"{top}/{below}"},
        "outcome": {slug_of(decision.outcome) or NOT_STATED},
    }
    assert found.keys() == set(FACETS), f"say here, in {__file__}, which values a decision has in each of {FACETS}"
    return found


def narrowest(wanted):
    """Return the values without those of which a subvalue is wanted too."""
    return wanted - {value.partition("/")[0] for value in wanted if "/" in value}


def count_by_hand(decisions, selected):
    """Return the total, and each facet's counts under the other facets' filters."""

    selected = {name: narrowest(wanted) for name, wanted in selected.items()}

    def fits(values, leaving_out=None):
        return all(values[name] & wanted for name, wanted in selected.items() if wanted and name != leaving_out)

    counts = {name: {} for name in FACETS}
    for values in decisions:
        for name in FACETS:
            if fits(values, leaving_out=name):
                for value in values[name]:
                    counts[name][value] = counts[name].get(value, 0) + 1
    return sum(map(fits, decisions)), counts


def ask(query):
    """Return the results of a query string, once they are the decisions that the declared filters select by SQL."""
    archive = facets.columns()
    filters = DecisionFilter(QueryDict(query), archive.labels)
    results = facets.Results(filters, archive)
    assert results.keys(facets.NEWEST) == list(filters.qs.newest_first().values_list("pk", flat=True)), query
    return results


def count_by_facets(selected):
    query = QueryDict(mutable=True)
    for name, values in selected.items():
        query.setlist(name, sorted(values))
    results = ask(query.urlencode())
    counts = {name: {} for name in FACETS}
    for name, facet in results.facets.items():
        for value in facet.values:
            counts[name] |= {each.value: each.count for each in [value, *value.below] if each.count}
    return results.total, counts


def check_pairs(pairs):
    decisions = [values_of(decision) for decision in Decision.objects.published()]
    for pair in pairs:
        selected = {name: {value for other, value in pair if other == name} for name in FACETS}
        by_hand_total, by_hand = count_by_hand(decisions, selected)
        for name in ("category", "ground"):  # values below another are counted only where that one is on
            open_tops = {value.partition("/")[0] for value in selected[name]}
            by_hand[name] = {
                value: count
                for value, count in by_hand[name].items()
                if "/" not in value or value.split("/")[0] in open_tops
            }
        assert count_by_facets(selected) == (by_hand_total, by_hand), pair


def cross_by_hand(decisions, names, fits):
    """Count the matching decisions by combination of values of these facets."""
    return Counter(
        cell for values in decisions if fits(values) for cell in product(*(sorted(values[name]) for name in names))
    )


def all_pairs():
    held = {
        (name, value) for d in Decision.objects.published() for name, found in values_of(d).items() for value in found
    }
    singles = [((name, value),) for name, value in sorted(held)]
    return [(), *singles, *combinations(sorted(held), 2)]


@pytest.mark.django_db
def test_facets_of_the_five_are_counted_right_for_every_pair(archive):
    check_pairs(all_pairs())


@pytest.mark.long("facets")
@pytest.mark.django_db
def test_facets_of_generated_decisions_and_reports_are_counted_right(archive, tmp_path):
    report = ingest.import_files([*generated.write(tmp_path, 300), REPORTS])
    assert (report.new, report.refused) == (312, [])
    pairs = all_pairs()
    values = Counter(name for (name, _), *more in pairs[1:] if not more)
    for name in FACETS:  # a filter that filters nothing would pass with fewer
        assert values[name] > 1, f"give the decisions of {generated.__file__} at least two values of {name}"
    labels = facets.columns().labels
    filters = DecisionFilter(QueryDict(), labels)
    for name, printed in labels.items():
        raw = [value for value in printed if value == filters.label(name, value) and not value.isdecimal()]
        assert raw == [], f"give these values of {name} labels for people to read, in its class"
    assert len(pairs) > 500
    if not LONG:
        pairs = random.Random(SEED).sample(pairs, len(pairs) // 20)
    check_pairs(pairs)


@pytest.mark.django_db
def test_only_what_a_decision_may_leave_out_can_be_not_stated():
    bare = values_of(Decision.objects.create(reference="00 000 001", imported_at=timezone.now()))
    for name, facet in DecisionFilter.declared().items():
        assert (NOT_STATED in facet.fixed) == (NOT_STATED in bare[name]), f"say in the class of {name} what is `fixed`"


@pytest.mark.django_db
def test_a_selected_ground_has_counts_of_stated_and_supporting(tmp_path):
    ingest.import_files(generated.write(tmp_path, 80))
    late = Finding.objects.filter(ground__slug="late-complaint")
    first = late.order_by("pk").first().decision
    first.findings.update(strength=Finding.Strength.SUPPORTING)
    assert (all_of_them := late.values("decision").distinct().count()) > 1
    (value,) = [each for each in ask("ground=late-complaint").facets["ground"].values if each.value == "late-complaint"]
    counts = {each.label: each.count for each in value.below}
    assert counts == {"given as a main reason": all_of_them - 1, "only in the assessment": 1}
    assert ask("ground=late-complaint/supporting").keys(facets.NEWEST) == [first.pk]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "fits"),
    [
        ("", lambda values: True),
        ("outcome=upheld&outcome=not-stated", lambda values: values["outcome"] & {"upheld", NOT_STATED}),
        ("ground=late-complaint&year=2018", lambda v: "late-complaint" in v["ground"] and "2018" in v["year"]),
        ("council=ashby-council&category=education/other", lambda v: "ashby-council" in v["council"]
         and "education/other" in v["category"]),
        ("year=1066", lambda values: True),  # a value that nothing has is left out of the asking
        ("council=ashby-council&ground=none&year=2016&outcome=upheld&category=housing", lambda v: "none" in v["ground"]
         and "ashby-council" in v["council"] and {"2016"} == v["year"] and {"upheld"} == v["outcome"]
         and "housing" in v["category"]),
    ],
)  # fmt: skip
def test_facets_counted_against_one_another_are_counted_right(archive, tmp_path, query, fits):
    ingest.import_files(generated.write(tmp_path, 200))
    decisions = [values_of(decision) for decision in Decision.objects.published()]
    for names in [*combinations(FACETS, 1), *combinations(FACETS, 2), ("year", "outcome", "ground")]:
        by_hand = cross_by_hand(decisions, names, fits)
        assert ask(query).cross_tabulate(*names) == by_hand, names


@pytest.mark.django_db
def test_the_first_day_and_the_last_are_those_of_the_decisions_asked_for(archive, tmp_path):
    ingest.import_files(generated.write(tmp_path, 100))
    for selected, some in [("", {}), ("council=ashby-council", {"council__slug": "ashby-council"})]:
        days = [each.decision_date for each in Decision.objects.filter(**some) if each.decision_date]
        assert ask(selected).span == (min(days), max(days))
        assert ask("year=not-stated").span is None
