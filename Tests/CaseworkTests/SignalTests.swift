import Casework
import Foundation
import Testing
import Walking
import WorkingTime

@Suite struct `Words of a text` {
    private let signals = TextSignals(
        categories: ["PWR", "ENV", "OTH"],
        signals: [
            .init(word: "用电", category: "PWR", strength: .strong),
            .init(word: "电", category: "PWR", strength: .weak),
            .init(word: "5G", category: "ENV", strength: .strong),
            .init(word: "电商", category: "ENV", strength: .weak),
            .init(word: "环评", category: "ENV", strength: .strong),
            .init(word: "环评", category: "PWR", strength: .against),
        ],
        places: ["410105": ["金水区", "金水"], "410100": ["郑州"]])

    @Test(arguments: [
        ("用电用电用电", ["PWR 3"]), ("用电，断电", ["PWR 4"]), ("电商", ["ENV 1"]),
        ("环评和用电", ["ENV 3"]), ("５ｇ", ["ENV 3"]), ("没有", []),
    ])
    func `count once, the longer hiding the shorter`(text: String, expected: [String]) {
        #expect(signals.guesses(in: text).map { "\($0.category) \($0.score)" } == expected)
    }

    @Test func `tell the division, the lower of two that lie in each other`() {
        let router = Router(
            directory: DemoWorld.directory, definitions: DemoWorld.world.definitions,
            routing: RoutingTable(rules: [], signals: signals), at: .distantPast)
        #expect(router.division(in: "郑州市金水区某厂") == "410105")
        #expect(router.division(in: "郑州某厂") == "410100")
        #expect(router.division(in: "某厂") == nil)
    }

    @Test(arguments: [
        ("车间用电负荷不足无法生产", "车间用电负荷不足无法生产", 100), ("车间用电负荷不足", "仓库缺少叉车司机人手", 0),
        ("短", "短", 0),
    ])
    func `are alike by the pairs that they share`(one: String, other: String, percent: Int) {
        #expect(TextSimilarity(one).percent(of: TextSimilarity(other)) == percent)
    }
}

/// Forty texts labelled by hand before the rules were written, and not used to tune them.
@Suite struct `Texts that people wrote` {
    struct Labelled {
        let text: String
        let category: String
        let division: String
        let lead: String
    }

    /// What the labels call the functions of the table.
    private static let functions = [
        "industryAndInformation": "industry", "publicFinance": "finance", "tax": "taxation",
        "developmentAndReform": "developmentReform", "ecologyAndEnvironment": "ecology",
        "scienceAndTechnology": "science",
    ]

    private static func labelled() throws -> [Labelled] {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "labelled-texts.tsv")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
            .map { line in
                let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
                    .map(String.init)
                return Labelled(
                    text: cells[0], category: cells[1], division: cells[2],
                    lead: functions[cells[3]] ?? cells[3])
            }
    }

    @Test func `find category and lead unit in at least 85 of 100`() throws {
        let texts = try Self.labelled()
        #expect(texts.count == 40)
        let router = DemoWorld.world.router(at: .distantPast)
        var confusion: [String: Int] = [:]
        var right = 0
        for labelled in texts {
            let reading = router.reading(of: labelled.text)
            let proposal = router.proposal(
                for: RoutingQuestion(
                    category: reading.category, division: labelled.division, text: labelled.text))
            let lead =
                labelled.lead == "jurisdiction"
                ? DemoWorld.directory.jurisdiction(of: labelled.division, at: .distantPast)?.code
                : DemoWorld.directory.units.first { $0.functions.contains(labelled.lead) }?.code
            let isRight = reading.category == labelled.category && proposal.lead?.code == lead
            right += isRight ? 1 : 0
            if !isRight {
                let found = "\(reading.category)/\(proposal.lead?.code ?? "-")"
                confusion["\(labelled.category)/\(lead ?? "-") taken for \(found)", default: 0] += 1
            }
        }
        print("category and lead right: \(right) of \(texts.count)")
        for (pair, count) in confusion.sorted(by: { $0.key < $1.key }) { print("\(count) \(pair)") }
        #expect(right * 100 >= 85 * texts.count)
    }
}
