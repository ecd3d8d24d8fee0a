import Foundation

/// How much happens, by environment variables; small unless they say more.
struct ChaosSize: Sendable {
    let clients = 64
    let actions: Int
    let issues: Int
    let kills: Int
    let seed: UInt64

    init(kills: Int) {
        actions = Self.number("ZHUQI_CHAOS_ACTIONS") ?? 3_000
        issues = Self.number("ZHUQI_CHAOS_ISSUES") ?? 100
        self.kills = kills
        seed = Self.number("ZHUQI_CHAOS_SEED").map(UInt64.init) ?? 13710
    }

    static var kills: Int { number("ZHUQI_CHAOS_KILLS") ?? 1 }

    private static func number(_ name: String) -> Int? {
        ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
    }
}
