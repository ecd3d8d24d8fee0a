import Languages

/// A filter that is kept, as it is listed.
struct KeptContext: Encodable, Hashable {
    let name: String
    let queue: String?
    let filters: [String: String]
    let isUsed: Bool
    /// As they stand on a command line.
    private let arguments: [String]

    private enum CodingKeys: CodingKey {
        case name, queue, filters, isUsed
    }

    init(name: String, context: SavedContext, isUsed: Bool) {
        self.name = name
        queue = context.queue
        filters = context.filters
        self.isUsed = isUsed
        arguments = context.arguments
    }

    static func lines(_ items: [KeptContext], in language: Language) -> [String] {
        guard !items.isEmpty else {
            return [
                language(
                    "还没有存过筛选：zhuqi context set 名字 …",
                    "no filter is kept yet: zhuqi context set NAME …")
            ]
        }
        let width = items.map(\.name.displayWidth).max() ?? 0
        return items.map { item in
            "\(item.isUsed ? "*" : " ") \(item.name.padded(toWidth: width))  "
                + ShellWord.line(item.arguments).plain
        }
    }
}
