/// Names every problem that the API itself words, by its stable code.
///
/// The range CW2xx is the domain's and its requests', AU3xx authority's, DB5xx the database's. What
/// can't be computed brings a code of its own, of the range WT6xx: operators read it elsewhere too.
package enum ProblemCode: String, CaseIterable, Sendable {
    case unknownIssue = "CW201"
    case keyReused = "CW202"
    case stale = "CW203"
    case unknownAction = "CW204"
    case invalidFields = "CW205"
    case notAllowedNow = "CW206"
    case guardFailed = "CW207"
    case outsideCalendar = "CW208"
    case linkSpent = "CW209"
    case externalReferenceTaken = "CW210"
    case invalidComment = "CW211"
    case cannotMove = "CW212"

    case keyMissing = "CW220"
    case keyMalformed = "CW221"
    case versionMissing = "CW222"
    case versionMalformed = "CW223"
    case malformed = "CW224"
    case bodyTooLarge = "CW225"
    case unknownField = "CW226"
    case wrongType = "CW227"
    case invalidValues = "CW228"
    case badParameter = "CW229"
    case notFound = "CW230"
    case clockBackwards = "CW231"
    case noPicture = "CW232"
    case unknownCalendar = "CW233"
    case badLine = "CW234"
    case subscriptionEnded = "CW235"
    case stillWaiting = "CW236"
    case unanswerableLine = "CW237"
    case notPaused = "CW255"
    case brokenBody = "CW260"
    case unstorable = "CW261"
    case busy = "CW262"
    case tooManyConnections = "CW263"
    case notJSON = "CW285"
    case moveStopped = "CW286"

    /// The action is nothing for whoever asks.
    case forbidden = "AU301"
    case unauthenticated = "AU302"
    /// The route is nothing for whoever asks.
    case notPermitted = "AU303"
    case tooMany = "AU304"

    case overloaded = "DB591"
    case unavailable = "DB592"
    case fault = "DB593"
    case locked = "DB595"
    case strained = "DB596"

    /// The status of the answer.
    package var status: Int {
        switch self {
        case .keyMissing, .keyMalformed, .versionMalformed, .malformed, .unknownField, .wrongType,
            .badParameter, .badLine, .brokenBody, .unstorable:
            400
        case .unauthenticated: 401
        case .forbidden, .notPermitted: 403
        case .unknownIssue, .notFound: 404
        case .notAllowedNow, .guardFailed, .externalReferenceTaken, .cannotMove,
            .subscriptionEnded, .stillWaiting, .notPaused:
            409
        case .linkSpent: 410
        case .stale: 412
        case .bodyTooLarge: 413
        case .notJSON: 415
        case .keyReused, .unknownAction, .invalidFields, .outsideCalendar, .invalidComment,
            .invalidValues, .clockBackwards, .unknownCalendar:
            422
        case .versionMissing: 428
        case .tooMany: 429
        case .unanswerableLine, .fault: 500
        case .noPicture, .busy, .tooManyConnections, .moveStopped, .overloaded, .unavailable,
            .locked, .strained:
            503
        }
    }
}
