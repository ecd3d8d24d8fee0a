import Foundation
import Testing

@testable import zhuqi

@Suite struct TextFileTests {
    private let text = "已供货二百吨。\n𠮷祥\n"

    @Test func isReadInWhateverChineseProgramsWrite() throws {
        #expect(try TextFile.text(Data(text.utf8)) == text)
        #expect(try TextFile.text(Data([0xEF, 0xBB, 0xBF] + text.utf8)) == text)
        let chinese = try #require(text.data(using: String.Encoding(rawValue: 0x8000_0632)))
        #expect(chinese != Data(text.utf8))
        #expect(try TextFile.text(chinese) == text)
        #expect(try TextFile.text(Data()).isEmpty)
    }

    @Test func saysThatItIsNotThere() {
        let error = #expect(throws: StaffError.self) {
            try FieldAssignment(parsing: "r=@/nowhere/r.txt", readFile: TextFile.read)
        }
        #expect(
            error
                == .usage(zh: "/nowhere/r.txt：没有这个文件", en: "/nowhere/r.txt: no such file"))
    }

    private func folder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "edit-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    @Test func isWrittenWithAnEditorInAFileOfItsOwnThatIsGoneAfterwards() throws {
        let folder = try folder()
        defer { remove(folder) }
        let editor = TextEditor(command: "printf '第一行\\n第二行' >", folder: folder.path)
        #expect(try editor.write() == "第一行\n第二行")
        let mode = folder.appending(path: "mode")
        _ = try TextEditor(command: "stat -c %a >'\(mode.path)'", folder: folder.path).write()
        #expect(try String(contentsOf: mode, encoding: .utf8) == "600\n")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["mode"])
    }

    @Test func isNoneWhereTheEditorFails() throws {
        let folder = try folder()
        defer { remove(folder) }
        #expect(throws: TextEditor.Failed.self) {
            try TextEditor(command: "false", folder: folder.path).write()
        }
        #expect(throws: TextEditor.Failed.self) {
            try TextEditor(command: "true", folder: "/nowhere").write()
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }

    private func remove(_ folder: URL) {
        do {
            try FileManager.default.removeItem(at: folder)
        } catch {
            Issue.record(error)
        }
    }
}
