"""The principal councils of England since 1 April 2023: 317 of them.

Sources: the Local Government Act 1972, the London Government Act 1963, and the orders under the Local Government Act
1992 and the Local Government and Public Involvement in Health Act 2007. A test compares the number of each tier with
that of the Office for National Statistics. A council that became a city or changed its name keeps the ranks that it
had: decisions of those years print them.
"""

from dataclasses import dataclass

from decisions.public_bodies.normalisation import fold

COUNTY, CITY, BOROUGH, DISTRICT = "county", "city", "borough", "district"
LONDON, ROYAL, METROPOLITAN = "london", "royal", "metropolitan"


@dataclass(frozen=True, slots=True)
class PrincipalCouncil:
    """A principal council: its name without its rank, and the words of rank that may be printed around it.

    Only councils that have them may have `county`, `city` and `royal`. Any council but a county may be printed as a
    borough or a district, since no two of them share a name. So Chichester *District* Council is this council, and
    Chichester *City* Council is not: it is the parish council.
    """

    stem: str
    ranks: frozenset[str]

    @property
    def key(self) -> str:
        """A key that no other body has."""
        return f"council: {self.stem} {COUNTY}" if self.ranks == {COUNTY} else f"council: {self.stem}"


def councils(names: str, *ranks: str) -> tuple[PrincipalCouncil, ...]:
    """Return councils of these ranks from their names, separated by semicolons."""
    return tuple(PrincipalCouncil(fold(name), frozenset(ranks)) for name in names.split(";"))


_BELOW_COUNTY = (BOROUGH, DISTRICT)

COUNTIES = councils(
    "Cambridgeshire; Derbyshire; Devon; East Sussex; Essex; Gloucestershire; Hampshire; Hertfordshire; Kent; "
    "Lancashire; "
    "Leicestershire; Lincolnshire; Norfolk; Nottinghamshire; Oxfordshire; Staffordshire; Suffolk; Surrey; "
    "Warwickshire; "
    "West Sussex; Worcestershire",
    COUNTY,
)
LONDON_BOROUGHS = (
    *councils(
        "Barking & Dagenham; Barnet; Bexley; Brent; Bromley; Camden; Croydon; Ealing; Enfield; Hackney; "
        "Hammersmith & Fulham; Haringey; Harrow; Havering; Hillingdon; Hounslow; Islington; Lambeth; Lewisham; Merton; "
        "Newham; Redbridge; Richmond upon Thames; Southwark; Sutton; Tower Hamlets; Waltham Forest; Wandsworth",
        *(*_BELOW_COUNTY, LONDON),
    ),
    *councils("Greenwich; Kensington & Chelsea; Kingston upon Thames", *_BELOW_COUNTY, LONDON, ROYAL),
    *councils("Westminster", *_BELOW_COUNTY, LONDON, CITY),
)
OF_THEIR_OWN_KIND = (*councils("London", CITY), *councils("Isles of Scilly"))
METROPOLITAN_DISTRICTS = (
    *councils(
        "Barnsley; Bolton; Bury; Calderdale; Dudley; Gateshead; Kirklees; Knowsley; North Tyneside; Oldham; Rochdale; "
        "Rotherham; Sandwell; Sefton; Solihull; South Tyneside; St Helens; Stockport; Tameside; Trafford; Walsall; "
        "Wigan; "
        "Wirral",
        *(*_BELOW_COUNTY, METROPOLITAN),
    ),
    *councils(
        "Birmingham; Bradford; Coventry; Doncaster; Leeds; Liverpool; Manchester; Newcastle upon Tyne; Salford; "
        "Sheffield; Sunderland; Wakefield; Wolverhampton",
        *(*_BELOW_COUNTY, METROPOLITAN, CITY),
    ),
)
UNITARIES = (
    *councils(
        "Bath & North East Somerset; Bedford; Blackburn with Darwen; Blackpool; Bournemouth, Christchurch & Poole; "
        "Bracknell Forest; Buckinghamshire; Central Bedfordshire; Cheshire East; Cheshire West & Chester; Cornwall; "
        "Cumberland; Darlington; Dorset; East Riding of Yorkshire; Halton; Hartlepool; Luton; Medway; Middlesbrough; "
        "North East Lincolnshire; North Lincolnshire; North Northamptonshire; North Somerset; North Yorkshire; "
        "Reading; "
        "Redcar & Cleveland; Shropshire; Slough; Somerset; South Gloucestershire; Stockton-on-Tees; Swindon; "
        "Telford & Wrekin; Thurrock; Torbay; Warrington; West Berkshire; West Northamptonshire; Westmorland & Furness; "
        "Wiltshire; Wokingham",
        *_BELOW_COUNTY,
    ),
    *councils("Windsor & Maidenhead", *_BELOW_COUNTY, ROYAL),
    *councils(
        "Brighton & Hove; Bristol; Derby; Kingston upon Hull; Leicester; Milton Keynes; Nottingham; Peterborough; "
        "Plymouth; Portsmouth; Southampton; Southend-on-Sea; Stoke-on-Trent; York",
        *(*_BELOW_COUNTY, CITY),
    ),
    *councils("Herefordshire; Isle of Wight; Rutland", *_BELOW_COUNTY, COUNTY),
    *councils("Durham; Northumberland", COUNTY),
)
DISTRICTS = (
    *councils(
        "East Cambridgeshire; Fenland; Huntingdonshire; South Cambridgeshire; "
        "Amber Valley; Bolsover; Chesterfield; Derbyshire Dales; Erewash; High Peak; North East Derbyshire; "
        "South Derbyshire; East Devon; Mid Devon; North Devon; South Hams; Teignbridge; Torridge; West Devon; "
        "Eastbourne; Hastings; Lewes; Rother; Wealden; "
        "Basildon; Braintree; Brentwood; Castle Point; Epping Forest; Harlow; Maldon; Rochford; Tendring; Uttlesford; "
        "Cheltenham; Cotswold; Forest of Dean; Stroud; Tewkesbury; "
        "Basingstoke & Deane; East Hampshire; Eastleigh; Fareham; Gosport; Hart; Havant; New Forest; Rushmoor; "
        "Test Valley; Broxbourne; Dacorum; East Hertfordshire; Hertsmere; North Hertfordshire; Stevenage; "
        "Three Rivers; "
        "Watford; Welwyn Hatfield; "
        "Ashford; Dartford; Dover; Folkestone & Hythe; Gravesham; Maidstone; Sevenoaks; Swale; Thanet; "
        "Tonbridge & Malling; Tunbridge Wells; "
        "Burnley; Chorley; Fylde; Hyndburn; Pendle; Ribble Valley; Rossendale; South Ribble; West Lancashire; Wyre; "
        "Blaby; Charnwood; Harborough; Hinckley & Bosworth; Melton; North West Leicestershire; Oadby & Wigston; "
        "Boston; East Lindsey; North Kesteven; South Holland; South Kesteven; West Lindsey; "
        "Breckland; Broadland; Great Yarmouth; King's Lynn & West Norfolk; North Norfolk; South Norfolk; "
        "Ashfield; Bassetlaw; Broxtowe; Gedling; Mansfield; Newark & Sherwood; Rushcliffe; "
        "Cherwell; South Oxfordshire; Vale of White Horse; West Oxfordshire; "
        "Cannock Chase; East Staffordshire; Lichfield; Newcastle-under-Lyme; South Staffordshire; Stafford; "
        "Staffordshire Moorlands; Tamworth; Babergh; East Suffolk; Ipswich; Mid Suffolk; West Suffolk; "
        "Elmbridge; Epsom & Ewell; Guildford; Mole Valley; Reigate & Banstead; Runnymede; Spelthorne; Surrey Heath; "
        "Tandridge; Waverley; Woking; "
        "North Warwickshire; Nuneaton & Bedworth; Rugby; Stratford-on-Avon; Warwick; "
        "Adur; Arun; Chichester; Crawley; Horsham; Mid Sussex; Worthing; "
        "Bromsgrove; Malvern Hills; Redditch; Wychavon; Wyre Forest",
        *_BELOW_COUNTY,
    ),
    *councils(
        "Cambridge; Canterbury; Chelmsford; Colchester; Exeter; Gloucester; Lancaster; Lincoln; Norwich; Oxford; "
        "Preston; "
        "St Albans; Winchester; Worcester",
        *(*_BELOW_COUNTY, CITY),
    ),
)
LIVE = (*COUNTIES, *LONDON_BOROUGHS, *OF_THEIR_OWN_KIND, *METROPOLITAN_DISTRICTS, *UNITARIES, *DISTRICTS)
