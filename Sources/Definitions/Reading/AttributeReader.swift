import Languages
import Workflow

/// Reads names of attributes: those that actions may set, clear or look at.
///
/// A published text is read by the same names: none that was ever declared goes away.
enum AttributeReader {
    static func attribute(_ name: Placed<String>, log: FaultLog) -> Attribute? {
        if let attribute = Attribute(name: name.value), attribute.origin != .engine {
            return attribute
        }
        log.recordUnknown(
            .unknownAttribute, name, Label(zh: "属性", en: "attribute"),
            known: Attribute.ofWorkflows.map(\.name))
        return nil
    }
}

extension Entry {
    func attribute() -> Attribute? {
        text().flatMap { AttributeReader.attribute($0, log: log) }
    }
}
