"""All fields of the data: what each means, and where its value is in the database.

JSON, JSON Lines, CSV, the dump's tables, the description of the API and the data page are made from these, so that a
field is declared once.
"""

from dataclasses import dataclass

TEXT, DATE, MOMENT, NUMBER, PATH = "text", "date", "moment", "number", "path"


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the data: its name, the kind of its value, and what it means, as readers of the data page see it.

    `nullable`: the value may be missing (null in JSON). `fields`: those of each object, where the value is a list of
    objects. `item_kind`: the kind of each item, where it is a list of plain values. `choices`: all values it can have.
    `column`: where the value is, if not in the column of the same name: for a fact of a decision a path through its
    relations (`council__name`), for a field of a list a column of the rows that `shape.PARTS` reads. `in_csv`: CSV has
    it too.
    """

    name: str
    kind: str
    description: str
    nullable: bool = False
    fields: tuple["Field", ...] = ()
    item_kind: str = ""
    choices: tuple[str, ...] = ()
    column: str = ""
    in_csv: bool = False

    @property
    def source(self) -> str:
        """Return where the value is."""
        return self.column or self.name


def _list(name: str, description: str, fields: tuple[Field, ...]) -> Field:
    return Field(name, "list", description, fields=fields)


_SPAN = (
    Field(
        "paragraph",
        NUMBER,
        "Number of the paragraph where the words stand; 0 is the summary.",
        column="paragraph_number",
    ),
    Field(
        "start",
        NUMBER,
        "Where the words begin: the number of characters before them in the whole text of the paragraph, which is its"
        " text and its items’, joined by line ends.",
    ),
    Field("end", NUMBER, "Where the words end, counted likewise."),
)
GROUNDS = (
    Field("ground", TEXT, "The rejection ground’s slug, as in the list of grounds.", column="slug"),
    Field(
        "strength",
        TEXT,
        "“stated” in the summary or the final decision, or “supporting”: only in the assessment.",
        choices=("stated", "supporting"),
    ),
    Field("origin", TEXT, "Who found it: this archive’s rules, or a person.", choices=("machine", "person")),
    *_SPAN,
    Field("quote", TEXT, "The very words that show it."),
)
SECTIONS = (
    Field("heading", TEXT, "The heading as printed.", nullable=True),
    Field("level", NUMBER, "1 for the usual headings, else 2."),
    Field("lead", TEXT, "Unnumbered text between the heading and the first paragraph, a line each.", nullable=True),
)
PARAGRAPHS = (
    Field("section", NUMBER, "The place of its section in the list of sections, from 1.", column="place"),
    Field("number", NUMBER, "The paragraph’s number, through the whole decision; an item has its paragraph’s."),
    Field("label", TEXT, "Of an item: “a”, “•”, or nothing where it continues a line. Of a paragraph: nothing."),
    Field("depth", NUMBER, "0 for a paragraph, 1 for an item in it, 2 for an item in that."),
    Field("text", TEXT, "The words."),
)
SIGNPOSTS = (Field("place", TEXT, "Where people were sent instead, as a slug: information-commissioner."), *_SPAN)
PROVISIONS = (
    Field("act", TEXT, "The Act as printed; none where the words do not name it.", nullable=True),
    Field("act_slug", TEXT, "The Act, in one spelling; none where it is in doubt.", nullable=True),
    Field("kind", TEXT, "“section”, “schedule” and the like."),
    Field("number", TEXT, "Its number as printed; none for an Act cited as a whole.", nullable=True),
    Field("normalised", TEXT, "The number in one spelling, 24A(6); none where it is in doubt.", nullable=True),
    *_SPAN,
)
REFERENCES = (
    Field(
        "decision",
        TEXT,
        "The reference of the other decision; none where paragraphs are meant.",
        nullable=True,
        column="to_reference",
    ),
    Field(
        "paragraphs",
        "list",
        "The numbers of the paragraphs of this decision that are meant.",
        item_kind=NUMBER,
        column="to_numbers",
    ),
    *_SPAN,
)

FACTS = (
    Field("reference", TEXT, "The decision’s number as printed: 22 015 753.", in_csv=True),
    Field("address", PATH, "Where its page is on this site: /decisions/22-015-753/.", in_csv=True),
    Field(
        "council",
        TEXT,
        "The body complained about, by the name it goes by in this archive.",
        nullable=True,
        column="council__name",
        in_csv=True,
    ),
    Field(
        "council_slug",
        TEXT,
        "The same, as in addresses and filters.",
        nullable=True,
        column="council__slug",
    ),
    Field("council_printed", TEXT, "The body’s name as this decision prints it.", nullable=True),
    Field(
        "document_type",
        TEXT,
        "“statement”, or “report” (public interest, rare).",
        choices=("statement", "report"),
        in_csv=True,
    ),
    Field("category", TEXT, "What the complaint was about, as printed.", nullable=True, in_csv=True),
    Field("subcategory", TEXT, "The same, narrower.", nullable=True, in_csv=True),
    Field(
        "outcome",
        TEXT,
        "What was decided, as printed: Upheld, Not upheld, Closed after initial enquiries.",
        nullable=True,
        in_csv=True,
    ),
    Field("decision_date", DATE, "The day of the decision.", nullable=True, in_csv=True),
    Field(
        "numbering",
        TEXT,
        "Whose the paragraph numbers are: “printed”, or “added” by this archive where a text has none.",
        choices=("printed", "added"),
    ),
    Field("summary", TEXT, "The Ombudsman’s summary.", nullable=True, in_csv=True),
    Field("closing", TEXT, "The line that the decision is signed with.", nullable=True),
    Field("source_sha256", TEXT, "SHA-256 of the source text as it was imported, byte for byte."),
    Field("imported_at", MOMENT, "When this archive took that text in, in UTC."),
    Field(
        "corrected_at",
        MOMENT,
        "When this archive’s staff last corrected what was read in it; none: never.",
        nullable=True,
    ),
    _list(
        "grounds", "Why it was turned down, the best evidence first; a ground may stand here several times.", GROUNDS
    ),
)
TEXT_PARTS = (
    _list("sections", "The headings, in order.", SECTIONS),
    _list("paragraphs", "Every paragraph and, after it, its items, in order.", PARAGRAPHS),
    _list("signposts", "Where people were sent instead.", SIGNPOSTS),
    _list("provisions", "The law that is cited.", PROVISIONS),
    _list("references", "Mentions of other decisions, and of paragraphs of this one.", REFERENCES),
)
DECISION = (*FACTS, *TEXT_PARTS)
"""The public shape of a decision."""
SOURCE = (
    Field("text", TEXT, "The source text, where it was a text."),
    Field("html", TEXT, "The source text, where it was a saved page."),
    Field("source_encoding", TEXT, "The encoding of the source text. In that encoding its SHA-256 is the one above."),
    Field("url", TEXT, "The address that the source text came from, where that is known."),
)
"""The further fields of a line of a dump, with which it can be imported again."""

CSV = (
    *(field for field in FACTS if field.in_csv and field.name != "summary"),
    Field("grounds", TEXT, "The slugs of the grounds that lists count by, best first, with spaces between."),
    Field("evidence", TEXT, "A line for each finding: its ground, where it is, and the words."),
    *(field for field in FACTS if field.name == "summary"),
)
"""The columns of CSV. A fact that the decision does not state is empty."""

_OF = (Field("reference", TEXT, "The decision’s number, as in the table of decisions."),)
TABLES = {
    "decisions": tuple(field for field in FACTS if field.kind != "list"),
    "grounds": (*_OF, Field("position", NUMBER, "Its place among the decision’s grounds, from 1."), *GROUNDS),
    "sections": (*_OF, Field("position", NUMBER, "Its place in the decision, from 1."), *SECTIONS),
    "paragraphs": (*_OF, Field("position", NUMBER, "Its place in the decision, items counted, from 1."), *PARAGRAPHS),
    "signposts": (*_OF, *SIGNPOSTS),
    "provisions": (*_OF, *PROVISIONS),
    "decision_references": (*_OF, *REFERENCES),
}
"""The tables of the dump's SQLite file, each with its columns. A column that holds a list holds it as JSON."""
COUNCIL = (
    Field("slug", TEXT, "The body, as in addresses and filters."),
    Field("name", TEXT, "Its name."),
    Field("kind", TEXT, "What sort of body it is: council, care-provider and the like."),
    Field("decisions", NUMBER, "How many of its decisions the archive holds."),
)
GROUND = (
    Field("slug", TEXT, "The ground, as in addresses and filters."),
    Field("title", TEXT, "The ground in plain words."),
    Field("family", TEXT, "The reason’s family, as a slug.", choices=("law-does-not-let-us", "chose-not-to")),
    Field("law", TEXT, "The provision that decisions cite for it."),
    Field("explanation", TEXT, "What it means."),
    Field("decisions", NUMBER, "How many decisions show it, as lists count."),
)
