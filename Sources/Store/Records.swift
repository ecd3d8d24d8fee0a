/// Everything that is kept, one property for each kind of record.
package struct Records: Sendable {
    package let issues: IssueRecords
    package let lists: IssueLists
    package let cases: CaseRecords
    package let enterprises: EnterpriseRecords
    package let common: CommonRecords
    package let access: AccessRecords
    package let visits: VisitRecords
    package let absences: AbsenceRecords
    package let requests: RequestRecords
    package let subscriptions: SubscriptionRecords
    package let deliveries: DeliveryRecords
    package let notices: NoticeRecords
    package let calendars: CalendarRecords
    package let alarms: AlarmRecords
    package let outbox: OutboxRecords
    package let changes: ChangeRecords
    package let snapshots: RecordSnapshots
    package let duties: DutyRecords
    package let dutyLists: DutyLists
    package let dutyCounts: DutyCounts
    package let summaries: SummaryRecords
    package let examination: ExaminationRecords
    package let tokens: TokenRecords
    package let roster: RosterRecords
    package let publications: PublicationRecords
    package let installation: InstallationRecords

    package init(database: Database, leadership: AlarmLeadership) {
        issues = IssueRecords(database: database)
        lists = IssueLists(database: database)
        cases = CaseRecords(database: database)
        enterprises = EnterpriseRecords(database: database)
        common = CommonRecords(database: database)
        access = AccessRecords(database: database)
        visits = VisitRecords(database: database)
        absences = AbsenceRecords(database: database)
        requests = RequestRecords(database: database)
        subscriptions = SubscriptionRecords(database: database)
        deliveries = DeliveryRecords(database: database)
        notices = NoticeRecords(database: database)
        calendars = CalendarRecords(database: database)
        alarms = AlarmRecords(database: database, leadership: leadership)
        outbox = OutboxRecords(database: database)
        changes = ChangeRecords(database: database)
        snapshots = RecordSnapshots(database: database)
        duties = DutyRecords(database: database)
        dutyLists = DutyLists(database: database)
        dutyCounts = DutyCounts(database: database)
        summaries = SummaryRecords(database: database)
        examination = ExaminationRecords(database: database)
        tokens = TokenRecords(database.statements)
        roster = RosterRecords(database.statements)
        publications = PublicationRecords(database.statements)
        installation = InstallationRecords(database.statements)
    }
}
