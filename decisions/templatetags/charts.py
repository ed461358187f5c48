"""Tags for charts: the picture as inline SVG, and its numbers as a table. Everything is escaped."""

from html import escape

from django import template

from decisions.templatetags.markup import markup

register = template.Library()

_PICTURE = (
    '<svg class="picture" role="img" aria-labelledby="{id}-title" aria-describedby="{id}-description">'
    '<title id="{id}-title">{title}</title><desc id="{id}-description">{description}</desc>\n{bars}'
    '<line class="ground-line" x1="0" x2="100%" y1="88%" y2="88%" />\n'
    "{labels}</svg>"
)
_BAR = '<rect class="part-{part}" x="{x}%" y="{y}%" width="{width}%" height="{height}%" />\n'
_LABEL = '<text class="at-{kind}" x="{x}%" y="{y}%" aria-hidden="true">{text}</text>\n'
_TALLY = (
    '<tr><th scope="row">{named}<svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"'
    ' focusable="false"><rect width="{width}" height="1" /></svg></th><td>{share}</td></tr>\n'
)
_SMALL = '<path class="part-{part}" d="{path}" />'


@register.inclusion_tag("overviews/_chart.html")
def chart(columns, name, csv=""):
    """Return the context of a chart with its key, table and notes. `csv`: the address of its numbers as CSV, or ""."""
    return {"chart": columns, "id": name, "csv": csv, "picture": picture(columns, name)}


@register.simple_tag
@markup
def picture(columns, name):
    """Return the picture alone. `name` begins the ids of its parts, so it must be unique on the page."""
    labels = "".join(
        _LABEL.format(kind=each.kind, x=each.x, y=each.y, text=escape(each.text))
        for each in columns.labels
        if each.kind != "none"
    )
    bars = "".join(
        _BAR.format(part=each.part, x=each.x, y=each.y, width=each.width, height=each.height) for each in columns.bars
    )
    words = {"title": escape(columns.title), "description": escape(columns.description)}
    return _PICTURE.format(id=escape(name), bars=bars, labels=labels, **words)


@register.simple_tag
@markup
def small_picture(columns, name):
    """Return a picture without words, for pages with many. One path for each series keeps it light."""
    paths: dict[int, list[str]] = {}
    for each in columns.bars:
        right, foot = round(each.x + each.width, 1), round(each.y + each.height, 1)
        paths.setdefault(each.part, []).append(
            f"M{round(each.x, 1)} {round(each.y, 1)}H{right}V{foot}H{round(each.x, 1)}z"
        )
    drawn = "".join(_SMALL.format(part=part, path="".join(each)) for part, each in sorted(paths.items()))
    head = f'<title id="{escape(name)}-title">{escape(columns.title)}: {escape(columns.description)}</title>'
    return (
        '<svg class="small" viewBox="0 0 100 90" preserveAspectRatio="none" role="img" aria-labelledby="'
        f'{escape(name)}-title">{head}{drawn}<path class="ground-line" d="M0 88.5H100" /></svg>'
    )


@register.simple_tag
@markup
def tally_rows(tallies):
    """Return the rows of a table of tallies: the value as a link to its decisions, its bar, and its share."""
    return "".join(_tally_row(each) for each in tallies)


def _tally_row(tally) -> str:
    label = escape(tally.label)
    named = f'<a href="{escape(tally.address)}">{label}</a>' if tally.address else label
    return _TALLY.format(named=named, width=tally.width, share=escape(str(tally.share)))
