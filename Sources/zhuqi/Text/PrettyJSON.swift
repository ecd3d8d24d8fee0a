import APIModel
import Client
import Foundation
import JSON

/// Writes JSON for people and for `jq`: indented, keys sorted.
enum PrettyJSON {
    static func text(_ value: some Encodable) throws(StaffError) -> String {
        do {
            let plain = try JSONSerialization.jsonObject(with: Data(try JSONText.encode(value)))
            let pretty = try JSONSerialization.data(
                withJSONObject: plain,
                options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
            return String(decoding: pretty, as: UTF8.self) + "\n"
        } catch {
            throw .client(.unexpected(status: 200, "can't be written as JSON: \(error)"))
        }
    }

    /// The server's own answer, with fields that this version of the tool does not know.
    static func text<Value>(answer reply: Reply<Value>) throws(StaffError) -> String {
        try text(value(of: reply))
    }

    /// On one line.
    static func line(_ value: JSONValue) throws(StaffError) -> String {
        do {
            return String(decoding: try JSONText.encode(value), as: UTF8.self)
        } catch {
            throw .client(.unexpected(status: 200, "can't be written as JSON: \(error)"))
        }
    }

    static func value<Value>(of reply: Reply<Value>) throws(StaffError) -> JSONValue {
        do {
            return try JSONText.decode(JSONValue.self, from: reply.body)
        } catch {
            throw .client(.unexpected(status: 200, "not JSON: \(error)"))
        }
    }
}
