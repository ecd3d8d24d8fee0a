import Workflow
import WorkingTime

/// Checks the needs and results that a category types.
struct TypedValues {
    /// The largest number, so that sums of a whole province stay exact.
    private static let largest: Int64 = 1_000_000_000_000

    private let types: [ValueDefinition]
    private let form: FieldDefinition.Form

    init(_ types: [ValueDefinition], of form: FieldDefinition.Form) {
        self.types = types
        self.form = form
    }

    private var required: [ValueDefinition] { types.filter(\.isRequired) }

    /// Tells whether the values are all that the category demands: what it requires, and of results
    /// at least one where it types any.
    func areComplete(in values: [String: FieldValue]) -> Bool {
        func isGiven(_ type: ValueDefinition) -> Bool {
            values[type.name].map { $0 != .null } ?? false
        }
        return required.allSatisfy(isGiven)
            && (form != .results || types.isEmpty || types.contains(where: isGiven))
    }

    /// Returns what is wrong where the whole field is left out: of needs each at its place, of
    /// results all in one.
    func faults(without field: String) -> [FieldFault] {
        if form == .needs { return required.map { Self.missing($0, field) } }
        let asked = required.isEmpty ? types : required
        let zh = asked.map(\.measured.zh).joined(separator: "、")
        let en = asked.map(\.measured.en).joined(separator: ", ")
        let problem =
            required.isEmpty && types.count > 1
            ? Label(zh: "至少填写一项：\(zh)", en: "needs at least one of: \(en)")
            : Label(zh: "必须填写：\(zh)", en: "is required: \(en)")
        return [FieldFault(field: field, problem)]
    }

    private static func missing(_ type: ValueDefinition, _ field: String) -> FieldFault {
        FieldFault(
            field: "\(field)/\(type.name)",
            Label(zh: "必须填写：\(type.measured.zh)", en: "is required: \(type.measured.en)"))
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
        let faults = unknown + types.compactMap { fault(values[$0.name], $0, field) }
        return faults.isEmpty && !areComplete(in: values) ? self.faults(without: field) : faults
    }

    private func fault(
        _ value: FieldValue?, _ type: ValueDefinition, _ field: String
    ) -> FieldFault? {
        guard let value, value != .null else {
            return type.isRequired ? Self.missing(type, field) : nil
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
