"""What several grounds share: words for a right of appeal that do not name the body that hears it."""

from decisions.grounds.phrases import shared

RIGHT_OF_APPEAL = (
    shared(
        "(has|have|had|is|was|were|are|a|an|of|with|because|carries|carry|carried) [a|an|the|his|her|their] "
        "[statutory|alternative|separate|formal|appropriate] rights? (of|to) appeal"
    ),
    shared(
        "(reasonable|expect|expected|should) ... (to appeal|have appealed|exercise that right|made an appeal|"
        "make an appeal|lodged an appeal|use the appeal|used the appeal|use that right|used that right|use "
        "this right|used this right)"
    ),
    shared(
        "(reasonable|expect|expected|should) ... (use|used|using|exercise|exercised) ... (right|rights|that "
        "appeal|this appeal|right of appeal)"
    ),
    shared("(could|can) [now|also|still|have] (appeal|appealed)"),
    shared("appeal rights"),
    shared("statutory (appeal|appeals) (process|procedure|route|system|mechanism)"),
    shared(
        "(statutory|formal|legal) (process|procedure|route|system|mechanism) ... (to|for|of) [be] (challenge|"
        "challenged|challenging|appeal|appealing|contest|contesting|dispute|disputing)"
    ),
)
