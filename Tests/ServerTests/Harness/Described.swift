import APIModel
import Foundation
import JSON
import Testing

/// Holds whatever a server answers against the description of its API, as the tree keeps it.
///
/// A status, a code or a form of answer that clients are not told of is a fault of the test that
/// brought it about.
enum Described {
    private static let document = Result {
        try JSONText.decode(
            JSONValue.self,
            from: Array(
                try Data(
                    contentsOf: Product.root.appending(
                        path: "Tests/HTTPAPITests/Golden/openapi.json"))))
    }

    static func hold(_ call: WireCall, _ answer: Answer) throws {
        let document = try document.get()
        guard let route = Route(call, in: document) else { return }
        let response = route.operation["responses"]?["\(answer.status)"]
        guard let content = response?["content"] else {
            #expect(
                response != nil,
                "\(route.name) answers \(answer.status): \(answer.text.prefix(200))")
            #expect(answer.body.isEmpty, "\(route.name) answers \(answer.status) with a body")
            return
        }
        let type = answer.header("Content-Type") ?? ""
        guard let schema = content[type]?["schema"] else {
            Issue.record("\(route.name) answers \(answer.status) as \(type)")
            return
        }
        guard type.hasSuffix("json"), call.method != "HEAD" else { return }
        var fit = SchemaFit(document)
        fit.hold(try answer.decoded(as: JSONValue.self), against: schema)
        #expect(fit.faults == [], "\(route.name) answers \(answer.status)")
        if answer.status >= 400 { try holdWords(call, answer, of: route.name) }
    }

    /// Whatever a problem says to somebody who does not ask for English has Chinese words.
    private static func holdWords(_ call: WireCall, _ answer: Answer, of route: String) throws {
        let asksEnglish = call.headers.contains {
            $0.name.lowercased() == "accept-language" && $0.value.contains("en")
        }
        guard !asksEnglish else { return }
        let problem = try answer.problem
        let words =
            [problem.title, problem.hint, problem.detail].compactMap { $0 }
            + (problem.errors ?? []).map(\.detail)
        for text in words {
            #expect(
                text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) },
                "\(route) says “\(text)”")
        }
    }

    /// What the description says of the route that a call goes to.
    private struct Route {
        let name: String
        let operation: JSONValue

        init?(_ call: WireCall, in document: JSONValue) {
            let path = call.path.prefix { $0 != "?" && $0 != "#" }
            let steps = path.split(separator: "/", omittingEmptySubsequences: false)
            let method = call.method == "HEAD" ? "get" : call.method.lowercased()
            let found = document["paths"]?.members.filter { template, operations in
                operations[method] != nil && Self.matches(steps, template)
            }
            // Where one has the step itself, and another a name for it, it goes to the first.
            guard let found, let best = found.min(by: { Self.names($0.key) < Self.names($1.key) }),
                let operation = best.value[method]
            else { return nil }
            name = "\(call.method) \(best.key)"
            self.operation = operation
        }

        private static func names(_ template: String) -> Int { template.count { $0 == "{" } }

        private static func matches(_ steps: [Substring], _ template: String) -> Bool {
            let wanted = template.split(separator: "/", omittingEmptySubsequences: false)
            return steps.count == wanted.count
                && zip(steps, wanted).allSatisfy { $0 == $1 || !$0.isEmpty && $1.hasPrefix("{") }
        }
    }
}

extension JSONValue {
    var members: [String: JSONValue] {
        if case .object(let members) = self { members } else { [:] }
    }

    var items: [JSONValue] { if case .list(let items) = self { items } else { [] } }

    var name: String? { if case .text(let text) = self { text } else { nil } }

    subscript(name: String) -> JSONValue? { members[name] }
}
