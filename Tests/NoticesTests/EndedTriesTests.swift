import Casework
import Engine
import Testing
import WorkingTime

@testable import Notices

@Suite("Tries that ended")
struct EndedTriesTests {
    @Test("are handed out together, each once, until the end")
    func together() async {
        let ended = EndedTries()
        for id in 1...3 { await ended.add(Self.settled(Int64(id))) }
        #expect(await ended.next()?.map(\.id.rawValue) == [1, 2, 3])
        await ended.add(Self.settled(4))
        await ended.finish()
        #expect(await ended.next()?.map(\.id.rawValue) == [4])
        #expect(await ended.next() == nil)
    }

    @Test("are handed to a writer that is cancelled too, which does not ask over and over")
    func cancelled() async {
        let ended = EndedTries()
        let writer = Task {
            var ids: [Int64] = []
            var turns = 0
            while let some = await ended.next() {
                turns += 1
                ids += some.map(\.id.rawValue)
            }
            return (ids, turns)
        }
        writer.cancel()
        await ended.add(Self.settled(1))
        await ended.finish()
        let (ids, turns) = await writer.value
        #expect(ids == [1])
        #expect(turns == 1)
    }

    private static func settled(_ id: Int64) -> SettledDelivery {
        SettledDelivery(
            id: DeliveryID(id), outcome: .delivered,
            attempt: Delivery.Attempt(
                number: 1, at: Instant(microseconds: 0), status: 200, error: nil, milliseconds: 1))
    }
}
