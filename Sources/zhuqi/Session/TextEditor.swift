import Foundation
import Glibc

/// Lets somebody write a text with an editor, in a file that nobody else may read and that is gone
/// afterwards.
struct TextEditor {
    /// As a shell runs it, such as `vim` or `code --wait`.
    let command: String
    let folder: String

    struct Failed: Error {}

    func write() throws -> String {
        var template = Array("\(folder)/zhuqi-XXXXXX.txt".utf8CString)
        // Makes it for its owner alone.
        let descriptor = mkstemps(&template, 4)
        guard descriptor >= 0 else { throw Failed() }
        close(descriptor)
        let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        defer { unlink(path) }
        guard system("\(command) \(ShellWord.quoted(path))") == 0 else { throw Failed() }
        return try TextFile.read(path)
    }
}
