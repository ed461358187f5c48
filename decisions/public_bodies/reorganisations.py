"""The principal councils of England that were reorganised or renamed from 1995 to 2025.

A reorganised council becomes its successor only if a single council took over its whole area; each has the order that
did so. A county that was split between several stays a council of its own (`SPLIT`): its decisions do not say which of
them would answer now. So do a few with a single successor whose name a parish council has today.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reorganisation:
    """Councils that a single one replaced: the year, the order, the successor, and the former councils."""

    year: int
    order: str
    successor: str
    former: tuple[str, ...]


def _into(year: int, order: str, successor: str, former: str) -> Reorganisation:
    return Reorganisation(year, order, successor, tuple(name.strip() for name in former.split(";")))


_SUFFOLK = "The {} Suffolk (Local Government Changes) Order 2018"
_CUMBRIA = "The Cumbria (Structural Changes) Order 2022"
_NORTHANTS = "The Northamptonshire (Structural Changes) Order 2020"
_DORSET = "The Bournemouth, Dorset and Poole (Structural Changes) Order 2018"
_CHESHIRE = "The Cheshire (Structural Changes) Order 2008"
_HUMBERSIDE = "The Humberside (Structural Change) Order 1995"
_AVON = "The Avon (Structural Change) Order 1995"
_RENAMED = "renamed by resolution of the council"

REORGANISED = (
    _into(
        2023,
        "The Somerset (Structural Changes) Order 2022; for Taunton Deane and West Somerset, first the Somerset West "
        "and Taunton (Local Government Changes) Order 2018",
        "Somerset Council",
        "Somerset County; Mendip District; Sedgemoor District; South Somerset District; "
        "Somerset West and Taunton District; Taunton Deane Borough; West Somerset District",
    ),
    _into(
        2023,
        "The North Yorkshire (Structural Changes) Order 2022",
        "North Yorkshire Council",
        "North Yorkshire County; Craven District; Hambleton District; Harrogate Borough; Richmondshire District; "
        "Ryedale District; Scarborough Borough; Selby District",
    ),
    _into(2023, _CUMBRIA, "Cumberland Council", "Allerdale Borough; Carlisle City; Copeland Borough"),
    _into(
        2023,
        _CUMBRIA,
        "Westmorland and Furness Council",
        "Barrow-in-Furness Borough; Eden District; South Lakeland District",
    ),
    _into(
        2021,
        _NORTHANTS,
        "North Northamptonshire Council",
        "Corby Borough; East Northamptonshire District; Kettering Borough; Wellingborough Borough",
    ),
    _into(
        2021,
        _NORTHANTS,
        "West Northamptonshire Council",
        "Daventry District; Northampton Borough; South Northamptonshire District",
    ),
    _into(
        2020,
        "The Buckinghamshire (Structural Changes) Order 2019",
        "Buckinghamshire Council",
        "Buckinghamshire County; Aylesbury Vale District; Chiltern District; South Bucks District; Wycombe District",
    ),
    _into(
        2019,
        _DORSET,
        "Dorset Council",
        "East Dorset District; North Dorset District; Purbeck District; West Dorset District; "
        "Weymouth and Portland Borough",
    ),
    _into(
        2019,
        _DORSET,
        "Bournemouth, Christchurch and Poole Council",
        "Bournemouth Borough; Christchurch Borough; Poole Borough",
    ),
    _into(2019, _SUFFOLK.format("East"), "East Suffolk Council", "Suffolk Coastal District; Waveney District"),
    _into(2019, _SUFFOLK.format("West"), "West Suffolk Council", "Forest Heath District; St Edmundsbury Borough"),
    _into(2018, _RENAMED, "Folkestone and Hythe District Council", "Shepway District"),
    _into(
        2009,
        "The Bedfordshire (Structural Changes) Order 2008",
        "Central Bedfordshire Council",
        "Mid Bedfordshire District; South Bedfordshire District",
    ),
    _into(
        2009, _CHESHIRE, "Cheshire East Council", "Congleton Borough; Crewe and Nantwich Borough; Macclesfield Borough"
    ),
    _into(
        2009,
        _CHESHIRE,
        "Cheshire West and Chester Council",
        "Chester City; Ellesmere Port and Neston Borough; Vale Royal Borough",
    ),
    _into(
        2009,
        "The Cornwall (Structural Change) Order 2008",
        "Cornwall Council",
        "Cornwall County; Caradon District; Carrick District; Kerrier District; North Cornwall District; "
        "Penwith District; Restormel Borough",
    ),
    _into(
        2009,
        "The County Durham (Structural Change) Order 2008",
        "Durham County Council",
        "Chester-le-Street District; Derwentside District; Easington District; Sedgefield Borough; Teesdale District; "
        "Wear Valley District",
    ),
    _into(
        2009,
        "The Northumberland (Structural Change) Order 2008",
        "Northumberland County Council",
        "Alnwick District; Berwick-upon-Tweed Borough; Blyth Valley Borough; Castle Morpeth Borough; "
        "Tynedale District; Wansbeck District",
    ),
    _into(
        2009,
        "The Shropshire (Structural Change) Order 2008",
        "Shropshire Council",
        "Shropshire County; Bridgnorth District; North Shropshire District; Oswestry Borough; "
        "Shrewsbury and Atcham Borough; South Shropshire District",
    ),
    _into(
        2009,
        "The Wiltshire (Structural Change) Order 2008",
        "Wiltshire Council",
        "Wiltshire County; Kennet District; North Wiltshire District; Salisbury District; West Wiltshire District",
    ),
    _into(
        1998,
        "The Hereford and Worcester (Structural, Boundary and Electoral Changes) Order 1996",
        "Herefordshire Council",
        "South Herefordshire District",
    ),
    _into(1998, _RENAMED, "West Berkshire Council", "Newbury District"),
    _into(
        1998,
        "The Kent (Borough of Gillingham and City of Rochester upon Medway) (Structural Change) Order 1996",
        "Medway Council",
        "Gillingham Borough; Rochester upon Medway City",
    ),
    _into(1998, _RENAMED, "Telford and Wrekin Council", "Wrekin District"),
    _into(1997, _RENAMED, "Swindon Borough Council", "Thamesdown Borough"),
    _into(
        1997,
        "The East Sussex (Boroughs of Brighton and Hove) (Structural Change) Order 1995",
        "Brighton and Hove City Council",
        "Brighton Borough; Hove Borough",
    ),
    _into(1996, _AVON, "Bath and North East Somerset Council", "Bath City; Wansdyke District"),
    _into(1996, _AVON, "North Somerset Council", "Woodspring District"),
    _into(1996, _AVON, "South Gloucestershire Council", "Kingswood Borough; Northavon District"),
    _into(
        1996,
        _HUMBERSIDE,
        "East Riding of Yorkshire Council",
        "Beverley Borough; East Yorkshire Borough; Holderness Borough",
    ),
    _into(1996, _HUMBERSIDE, "North Lincolnshire Council", "Glanford Borough; Scunthorpe Borough"),
    _into(1996, _HUMBERSIDE, "North East Lincolnshire Council", "Cleethorpes Borough; Great Grimsby Borough"),
    _into(
        1996,
        "The Cleveland (Structural Change) Order 1995",
        "Redcar and Cleveland Borough Council",
        "Langbaurgh-on-Tees Borough",
    ),
    _into(
        1995,
        "The Isle of Wight (Structural Change) Order 1994",
        "Isle of Wight Council",
        "Medina Borough; South Wight Borough",
    ),
)
SPLIT = (
    *(
        "Avon County",
        "Bedfordshire County",
        "Berkshire County",
        "Cheshire County",
        "Cleveland County",
        "Cumbria County",
    ),
    *("Dorset County", "Hereford and Worcester County", "Humberside County", "Northamptonshire County"),
    *("Boothferry Borough", "Leominster District"),
    *("Durham City", "Hereford City"),  # their names are parish councils' today
)
