extension APIClientTests {
    static let actionAnswer = """
        {"event":{"sequence":5,"at":"2026-10-09T10:00:00+08:00","action":"acknowledge",
        "actionLabel":{"zh":"签收","en":"Acknowledge"},"from":"dispatched","to":"inHandling",
        "by":{"login":"zhang","name":"张三"},"role":"handler",
        "roleLabel":{"zh":"承办人","en":"handler"},"comment":null,"fields":{},
        "changes":{},"clocks":[],"digest":"00"},
        "issue":{"id":"1","number":"ZQ2026-000001-1","caseId":"1",
        "workflow":"enterprise-assistance","workflowVersion":1,"version":5,"state":"inHandling",
        "stateLabel":{"zh":"办理中","en":"In handling"},"isOpen":true,"class":"C",
        "category":"FIN","division":"410105","title":"t","description":"d",
        "confidential":false,"supportingUnits":[],"level":0,"attributes":{},"clocks":[],"isAttested":true,
        "createdAt":"2026-10-09T09:00:00+08:00","updatedAt":"2026-10-09T10:00:00+08:00"}}
        """

    static func problem(status: Int) -> String {
        """
        {"type":"about:blank","title":"现在不能受理","status":\(status),"detail":"还有时限在计时",
        "code":"CW201","hint":"先签收","allowed":["note"],"failedGuard":"noRunningClock"}
        """
    }
}
