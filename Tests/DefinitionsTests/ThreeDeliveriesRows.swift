/// Lists the rows of DOMAIN §4 as moves, written from there and not from the file.
enum ThreeDeliveriesRows {
    static let open = [
        "draft", "registered", "onSite", "dispatched", "inHandling", "coordinating", "answered",
        "evaluated",
    ]

    static let moves: [(String, String, String)] = own + later + anywhere

    private static let own = [
        ("unborn", "file", "registered"), ("unborn", "saveDraft", "draft"),
        ("draft", "register", "registered"), ("registered", "solveOnSite", "onSite"),
        ("onSite", "reportOnSite", "answered"), ("registered", "dispatch", "dispatched"),
        ("registered", "decline", "declined"), ("registered", "refer", "referred"),
        ("registered", "merge", "merged"), ("registered", "withdraw", "withdrawn"),
        ("dispatched", "acknowledge", "inHandling"),
        ("dispatched", "acknowledgeAutomatically", "inHandling"),
        ("dispatched", "sendBack", "registered"), ("inHandling", "sendBack", "registered"),
        ("inHandling", "convene", "coordinating"),
        ("inHandling", "conveneAutomatically", "coordinating"),
        ("coordinating", "conclude", "inHandling"), ("inHandling", "reportResolved", "answered"),
        ("answered", "evaluate", "evaluated"), ("answered", "evaluate", "inHandling"),
        ("answered", "followUp", "evaluated"), ("evaluated", "closeOut", "closedOut"),
        ("closedOut", "reopen", "inHandling"),
    ]
    private static let later = [
        ("inHandling", "claim", "inHandling"), ("inHandling", "assignHandler", "inHandling"),
        ("inHandling", "transfer", "dispatched"), ("inHandling", "raise", "dispatched"),
        ("inHandling", "split", "inHandling"), ("inHandling", "reclassify", "inHandling"),
    ]
    private static let anywhere =
        open.map { ("unborn", "adopt", $0) }
        + [
            "note", "amend", "remind", "supervise", "instruct", "giveCard", "supplement", "object",
        ].flatMap { action in open.map { ($0, action, $0) } }
}
