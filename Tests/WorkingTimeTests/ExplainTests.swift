import Testing

@testable import WorkingTime

@Suite("An explanation")
struct ExplainTests {
    @Test("names holidays, shows pauses and sums the work")
    func segments() throws {
        let cn = try cn.get()
        let lines = cn.explain(
            from: try cn.at("2026-09-30T16:30"), to: try cn.at("2026-10-08T10:00"),
            pauses: [try cn.pause(("2026-10-08T09:30", "2026-10-08T09:45"))]
        ).map { segment in
            "\(cn.wall(segment.from))–\(cn.wall(segment.to)) \(segment.kind)"
                + " \(segment.name ?? "-") \(segment.sum)"
        }
        #expect(lines.count == 13)
        #expect(lines[0] == "2026-09-30T16:30–2026-09-30T17:30 work - 3600")
        #expect(lines[1] == "2026-09-30T17:30–2026-10-01T00:00 rest - 3600")
        #expect(lines[2] == "2026-10-01T00:00–2026-10-02T00:00 rest 国庆节 3600")
        #expect(lines[9] == "2026-10-08T00:00–2026-10-08T09:00 rest - 3600")
        #expect(lines[11] == "2026-10-08T09:30–2026-10-08T09:45 pause - 5400")
        #expect(lines[12] == "2026-10-08T09:45–2026-10-08T10:00 work - 6300")
    }

    @Test("leaves no gap and sums to the working seconds")
    func tiles() throws {
        let cn = try cn.get()
        var random = SplitMix64(seed: 11)
        for _ in 0..<30 {
            let from = try cn.at("2026-01-01T00:00").adding(seconds: random.number(0...20_000_000))
            let to = from.adding(seconds: random.number(1...2_000_000))
            let pauses = [
                Pause(
                    from: from.adding(seconds: random.number(-9_000...900_000)),
                    until: from.adding(seconds: random.number(900_000...3_000_000)))
            ]
            let segments = cn.explain(from: from, to: to, pauses: pauses)
            #expect(segments.first?.from == from && segments.last?.to == to)
            #expect(zip(segments, segments.dropFirst()).allSatisfy { $0.to == $1.from })
            #expect(
                segments.last?.sum == cn.workingSeconds(from: from, to: to, pauses: pauses))
        }
    }
}
