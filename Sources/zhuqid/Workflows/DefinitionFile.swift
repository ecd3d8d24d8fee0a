import ArgumentParser
import Definitions
import Foundation

/// Reads the text of a file that an institution wrote.
enum DefinitionFile {
    /// - Throws: a usage error that names the file and says what is wrong with it.
    static func text(_ path: String) throws -> String {
        let data: Data
        do {
            data = try Data(contentsOf: URL(filePath: path))
        } catch {
            throw ValidationError("\(path) can't be read: is the name right?")
        }
        guard let text = String(data: data, encoding: .utf8) else {
            throw ValidationError("\(path) is no UTF-8 text: save it as UTF-8")
        }
        return text
    }
}

extension DefinitionFaults {
    /// Tells every fault on stderr, one a line, and ends with 1.
    func tell() -> ExitCode {
        for fault in faults { StandardError.write("\(fault)") }
        return ExitCode.failure
    }
}
