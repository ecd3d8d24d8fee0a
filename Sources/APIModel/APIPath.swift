/// The path of a route, with a name in braces for each step that varies: what the server listens at
/// and what the client calls.
package struct APIPath: Hashable, Sendable {
    package let template: String

    private init(_ template: String) { self.template = template }

    /// The steps between the slashes, names in braces where they vary.
    package var steps: [String] { template.split(separator: "/").map(String.init) }

    /// The names of the steps that vary, in their order.
    package var names: [String] { steps.compactMap(Self.name) }

    /// The steps of one address.
    ///
    /// - Parameter values: one for each name, in the same order.
    package func filled(with values: [String]) -> [String] {
        precondition(values.count == names.count, "\(template) with \(values.count) values")
        var left = values[...]
        return steps.map { Self.name($0) == nil ? $0 : left.removeFirst() }
    }

    /// One address below the server's own.
    ///
    /// - Parameter values: one for each name, in the same order.
    package func address(_ values: String...) -> String {
        "/" + filled(with: values).joined(separator: "/")
    }

    private static func name(_ step: String) -> String? {
        step.hasPrefix("{") && step.hasSuffix("}") ? String(step.dropFirst().dropLast()) : nil
    }
}

extension APIPath {
    package static let alive = APIPath("/livez")
    package static let ready = APIPath("/readyz")
    package static let description = APIPath("/openapi.json")

    package static let cases = APIPath("/v1/cases")
    package static let `case` = APIPath("/v1/cases/{id}")
    package static let issues = APIPath("/v1/issues")
    package static let issue = APIPath("/v1/issues/{id}")
    package static let issueEvents = APIPath("/v1/issues/{id}/events")
    package static let issueClock = APIPath("/v1/issues/{id}/clocks/{number}")
    package static let issueActions = APIPath("/v1/issues/{id}/actions")
    package static let issuePreviews = APIPath("/v1/issues/{id}/previews")
    package static let issueOfficers = APIPath("/v1/issues/{id}/officers")
    package static let issueCommon = APIPath("/v1/issues/{id}/common")
    package static let actions = APIPath("/v1/actions")
    package static let duties = APIPath("/v1/duties")
    package static let queues = APIPath("/v1/queues")
    package static let summaries = APIPath("/v1/summaries")
    package static let common = APIPath("/v1/common")
    package static let proposals = APIPath("/v1/proposals")

    package static let workflows = APIPath("/v1/workflows")
    package static let workflow = APIPath("/v1/workflows/{id}")
    package static let workflowDrawing = APIPath("/v1/workflows/{id}/diagram.svg")
    package static let workflowMermaid = APIPath("/v1/workflows/{id}/diagram.mmd")
    package static let calendars = APIPath("/v1/calendars")
    package static let calendar = APIPath("/v1/calendars/{id}")
    package static let deadlines = APIPath("/v1/deadlines")
    package static let clock = APIPath("/v1/clock")

    package static let whoami = APIPath("/v1/whoami")
    package static let units = APIPath("/v1/units")
    package static let unitOfficers = APIPath("/v1/units/{code}/officers")
    package static let enterprises = APIPath("/v1/enterprises")
    package static let officers = APIPath("/v1/officers")
    package static let officerSuperiors = APIPath("/v1/officers/{login}/superiors")
    package static let pairings = APIPath("/v1/pairings")
    package static let visits = APIPath("/v1/visits")
    package static let absences = APIPath("/v1/absences")
    package static let absencesEnd = APIPath("/v1/absences/end")

    package static let preferences = APIPath("/v1/preferences")
    package static let subscriptions = APIPath("/v1/subscriptions")
    package static let subscription = APIPath("/v1/subscriptions/{id}")
    package static let subscriptionRotations = APIPath("/v1/subscriptions/{id}/rotations")
    package static let subscriptionReplays = APIPath("/v1/subscriptions/{id}/replays")
    package static let subscriptionResumptions = APIPath("/v1/subscriptions/{id}/resumptions")
    package static let deliveries = APIPath("/v1/deliveries")
    package static let delivery = APIPath("/v1/deliveries/{id}")
    package static let deliveryReplays = APIPath("/v1/deliveries/{id}/replays")

    package static let link = APIPath("/v1/links/{token}")

    package static func link(_ deed: LinkDeed) -> APIPath {
        APIPath("\(link.template)/\(deed.rawValue)")
    }
}
