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

        /// Where what was not read begins; nil at the end of the list.
        var next: String? { replies.last?.value.next }

        /// The items as the server wrote them.
        func values() throws(StaffError) -> [JSONValue] {
            var values: [JSONValue] = []
            for reply in replies {
                guard
                    case .object(let page) = try PrettyJSON.value(of: reply),
                    case .list(let more)? = page["items"]
                else { continue }
                values += more
            }
            return values
        }

        /// All of them in one page, as the server wrote them.
        func json() throws(StaffError) -> String {
            let items = JSONValue.list(try values())
            return try PrettyJSON.text(["items": items, "next": next.map(JSONValue.text) ?? .null])
        }
    }

    /// Begins at a cursor, or at the start.
    ///
    /// - Parameters:
    ///   - most: no page is asked for once so many items are read.
    ///   - tell: is told after each page how many items are read.
    func read(
        from cursor: String? = nil, most: Int = .max, tell: (Int) -> Void = { _ in }
    ) async throws(ClientError) -> Pages {
        var pages = Pages()
        var cursor = cursor
        var count = 0
        repeat {
            let reply = try await fetch(cursor)
            pages.replies.append(reply)
            cursor = reply.value.next
            count += reply.value.items.count
            tell(count)
        } while cursor != nil && count < most
        return pages
    }
}
