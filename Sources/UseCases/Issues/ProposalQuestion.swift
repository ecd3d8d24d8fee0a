import Casework
import Languages
import Workflow
import WorkingTime

/// What is known before anything is filed, as somebody wrote it.
package struct ProposalQuestion: Sendable {
    private static let longestText = 8200

    /// What the enterprise says; title and description in one.
    package let text: String
    /// Nil: read from the text.
    package var category: String?
    /// Nil: the one that the text names, else that of the enterprise.
    package var division: String?
    /// A credit code.
    package var enterprise: String?
    package var issueClass: String?
    /// A code or a name of a unit, as category, division and class are named.
    package var complainedUnit: String?
    /// The number of the issue that is asked about, where there is one: it is not like itself.
    package var issue: String?

    package init(text: String) {
        self.text = text
    }

    /// Takes what things are called as their identifiers; what is not understood stays as it is.
    func understood(_ asker: Asker) -> ProposalQuestion {
        let (definitions, directory) = (asker.world.definitions, asker.world.directory)
        func name(_ meaning: Vocabulary.Meaning, else word: String) -> String {
            if case .name(let name) = meaning { name } else { word }
        }
        var known = self
        known.category = category.map { definitions.categoryWords.name(of: $0) ?? $0 }
        known.issueClass = issueClass.map { definitions.classWords.name(of: $0) ?? $0 }
        known.division = division.map { name(directory.meaning(ofDivision: $0), else: $0) }
        known.complainedUnit = complainedUnit.map {
            name(directory.meaning(ofUnit: $0, at: asker.now), else: $0)
        }
        return known
    }

    /// What routing is asked.
    ///
    /// - Throws: `invalid`, with everything that is wrong.
    func routed(
        _ reading: TextReading, _ enterprise: Enterprise?, _ definitions: PublishedDefinitions,
        in directory: Directory, at now: Instant
    ) throws(InputFault) -> RoutingQuestion {
        let division = division ?? reading.division ?? enterprise?.division
        let faults = faults(division, definitions, directory, now)
        guard faults.isEmpty else { throw .invalid(faults) }
        return RoutingQuestion(
            category: category ?? reading.category, division: division ?? "", text: text,
            tags: enterprise?.tags ?? [], issueClass: issueClass, complainedUnit: complainedUnit)
    }

    private func faults(
        _ division: String?, _ definitions: PublishedDefinitions, _ directory: Directory,
        _ now: Instant
    ) -> [InputFault.Field] {
        var faults: [InputFault.Field] = []
        func check(_ pointer: String, _ isSound: Bool, _ detail: Label) {
            if !isSound { faults.append(InputFault.Field(pointer, detail)) }
        }
        let length = text.unicodeScalars.count
        check(
            "/text", (1...Self.longestText).contains(length),
            Label(
                zh: "须有1至\(Self.longestText)个字符",
                en: "must have 1 to \(Self.longestText) characters"))
        check(
            "/division", division.flatMap(directory.division) != nil,
            division.flatMap { Label(remarking: directory.meaning(ofDivision: $0), on: $0) }
                ?? Label(
                    zh: "须为六位行政区划代码或名称，或由诉求内容、企业得知",
                    en:
                        "must be the name or the six-digit code of a division, or be named by the text "
                        + "or the enterprise"))
        check(
            "/category", category.map { definitions.knowsCategory($0) } ?? true,
            Label(zh: "须为流程中的诉求类别", en: "must be a category of a workflow"))
        check(
            "/class", issueClass.map(definitions.classes.contains) ?? true,
            .oneOf(definitions.classes))
        check(
            "/complainedUnit",
            complainedUnit.map { directory.unit(code: $0) != nil } ?? true,
            complainedUnit.flatMap {
                Label(remarking: directory.meaning(ofUnit: $0, at: now), on: $0)
            } ?? .noUnit)
        return faults
    }
}
