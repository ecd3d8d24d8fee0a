import APIModel
import Client
import Languages
import WorkingTime

/// Finds the enterprise that was typed, by its name, a part of it, or its credit code.
struct TypedEnterprise {
    let session: Session

    private static let mostShown = 20

    /// Throws: `usage` where none is called so, or several are and nobody can be asked.
    func find(_ typed: String) async throws(StaffError) -> EnterpriseAnswer {
        if let known = try await known(typed) { return known }
        throw .usage(
            zh: "名录中没有统一社会信用代码“\(typed)”", en: "no enterprise has the credit code “\(typed)”")
    }

    /// The same; nil for a credit code that the directory does not know.
    func known(_ typed: String) async throws(StaffError) -> EnterpriseAnswer? {
        let word = HalfWidth.text(typed)
        let page = try await session.reading { () throws(ClientError) in
            try await session.client.enterprises(word, limit: Self.mostShown).value
        }
        let plain = PlainWord.of(word)
        let exact = page.items.filter {
            [$0.name, $0.creditCode].map { PlainWord.of($0) }.contains(plain)
        }
        if let only = exact.first, exact.count == 1 { return only }
        if let only = page.items.first, page.items.count == 1, page.next == nil { return only }
        guard page.items.isEmpty else { return try chosen(among: page, typed) }
        guard Self.isCode(word) else {
            throw .usage(
                zh: "没有名称或代码含“\(typed)”的企业", en: "no enterprise is called “\(typed)”")
        }
        return nil
    }

    static func isCode(_ word: String) -> Bool {
        word.count == 18 && word.allSatisfy { $0.isASCII && ($0.isNumber || $0.isLetter) }
    }

    private func chosen(
        among page: Page<EnterpriseAnswer>, _ typed: String
    ) throws(StaffError) -> EnterpriseAnswer {
        let language = session.language
        let labels = page.items.map { "\($0.name)  \($0.creditCode)" }
        let isCut = page.next != nil
        let count = isCut ? "\(labels.count)+" : String(labels.count)
        guard session.console.isInteractive else {
            throw .usage(
                zh: "“\(typed)”可指 \(count) 家企业，请写全名或代码：\(Language.zh.list(labels))",
                en: "“\(typed)” may be any of \(count): name one: \(Language.en.list(labels))")
        }
        session.console.warn(
            lines: [
                language("“\(typed)”可指 \(count) 家企业：", "“\(typed)” may be any of \(count):").plain
            ])
        let question = language("请选择（直接回车放弃）", "choose (Enter gives up)")
        guard let place = Prompt(session).choice(question, of: labels) else {
            throw .usage(zh: "没有选定企业", en: "no enterprise was chosen")
        }
        return page.items[place]
    }
}
