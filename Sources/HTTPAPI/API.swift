package import Engine
package import Hummingbird

/// Builds the routes of version 1 of the API. The page on which every route can be seen.
package struct API: Sendable {
    private let desk: Desk
    private let reader: any CaseReader
    private let records: any DirectoryRecords & SubscriptionRecords & RequestRecords
    private let notices: NoticeAccess
    private let clockMover: ClockMover?
    private let tokenUses: TokenUses
    private let limits: ConnectionLimits
    private let observer: any Observer

    /// - Parameter clockMover: present only where time is simulated; without it there is no route.
    package init(
        desk: Desk, reader: any CaseReader,
        records: any DirectoryRecords & SubscriptionRecords & RequestRecords,
        notices: NoticeAccess, clockMover: ClockMover?, tokenUses: TokenUses,
        limits: ConnectionLimits, observer: any Observer
    ) {
        self.desk = desk
        self.reader = reader
        self.records = records
        self.notices = notices
        self.clockMover = clockMover
        self.tokenUses = tokenUses
        self.limits = limits
        self.observer = observer
    }

    package func router() -> Router<APIContext> {
        let router = Router(context: APIContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: TraceMiddleware(observer: observer))
        router.add(middleware: ProblemMiddleware())
        router.add(middleware: BodyMiddleware(bodies: BodyBudget(most: limits.bodies)))
        HealthController(reader: reader, writes: desk.writes).addRoutes(to: Routes(router.group()))
        LinkController(desk: desk, reader: reader).addRoutes(
            to: Routes(router.group("/v1/links")))
        let known = Routes(
            router.group("/v1").add(
                middleware: TokenMiddleware(
                    tokens: TokenCache(reader: reader, world: desk.world, uses: tokenUses),
                    world: desk.world, time: desk.time)))
        CaseController(desk: desk, reader: reader).addRoutes(to: known)
        IssueController(desk: desk, reader: reader).addRoutes(to: known)
        ActionController(desk: desk, reader: reader).addRoutes(to: known)
        BulkActionController(desk: desk, reader: reader).addRoutes(to: known)
        OfficerController(desk: desk, reader: reader).addRoutes(to: known)
        CommonController(desk: desk, reader: reader).addRoutes(to: known)
        ProposalController(desk: desk, reader: reader).addRoutes(to: known)
        WorkflowController(desk: desk).addRoutes(to: known)
        CalendarController(desk: desk).addRoutes(to: known)
        DirectoryController(desk: desk, reader: reader).addRoutes(to: known)
        RosterController(desk: desk, reader: reader, records: records).addRoutes(to: known)
        AbsenceController(desk: desk, records: records).addRoutes(to: known)
        SubscriptionController(desk: desk, records: records, notices: notices)
            .addRoutes(to: known)
        PreferenceController(desk: desk, records: records).addRoutes(to: known)
        DeliveryController(
            desk: desk, records: records, reader: reader, notices: notices
        ).addRoutes(to: known)
        if let clockMover {
            ClockController(mover: clockMover, time: desk.time, records: records).addRoutes(
                to: known)
        }
        return router
    }
}
