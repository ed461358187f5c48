"""The kind of body that a printed name suggests: names as decisions print them, or might."""

import pytest

from decisions.models import Council
from decisions.public_bodies import kind_of
from decisions.public_bodies.kinds import RULES
from decisions.public_bodies.register import LIVE

NAMES = {
    "council": """
        Staffordshire County Council | London Borough of Barnet | City of London Corporation | Ashby Town
        Council | Little Snoring Parish Council | Weston Parish Council | Bradford-on-Avon Town Council |
        Salisbury City Council | Royal Sutton Coldfield Town Council | Ashby Council | Hampton Community Council
        | Lower Slaughter Parish Meeting | Greater London Authority | Greater Manchester Combined Authority |
        West Midlands Combined Authority | Devon and Torbay Combined County Authority | London Councils |
        Borough of Borsetshire | Durham City Council | Charter Trustees of Bath | Carers Parish Council | School
        Green Parish Council | Park Town Council | Fire Beacon Parish Council | Court Parish Council | Hospital
        Hill Town Council | Mendip District Council | The Council of the Isles of Scilly | Housing Green Parish
        Council | Hall Green Parish Council
    """,
    "care-provider": """
        James Hudson (Builders) Limited | Sunrise Homecare Ltd | Borough Care Limited | Sunrise UK Operations
        Limited | HC-One Limited | Barchester Healthcare Limited | Bupa Care Homes (ANS) Limited | Four Seasons
        (No 10) Limited | Care UK Community Partnerships Ltd | Anchor Hanover Group | Abbeyfield Society | The
        Royal Masonic Care Home | Maria Mallaband Care Group Ltd | Runwood Homes Limited | Methodist Homes | The
        Old School House Nursing Home | College House Care Home | Hospital Lane Residential Home | Fireside Care
        Home | Park View Care Home | Council House Care Home | Orders of St John Care Trust Ltd | Helping Hands
        Homecare | Home Instead Senior Care | Allied Healthcare Group Limited | Mears Care Limited | Sevacare
        (UK) Limited | Dimensions (UK) Limited | Voyage 1 Limited | Royal Mencap Society | Leonard Cheshire
        Disability | Age UK Lancashire | Housing 21 Living | Kind Hands Caring LLP | The Priory | Larkfield View
        | Oakwood Court | Rose Villa | Ivy Cottage | Elm Grange | The Manor House | Willow Lodge | Beech Hall |
        Dunwich Homes Limited | St Christopher's Hospice | Crossroads Carers | Bright Futures Supported Living |
        Autumn Retirement Villages plc | Sanctuary Care Limited | Hallmark Care Homes (Billericay) Ltd | Avery
        Homes RH Limited | Making Space Support | Radis Community Care | Nurse Plus and Carer Plus (UK) Limited
        | Domiciliary Angels CIC | Memory Lane Dementia Respite | Fire Lane Lodge | Ashton Manor Nursing Home |
        Transport House Care Home | Kent Social Care Professionals Limited | Priory Gardens
    """,
    "nhs-body": """
        Leeds Teaching Hospitals NHS Trust | NHS England | NHS Kent and Medway | NHS Devon Integrated Care Board
        | NHS Sussex ICB | Kent and Medway Integrated Care Board | Surrey Heartlands Clinical Commissioning
        Group | NHS Birmingham CrossCity CCG | East and North Hertfordshire CCG | Kent Community Health NHS
        Foundation Trust | Imperial College Healthcare NHS Trust | King's College Hospital NHS Foundation Trust
        | Dorset HealthCare University NHS Foundation Trust | University College London Hospitals NHS Foundation
        Trust | Barts Health NHS Trust | Northumberland, Tyne and Wear NHS Foundation Trust | Devon Partnership
        NHS Trust | Devon Partnership Trust | Midlands Partnership University NHS Foundation Trust | South
        London and Maudsley NHS Foundation Trust | Tees, Esk and Wear Valleys NHS Foundation Trust | Black
        Country Partnership Foundation Trust | Torbay Hospital | London Ambulance Service NHS Trust | South
        Western Ambulance Service | Wirral Primary Care Trust | Camden and Islington Mental Health Trust | The
        Royal Marsden Hospital | Cygnet Hospital | Priory Hospital Roehampton | Cheshire and Wirral Partnership
        NHS Foundation Trust | NHS Property Services Limited | Park Road Surgery | School Lane Surgery | The
        Fire House Surgery | Manor Park Medical Centre | Council Street Medical Practice | St John's Health
        Centre | Ashby Group Practice | Smile Dental Practice | NHS Wessex Local Area Team | Torbay and Southern
        Devon Health and Care Trust | Birmingham and Solihull Integrated Care System | Strategic Health
        Authority for London | Yorkshire Ambulance Trust | Lancashire Care NHS Foundation Trust |
        Nottinghamshire Healthcare Trust | Oxford Health NHS Foundation Trust | Great Western Hospitals NHS
        Foundation Trust
    """,
    "school-or-appeal-panel": """
        St Mary's Church of England Primary School | Ashby Grammar School | The Cardinal Vaughan Memorial School
        | Independent Appeal Panel for Ashby High School | Surrey County Council Schools Appeals Panel | Ashby
        Academy Independent Appeal Panel | St Peter's CE (VA) Primary School Admissions Appeal Panel |
        Independent Admission Appeal Panel | Exclusion Review Panel for Ashby Academy | Independent Review
        Panel, Kent | Ashby Academy | Ashby Community College | Harris Academy Trust | Oasis Multi-Academy Trust
        | Kings Academies | Great Ormond Street Hospital School | Brentwood Diocese | Diocese of Westminster |
        Ashby Sixth Form College | The Harris Federation | Holy Trinity C of E School | Ashby Free School |
        Ashby Junior School | Bishop's Stortford High School | Governors of Ashby Primary School | The Governing
        Body of Ashby Infant School | Ashby Schools | Carr Manor Community School | Hall Park Academy | Parkside
        Middle School | Home Farm Primary School | Fire Lane Primary School | Transport Academy | Lodge Lane
        Nursery School | Ashby Special School | The London Oratory School | St Mary's RC Primary School | Court
        Lane Junior Academy | Ashby Upper School | School Admission Appeals Panel for Kent | Diocesan Board of
        Education, Kent | Queen Elizabeth's School
    """,
    "fire-service": """
        London Fire Commissioner | London Fire Brigade | London Fire and Emergency Planning Authority | Kent and
        Medway Fire and Rescue Authority | Kent Fire & Rescue Service | Hereford and Worcester Fire Authority |
        Greater Manchester Fire and Rescue Authority | Essex Police, Fire and Crime Commissioner Fire and Rescue
        Authority | Northamptonshire Commissioner Fire and Rescue Authority | Tyne and Wear Fire and Civil
        Defence Authority | Devon and Somerset Fire and Rescue Authority | Merseyside Fire and Rescue Service |
        Royal Berkshire Fire Authority | Staffordshire Commissioner Fire and Rescue Authority | North Yorkshire
        Police, Fire and Crime Commissioner | Cumbria Commissioner Fire and Rescue Authority | Avon Fire
        Authority | Cleveland Fire Brigade | West Midlands Fire Service | Lancashire Combined Fire Authority
    """,
    "park-authority": """
        Peak District National Park Authority | Lake District National Park Authority | Broads Authority | The
        Broads | Dartmoor National Park Authority | Exmoor National Park | New Forest National Park Authority |
        North York Moors National Park Authority | Northumberland National Park Authority | South Downs National
        Park Authority | Yorkshire Dales National Park Authority | Lee Valley Regional Park Authority
    """,
    "transport-body": """
        Transport for London | TfL | Transport for Greater Manchester | Transport for West Midlands |
        Merseytravel | Transport for the North | South Yorkshire Passenger Transport Executive | Nexus | Centro
        | Tyne and Wear Passenger Transport Executive | West Yorkshire Integrated Transport Authority | West
        Midlands Integrated Transport Authority | Merseyside Passenger Transport Authority | London Dial-a-Ride
        | Travel West Midlands | Travel South Yorkshire | London Underground Ltd | London Buses
    """,
    "other": """
        Environment Agency | The Local Government Ombudsman | Housing Ombudsman Service | Homes England | Care
        Quality Commission | Health and Care Professions Council | Nursing and Midwifery Council | General
        Medical Council | General Dental Council | Arts Council England | Planning Inspectorate | Information
        Commissioner's Office | Social Work England | Kent Police | Mayor's Office for Policing and Crime |
        Essex Police and Crime Commissioner | Merseyside Waste Disposal Authority | North London Waste Authority
        | Black Sluice Internal Drainage Board | London Port Health Authority | Peabody Housing Trust | Clarion
        Housing Association | Ashby Magistrates' Court | First-tier Tribunal | University of Kent | Historic
        England | Department for Education | Valuation Office Agency | HM Land Registry | Traffic Penalty
        Tribunal | £££
    """,
}
PRINTED = [(" ".join(name.split()), kind) for kind, names in NAMES.items() for name in names.split("|")]


@pytest.mark.parametrize(("name", "kind"), PRINTED)
def test_a_printed_name_suggests_its_kind(name, kind):
    assert kind_of(name) == kind
    assert kind_of(name.upper()) == kind


def test_every_kind_is_one_of_the_model():
    assert set(NAMES) == set(Council.Kind.values) == {kind for kind, _ in RULES}
    assert len(PRINTED) > 200


def test_every_principal_council_is_a_council():
    assert {kind_of(f"{council.stem} district council") for council in LIVE} == {"council"}
