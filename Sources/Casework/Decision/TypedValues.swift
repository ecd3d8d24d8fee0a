import Languages
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
            return [
                FieldFault(field: field, zh: "须为对象 {名称: 值}", en: "must be an object {name: value}")
            ]
        }
        let unknown = values.keys.sorted().filter { name in !types.contains { $0.name == name } }
            .map { name in
                FieldFault(at: [field, name], unknownProblem)
            }
        let faults = unknown + types.compactMap { fault(values[$0.name], $0, field) }
        return faults.isEmpty && !areComplete(in: values) ? self.faults(without: field) : faults
    }

    private var unknownProblem: Label {
        guard !types.isEmpty else {
            return Label(
                zh: "该类别不设此类数值，请在描述中说明",
                en: "the category types no such values; say it in the description")
        }
        let known = types.map { "\($0.name)（\($0.measured.zh)）" }.joined(separator: "、")
        return Label(
            zh: "该类别没有此项；可填：\(known)",
            en: "is not known to the category, which has: "
                + types.map(\.name).joined(separator: ", "))
    }

    private func fault(
        _ value: FieldValue?, _ type: ValueDefinition, _ field: String
    ) -> FieldFault? {
        guard let value, value != .null else {
            return type.isRequired ? Self.missing(type, field) : nil
        }
        return problem(with: value, type.kind)
            .map { FieldFault(field: "\(field)/\(type.name)", $0) }
    }

    private func problem(with value: FieldValue, _ kind: ValueDefinition.Kind) -> Label? {
        switch kind {
        case .date:
            return value.text.flatMap(CalendarDate.read) == nil ? .noDate : nil
        case .text(let maximum):
            return TextRule.problem(with: value.text, maximum: maximum)
        case .quantity(let quantity): return problem(with: value, quantity)
        }
    }

    private func problem(
        with value: FieldValue, _ quantity: ValueDefinition.Quantity
    ) -> Label? {
        let isRead =
            value.integer.map { (0...Self.largest).contains($0) }
            ?? value.text.map { !quantity.isWhole && Self.isDecimal($0) } ?? false
        if isRead { return nil }
        let unit = quantity.label
        return quantity.isWhole
            ? Label(
                zh: "须为0至\(Self.largest)的整数，单位：\(unit.zh)",
                en: "must be a whole number of \(unit.en) from 0 to \(Self.largest)")
            : Label(
                zh: "须为0至\(Self.largest)的数，整数或至多两位小数的文本，单位：\(unit.zh)",
                en: "must be a number of \(unit.en) from 0 to \(Self.largest): whole, or a text "
                    + "with at most two decimals")
    }

    /// Reads `12.5` or `12.50`; a binary fraction is no number of yuan.
    static func isDecimal(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard let whole = parts.first, (1...12).contains(whole.count), parts.count <= 2,
            parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } })
        else { return false }
        return parts.count == 1 || (1...2).contains(parts[1].count)
    }
}
