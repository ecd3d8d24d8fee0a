/// The texts to publish, each with the file that it came from.
package struct PublishedTexts: Sendable {
    package struct Text: Sendable {
        package let file: String
        /// The whole of it: no other file is needed to read it.
        package let source: String
        /// Where its lines were written, by line; empty where all are lines of `file`.
        package let origins: [LineOrigin]

        package init(file: String, source: String, origins: [LineOrigin] = []) {
            self.file = file
            self.source = source
            self.origins = origins
        }
    }

    package var workflows: [Text] = []
    /// By kind: `calendar`, `routing`, `ladder`, `notices`.
    package var documents: [(kind: String, text: Text)] = []
    package var directory: Text?

    package init() {}
}

/// Says where lines of a text were written: in its own file, or in one that it includes.
///
/// Holds for a line and those below it, up to the line of the next origin.
package struct LineOrigin: Hashable, Sendable {
    /// In the text; from 1, as all lines here.
    package let line: Int
    package let file: String
    package let lineInFile: Int
    /// The line of the text's own file that takes them; nil for lines of that file.
    package let takenAt: Int?

    package init(line: Int, file: String, lineInFile: Int, takenAt: Int?) {
        self.line = line
        self.file = file
        self.lineInFile = lineInFile
        self.takenAt = takenAt
    }
}
