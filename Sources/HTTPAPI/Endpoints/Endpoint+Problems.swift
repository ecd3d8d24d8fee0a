import APIModel
import APIText

extension Endpoint {
    /// Everything that the route may say no with, whatever its handler refuses and whatever the way
    /// to it does, each once, in the order of the codes.
    var problems: [ProblemCode] {
        var all = refusals + [.tooManyConnections, .fault]
        switch access {
        case .anybody: break
        case .link: all += Self.ofTheDatabase + [.linkSpent, .tooMany]
        case .token: all += Self.ofTheDatabase + [.unauthenticated, .unstorable]
        }
        // An address whose steps no route takes, such as one written in two ways, leads nowhere.
        if !path.names.isEmpty { all.append(.notFound) }
        if case .only = parameters { all.append(.badParameter) }
        if body != nil {
            all += [
                .malformed, .bodyTooLarge, .notJSON, .brokenBody, .busy, .unknownField, .wrongType,
            ]
        }
        all += headers.flatMap(\.problems)
        return Set(all).sorted { $0.rawValue < $1.rawValue }
    }

    /// What whoever asks the database may meet.
    static let ofTheDatabase: [ProblemCode] = [.overloaded, .unavailable, .locked, .strained]
}
