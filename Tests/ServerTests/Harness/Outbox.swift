import APIModel
import Foundation
import Testing

/// A line of the outbox file, as far as the tests read it.
struct Delivered: Decodable, Sendable {
    struct Content: Decodable, Sendable {
        let issue: String
        let sequence: Int
        let action: String
        let link: String?
    }

    let id: String
    let data: Content
}

extension TestServer {
    nonisolated func delivered() throws -> [Delivered] {
        guard FileManager.default.fileExists(atPath: outbox.path) else { return [] }
        return try Data(contentsOf: outbox).split(separator: 0x0A).map {
            try JSONDecoder().decode(Delivered.self, from: $0)
        }
    }

    /// Waits until the outbox delivers the link that an action made, and returns its path.
    nonisolated func link(
        of issue: String, at action: String = "approveResolution"
    ) async throws -> String {
        let isMeant: @Sendable (Delivered) -> Bool = {
            $0.data.issue == issue && $0.data.action == action && $0.data.link != nil
        }
        try await eventually("the link is delivered") { try delivered().contains(where: isMeant) }
        return try #require(delivered().last(where: isMeant)?.data.link)
    }
}
