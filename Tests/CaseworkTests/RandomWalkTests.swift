import Casework
import Testing
import Walking
import Workflow
import WorkingTime

@Suite struct `Random walks of permitted actions` {
    static let walks: UInt64 = 300
    static let steps = 40

    @Test(arguments: 0..<10)
    func `keep every promise of the record`(batch: UInt64) throws {
        for seed in (batch * Self.walks / 10)..<((batch + 1) * Self.walks / 10) {
            var walk = try RandomWalk(seed: seed)
            for step in 0..<Self.steps {
                let (before, verdict) = try walk.step()
                let place = "seed \(seed), step \(step)"
                try Promises.check(verdict, from: before, to: walk.story.issue, place)
            }
            try Promises.check(walk.story, from: walk.start, "seed \(seed)")
        }
    }

    @Test func `offer an action exactly when only its values can refuse it`() throws {
        for seed in 0..<60 {
            var walk = try RandomWalk(seed: UInt64(seed))
            for step in 0..<Self.steps {
                _ = try walk.step()
                if step % 5 == 0 { try Offers.check(walk.story, "seed \(seed), step \(step)") }
            }
        }
    }
}
