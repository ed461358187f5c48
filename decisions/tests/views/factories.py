"""A decision about quaggas, and another that shares its ground, its wording and some rare words."""

TEXT = """\
Kirklees Metropolitan Borough Council (24 900 001)
Category : Quaggas > Quagga passes
Decision : Closed after initial enquiries
Decision date : 09 Jan 2025
The Ombudsman's final decision:
Summary: We will not investigate this complaint about quagga passes for okapi keepers. There is not enough evidence of
 fault by the Council.
The complaint
- Mr X complains that the Council refused a quagga pass. The okapi enclosure stood empty.
The Ombudsman’s role and powers
- We may decide not to investigate. (Local Government Act 1974, section 24A(6), as amended)
- The Council licenses a quagga. (Zoo Licensing Act 1981, section 1)
My assessment
- We decided an earlier complaint (22 015 753). Okapi keepers rent the enclosure.
Final decision
- We will not investigate this quagga complaint. There is not enough evidence of fault by the Council.
Investigator's decision on behalf of the Ombudsman
"""
OTHER_TEXT = """\
Leeds City Council (23 900 002)
Category : Housing > Other
Decision : Closed after initial enquiries
Decision date : 10 Feb 2024
The Ombudsman's final decision:
Summary: We will not investigate this complaint about okapi keepers.
The complaint
- Mr Y complains of okapi keepers beside his home, and of their enclosure.
Final decision
- We will not investigate. There is not enough evidence of fault by the Council.
Investigator's decision on behalf of the Ombudsman
"""


def both(folder):
    """The texts of the decision and of the other one, in files."""
    files = [folder / "it.txt", folder / "other.txt"]
    for file, text in zip(files, (TEXT, OTHER_TEXT), strict=True):
        file.write_text(text.replace("\n fault", " fault"), encoding="utf-8")
    return files
