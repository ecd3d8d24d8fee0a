import APIModel
import Foundation
import Testing

extension ServerTests {
    /// What people read where something is refused.
    @Suite struct RefusalWordsTests {
        @Test func whatWasDoneAlreadyIsToldWithWhoAndWhen() async throws {
            try await TestServer.run { server in
                let issue = try await server.issue()
                let event = try await server.did("accept", on: issue, as: People.office).event
                let again = try await server.act("accept", on: issue, as: People.office)
                #expect(again.status == 409)
                let problem = try again.problem
                let who = try #require(event.by?.name)
                #expect(
                    problem.detail == "\(who)已于2026-10-09 09:00“受理”；问题现为“已受理”。")
                #expect(problem.hint.hasPrefix("您现在可办：") && problem.hint.contains("交办"))
                #expect(problem.allowed?.contains("dispatch") == true)
            }
        }

        @Test func whoCouldDoItIsToldByBothRoutes() async throws {
            try await TestServer.run { server in
                let issue = try await Walk.issueInHandling(at: server)
                let refused = try await server.act(
                    "approveResolution", on: issue, as: People.handler)
                #expect(refused.status == 403)
                let detail = try #require(try refused.problem.detail)
                #expect(detail.contains("须由") && detail.contains("活动办"), "\(detail)")
                #expect(!detail.contains(/[A-Za-z]/), "\(detail)")
                let listed = try await server.read(
                    "/v1/issues/\(issue)/actions", as: People.handler, ActionsAnswer.self)
                let reserved = listed.items.filter { $0.refusedBy == "right" }
                #expect(!reserved.isEmpty)
                for item in reserved {
                    #expect(item.reason?.hasPrefix("须由") == true, "\(item.action)")
                }
            }
        }

        @Test func fieldsHaveLabelsBesideTheirPointers() async throws {
            try await TestServer.run { server in
                let issue = try await Walk.issueInHandling(at: server)
                let refused = try await server.act(
                    "reportProgress", on: issue, as: People.handler)
                let errors = try refused.problem.errors ?? []
                #expect(!errors.isEmpty)
                #expect(errors.allSatisfy { $0.pointer.hasPrefix("/fields/") && $0.label != nil })
            }
        }

        @Test func readinessTellsTheVersion() async throws {
            try await TestServer.run { server in
                let ready: [String: String] = try await server.get("/readyz", as: nil)
                    .requiring(200).decoded()
                #expect(ready["version"]?.isEmpty == false)
            }
        }

        @Test func theToolEndsAsTheServerSays() async throws {
            try await TestServer.run { server in
                let issue = try await server.issue()
                for (arguments, login, status) in [
                    (["show", issue], People.office, 0), (["show", "999999"], People.office, 3),
                    (["do", "accept", issue], People.officer, 4),
                    (["do", "accept", issue], People.office, 0),
                    (["do", "accept", issue], People.office, 7),
                    (
                        [
                            "do", "note", issue, "--field", "text=x", "--field",
                            "visibility=internal", "--if-match", "1",
                        ], People.office, 6
                    ),
                    (["do", "nonsense", issue], People.office, 2),
                ] as [([String], String, Int32)] {
                    let ended = try await Subprocess.run(
                        Product.zhuqi, arguments,
                        environment: [
                            "ZHUQI_SERVER": server.wire.address,
                            "ZHUQI_TOKEN": try await server.token(login),
                        ])
                    #expect(ended.status == status, "\(arguments): \(ended.errors)")
                }
            }
        }
    }
}
