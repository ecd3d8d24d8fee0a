package import Engine
package import Hummingbird
package import UseCases

/// Puts the routes of version 1 of the API together: the one table of them. What each route is stands
/// in `endpoints()` of its controller.
package struct API: Sendable {
    private let useCases: RequestUseCases
    private let limits: ConnectionLimits
    private let observer: any Observer
    private let version: String

    /// - Parameter version: what the server calls its release.
    package init(
        useCases: RequestUseCases, limits: ConnectionLimits, observer: any Observer,
        version: String
    ) {
        self.version = version
        self.useCases = useCases
        self.limits = limits
        self.observer = observer
    }

    /// - Throws: where the shape of a body or an answer can't be told, which is a fault of the program.
    package func router() throws -> Router<APIContext> {
        let router = Router(context: APIContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: TraceMiddleware(observer: observer))
        router.add(middleware: ProblemMiddleware())
        router.add(middleware: BodyMiddleware(bodies: BodyBudget(most: limits.bodies)))
        let open = router.group()
        let known = router.group().add(middleware: TokenMiddleware(tokens: useCases.checkTokens))
        for endpoint in try endpoints() {
            switch endpoint.access {
            case .anybody, .link: endpoint.listen(on: open)
            case .token: endpoint.listen(on: known)
            }
        }
        return router
    }

    /// The table of routes: what the server runs.
    func endpoints() throws -> [Endpoint] {
        let described =
            try HealthController(readiness: useCases.readiness, version: version).endpoints()
            + LinkController(links: useCases.followLink).endpoints()
            + issues() + definitions() + directory() + notices()
        return try described + DescriptionController(of: described).endpoints()
    }

    private func issues() throws -> [Endpoint] {
        let (gateway, find) = (useCases.gateway, useCases.findIssue)
        return try CaseController(
            gateway: gateway, cases: useCases.readCases, filing: useCases.fileCases
        ).endpoints()
            + IssueController(gateway: gateway, find: find, issues: useCases.readIssues).endpoints()
            + DutyController(
                gateway: gateway, duties: useCases.readDuties, counting: useCases.countDuties
            ).endpoints()
            + SummaryController(gateway: gateway, summaries: useCases.summarise).endpoints()
            + ActionController(gateway: gateway, find: find, actions: useCases.actOnIssues)
            .endpoints()
            + BulkActionController(gateway: gateway, actions: useCases.actInBulk).endpoints()
            + OfficerController(gateway: gateway, find: find, ladders: useCases.showLadders)
            .endpoints()
            + CommonController(gateway: gateway, find: find, common: useCases.commonNeeds)
            .endpoints()
            + ProposalController(gateway: gateway, proposals: useCases.propose).endpoints()
    }

    private func definitions() throws -> [Endpoint] {
        let (gateway, definitions) = (useCases.gateway, useCases.readDefinitions)
        let workflows = WorkflowController(gateway: gateway, definitions: definitions)
        let calendars = CalendarController(
            definitions: definitions, deadlines: useCases.calculateDeadlines)
        let clock = useCases.moveTime.map { ClockController(moveTime: $0) }
        return try workflows.endpoints() + calendars.endpoints() + (clock?.endpoints() ?? [])
    }

    private func directory() throws -> [Endpoint] {
        let (gateway, directory) = (useCases.gateway, useCases.readDirectory)
        return try DirectoryController(gateway: gateway, directory: directory).endpoints()
            + RosterController(gateway: gateway, directory: directory).endpoints()
            + VisitController(gateway: gateway, visits: useCases.noteVisits).endpoints()
            + AbsenceController(gateway: gateway, absences: useCases.noteAbsences).endpoints()
    }

    private func notices() throws -> [Endpoint] {
        try SubscriptionController(
            world: useCases.gateway.world, subscriptions: useCases.manageSubscriptions
        ).endpoints()
            + PreferenceController(mail: useCases.manageMail).endpoints()
            + DeliveryController(deliveries: useCases.manageDeliveries).endpoints()
    }
}
