package struct CountAnswer: Codable, Hashable, Sendable {
    package let count: Int

    package init(count: Int) {
        self.count = count
    }
}
