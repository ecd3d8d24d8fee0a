package import Languages

/// A variable that is called like one of ours and that no program reads: misspelt, most likely.
package struct UnknownVariable: Hashable, Sendable {
    package let name: String
    /// The known name that is spelt most like it; nil where none is.
    package let nearest: String?

    init(name: String, known: [String]) {
        self.name = name
        let distances = known.sorted().map { (EditDistance.between(name, $0), $0) }
        let best = distances.min { $0.0 < $1.0 }
        // With more than a third of its letters changed it is another word.
        let most = max(2, (name.count - Self.prefix.count) / 3)
        nearest = best.flatMap { $0.0 <= most ? $0.1 : nil }
    }

    /// Lists what an environment has, by name.
    package static func all(in environment: [String: String]) -> [UnknownVariable] {
        let known = (ServerSettings.all + StaffSettings.all).map(\.variable)
        let ours = environment.keys.filter { $0.hasPrefix(prefix) }
        return Set(ours).subtracting(known).subtracting(ofTests).sorted()
            .map { UnknownVariable(name: $0, known: known) }
    }

    package func words(in language: Language) -> String {
        language("\(name)：", "\(name): ") + tail(in: language)
    }

    private func tail(in language: Language) -> String {
        language("没有这个设置，", "There is no such setting; ")
            + (nearest.map { language("是否为 \($0)？", "did you mean \($0)?") }
                ?? language("见 zhuqid settings", "zhuqid settings lists what there is"))
    }

    private static let prefix = "ZHUQI_"

    /// What the tests of the project read.
    package static let ofTests: Set = [
        "ZHUQI_TEST_DATABASE", "ZHUQI_STORED_WALKS", "ZHUQI_MUTATIONS", "ZHUQI_CHAOS_ACTIONS",
        "ZHUQI_CHAOS_ISSUES", "ZHUQI_CHAOS_SEED", "ZHUQI_CHAOS_KILLS",
    ]
}
