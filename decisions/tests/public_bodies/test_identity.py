"""Which printed names mean one council, and above all which do not."""

import itertools

import pytest

from decisions.public_bodies import body_of
from decisions.public_bodies.register import LIVE, REORGANISED, SPLIT, TIERS, fold

FORMER = [name for each in REORGANISED for name in each.former]
ONE_COUNCIL = [
    ["London Borough of Barnet", "Barnet Council", "Barnet London Borough Council", "LONDON BOROUGH OF BARNET COUNCIL"],
    ["London Borough of Hammersmith & Fulham", "Hammersmith and Fulham Council", "Hammersmith & Fulham LBC"],
    ["Royal Borough of Greenwich", "London Borough of Greenwich", "Greenwich Council"],
    ["Royal Borough of Kensington & Chelsea", "The Royal Borough of Kensington and Chelsea Council"],
    ["Royal Borough of Kingston upon Thames", "Kingston-upon-Thames Council", "Royal Borough of Kingston"],
    ["London Borough of Richmond upon Thames", "London Borough of Richmond", "Richmond-upon-Thames Council"],
    ["Westminster City Council", "City of Westminster", "Westminster Council"],
    ["City of London Corporation", "Corporation of London", "City of London"],
    ["City of York Council", "York City Council", "York Council"],
    ["City of Bradford Metropolitan District Council", "Bradford Metropolitan City Council", "Bradford Council"],
    ["Wirral Metropolitan Borough Council", "Metropolitan Borough of Wirral", "Wirral MBC", "Wirral Council"],
    ["St Helens Metropolitan Borough Council", "St. Helens Borough Council", "St Helens Council"],
    ["City of Doncaster Council", "Doncaster Metropolitan Borough Council", "Doncaster Council"],
    ["Newcastle upon Tyne City Council", "Newcastle City Council", "Newcastle-upon-Tyne Council"],
    ["Kingston upon Hull City Council", "Hull City Council", "Kingston-upon-Hull Council"],
    ["County of Herefordshire District Council", "Herefordshire Council", "Herefordshire County Council"],
    ["Council of the Isles of Scilly", "the Council of the Isles of Scilly", "Isles of Scilly Council"],
    ["Royal Borough of Windsor and Maidenhead Council", "Windsor & Maidenhead Council"],
    ["Southend-on-Sea City Council", "Southend-on-Sea Borough Council", "Southend Council"],
    ["St Albans City Council", "St Albans City and District Council", "City and District of St Albans"],
    ["Borough Council of King's Lynn & West Norfolk", "King’s Lynn and West Norfolk Borough Council"],
    ["Telford & Wrekin Council", "Borough of Telford and Wrekin", "Telford and Wrekin Borough Council"],
    ["Bournemouth, Christchurch and Poole Council", "BCP Council", "Poole Borough Council", "Borough of Poole"],
    ["Somerset Council", "Somerset County Council", "Mendip District Council", "Taunton Deane Borough Council"],
    ["Cheshire West and Chester Council", "Cheshire West & Chester Council", "Vale Royal Borough Council"],
    ["Durham County Council", "County Durham Council", "Easington District Council"],
    ["Westmorland and Furness Council", "Barrow Borough Council", "Barrow-in-Furness Borough Council"],
    ["Kent County Council", "Kent Council", "County Council of Kent"],
    ["Sunrise Care Limited", "Sunrise Care Ltd", "SUNRISE CARE LTD."],
    ["St Mary's Care & Support", "St. Mary’s Care and Support"],
]
APART = [
    ("Leicester City Council", "Leicestershire County Council"),
    ("Nottingham City Council", "Nottinghamshire County Council"),
    ("Durham County Council", "Durham City Council"),
    ("Durham City Council", "City of Durham Parish Council"),
    ("Oxford City Council", "Oxfordshire County Council"),
    ("Kingston upon Hull City Council", "Royal Borough of Kingston upon Thames"),
    ("Newcastle upon Tyne City Council", "Newcastle-under-Lyme Borough Council"),
    ("Newcastle City Council", "Newcastle Council"),  # of which nobody can tell
    ("London Borough of Richmond upon Thames", "Richmondshire District Council"),
    ("London Borough of Richmond upon Thames", "Richmond Town Council"),
    ("Northampton Borough Council", "Northamptonshire County Council"),
    ("Northampton Borough Council", "Northampton Town Council"),
    ("Bedford Borough Council", "Bedfordshire County Council"),
    ("Central Bedfordshire Council", "Bedfordshire County Council"),
    ("Bedford Borough Council", "Central Bedfordshire Council"),
    ("Dorset Council", "Dorset County Council"),
    ("Cumberland Council", "Cumbria County Council"),
    ("Lichfield District Council", "Lichfield City Council"),
    ("Chichester District Council", "Chichester City Council"),
    ("Salisbury District Council", "Salisbury City Council"),
    ("Dover District Council", "Dover Town Council"),
    ("City of London Corporation", "London Councils"),
    ("City of London Corporation", "London County Council"),
    ("City of London Corporation", "City of London School"),
    ("Stafford Borough Council", "Staffordshire County Council"),
    ("Stafford Borough Council", "South Staffordshire District Council"),
    ("Barnet Council", "Barnet Homes Limited"),
    ("Ashby Council", "Ashby Borough Council"),  # unknown councils are not guessed about
    ("Leicester CC", "Leicester City Council"),
    ("£££", "???"),
    ("Café Care", "Care"),
]


def spellings(council):
    """Every usual spelling of a council's name."""
    name, ranks = council.stem, council.ranks
    if not ranks:
        return [f"{name} council", f"Council of the {name}"]
    kinds = ["county"] if "county" in ranks else []
    kinds += ["borough", "district"] if "borough" in ranks else []
    for rank in ("city", "royal", "london", "metropolitan"):
        kinds += [rank if rank == "city" else f"{rank} borough"] if rank in ranks else []
    spelt = [
        form for kind in kinds for form in (f"{kind} of {name}", f"{name} {kind} Council", f"{kind} of {name} council")
    ]
    return spelt + [form.upper().replace(" AND ", " & ") for form in spelt]


def test_all_principal_councils_of_england_are_known():
    assert {tier: len(councils) for tier, councils in TIERS.items()} == {
        "counties": 21,
        "London boroughs": 32,
        "of their own kind": 2,
        "metropolitan districts": 36,
        "unitary councils": 62,
        "districts": 164,
    }
    assert len(LIVE) == 317


def test_no_two_councils_share_a_key_nor_a_former_one_that_was_split():
    keys = [council.key for council in LIVE] + [body_of(f"{name} Council").key for name in SPLIT]
    assert [key for key in keys if keys.count(key) > 1] == []
    assert len({council.stem for council in LIVE}) == len(LIVE)


@pytest.mark.parametrize("council", LIVE, ids=lambda council: council.key)
def test_every_spelling_of_a_council_means_that_council(council):
    assert spellings(council)
    for spelt in spellings(council):
        assert body_of(spelt).key == council.key, spelt
        assert body_of(spelt).name == spelt


def test_every_reorganised_council_becomes_a_present_one_and_has_no_key_of_its_own():
    live = {council.key for council in LIVE}
    assert len(FORMER) == len(set(FORMER)) >= 90
    for each in REORGANISED:
        assert body_of(each.successor).key in live
        assert body_of(each.successor).reorganised is None, each.successor
        for name in each.former:
            body = body_of(f"{name} Council")
            assert (body.key, body.name) == (body_of(each.successor).key, each.successor), name
            assert body.reorganised is each


def test_no_former_council_has_the_name_and_rank_of_a_present_one():
    for name in [*FORMER, *SPLIT]:
        stem, _, rank = fold(name).rpartition(" ")
        assert not [council for council in LIVE if council.stem == stem and rank in council.ranks], name


@pytest.mark.parametrize("names", ONE_COUNCIL, ids=lambda names: names[0])
def test_these_names_mean_one_body(names):
    assert len({body_of(name).key for name in names}) == 1


@pytest.mark.parametrize(("one", "other"), APART)
def test_these_names_mean_two_bodies(one, other):
    assert body_of(one).key != body_of(other).key


def test_a_council_of_one_group_is_in_no_other():
    keys = [{body_of(name).key for name in names} for names in ONE_COUNCIL]
    assert not [pair for pair in itertools.combinations(keys, 2) if pair[0] & pair[1]]


@pytest.mark.parametrize(
    "printed", ["", " ", "Council", "The", "of", "City of", "London Borough of", "council of the", "x" * 5000]
)
def test_no_name_is_too_odd(printed):
    assert body_of(printed).name == printed


def test_a_name_of_many_ranks_is_read_quickly():
    body_of("city and borough " * 15 + "of Nowhere")
