"""What identifies a decision elsewhere: for search engines (JSON-LD), previews of shared links, and citations."""

from typing import Any

from decisions.models import Decision

OMBUDSMAN = "Local Government and Social Care Ombudsman"


class Citation:
    """The name of a decision, and its facts for programs. They have nothing that the decision does not state.

    `address` is the canonical URL of the decision's page, with scheme and host.
    """

    def __init__(self, decision: Decision, address: str) -> None:
        self._decision, self.address = decision, address
        self.address_of_source, self.address_of_data = (f"{address.rstrip('/')}.{end}" for end in ("txt", "json"))

    @property
    def name(self) -> str:
        """The name of the decision, `Staffordshire County Council (22 015 753)`, before a paragraph's number."""
        body = self._decision.council_printed
        return f"{body} ({self._decision.reference})" if body else f"Decision {self._decision.reference}"

    @property
    def description(self) -> str:
        """A description of at most 300 characters: the summary, cut at a word, or the facts where it has none."""
        summary = " ".join(self._decision.summary.split())
        if summary:
            return summary if len(summary) <= 300 else summary[:299].rpartition(" ")[0] + "…"
        day = self._decision.decision_date
        made = f", {day.day} {day:%B %Y}" if day else ""
        return f"{self.name}: a decision of the {OMBUDSMAN}{made}."

    @property
    def linked_data(self) -> dict[str, Any]:
        """The facts as a schema.org Report in JSON-LD, without those that the decision does not state."""
        decision = self._decision
        facts = {
            "@context": "https://schema.org",
            "@type": "Report",
            "name": self.name,
            "identifier": decision.reference,
            "url": self.address,
            "author": {"@type": "Organization", "name": OMBUDSMAN},
            "about": decision.council_printed and {"@type": "Organization", "name": decision.council_printed},
            "genre": decision.get_document_type_display(),
            "articleSection": " > ".join(filter(None, [decision.category, decision.subcategory])),
            "dateCreated": decision.decision_date and decision.decision_date.isoformat(),
            "abstract": decision.summary,
            "inLanguage": "en-GB",
            "isPartOf": {"@type": "WebSite", "name": "Reasons Given"},
            "encoding": {
                "@type": "MediaObject",
                "encodingFormat": "text/plain",
                "contentUrl": self.address_of_source,
                "sha256": decision.source_sha256,
            },
        }
        return {name: value for name, value in facts.items() if value}
