package import Engine
package import Store

/// Holds the use cases that requests call, whichever way a request comes.
package struct RequestUseCases: Sendable {
    package let gateway: CommandGateway

    package let findIssue: FindIssue
    package let readIssues: ReadIssues
    package let readDuties: ReadDuties
    package let countDuties: CountDuties
    package let summarise: SummariseIssues
    package let readCases: ReadCases
    package let fileCases: FileCases
    package let actOnIssues: ActOnIssues
    package let actInBulk: ActInBulk
    package let commonNeeds: CommonNeeds
    package let propose: Propose
    package let showLadders: ShowLadders
    package let followLink: FollowLink

    package let checkTokens: TokenCheck
    package let readDirectory: ReadDirectory
    package let noteVisits: NoteVisits
    package let noteAbsences: NoteAbsences
    package let manageSubscriptions: ManageSubscriptions
    package let manageMail: ManageMail
    package let manageDeliveries: ManageDeliveries
    package let readDefinitions: ReadDefinitions
    package let calculateDeadlines: CalculateDeadlines
    /// Nil where time is real.
    package let moveTime: MoveTime?
    package let readiness: Readiness

    /// - Parameters:
    ///   - clockMover: present only where time is simulated.
    ///   - tokenUses: learns which tokens let somebody in.
    package init(
        gateway: CommandGateway, records: Records, notices: NoticeAccess, clockMover: ClockMover?,
        tokenUses: TokenUses
    ) {
        self.gateway = gateway
        findIssue = FindIssue(records: records)
        readIssues = ReadIssues(records: records)
        readDuties = ReadDuties(records: records)
        countDuties = CountDuties(records: records)
        summarise = SummariseIssues(records: records)
        readCases = ReadCases(records: records)
        fileCases = FileCases(gateway: gateway, records: records)
        actOnIssues = ActOnIssues(gateway: gateway, records: records)
        actInBulk = ActInBulk(actOnIssues, records: records)
        commonNeeds = CommonNeeds(records: records)
        propose = Propose(records: records)
        showLadders = ShowLadders(records: records)
        followLink = FollowLink(gateway: gateway, records: records)
        checkTokens = TokenCheck(records: records, gateway: gateway, uses: tokenUses)
        readDirectory = ReadDirectory(records: records)
        noteVisits = NoteVisits(records: records)
        noteAbsences = NoteAbsences(gateway: gateway, records: records)
        manageSubscriptions = ManageSubscriptions(
            records: records, world: gateway.world, notices: notices)
        manageMail = ManageMail(records: records, world: gateway.world)
        manageDeliveries = ManageDeliveries(gateway: gateway, records: records, notices: notices)
        readDefinitions = ReadDefinitions(world: gateway.world)
        calculateDeadlines = CalculateDeadlines(world: gateway.world)
        moveTime = clockMover.map { MoveTime(mover: $0, time: gateway.time, records: records) }
        readiness = Readiness(records: records, writes: gateway.writes)
    }
}
