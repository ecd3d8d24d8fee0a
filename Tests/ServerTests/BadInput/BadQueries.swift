import Foundation

/// Questions that must not be answered.
enum BadQueries {
    static func all(on issue: String) -> [BadCall] {
        parameters(issue) + places(issue)
    }

    private static func bad(_ path: String, _ status: Int = 400, _ code: String = "CW229")
        -> BadCall
    {
        BadCall(name: path, call: .get(path), status: status, code: code)
    }

    private static func parameters(_ issue: String) -> [BadCall] {
        [
            "/v1/issues?que=mine", "/v1/issues?queue=", "/v1/issues?queue=yours",
            "/v1/issues?limit=0", "/v1/issues?limit=201", "/v1/issues?limit=ten",
            "/v1/issues?limit=99999999999999999999", "/v1/issues?cursor=nonsense",
            "/v1/issues?cursor=", "/v1/issues?cursor=%00", "/v1/issues?dueBefore=someday",
            "/v1/issues?unit=nobody", "/v1/issues/\(issue)/events?cursor=x",
            "/v1/issues/\(issue)/events?cursor=-1", "/v1/issues/\(issue)/events?limit=0",
            "/v1/issues/\(issue)/events?after=1", "/v1/enterprises?name=a",
            "/v1/enterprises?cursor=x", "/v1/enterprises?limit=1000",
            "/v1/issues?q=a%00b", "/v1/issues?class=%00", "/v1/issues?category=%00",
            "/v1/issues?state=%00", "/v1/issues?state=nonsense", "/v1/issues?state=",
            "/v1/issues?state=inhandled", "/v1/issues?class=ZZ", "/v1/issues?category=QQ",
            "/v1/issues?division=999999", "/v1/issues?workflow=none", "/v1/queues?queue=mine",
            "/v1/duties?state=closedOut", "/v1/duties?division=%00", "/v1/duties?q=%00",
            "/v1/issues?limit=5&limit=6", "/v1/issues?state=dispatched&state=inHandling",
            "/v1/units?division=999999", "/v1/units?kind=bank", "/v1/whoami?as=auditor",
            "/v1/issues/\(issue)?expand=all", "/v1/issues/\(issue)/actions?all=1",
            "/v1/issues/\(issue)/officers?level=2", "/v1/issues/\(issue)/clocks/1?language=en",
            "/v1/cases/1?x=1",
            "/v1/enterprises?q=a%00b", "/v1/issues?q=", "/v1/issues?q=%20%E3%80%80",
            "/v1/issues?q=" + String(repeating: "a", count: 101), "/v1/enterprises?q=%20",
            "/v1/enterprises?q=" + String(repeating: "a", count: 101), "/v1/common?category=QQ",
            "/v1/deliveries?issue=nonsense", "/v1/deliveries?issue=ZQ2026-999999-1",
            "/v1/deliveries?issue=", "/v1/deliveries?subscription=999999",
            "/v1/deliveries?subscription=0", "/v1/deliveries?cursor=0",
            "/v1/pairings?officer=nobody", "/v1/officers?unit=nobody",
            "/v1/visits?enterprise=nobody", "/v1/subscriptions?cursor=x",
        ].map { bad($0) }
    }

    private static func places(_ issue: String) -> [BadCall] {
        [
            bad("/v1/nothing", 404, "CW230"), bad("/", 404, "CW230"),
            bad("/v1/issues/999999", 404, "CW201"), bad("/v1/issues/%00", 404, "CW201"),
            bad("/v1/issues/999999/events", 404, "CW201"),
            bad("/v1/issues/999999/actions", 404, "CW201"),
            bad("/v1/cases/999999", 404, "CW230"), bad("/v1/cases/%00", 404, "CW230"),
            bad("/v1/links/zl_0000", 404, "CW230"), bad("/v1/links/%00", 404, "CW230"),
        ]
    }

    /// Cursors that nobody was given, with numbers at the ends of what fits.
    static let forgedCursors = [
        "0:\(Int64.min):0", "0:\(Int64.max):\(Int64.max)", "32767:0:\(Int64.min)", "-32768:-1:-1",
    ].map { plain in
        Data(plain.utf8).base64EncodedString().replacingOccurrences(of: "=", with: "")
            .replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
    }
}
