import Workflow
import WorkingTime

/// Checks the needs and results that a category types.
struct TypedValues {
    /// The largest number, so that sums of a whole province stay exact.
    private static let largest: Int64 = 1_000_000_000_000

    private let types: [ValueDefinition]

    init(_ types: [ValueDefinition]) {
        self.types = types
    }

    /// Returns every fault, each with the place of its value.
    func faults(in value: FieldValue, field: String) -> [FieldFault] {
        guard let values = value.object else {
            return [FieldFault(field: field, problem: "must be an object {name: value}")]
        }
        let known = types.map(\.name).joined(separator: ", ")
        let unknown = values.keys.sorted().filter { name in !types.contains { $0.name == name } }
            .map { name in
                FieldFault(
                    field: JSONPointer.path([field, name]),
                    problem: types.isEmpty
                        ? "the category types no such values; say it in the description"
                        : "is not known to the category, which has: \(known)")
            }
        return unknown + types.compactMap { fault(values[$0.name], $0, field) }
    }

    private func fault(
        _ value: FieldValue?, _ type: ValueDefinition, _ field: String
    ) -> FieldFault? {
        guard let value, value != .null else {
            return type.isRequired
                ? FieldFault(field: "\(field)/\(type.name)", problem: "is required") : nil
        }
        return problem(with: value, type.kind)
            .map { FieldFault(field: "\(field)/\(type.name)", problem: $0) }
    }

    private func problem(with value: FieldValue, _ kind: ValueDefinition.Kind) -> String? {
        switch kind {
        case .date:
            return value.text.flatMap(CalendarDate.read) == nil
                ? "must be a date of the years 1990 to 2100, YYYY-MM-DD" : nil
        case .text(let maximum):
            guard let text = value.text else { return "must be text" }
            return TextRule.problem(with: text, maximum: maximum, required: true)
        case .quantity(let quantity): return problem(with: value, quantity)
        }
    }

    private func problem(
        with value: FieldValue, _ quantity: ValueDefinition.Quantity
    ) -> String? {
        let isRead =
            value.integer.map { (0...Self.largest).contains($0) }
            ?? value.text.map { !quantity.isWhole && isDecimal($0) } ?? false
        if isRead { return nil }
        return quantity.isWhole
            ? "must be a whole number of \(quantity.label.en) from 0 to \(Self.largest)"
            : "must be a number of \(quantity.label.en) from 0 to \(Self.largest): "
                + "whole, or a text with at most two decimals"
    }

    /// Reads `12.5` or `12.50`; a binary fraction is no number of yuan.
    private func isDecimal(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard let whole = parts.first, (1...12).contains(whole.count), parts.count <= 2,
            parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } })
        else { return false }
        return parts.count == 1 || (1...2).contains(parts[1].count)
    }
}
