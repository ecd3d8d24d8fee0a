import Foundation
import Languages

/// Reads texts that people wrote with other programs: UTF-8, with a byte order mark or without, or GB 18030.
enum TextFile {
    struct Unreadable: Error {
        let reason: Label
    }

    static func read(_ path: String) throws -> String {
        guard FileManager.default.fileExists(atPath: path) else {
            throw Unreadable(reason: Label(zh: "没有这个文件", en: "no such file"))
        }
        do {
            return try text(Data(contentsOf: URL(filePath: path)))
        } catch let fault as Unreadable {
            throw fault
        } catch {
            let words = error.localizedDescription
            throw Unreadable(reason: Label(zh: "无法读取：\(words)", en: words))
        }
    }

    /// - Throws: `Unreadable` where it is in another encoding.
    static func text(_ data: Data) throws -> String {
        let bytes = data.starts(with: [0xEF, 0xBB, 0xBF]) ? data.dropFirst(3) : data
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        let chinese = String.Encoding(rawValue: 0x8000_0632)
        guard let text = String(data: Data(bytes), encoding: chinese) else {
            throw Unreadable(
                reason: Label(
                    zh: "既不是 UTF-8 也不是 GB 18030", en: "neither UTF-8 nor GB 18030"))
        }
        return text
    }
}
