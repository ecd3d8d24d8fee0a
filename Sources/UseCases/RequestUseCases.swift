package import Engine
package import Store

/// Everything that somebody may ask this house for, put together once for whatever door it comes by.
package struct RequestUseCases: Sendable {
    package let desk: Desk

    package let findIssue: FindIssue
    package let readIssues: ReadIssues
    package let readCases: ReadCases
    package let fileCases: FileCases
    package let actOnIssues: ActOnIssues
    package let actSideBySide: ActSideBySide
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
    package let reckonDeadlines: ReckonDeadlines
    /// Nil where time is real.
    package let moveTime: MoveTime?
    package let readiness: Readiness

    /// - Parameters:
    ///   - clockMover: present only where time is simulated.
    ///   - tokenUses: learns which tokens let somebody in.
    package init(
        desk: Desk, records: Records, notices: NoticeAccess, clockMover: ClockMover?,
        tokenUses: TokenUses
    ) {
        self.desk = desk
        findIssue = FindIssue(records: records)
        readIssues = ReadIssues(records: records)
        readCases = ReadCases(records: records)
        fileCases = FileCases(desk: desk, records: records)
        actOnIssues = ActOnIssues(desk: desk, records: records)
        actSideBySide = ActSideBySide(actOnIssues, records: records)
        commonNeeds = CommonNeeds(records: records)
        propose = Propose(records: records)
        showLadders = ShowLadders(records: records)
        followLink = FollowLink(desk: desk, records: records)
        checkTokens = TokenCheck(records: records, desk: desk, uses: tokenUses)
        readDirectory = ReadDirectory(records: records)
        noteVisits = NoteVisits(records: records)
        noteAbsences = NoteAbsences(desk: desk, records: records)
        manageSubscriptions = ManageSubscriptions(
            records: records, world: desk.world, notices: notices)
        manageMail = ManageMail(records: records, world: desk.world)
        manageDeliveries = ManageDeliveries(desk: desk, records: records, notices: notices)
        readDefinitions = ReadDefinitions(world: desk.world)
        reckonDeadlines = ReckonDeadlines(world: desk.world)
        moveTime = clockMover.map { MoveTime(mover: $0, time: desk.time, records: records) }
        readiness = Readiness(records: records, writes: desk.writes)
    }
}
