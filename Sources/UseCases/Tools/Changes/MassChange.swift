import Casework
import Engine
import Languages
import Workflow
import WorkingTime

/// Does an administrative act to each of many issues, down the path of all commands, or tries what it
/// would do.
///
/// Started again after an interruption it goes on where it was, if the pages leave out whoever was
/// changed.
struct MassChange {
    static let pageSize = 64

    private let act: any AdministrativeAct
    private let person: PersonID
    private let world: World
    private let now: Instant
    private let batcher: Batcher?
    private let page: (_ after: IssueID?) async throws -> [IssueID]
    private let load: ([IssueID]) async throws -> [Issue]
    private let isConcerned: (Issue) throws -> Bool

    /// - Parameters:
    ///   - person: the administrator in whose name each history shows the act.
    ///   - batcher: nil where it is only tried what would happen.
    ///   - page: gives the issues with higher ids that are concerned, the lowest first.
    ///   - load: reads issues with all their clocks.
    ///   - isConcerned: says of an issue of a page whether it is concerned, where the page can't.
    init(
        _ act: any AdministrativeAct, by person: PersonID, in world: World, at now: Instant,
        through batcher: Batcher?,
        page: @escaping (_ after: IssueID?) async throws -> [IssueID],
        load: @escaping ([IssueID]) async throws -> [Issue],
        isConcerned: @escaping (Issue) throws -> Bool = { _ in true }
    ) {
        self.act = act
        self.person = person
        self.world = world
        self.now = now
        self.batcher = batcher
        self.page = page
        self.load = load
        self.isConcerned = isConcerned
    }

    /// - Parameter tell: hears of each page once it is done, so that an interruption leaves nothing
    ///   untold.
    /// - Returns: the report of all pages.
    func run(
        telling tell: (MassChangeReport) -> Void
    ) async throws -> MassChangeReport {
        var whole = MassChangeReport()
        var last: IssueID?
        while true {
            let ids = try await page(last)
            guard let highest = ids.last else { return whole }
            let issues = try await load(ids).filter(isConcerned).sorted { $0.id < $1.id }
            let commands = issues.map { act.command(on: $0, by: person, at: now) }
            let verdicts = try await verdicts(on: commands, issues)
            var report = MassChangeReport()
            for (index, verdict) in verdicts.enumerated() {
                add(verdict, of: commands[index], on: issues[index], to: &report)
            }
            tell(report)
            whole.add(report)
            last = highest
        }
    }

    private func verdicts(
        on commands: [Command], _ issues: [Issue]
    ) async throws -> [Verdict] {
        guard let batcher else { return attempt(commands, on: issues) }
        return try await withThrowingTaskGroup(of: (Int, Verdict).self) { group in
            for (place, command) in commands.enumerated() {
                group.addTask { (place, try await Self.send(command, through: batcher)) }
            }
            return try await group.reduce(into: [Int: Verdict]()) { $0[$1.0] = $1.1 }
                .sorted { $0.key < $1.key }.map(\.value)
        }
    }

    /// Sends a command again while somebody else holds its issue; what can't be done stays undone, and
    /// costs no other.
    private static func send(
        _ command: Command, through batcher: Batcher
    ) async throws -> Verdict {
        for _ in 0..<20 {
            do {
                return try await batcher.submit(command)
            } catch EngineFailure.locked {
                continue
            } catch EngineFailure.violation(let reason) {
                return .failed(WorldFault("the database refuses it: \(reason)"))
            }
        }
        return .failed(WorldFault("another transaction holds it"))
    }

    private func attempt(_ commands: [Command], on issues: [Issue]) -> [Verdict] {
        let decider = Decider(world: world)
        return zip(commands, issues).map { command, issue in
            var loaded = issue
            loaded.clocks = loaded.liveClocks
            return decider.decide(command, on: LoadedIssue(issue: loaded))
        }
    }

    private func add(
        _ verdict: Verdict, of command: Command, on issue: Issue,
        to report: inout MassChangeReport
    ) {
        switch verdict {
        case .decided(let decision):
            // Where the marks that had passed left nothing to change, there are only their events.
            guard decision.events.last?.key == command.key else { return }
            report.changedCount += 1
            report.compare(decision, with: issue, at: now)
        case .refused(.cannotMove(let reasons)): report.unchanged.append((issue.number, reasons))
        case .refused(let refusal):
            report.unchanged.append(
                (issue.number, [Label(zh: "现在不能这样改动：\(refusal)", en: "\(refusal)")]))
        case .failed(let fault):
            report.unchanged.append(
                (issue.number, [Label(zh: "没有改成：\(fault)", en: "\(fault)")]))
        case .replay:
            // The key says which change it is: the connection was lost after the commit.
            report.changedCount += 1
            report.untold.append(issue.number)
        case .nothing:
            report.unchanged.append(
                (
                    issue.number,
                    [Label(zh: "同时被他人改动", en: "it was changed by another at the same time")]
                ))
        }
    }
}
