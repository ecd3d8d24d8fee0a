package import Foundation

/// Hands out the files that a workflow's file may include: those of its folder and of folders in it.
package struct IncludableFiles: Sendable {
    /// Says why a file can't be had.
    package enum Refusal: Error { case missing, outside, tooLarge, notText }

    /// Reads a file by its path from the folder.
    let text: @Sendable (String) throws(Refusal) -> String

    /// Takes them from a folder; a link that leads out of it is refused.
    package static func folder(_ folder: URL) -> IncludableFiles {
        IncludableFiles { path throws(Refusal) in try read(path, in: folder) }
    }

    /// Takes them from the folder where a file lies.
    package static func beside(_ file: String) -> IncludableFiles {
        folder(URL(filePath: file).absoluteURL.deletingLastPathComponent())
    }

    /// Takes them from texts by their paths.
    package static func texts(_ texts: [String: String]) -> IncludableFiles {
        IncludableFiles { path throws(Refusal) in
            guard let text = texts[path] else { throw .missing }
            return text
        }
    }

    /// Tells whether a path can only lead into the folder: no part of it is hidden, `.` or `..`.
    static func isPath(_ path: String) -> Bool {
        path.hasSuffix(".yaml")
            && path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
                part.wholeMatch(of: /[\p{L}\p{N}_\-][\p{L}\p{N}_\-.]*/) != nil
            }
    }

    private static func read(_ path: String, in folder: URL) throws(Refusal) -> String {
        let root = folder.absoluteURL.resolvingSymlinksInPath().pathComponents
        let file = folder.absoluteURL.appending(path: path).resolvingSymlinksInPath()
        guard file.pathComponents.starts(with: root) else { throw .outside }
        let data = try data(of: file)
        guard data.count <= SourceText.byteLimit else { throw .tooLarge }
        guard let text = String(data: data, encoding: .utf8) else { throw .notText }
        return text
    }

    /// Reads a plain file, no further than one byte past what may be included.
    private static func data(of file: URL) throws(Refusal) -> Data {
        do {
            let values = try FileManager.default.attributesOfItem(
                atPath: file.path(percentEncoded: false))
            guard values[.type] as? FileAttributeType == .typeRegular else { throw Refusal.missing }
            let handle = try FileHandle(forReadingFrom: file)
            defer { handle.closeFile() }
            return try handle.read(upToCount: SourceText.byteLimit + 1) ?? Data()
        } catch {
            throw .missing
        }
    }
}
