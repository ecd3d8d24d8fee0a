/// One of the decisions that a field of the form `decisions` holds.
extension FieldValue {
    package static let leadUnitKey = "leadUnit"

    /// The code of the unit that carries a decision out; nil for any other value.
    package var decidedUnit: FieldValue? { object?[Self.leadUnitKey] }
}
