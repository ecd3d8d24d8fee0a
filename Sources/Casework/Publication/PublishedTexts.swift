/// The texts to publish, each with the file that it came from.
package struct PublishedTexts: Sendable {
    package struct Text: Sendable {
        package let file: String
        package let source: String

        package init(file: String, source: String) {
            self.file = file
            self.source = source
        }
    }

    package var workflows: [Text] = []
    /// By kind: `calendar`, `routing`, `ladder`, `notices`.
    package var documents: [(kind: String, text: Text)] = []
    package var directory: Text?

    package init() {}
}
