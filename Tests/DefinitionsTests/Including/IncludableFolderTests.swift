import Casework
import Definitions
import Foundation
import Testing

@Suite("A folder with files to include")
struct IncludableFolderTests {
    @Test("gives its files and those in folders of it")
    func files() throws {
        try withFolder { folder in
            try write("groups: {}\n", "parts.yaml", in: folder)
            try write("groups: {}\n", "shared/部分/parts.yaml", in: folder)
            #expect(faults("[parts.yaml, shared/部分/parts.yaml]", in: folder) == [])
            let file = folder.appending(path: "main.yaml").path(percentEncoded: false)
            let text = PublishedTexts.Text(file: file, source: "include: [parts.yaml]\n")
            #expect(try DefinitionReader.whole(text, including: .beside(file)).source == "")
        }
    }

    @Test("lets no path and no link lead out of it")
    func outside() throws {
        try withFolder { outer in
            let folder = outer.appending(path: "inner")
            try write("groups: {}\n", "secret.yaml", in: outer)
            try write("groups: {}\n", "parts.yaml", in: folder)
            for (name, place) in [
                ("out.yaml", "../secret.yaml"), ("up", ".."), ("in.yaml", "parts.yaml"),
            ] {
                try FileManager.default.createSymbolicLink(
                    atPath: folder.appending(path: name).path, withDestinationPath: place)
            }
            #expect(faults("[out.yaml]", in: folder) == ["WF114"])
            #expect(faults("[up/secret.yaml]", in: folder) == ["WF114"])
            #expect(faults("[in.yaml]", in: folder) == [])
            for path in ["../secret.yaml", "/etc/passwd.yaml", "./parts.yaml", "a//parts.yaml"] {
                #expect(faults("[\(path)]", in: folder) == ["WF114"], "\(path)")
            }
            let link = outer.appending(path: "link")
            try FileManager.default.createSymbolicLink(at: link, withDestinationURL: folder)
            #expect(faults("[parts.yaml]", in: link) == [])
        }
    }

    @Test("refuses what is no file of text, and what is too long to read")
    func unreadable() throws {
        try withFolder { folder in
            try write("", "folder.yaml/parts.yaml", in: folder)
            try Data([0xFF, 0xFE, 0x00]).write(to: folder.appending(path: "binary.yaml"))
            try write(String(repeating: "# filler\n", count: 300_000), "long.yaml", in: folder)
            #expect(mkfifo(folder.appending(path: "pipe.yaml").path, 0o600) == 0)
            #expect(faults("[missing.yaml]", in: folder) == ["WF115"])
            #expect(faults("[folder.yaml]", in: folder) == ["WF115"])
            #expect(faults("[pipe.yaml]", in: folder) == ["WF115"])
            #expect(faults("[binary.yaml]", in: folder) == ["WF113"])
            #expect(faults("[long.yaml]", in: folder) == ["WF102"])
        }
    }

    private func faults(_ paths: String, in folder: URL) -> [String] {
        do {
            _ = try DefinitionReader.whole(
                PublishedTexts.Text(file: "main.yaml", source: "include: \(paths)\n"),
                including: .folder(folder))
            return []
        } catch {
            return error.faults.map(\.code)
        }
    }

    private func write(_ text: String, _ path: String, in folder: URL) throws {
        let file = folder.appending(path: path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: file, atomically: true, encoding: .utf8)
    }

    private func withFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "zhuqi-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try body(folder)
        try FileManager.default.removeItem(at: folder)
    }
}
