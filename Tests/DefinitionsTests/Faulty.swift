/// Names ways to break the small workflow, one fault each unless it says more.
enum Faulty {
    /// What is broken, the text that is replaced once, and what replaces it.
    static let variants: [(String, String, String)] = names + values + shapes + moves

    private static let names = [
        ("unknown key", "defaultClass: C", "defaultClass: C\nlabell: x"),
        ("unknown state", "from: open\n", "from: opne\n"),
        ("unknown clock", "{stop: resolve}", "{stop: resolv}"),
        ("unknown class", "defaultClass: C", "defaultClass: D"),
        ("unknown action", "since: finish", "since: finnish"),
        ("unknown mark action", "+3wd, action: breach}", "+3wd, action: tell}"),
        ("unknown attribute", "{set: {handler:", "{set: {handeler:"),
        ("unknown counter", "{counter: dispatches,", "{counter: dispatch,"),
        ("unknown group", "{do: beginning}", "{do: begining}"),
        ("unknown people", "by: office\n    from: unborn", "by: offices\n    from: unborn"),
        ("unknown shared field", "fields: {reason: required}", "fields: {reasons: required}"),
        ("unknown choice", "when: {result: [partly]}", "when: {result: [partially, partly]}"),
        ("unknown guard", "{within: {days: 30", "{withn: {days: 30"),
        ("unknown effect", "{count: dispatches}]", "{counts: dispatches}]"),
    ]
    private static let values = [
        ("wrong type", "rank: 2", "rank: two"),
        ("out of range", "amber: 70", "amber: 700"),
        ("bad time limit", "resolve: 7wd", "resolve: 7 days"),
        ("bad mark", "at: +3wd", "at: 3wd"),
        ("unknown role", "role: cityOffice", "role: cityOfice"),
        ("empty label", "{zh: 在办, en: Going}", "{zh: 在办, en: \"\"}"),
        ("label missing", ", label: {zh: 一般, en: Ordinary}", ""),
        ("half a label", "{zh: 用工, en: Labour}", "{zh: 用工}"),
        ("limit missing", "limits: {resolve: 7wd}", "limits: {}"),
    ]
    private static let shapes = [
        ("duplicate keys", "calendar: cn\n", "calendar: cn\ncalendar: cn\ndefaultClass: C\n"),
        ("tab", "  open: {kind", "\topen: {kind"),
        ("unclosed", "relation: office}]", "relation: office"),
        ("anchor", "from: anyOpen", "from: &every anyOpen"),
        ("alias", "from: anyOpen", "from: *every"),
        ("two faults", "rank: 2, amber: 70", "rank: x, ambr: 70"),
    ]
    private static let moves = [
        ("mark of people", "due: {at: due, action: breach}", "due: {at: due, action: reopen}"),
        ("automatic with people", "automatic: true", "automatic: true\n    by: office"),
        ("nobody may", "by: office\n    from: unborn", "from: unborn"),
        ("cannot run", "from: anyOpen", "from: open"),
        ("leaves terminal", ", leftBy: [reopen]", ""),
        ("unreachable", "to: going\n", "to: open\n"),
        ("dead end", "to: done, when", "to: same, when"),
        ("cannot be told apart", ", when: {result: [partly]}", ""),
        ("value leads nowhere", "choice: [solved, partly]", "choice: [solved, partly, other]"),
        ("leads nowhere", "from: anyOpen\n    to: same", ""),
    ]
}
