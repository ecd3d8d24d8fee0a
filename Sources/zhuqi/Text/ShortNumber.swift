/// Shows the number of an issue as people say it: `47-1` for one of the year.
///
/// The server understands both.
struct ShortNumber {
    /// The year that they look in; nil where that is not known.
    let year: String?

    func text(_ number: String) -> String {
        guard let year, number.hasPrefix("ZQ\(year)-") else { return number.plain }
        let rest = number.dropFirst(year.count + 3).drop { $0 == "0" }
        return (rest.first == "-" ? number[...] : rest).plain
    }
}
