import Casework
package import JSON
package import UseCases

/// Says which fields a JSON object may have, and what lies below them.
package indirect enum BodyShape: Sendable {
    /// Anything goes: the workflow decides.
    case open
    case object([String: BodyShape])
    case list(BodyShape)

    /// Finds the fields that nobody asked for. A pointer is made only where there is one.
    package func unknownFields(in value: JSONElement) -> [InputFault.Field] {
        var unknown: [InputFault.Field] = []
        switch self {
        case .open: break
        case .object(let known):
            guard case .object = value.kind else { break }
            value.forEachMember { name, value in
                guard let shape = known[name.text] else {
                    unknown.append(.init(JSONPointer.step(name.text), "unknown field"))
                    return
                }
                unknown += shape.unknownFields(in: value).map { $0.below(name.text) }
            }
            unknown.sort { $0.pointer < $1.pointer }
        case .list(let shape):
            guard case .list = value.kind else { break }
            var index = 0
            value.forEachItem { item in
                unknown += shape.unknownFields(in: item).map { $0.below("\(index)") }
                index += 1
            }
        }
        return unknown
    }
}

extension InputFault.Field {
    /// The same, told from one step further up.
    fileprivate func below(_ step: String) -> Self {
        Self(JSONPointer.step(step) + pointer, detail)
    }
}
