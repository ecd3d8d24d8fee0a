import Foundation

/// Reads texts that people wrote with other programs: UTF-8, with a byte order mark or without, or GB 18030.
enum TextFile {
    struct Unreadable: Error {
        let reason: String
    }

    static func read(_ path: String) throws -> String {
        guard FileManager.default.fileExists(atPath: path) else {
            throw Unreadable(reason: "没有此文件 (no such file)")
        }
        do {
            return try text(Data(contentsOf: URL(filePath: path)))
        } catch let fault as Unreadable {
            throw fault
        } catch {
            throw Unreadable(reason: error.localizedDescription)
        }
    }

    /// - Throws: `Unreadable` where it is in another encoding.
    static func text(_ data: Data) throws -> String {
        let bytes = data.starts(with: [0xEF, 0xBB, 0xBF]) ? data.dropFirst(3) : data
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        let chinese = String.Encoding(rawValue: 0x8000_0632)
        guard let text = String(data: Data(bytes), encoding: chinese) else {
            throw Unreadable(reason: "既不是 UTF-8 也不是 GB 18030 (neither UTF-8 nor GB 18030)")
        }
        return text
    }
}
