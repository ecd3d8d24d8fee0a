import APIModel
import Client

/// Reads a list to its end, page after page.
struct AllPages<Item: Codable & Hashable & Sendable> {
    typealias Fetch = (_ cursor: String?) async throws(ClientError) -> Reply<Page<Item>>

    let fetch: Fetch

    /// Holds the pages that were read, in order.
    struct Pages {
        var replies: [Reply<Page<Item>>] = []

        var items: [Item] { replies.flatMap(\.value.items) }

        /// One page that holds all, as the server wrote them.
        func json() throws(StaffError) -> String {
            var items: [JSONValue] = []
            for reply in replies {
                guard
                    case .object(let page) = try PrettyJSON.value(of: reply),
                    case .list(let more)? = page["items"]
                else { continue }
                items += more
            }
            return try PrettyJSON.text(["items": JSONValue.list(items), "next": .null])
        }
    }

    /// Begins at a cursor, or at the start.
    func read(from cursor: String? = nil) async throws(ClientError) -> Pages {
        var pages = Pages()
        var cursor = cursor
        repeat {
            let reply = try await fetch(cursor)
            pages.replies.append(reply)
            cursor = reply.value.next
        } while cursor != nil
        return pages
    }
}
