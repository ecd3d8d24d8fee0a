import Hummingbird
import UseCases

/// Says which query parameters a route reads.
enum KnownParameters: Sendable {
    case only([QueryParameter])
    /// Whatever messengers and supervisors add to an address that is opened without a token.
    case any

    /// Refuses parameters that nobody reads: a misspelt filter must not show everything. Refuses
    /// one that is given twice, of which only the first would count, and NUL, which no stored text
    /// holds and PostgreSQL does not take.
    func check(_ parameters: Parameters) throws(InputFault) {
        switch self {
        case .any: break
        case .only(let known): try Self.check(parameters, known)
        }
    }

    private static func check(
        _ parameters: Parameters, _ known: [QueryParameter]
    ) throws(InputFault) {
        var seen: Set<Substring> = []
        for (name, value) in parameters {
            guard known.contains(where: { $0.name == name }) else {
                let names = known.map(\.name)
                let (zh, en) = (names.joined(separator: "、"), names.joined(separator: ", "))
                throw .badParameter(
                    String(name), zh: names.isEmpty ? "此处不接受参数。" : "可用的参数：\(zh)。",
                    en: names.isEmpty ? "no parameters are known here" : "known: \(en)")
            }
            guard seen.insert(name).inserted else {
                throw .badParameter(String(name), zh: "只能给出一次。", en: "may be given once")
            }
            guard !value.unicodeScalars.contains("\0") else {
                throw .badParameter(String(name), zh: "不得含空字符（NUL）。", en: "must hold no NUL")
            }
        }
    }
}
