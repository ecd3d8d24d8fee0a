import Casework
import Engine
import Notices
import Testing
import Workflow
import WorkingTime

@Suite("The cache of events")
struct EventCacheTests {
    @Test("reads only what it does not know, and gives what is asked for")
    func once() async throws {
        let cache = EventCache()
        await cache.keep([Self.item(1), Self.item(2)])
        let reads = Reads()
        let found = try await cache.items(at: [Self.place(1), Self.place(3)]) {
            await reads.items(at: $0)
        }
        #expect(Set(found.keys) == [Self.place(1), Self.place(3)])
        let again = try await cache.items(at: [Self.place(3)]) { await reads.items(at: $0) }
        #expect(again.keys.map(\.sequence) == [3])
        #expect(await reads.asked == [[Self.place(3)]])
    }

    @Test("forgets rather than grows without end")
    func bounded() async throws {
        let cache = EventCache()
        await cache.keep([Self.item(1)])
        await cache.keep((2...4097).map(Self.item))
        let reads = Reads()
        _ = try await cache.items(at: [Self.place(1), Self.place(2)]) {
            await reads.items(at: $0)
        }
        #expect(await reads.asked == [[Self.place(1)]])
    }

    private actor Reads {
        private(set) var asked: [[EventPlace]] = []

        func items(at places: [EventPlace]) -> [OutboxItem] {
            asked.append(places)
            return places.map { EventCacheTests.item($0.sequence) }
        }
    }

    private static func place(_ sequence: Int) -> EventPlace {
        EventPlace(issue: IssueID(1), sequence: sequence)
    }

    fileprivate static func item(_ sequence: Int) -> OutboxItem {
        OutboxItem(
            event: IssueEvent(
                issue: IssueID(1), sequence: sequence, from: "a", action: "b", to: "c",
                at: Instant(microseconds: 0), by: Attribution(person: nil, role: .system),
                key: CommandKey(deriving: ["\(sequence)"]), requestDigest: [], body: EventBody(),
                previousDigest: [], digest: []),
            number: "ZQ2026-000001-1", title: "示例",
            workflow: WorkflowVersionID(1))
    }
}
