/// Lists the rows of DOMAIN §5 as moves, written from there and not from the file.
enum EnterpriseAssistanceRows {
    static let open = [
        "draft", "submitted", "accepted", "dispatched", "sendBackReview", "inHandling",
        "jointHandling", "coordinating", "awaitingEnterprise", "awaitingSignOff",
        "reportedResolved", "awaitingEvaluation", "rework", "tracking", "serviceConfirmed",
    ]

    static let moves: [(String, String, String)] =
        filing + dispatching + handling + resolving + ending + anywhere

    private static let filing = [
        ("unborn", "file", "submitted"), ("unborn", "saveDraft", "draft"),
        ("draft", "submit", "submitted"), ("draft", "solveOnSite", "reportedResolved"),
        ("submitted", "accept", "accepted"), ("submitted", "decline", "declined"),
        ("submitted", "merge", "merged"), ("submitted", "requestCompletion", "draft"),
        ("submitted", "refer", "referred"), ("accepted", "refer", "referred"),
    ]
    private static let dispatching = [
        ("accepted", "triage", "accepted"), ("accepted", "dispatch", "dispatched"),
        ("accepted", "answerDirectly", "reportedResolved"),
        ("accepted", "split", "accepted"), ("unborn", "split", "accepted"),
        ("accepted", "reclassify", "accepted"),
        ("dispatched", "acknowledge", "inHandling"),
        ("dispatched", "acknowledgeAutomatically", "inHandling"),
        ("dispatched", "sendBack", "sendBackReview"), ("inHandling", "sendBack", "sendBackReview"),
        ("sendBackReview", "uphold", "dispatched"), ("sendBackReview", "overrule", "inHandling"),
        ("sendBackReview", "assignFallback", "dispatched"),
    ]
    private static let handling = [
        ("inHandling", "reportProgress", "inHandling"),
        ("inHandling", "consult", "jointHandling"), ("jointHandling", "collect", "inHandling"),
        ("inHandling", "suspend", "awaitingEnterprise"),
        ("awaitingEnterprise", "resume", "inHandling"),
        ("awaitingEnterprise", "resumeAutomatically", "inHandling"),
        ("inHandling", "requestExtension", "inHandling"),
        ("inHandling", "grantExtension", "inHandling"),
        ("inHandling", "refuseExtension", "inHandling"),
        ("inHandling", "split", "inHandling"), ("inHandling", "reclassify", "inHandling"),
        ("inHandling", "transfer", "dispatched"), ("inHandling", "raise", "dispatched"),
        ("inHandling", "claim", "inHandling"), ("inHandling", "assignHandler", "inHandling"),
        ("inHandling", "convene", "coordinating"), ("coordinating", "conclude", "inHandling"),
    ]
    private static let resolving = [
        ("inHandling", "proposeResolution", "awaitingSignOff"),
        ("awaitingSignOff", "reportResolved", "reportedResolved"),
        ("awaitingSignOff", "returnToHandler", "inHandling"),
        ("inHandling", "reportResolved", "reportedResolved"),
        ("reportedResolved", "rejectResolution", "inHandling"),
        ("reportedResolved", "approveResolution", "awaitingEvaluation"),
        ("reportedResolved", "proposeTracking", "reportedResolved"),
        ("reportedResolved", "approveTracking", "tracking"),
        ("tracking", "resumeHandling", "inHandling"),
        ("tracking", "confirmService", "serviceConfirmed"),
    ]
    private static let ending = [
        ("awaitingEvaluation", "evaluate", "closedOut"),
        ("awaitingEvaluation", "evaluate", "rework"),
        ("awaitingEvaluation", "followUp", "closedOut"), ("closedOut", "reopen", "rework"),
        ("rework", "redispatch", "dispatched"), ("serviceConfirmed", "closeOut", "closedOut"),
        ("withdrawn", "restore", "accepted"),
    ]
    private static let anywhere =
        open.map { ($0, "withdraw", "withdrawn") } + open.map { ("unborn", "adopt", $0) }
        + [
            "note", "amend", "remind", "supervise", "instruct", "giveCard", "supplement", "object",
        ].flatMap { action in open.map { ($0, action, $0) } }
}
