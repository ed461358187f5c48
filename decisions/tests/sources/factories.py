"""Small decisions as texts and as pages."""

from html import escape

HEAD = """\
Ashby Council (22 911 010)

Category : Housing > Other

Decision : Upheld

Decision date : 09 Mar 2023

The Ombudsman's final decision:

Summary: We upheld it.
"""


def text(*paragraphs: str, head: str = HEAD) -> str:
    """Return a decision in the numbered layout."""
    numbered = "".join(f"  {number}. {paragraph}\n\n" for number, paragraph in enumerate(paragraphs, start=1))
    return f"{head}\nThe complaint\n\n{numbered}Investigator's decision on behalf of the Ombudsman\n"


def page(paragraph: str, head: str = "") -> str:
    """Return a decision of one paragraph, which may be HTML, as a page with more in its head."""
    facts = "".join(f"<p>{escape(line, quote=False)}</p>\n" for line in HEAD.splitlines()[1:] if line)
    return f"""<!DOCTYPE html><html><head>{head}<title>Ashby Council (22 911 010)</title></head><body><main>
<h1>Ashby Council (22 911 010)</h1>
{facts}<h3>The complaint</h3>
<ol><li>{paragraph}</li></ol>
<p>Investigator's decision on behalf of the Ombudsman</p></main></body></html>"""
