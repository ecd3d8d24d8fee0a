import APIModel
import Foundation
import Testing

extension ServerTests {
    /// The number under which the files of the months show a complaint.
    @Suite struct ConfidentialNumberTests {
        @Test func whoeverMaySeeAComplaintIsToldItsNumberAndTheFilesShowNoOther() async throws {
            try await TestServer.run { server in
                let filed = try await file(at: server)
                let (complaint, open) = (filed.issues[0], filed.issues[1])
                #expect(complaint.number == "ZQ2026-000001-2" && open.number == "ZQ2026-000001-1")
                let number = try #require(
                    await server.head(complaint.id, as: People.office).confidentialNumber)
                let first = try #require(
                    await server.history(complaint.id, as: People.auditor).first)
                #expect(number == "BM-" + first.digest.prefix(16).uppercased())
                #expect(try await server.head(open.id, as: People.office).confidentialNumber == nil)
                let list: Page<IssueAnswer> = try await server.read(
                    "/v1/issues", as: People.office)
                #expect(list.items.count == 2)
                #expect(list.items.allSatisfy { $0.confidentialNumber == nil })

                try await server.advance(to: "2026-11-01T09:00:00+08:00")
                let folder = server.folder.appending(path: "month").path
                try await server.tool("audit", "export", "2026-10", "--output", folder)
                for name in ["issues", "clocks", "events"] {
                    let text = try String(
                        contentsOfFile: "\(folder)/\(name).SIMULATED.csv", encoding: .utf8)
                    #expect(text.contains(number) && text.contains(open.number), "\(name)")
                    #expect(!text.contains(complaint.number), "\(name)")
                    let last = try #require(text.split(separator: "\r\n").last)
                    #expect(last.hasPrefix(number) && !last.contains(":"), "\(last)")
                }
            }
        }

        /// A complaint, and an issue that anybody may see.
        private func file(at server: TestServer) async throws -> CaseAnswer {
            try await server.filed(
                Filings.body([
                    "issues": .list([
                        Filings.issue(
                            "示例一",
                            [
                                "confidential": .boolean(true),
                                "complainedUnit": .text("industry"),
                            ]),
                        Filings.issue("示例二"),
                    ])
                ]))
        }
    }
}
