import Languages

/// Shows the light of a clock. Term: 绿黄红灯.
struct SignalLight {
    /// `green`, `amber`, `red`; nil where no clock runs.
    let signal: String?

    func text(in language: Language) -> String {
        switch signal {
        case "green": language("绿", "green")
        case "amber": language("黄", "amber")
        case "red": language("红", "red")
        case let other?: other.plain
        case nil: "—"
        }
    }

    var paint: Paint? {
        switch signal {
        case "green": .green
        case "amber": .yellow
        case "red": .red
        default: nil
        }
    }

    func cell(in language: Language) -> Table.Cell { Table.Cell(text(in: language), paint) }
}
