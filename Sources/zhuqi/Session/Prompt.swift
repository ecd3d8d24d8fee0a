import Foundation
import Languages

/// Asks a person short questions.
struct Prompt {
    let console: Console
    let language: Language

    init(_ session: Session) {
        console = session.console
        language = session.language
    }

    /// Nil at the end of the input.
    func line(_ question: String) -> String? {
        console.warn(question.plain + language("：", ": "))
        return console.readLine()?.trimmingCharacters(in: .whitespaces)
    }

    /// Asks again where nothing is typed. Nil at the end of the input.
    func needed(_ question: String) -> String? {
        while let typed = line(question) {
            if !typed.isEmpty { return typed }
            console.warn(lines: [language("这一项必填；按 Ctrl-D 结束", "this is needed; Ctrl-D ends")])
        }
        return nil
    }

    /// What an empty line means stands behind the question. Nil at the end of the input.
    func line(_ question: String, usually standard: String) -> String? {
        let typed = line(
            language("\(question)（直接回车：\(standard)）", "\(question) (Enter: \(standard))"))
        return typed.map { $0.isEmpty ? standard : $0 }
    }

    /// Whatever is no yes is a no.
    func agrees(to question: String) -> Bool {
        console.warn(language("\(question)（是/否）", "\(question) (yes/no) ").plain)
        return Self.yes.contains(PlainWord.of(console.readLine() ?? ""))
    }

    /// One of several, by its number or by what it is called.
    ///
    /// - Returns: its place; nil at the end of the input.
    func choice(_ question: String, of labels: [String]) -> Int? {
        console.warn(
            lines: labels.enumerated().map { "  \($0 + 1)  \($1.plain)" })
        while let typed = line(question) {
            if let number = Int(typed), labels.indices.contains(number - 1) { return number - 1 }
            let plain = PlainWord.of(typed)
            if let place = labels.firstIndex(where: { PlainWord.of($0) == plain }) { return place }
            console.warn(
                lines: [
                    language("请输入 1 至 \(labels.count)", "type a number from 1 to \(labels.count)")
                ])
        }
        return nil
    }

    private static let yes = ["是", "确定", "y", "yes"]
}
