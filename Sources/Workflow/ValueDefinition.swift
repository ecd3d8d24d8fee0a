package import Languages

/// Describes one typed value of a category: what is needed, or what came of it.
package struct ValueDefinition: Hashable, Sendable {
    /// Names what is measured.
    package enum Quantity: String, CaseIterable, Sendable {
        case persons
        /// Money, in yuan.
        case yuan
        /// Land, in mu: a fifteenth of a hectare. Term: 亩.
        case mu
        case kilowattHours
        case cubicMetres
        case tonnes
        case squareMetres
        /// Things that are counted: vehicles, patents, posts.
        case count

        /// Tells whether a part of one makes sense.
        package var isWhole: Bool { self == .persons || self == .count }

        package var label: Label {
            switch self {
            case .persons: Label(zh: "人", en: "persons")
            case .yuan: Label(zh: "元", en: "yuan")
            case .mu: Label(zh: "亩", en: "mu")
            case .kilowattHours: Label(zh: "千瓦时", en: "kWh")
            case .cubicMetres: Label(zh: "立方米", en: "m³")
            case .tonnes: Label(zh: "吨", en: "t")
            case .squareMetres: Label(zh: "平方米", en: "m²")
            case .count: Label(zh: "个", en: "items")
            }
        }
    }

    /// Names the kinds of values.
    package enum Kind: Hashable, Sendable {
        /// A number from 0, with at most two decimals where a part makes sense.
        case quantity(Quantity)
        /// A calendar date, `2026-10-09`.
        case date
        case text(maximumLength: Int)
    }

    package let name: String
    package let label: Label
    package let kind: Kind
    package let isRequired: Bool

    package init(name: String, label: Label, kind: Kind, isRequired: Bool) {
        self.name = name
        self.label = label
        self.kind = kind
        self.isRequired = isRequired
    }

    /// What people call the value, with what it is measured in.
    package var measured: Label {
        switch kind {
        case .quantity(let quantity):
            Label(
                zh: "\(label.zh)（\(quantity.label.zh)）", en: "\(label.en) (\(quantity.label.en))")
        case .date, .text: label
        }
    }
}

extension WorkflowDefinition {
    /// The values that a category types in a field of needs or results; nil for fields of other
    /// forms.
    package func values(
        of form: FieldDefinition.Form, in category: String?
    ) -> [ValueDefinition]? {
        let category = category.flatMap(self.category)
        return switch form {
        case .needs: category?.needs ?? []
        case .results: category?.results ?? []
        case .text, .choice, .count, .boolean, .date, .unit, .units, .person, .issueClass,
            .category, .division, .evidence, .plan, .decisions, .newIssues, .issue, .state,
            .project:
            nil
        }
    }
}
