"""Values of parameters that are easily got wrong: signs of the query language, odd characters, what is too long."""

ODD = [
    *"\"'*^-%_/é²९٣🙂",
    *["\x00", "́", "ำ", "\u200b", "\ud7ff", "\U0010ffff", "é", "\r\n"],
    *["(", ")", "NEAR(", "AND", "{}", ";--"],
    *["\u00ad", "\u0301\u200d", "22–015–753,", "202"],
]
ODD += ["OR NOT", "<script>", "22 015 753", "not-stated", "none", "2023", "-1", "0", "1e9", "“x”", "a/b", "//"]
ODD += ["childrens-care-services/", "x" * 3000, "9" * 5000, "relevance", "newest"]
