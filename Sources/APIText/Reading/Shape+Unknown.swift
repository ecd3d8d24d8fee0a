package import APIModel
import Casework
package import JSON
package import UseCases

extension Shape {
    /// Finds the fields that no record asks for. A pointer is made only where there is one.
    package func unknownFields(in value: JSONElement) -> [InputFault.Field] {
        var unknown: [InputFault.Field] = []
        switch self {
        case .anything, .text, .boolean, .integer, .number, .choice, .map(.anything): break
        case .nullable(let shape): unknown = shape.unknownFields(in: value)
        case .record(let record):
            guard case .object = value.kind else { break }
            value.forEachMember { name, value in
                guard let member = record.members[name.text] else {
                    unknown.append(
                        .init(JSONPointer.step(name.text), zh: "没有此字段", en: "unknown field"))
                    return
                }
                unknown += member.shape.unknownFields(in: value).map { $0.below(name.text) }
            }
            unknown.sort { $0.pointer < $1.pointer }
        case .map(let shape):
            guard case .object = value.kind else { break }
            value.forEachMember { name, value in
                unknown += shape.unknownFields(in: value).map { $0.below(name.text) }
            }
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
