import APIModel
import Client
import Foundation
import Languages
import Workflow

/// What the campaigns call the states, classes and categories that a list may be narrowed to.
struct FilterWords {
    enum Filter: CaseIterable {
        case state, issueClass, category

        func label(in language: Language) -> String {
            switch self {
            case .state: language("状态", "state")
            case .issueClass: Attribute.issueClass.label.text(in: language)
            case .category: Attribute.category.label.text(in: language)
            }
        }
    }

    private struct Word: Hashable {
        let name: String
        let label: LabelAnswer
        /// Whether people say the name as well, such as U and FIN.
        var isCode = false
    }

    private let words: [Filter: [Word]]

    init(_ workflows: [WorkflowAnswer]) {
        func distinct(_ words: [Word]) -> [Word] {
            var seen: Set<Word> = []
            return words.filter { seen.insert($0).inserted }
        }
        words = [
            .state: distinct(
                workflows.flatMap { $0.states.map { Word(name: $0.name, label: $0.label) } }),
            .issueClass: distinct(
                workflows.flatMap {
                    $0.classes.map { Word(name: $0.name, label: $0.label, isCode: true) }
                }),
            .category: distinct(
                workflows.flatMap {
                    $0.categories.map { Word(name: $0.code, label: $0.label, isCode: true) }
                }),
        ]
    }

    /// Reads the campaigns that new cases run on.
    static func current(at session: Session) async throws(ClientError) -> FilterWords {
        FilterWords(try await CurrentWorkflows.read(at: session))
    }

    /// Finds the identifier of what was typed: itself, a label in either language, or one of the
    /// words that a Chinese label lists.
    ///
    /// Throws: `usage`, which names what is nearest, and what is known.
    func name(of typed: String, as filter: Filter) throws(StaffError) -> String {
        let known = words[filter] ?? []
        let wanted = Self.plain(typed)
        if let exact = known.first(where: { Self.plain($0.name) == wanted }) { return exact.name }
        let names = Set(
            known.filter { Self.labels($0).map(Self.plain).contains(wanted) }.map(\.name))
        if let name = names.first, names.count == 1 { return name }
        let isAmbiguous = names.count > 1
        throw .usage(
            zh: refusal(of: typed, as: filter, known, isAmbiguous: isAmbiguous, in: .zh),
            en: refusal(of: typed, as: filter, known, isAmbiguous: isAmbiguous, in: .en))
    }

    private static func labels(_ word: Word) -> [String] {
        [word.label.zh, word.label.en] + word.label.zh.split(separator: "、").map(String.init)
    }

    private func refusal(
        of typed: String, as filter: Filter, _ known: [Word], isAmbiguous: Bool,
        in language: Language
    ) -> String {
        let label = filter.label(in: language)
        let near = nearest(to: typed, among: known).map { text($0, language) }
        let suggestion =
            near.isEmpty || isAmbiguous
            ? ""
            : language(
                "是否指：\(language.list(near))？", "did you mean \(language.list(near))? ")
        let list = language.list(known.map { text($0, language) })
        return language(
            "没有\(label)“\(typed)”。\(suggestion)现有：\(list)",
            "no \(label) “\(typed)”. \(suggestion)Known: \(list)"
        ).plain
    }

    private func text(_ word: Word, _ language: Language) -> String {
        language(word.label) + (word.isCode ? language("（\(word.name)）", " (\(word.name))") : "")
    }

    /// Those of which it is a part, or the other way round; else those that differ by two letters.
    private func nearest(to typed: String, among known: [Word]) -> [Word] {
        let wanted = Self.plain(typed)
        func distance(_ word: Word) -> Int {
            [word.name, word.label.zh, word.label.en].map(Self.plain).map { text in
                let isPart =
                    !wanted.isEmpty && (text.contains(wanted) || wanted.contains(text))
                return isPart ? 0 : EditDistance.between(text, wanted)
            }.min() ?? .max
        }
        let most = wanted.allSatisfy(\.isASCII) ? 2 : 1
        let measured = known.map { (word: $0, distance: distance($0)) }
        guard let best = measured.map(\.distance).min(), best <= most else { return [] }
        return measured.filter { $0.distance == best }.prefix(3).map(\.word)
    }

    /// Without regard to case, width and blanks.
    private static func plain(_ text: String) -> String {
        text.precomposedStringWithCompatibilityMapping.lowercased().filter { !$0.isWhitespace }
    }
}
