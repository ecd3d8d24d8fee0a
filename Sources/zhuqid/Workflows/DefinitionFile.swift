import ArgumentParser
import CommandText
import Definitions
import Foundation

/// Reads the text of a file that an institution wrote.
enum DefinitionFile {
    /// More than any definition may hold; what is longer is not read to its end.
    private static let sizeLimit = 16 * 1024 * 1024
    /// Holds for files that are never published.
    static let toolSizeLimit = 64 * 1024 * 1024

    /// - Throws: a usage error that names the file and says what is wrong with it.
    static func text(_ path: String, sizeLimit: Int = sizeLimit) throws -> String {
        let data: Data
        do {
            let file = try FileHandle(forReadingFrom: URL(filePath: path))
            defer { file.closeFile() }
            data = try file.read(upToCount: sizeLimit + 1) ?? Data()
        } catch {
            throw ValidationError(
                zh: "\(path) 读不了",
                en: "\(path) can't be read")
        }
        guard data.count <= sizeLimit else {
            throw ValidationError(
                zh: "\(path) 超过 \(sizeLimit) 字节",
                en: "\(path) holds more than \(sizeLimit) bytes")
        }
        guard let text = String(data: data, encoding: .utf8) else {
            throw ValidationError(
                zh: "\(path) 不是 UTF-8 文本",
                en: "\(path) is no UTF-8 text")
        }
        return text
    }
}

extension DefinitionFaults {
    /// Tells every fault on stderr, one a line, and ends with 1.
    func tell() -> ExitCode {
        for fault in faults {
            StandardError.write(fault.words(in: CommandLanguage.current))
        }
        return ExitCode.failure
    }
}
