import Foundation
import Testing

@testable import zhuqi

@Suite struct ContextTests {
    private let raised = SavedContext(
        queue: .escalated, filter: ListFilter(values: [.category: "资金", .search: "两 词"]))

    private func withStore(_ work: (ContextStore) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "zhuqi-\(UUID().uuidString)/zhuqi")
        defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
        try work(ContextStore(directory: folder, profile: .standard))
    }

    @Test func isKeptUsedAndForgotten() throws {
        try withStore { store in
            #expect(try store.all().isEmpty)
            #expect(try store.set(" 我的督办 ", to: raised) == "我的督办")
            #expect(try store.active() == nil)
            #expect(try store.use("我的督办").context == raised)
            #expect(try store.active()?.name == "我的督办")
            try store.useNone()
            #expect(try store.active() == nil)
            #expect(try store.all().map(\.name) == ["我的督办"])
            _ = try store.use("我的督办")
            _ = try store.delete("我的督办")
            #expect(try store.active() == nil)
            #expect(try store.all().isEmpty)
        }
    }

    @Test func anUnknownOneIsAnsweredWithThoseThatAreKept() throws {
        try withStore { store in
            _ = try store.set("甲", to: raised)
            #expect(
                throws: StaffError.usage(
                    zh: "没有筛选“乙”。现有：甲", en: "no filter is kept as “乙”. Kept: 甲")
            ) { try store.use("乙") }
            #expect(throws: StaffError.self) { try store.set(" ", to: raised) }
            #expect(throws: StaffError.self) {
                try store.set(String(repeating: "长", count: 21), to: raised)
            }
        }
    }

    @Test func eachLoginHasItsOwnInAFileOfItsOwner() throws {
        try withStore { store in
            _ = try store.set("甲", to: raised)
            let province = try ContextStore(
                directory: store.directory, profile: Profile(named: "省里"))
            #expect(try province.all().isEmpty)
            _ = try province.set("乙", to: raised)
            #expect(try store.all().map(\.name) == ["甲"])
            let path = store.directory.appending(path: "contexts.json").path()
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
            #expect((mode as? NSNumber)?.intValue == 0o600)
        }
    }

    @Test func whatTheCommandLineSaysGoesBefore() {
        let typed = ListFilter(values: [.category: "用工", .state: "办理中"])
        #expect(
            typed.over(raised.filter).arguments
                == ["--state", "办理中", "--category", "用工", "--search", "两 词"])
        #expect(
            ShellWord.line(raised.arguments)
                == "--queue escalated --category 资金 --search '两 词'")
    }

    @Test func whatALaterToolKeptIsLeftOut() throws {
        let kept = Data(#"{"queue":"later","filters":{"later":"x","unit":"市财政局"}}"#.utf8)
        let context = try JSONDecoder().decode(SavedContext.self, from: kept)
        #expect(context.queueName == nil && context.filter.values == [.unit: "市财政局"])
    }
}
