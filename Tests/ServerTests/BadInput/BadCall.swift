import APIModel
import Foundation
import Testing

/// A request that must be refused, and how.
struct BadCall: Sendable {
    let name: String
    let call: WireCall
    let status: Int
    let code: String
    /// The fields that the problem must point at; nil where it need not.
    var pointers: [String]?
    var failedGuard: String?

    /// Sends it in both languages, and looks that nothing was written.
    func expectRefused(by server: TestServer, as login: String?) async throws {
        let token = try await login.asyncMap(server.token)
        let before = try await server.counts()
        let chinese = try await server.wire.send(call.token(token))
        let english = try await server.wire.send(
            call.token(token).with("Accept-Language", "en-GB, zh;q=0.5"))
        #expect(try await server.counts() == before, "\(name): something was written")
        for answer in [chinese, english] { expect(answer) }
        guard chinese.status == status, english.status == status else { return }
        let (zh, en) = (try chinese.problem, try english.problem)
        #expect(zh.title.isChinese && zh.hint.isChinese, "\(name): \(chinese.text)")
        #expect(!en.title.isChinese && !en.hint.isChinese, "\(name): \(english.text)")
        // People have one name, and it is Chinese.
        let detail = en.detail?.replacing(/示例·\p{Han}+/, with: "")
        #expect(detail?.isChinese != true, "\(name): \(english.text)")
    }

    private func expect(_ answer: Answer) {
        #expect(answer.status == status, "\(name): \(answer.text)")
        #expect(
            answer.header("Content-Type") == "application/problem+json", "\(name)")
        do {
            let problem = try answer.problem
            #expect(problem.status == answer.status && problem.code == code, "\(name): \(problem)")
            #expect(problem.type == "urn:zhuqi:problem:\(problem.code)", "\(name)")
            if let pointers {
                #expect(problem.errors?.map(\.pointer) == pointers, "\(name): \(answer.text)")
            }
            #expect(problem.failedGuard == failedGuard, "\(name)")
        } catch {
            Issue.record("\(name): no problem but \(answer.status) \(answer.text.prefix(300))")
        }
    }
}

extension Optional where Wrapped == String {
    func asyncMap(_ transform: (String) async throws -> String) async throws -> String? {
        guard let self else { return nil }
        return try await transform(self)
    }
}

extension String {
    var isChinese: Bool { unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } }

    static func long(_ count: Int) -> String { String(repeating: "长", count: count) }
}
