import APIModel
import Languages
import Workflow

/// Says what came with an event: comment, fields, changes, clocks.
struct EventDetails {
    let event: EventAnswer
    let language: Language

    var text: ValueText {
        ValueText(
            language: language, names: event.names ?? [:], labels: event.valueLabels ?? [:],
            typed: event.typed ?? [:])
    }

    /// One line per kind of detail; nothing twice.
    var lines: [String] {
        let comment = event.comment.map { language("“\($0.plain)”", "“\($0.plain)”") }
        return [
            comment, onBehalf, fields, changes, climb, charge, override, leftOut, clocks,
        ].compactMap {
            $0
        }
    }

    /// A field that became an attribute of the issue is told as the change that it is.
    private var fields: String? {
        let own = event.fields.filter { event.changes[$0.key] == nil && $0.value != .null }
        return joined(
            own.sorted { $0.key < $1.key }.map { name, value in
                member(label(ofField: name), text.value(value, of: name))
            })
    }

    /// What the action itself calls the field.
    func label(ofField name: String) -> String {
        event.fieldLabels?[name].map { language($0).plain } ?? text.attribute(name)
    }

    var changes: String? {
        joined(event.changes.filter { Self.isTold($0.key) }.sorted { $0.key < $1.key }.map(change))
    }

    /// A card that was given or taken back, and a level that was reached.
    var attention: [String] {
        [Attribute.card, .level].compactMap { attribute in
            event.changes[attribute.name].map { change(attribute.name, $0) }
        }
    }

    /// Counters serve rules and audits, and what is told in words of its own needs no other;
    /// `--json` has them.
    static func isTold(_ name: String) -> Bool {
        guard let attribute = Attribute(name: name) else {
            return RecordedFamily.parted(name) == nil
        }
        return switch attribute.visibility {
        case .placed, .listed: true
        case .untold, .hidden: false
        }
    }

    private var onBehalf: String? {
        event.onBehalfOf.map {
            language("代\($0.name)办理", "on behalf of \($0.name)")
        }
    }

    /// Whom the event named as it raised the level.
    private var climb: String? {
        event.climb.map { climb in
            let names = climb.holders.map { holder in
                guard let absent = holder.insteadOf.first else { return holder.person.name }
                return language(
                    "\(holder.person.name)（代\(absent.name)）",
                    "\(holder.person.name) (for \(absent.name))")
            }
            let skipped = climb.skipped.map(String.init).joined(separator: language("、", ", "))
            return language("责任人：", "officers named: ") + language.list(names)
                + (skipped.isEmpty
                    ? "" : language("（\(skipped)级无人）", " (nobody at level \(skipped))"))
        }
    }

    private var charge: String? {
        event.charge.map { charge in
            let hours = charge.workingSeconds / 3600
            let minutes = charge.workingSeconds % 3600 / 60
            return language(
                "计入\(charge.unit.name)占用\(hours)小时\(minutes)分（工时）",
                "\(hours) h \(minutes) min of working time charged to \(charge.unit.name)")
        }
    }

    /// What routing proposed, where another unit was chosen.
    private var override: String? {
        guard let proposal = event.proposal, proposal.basis == "override", let lead = proposal.lead
        else { return nil }
        return language("原建议由\(lead.name)主办", "\(lead.name) was proposed")
    }

    /// The supporting units that routing proposed and that the dispatch does without.
    var leftOut: String? {
        guard let proposal = event.proposal,
            case .list(let units) = event.changes[Shorthand.support.field]
        else { return nil }
        let lead = event.changes[Shorthand.lead.field]
        let missing = proposal.supporting.filter {
            !units.contains(.text($0.code)) && lead != .text($0.code)
        }
        guard !missing.isEmpty else { return nil }
        let names = language.list(missing.map(\.name))
        return language("建议协办而未列入：\(names)", "proposed to support, and left out: \(names)")
    }

    var clocks: String? {
        joined(ClockChanges(event: event, language: language).phrases)
    }

    private func change(_ name: String, _ value: JSONValue) -> String {
        let attribute = Attribute(name: name)
        let said = text.value(value, of: name)
        if attribute == .card, case .text = value {
            return language("给予\(said)", "\(said) given")
        }
        if attribute == .level, case .integer(let level) = value {
            return language("提级至\(level)级", "raised to level \(level)")
        }
        let label = text.attribute(name)
        if value == .null {
            return attribute == .card
                ? language("撤销黄红牌", "card taken back")
                : language("清除\(label)", "\(label) cleared")
        }
        return member(label, said)
    }

    private func member(_ label: String, _ text: String) -> String {
        language("\(label)：\(text)", "\(label): \(text)")
    }

    private func joined(_ parts: [String]) -> String? {
        parts.isEmpty ? nil : parts.joined(separator: language("；", "; "))
    }
}
