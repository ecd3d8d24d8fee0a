import Auditing
import Testing

@Suite("One decimal, half up")
struct RoundingTests {
    @Test(
        "rates",
        arguments: [
            (1, 3, "33.3"), (2, 3, "66.7"), (1, 16, "6.3"), (1, 2000, "0.1"),
            (1999, 2000, "100.0"), (0, 5, "0.0"),
        ])
    func rates(numerator: Int, denominator: Int, text: String) {
        #expect(value(.onTimeRate, numerator, denominator) == text)
    }

    @Test(
        "averages", arguments: [(5, 4, "1.3"), (7, 3, "2.3"), (1, 20, "0.1"), (1, 21, "0.0")])
    func averages(numerator: Int, denominator: Int, text: String) {
        #expect(value(.averageDispatches, numerator, denominator) == text)
    }

    @Test("a score below nothing", arguments: [(-2_550_000, "-2.5"), (-2_560_000, "-2.6")])
    func negative(millionths: Int, text: String) {
        #expect(value(.score, millionths, 1_000_000) == text)
    }

    private func value(_ metric: Metric, _ numerator: Int, _ denominator: Int) -> String {
        MetricValue(
            group: .whole, metric: metric, numerator: numerator, denominator: denominator
        ).value
    }
}
