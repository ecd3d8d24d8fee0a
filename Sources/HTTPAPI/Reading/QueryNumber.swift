import Hummingbird

/// Reads numbers out of query parameters.
enum QueryNumber {
    static func limit(_ parameters: Parameters) throws(RequestFault) -> Int {
        try read(parameters, "limit", in: 1...200) ?? 50
    }

    static func read(
        _ parameters: Parameters, _ name: String, in range: ClosedRange<Int>
    ) throws(RequestFault) -> Int? {
        guard let text = parameters.get(name) else { return nil }
        guard let number = Int(text), String(number) == text, range.contains(number) else {
            throw .badParameter(
                name: name, expected: "\(name): \(range.lowerBound)…\(range.upperBound)")
        }
        return number
    }

    /// Refuses parameters that nobody reads: a misspelt filter must not show everything. Refuses
    /// one that is given twice, of which only the first would count, and NUL, which no stored text
    /// holds and PostgreSQL does not take.
    static func refuseUnknown(_ parameters: Parameters, known: [String]) throws(RequestFault) {
        var seen: Set<Substring> = []
        for (name, value) in parameters {
            guard known.contains(String(name)) else {
                let names = known.isEmpty ? "none" : known.joined(separator: ", ")
                throw .badParameter(name: String(name), expected: "known: \(names)")
            }
            guard seen.insert(name).inserted else {
                throw .badParameter(name: String(name), expected: "\(name): once")
            }
            guard !value.unicodeScalars.contains("\0") else {
                throw .badParameter(name: String(name), expected: "\(name): no NUL")
            }
        }
    }
}

extension Request {
    /// Refuses query parameters where the route takes none.
    func refuseParameters() throws(RequestFault) {
        try QueryNumber.refuseUnknown(uri.queryParameters, known: [])
    }
}
