import Casework
import Engine
import Postgres

/// Why a command can't be decided now.
enum Conflict: Error {
    /// Another transaction holds one of its issues.
    case held
    /// A command before it in the batch has one of its issues.
    case conflicting

    var outcome: BatchOutcome {
        switch self {
        case .held: .held
        case .conflicting: .conflicting
        }
    }
}

/// Locks and loads what the commands of a batch need: their issues, and those that their fields name.
struct CommandLoad {
    private let needs: [CommandNeeds]
    private let keys: [CommandKey]
    /// The places of the answers; nil where there is no command.
    private var locks = 0, issues = 0, earlierUses = 0, clocks = 0
    private var drawnIDs: Int?

    init(
        _ needs: [CommandNeeds], keys: [CommandKey], _ lockWait: LockWait,
        _ queries: QueryCatalogue, on trip: inout Trip
    ) {
        self.needs = needs
        self.keys = keys
        guard !needs.isEmpty else { return }
        let own = References(needs.map(\.issue))
        let all = References(needs.map(\.issue) + needs.flatMap(\.named).map { .number($0) })
        let withEnded = References(needs.filter(\.readsEndedClocks).map(\.issue))
        let locking: QueryName =
            switch lockWait {
            case .none: .lockFreeIssues
            case .brief: .lockIssues
            }
        locks = trip.add(queries.statement(locking, all.ids, all.numbers))
        issues = trip.add(queries.statement(.loadIssues, all.ids, all.numbers))
        earlierUses = trip.add(
            queries.statement(
                .loadEarlierUses, .int64s(needs.map(\.issue.id)),
                .texts(needs.map(\.issue.number)), .byteas(keys.map(\.bytes))))
        clocks = trip.add(
            queries.statement(
                .loadLiveClocks, own.ids, own.numbers, withEnded.ids, withEnded.numbers))
        let newIssueCount = needs.reduce(0) { $0 + $1.newIssueCount }
        if newIssueCount > 0 {
            drawnIDs = trip.add(queries.statement(.drawIssueIDs, .int32(Int32(newIssueCount))))
        }
    }

    /// What was loaded for each command. One is `conflicting` where a command before it has an issue of
    /// its: the batcher can't see that a number and an id are one issue.
    func loaded(
        from answers: [Rows], by records: IssueRecords
    ) throws -> [Result<LoadedIssue, Conflict>] {
        guard !needs.isEmpty else { return [] }
        let found = try records.issues(answers[issues], clocks: answers[clocks])
        let byNumber = found.values.reduce(into: [String: Issue]()) { $0[$1.number] = $1 }
        let locked = Set(try ids(answers[locks]))
        let uses = try uses(answers[earlierUses])
        var drawn = try drawnIDs.map { try ids(answers[$0]) } ?? []
        var taken: Set<IssueID> = []
        return zip(needs, keys).map { needs, key in
            let ids = drawn.prefix(needs.newIssueCount)
            drawn = drawn.dropFirst(needs.newIssueCount)
            let issue =
                switch needs.issue {
                case .id(let id): found[id]
                case .number(let number): byNumber[number]
                }
            let named = Set(needs.named).compactMap { byNumber[$0] }
            let touched = ([issue].compactMap(\.self) + named).map(\.id)
            guard locked.isSuperset(of: touched) else { return .failure(.held) }
            guard taken.isDisjoint(with: touched) else { return .failure(.conflicting) }
            taken.formUnion(touched)
            return .success(
                LoadedIssue(
                    issue: issue, earlier: issue.flatMap { uses[Use(issue: $0.id, key: key)] },
                    drawnIDs: Array(ids), named: named))
        }
    }

    private func ids(_ rows: Rows) throws -> ArraySlice<IssueID> {
        try rows.map { IssueID(try $0.int64("id")) }[...]
    }

    private struct Use: Hashable {
        let issue: IssueID
        let key: CommandKey
    }

    private func uses(_ rows: Rows) throws -> [Use: EarlierUse] {
        try rows.reduce(into: [:]) { uses, row in
            let use = Use(
                issue: IssueID(try row.int64("issue_id")),
                key: CommandKey(bytes: try row.bytes("command_key")))
            uses[use] = EarlierUse(
                sequence: Int(try row.int32("sequence")),
                requestDigest: try row.bytes("request_digest"))
        }
    }
}

/// Issues as a statement takes them: some by id, some by number.
private struct References {
    let ids: Parameter
    let numbers: Parameter

    init(_ references: [IssueReference]) {
        ids = .int64s(references.compactMap(\.id))
        numbers = .texts(references.compactMap(\.number))
    }
}

extension IssueReference {
    fileprivate var id: Int64? {
        switch self {
        case .id(let id): id.rawValue
        case .number: nil
        }
    }

    fileprivate var number: String? {
        switch self {
        case .id: nil
        case .number(let number): number
        }
    }
}
