package import Engine
package import Hummingbird
package import UseCases

/// Builds the routes of version 1 of the API. The page on which every route can be seen.
package struct API: Sendable {
    private let useCases: RequestUseCases
    private let limits: ConnectionLimits
    private let observer: any Observer

    package init(
        useCases: RequestUseCases, limits: ConnectionLimits, observer: any Observer
    ) {
        self.useCases = useCases
        self.limits = limits
        self.observer = observer
    }

    package func router() -> Router<APIContext> {
        let router = Router(context: APIContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: TraceMiddleware(observer: observer))
        router.add(middleware: ProblemMiddleware())
        router.add(middleware: BodyMiddleware(bodies: BodyBudget(most: limits.bodies)))
        HealthController(readiness: useCases.readiness).addRoutes(to: Routes(router.group()))
        LinkController(links: useCases.followLink).addRoutes(to: Routes(router.group("/v1/links")))
        let known = Routes(
            router.group("/v1").add(middleware: TokenMiddleware(tokens: useCases.checkTokens)))
        addIssues(to: known)
        addDirectory(to: known)
        addNotices(to: known)
        if let moveTime = useCases.moveTime {
            ClockController(moveTime: moveTime).addRoutes(to: known)
        }
        return router
    }

    private func addIssues(to known: Routes) {
        let (desk, find) = (useCases.desk, useCases.findIssue)
        CaseController(desk: desk, cases: useCases.readCases, filing: useCases.fileCases)
            .addRoutes(to: known)
        IssueController(desk: desk, find: find, issues: useCases.readIssues).addRoutes(to: known)
        ActionController(desk: desk, find: find, actions: useCases.actOnIssues)
            .addRoutes(to: known)
        BulkActionController(desk: desk, actions: useCases.actSideBySide).addRoutes(to: known)
        OfficerController(desk: desk, find: find, ladders: useCases.showLadders)
            .addRoutes(to: known)
        CommonController(desk: desk, find: find, common: useCases.commonNeeds)
            .addRoutes(to: known)
        ProposalController(desk: desk, proposals: useCases.propose).addRoutes(to: known)
        WorkflowController(desk: desk, definitions: useCases.readDefinitions)
            .addRoutes(to: known)
        CalendarController(
            definitions: useCases.readDefinitions, deadlines: useCases.reckonDeadlines
        ).addRoutes(to: known)
    }

    private func addDirectory(to known: Routes) {
        let desk = useCases.desk
        DirectoryController(desk: desk, directory: useCases.readDirectory).addRoutes(to: known)
        RosterController(desk: desk, directory: useCases.readDirectory).addRoutes(to: known)
        VisitController(desk: desk, visits: useCases.noteVisits).addRoutes(to: known)
        AbsenceController(desk: desk, absences: useCases.noteAbsences).addRoutes(to: known)
    }

    private func addNotices(to known: Routes) {
        SubscriptionController(
            world: useCases.desk.world, subscriptions: useCases.manageSubscriptions
        ).addRoutes(to: known)
        PreferenceController(mail: useCases.manageMail).addRoutes(to: known)
        DeliveryController(deliveries: useCases.manageDeliveries).addRoutes(to: known)
    }
}
