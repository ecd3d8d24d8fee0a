/// Names ways to break the small workflow, one fault each unless it says more.
enum Faulty {
    /// What is broken, the text that is replaced once, and what replaces it.
    static let variants: [(String, String, String)] =
        names + values + shapes + moves + roles
        + evaluations + subjects + duties

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
        (
            "unknown shared field", "division: required, reason: required",
            "division: required, reasons: required"
        ),
        ("unknown choice", "when: {result: [partly]}", "when: {result: [partially, partly]}"),
        ("unknown guard", "{reopenedWithin: {days: 30", "{reopenedWithn: {days: 30"),
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
        (
            "value leads nowhere", "partly: {zh: 部分, en: Partly}",
            "partly: {zh: 部分, en: Partly}, other: {zh: 其他, en: Other}"
        ),
        ("leads nowhere", "from: anyOpen\n    to: same", ""),
        ("never stopped", ", effects: [{stop: resolve}]", ""),
        ("never started", "[{start: resolve}, {count: dispatches}]", "[{count: dispatches}]"),
        (
            "no mark", "  breach:\n    label",
            "  stir: {label: {zh: 搅动, en: Stir}, automatic: true, from: anyOpen, to: same}\n"
                + "  breach:\n    label"
        ),
        ("starts at the end", "{stop: resolve}]}", "{stop: resolve}, {start: resolve}]}"),
        ("nobody by this relation", "relation: office", "relation: leadUnit"),
        (
            "counter that nobody counts", "{count: dispatches}]",
            "{raiseLevel: {counter: dispatches, reaches: 2}}]"
        ),
        (
            "group that nobody uses", "effects: [{do: beginning}, {set",
            "effects: [{start: resolve}, {count: dispatches}, {set"
        ),
        ("paused for ever", "{do: beginning}, {set", "{do: beginning}, {pause: resolve}, {set"),
        ("guard on what nothing sets", "guards: [{atMost", "guards: [{isSet: reply}, {atMost"),
        ("no clock of resolution", "clocks:\n  resolve:", "clocks:\n  solve:"),
        ("resolution of the office", "party: leadUnit", "party: office"),
        ("a unit for a handler", "{handler: actingPerson}", "{handler: actingUnit}"),
        ("a text for a category", "category: {form: category,", "category: {text: 9,"),
        ("calendar of another kind", "calendar: cn\n", "calendar: {cn: 1}\n"),
        ("ten thousand days", "resolve: 7wd", "resolve: 10000wd"),
        ("label of two lines", "{zh: 理由, en: Reason}", "{zh: 理由, en: \"a\\nb\"}"),
        ("name with a space", "workflow: small", "workflow: a b"),
        ("twin labels", "{zh: 办结, en: Finish}", "{zh: 登记, en: Finish}"),
        ("reserved action", "  reopen:\n    label", "  moveVersion:\n    label"),
        ("reserved state", "  going: {kind", "  same: {kind"),
        ("birth without category", "category: required, division", "division"),
        ("version missing", "version: 1\n", ""),
        ("nobody owes", "{do: beginning}, {set", "{do: beginning}, {tell: owingHead}, {set"),
        ("unknown quantity", "quantity: persons", "quantity: people"),
        ("choice without labels", "partly: {zh: 部分, en: Partly}", "partly: {}"),
        (
            "old form of choice", "{solved: {zh: 已解决, en: Solved}, partly: {zh: 部分, en: Partly}}",
            "[solved, partly]"
        ),
        ("owed and a right", "party: leadUnit\n", "party: leadUnit\n    right: true\n"),
        (
            "reason of an override that no field gives",
            "guards: [{atMostTimes: {counter: dispatches, times: 3}}]",
            "guards: [{atMostTimes: {counter: dispatches, times: 3}}, {reasonedOverride: reson}]"
        ),
        (
            "bound of a shared date that is no date anywhere",
            "reason: {text: 200, label: {zh: 理由, en: Reason}}",
            "reason: {form: date, notAfter: [today, begun], label: {zh: 日期, en: Day}}"
        ),
        (
            "shared field of another form than its attribute",
            "category: {form: category, sets: category,",
            "category: {form: unit, sets: category,"
        ),
        ("bound of a text", "reason: {text: 200,", "reason: {text: 200, notBefore: today,"),
        (
            "bound that is no date", "division: required, reason: required",
            "division: required, reason: {form: date, notAfter: title, label: {zh: 日期, en: Day}}"
        ),
        (
            "ledger that begins anew", "  breach:\n    label",
            "  adopt: {label: {zh: 导入, en: Adopt}, adoption: true, by: office, from: unborn, "
                + "to: going, fields: {title: required, category: required, division: required}, "
                + "effects: [{start: resolve}]}\n  breach:\n    label"
        ),
        ("right in another state", "{people: office, not", "{people: office, in: [goin], not"),
    ]

    private static let subjects = [
        ("unknown subject", "calendar: cn\n", "calendar: cn\nsubject: enterprize\n"),
        (
            "waiting for no enterprise", "states:\n  open: {kind: initial",
            "subject: none\nstates:\n  open: {kind: waiting"
        ),
        (
            "clock of no enterprise", "clocks:\n",
            "subject: unit\nclocks:\n  answer: {label: {zh: 补充, en: Answer}, party: enterprise, "
                + "limit: 5wd, marks: {}}\n"
        ),
        (
            "right of no enterprise", "people:\n  office: [",
            "subject: none\npeople:\n  office: [{role: enterprise, relation: any}, "
        ),
        (
            "paired with no enterprise", "people:\n  office: [",
            "subject: unit\npeople:\n  office: [{role: serviceOfficer, relation: pairedOfficer}, "
        ),
        (
            "link of no enterprise", "groups:\n  beginning: [",
            "subject: project\ngroups:\n  beginning: [giveLink, "
        ),
        (
            "project that is the subject", "reason: {text: 200, label: {zh: 理由, en: Reason}}\n",
            "reason: {form: project, sets: project, label: {zh: 理由, en: Reason}}\n"
                + "subject: project\n"
        ),
    ]

    private static let roles = [
        ("roles missing", "roles:\n", "rules:\n"),
        ("role missing", "{closed: done, ", "{"),
        ("section of roles missing", "  fields: {proof: reason}\n", ""),
        ("unknown role of a state", "undone: none}", "undon: none}"),
        ("state that is none", "handledElsewhere: none", "handledElsewhere: elsewhere"),
        ("action that is none", "leadWork: [finish]", "leadWork: [finnish]"),
        ("clock that is none", "firstReport: none", "firstReport: report"),
        ("counter that is none", "dispatches: dispatches,", "dispatches: dispatch,"),
        ("field that is none", "proof: reason", "proof: [reason, evidence]"),
        ("value that is none", "solved: none", "solved: solved"),
        ("link to no action", "supplement: none", "supplement: supply"),
        ("nothing closed", "closed: done", "closed: none"),
        ("no resolution", "resolution: resolve", "resolution: none"),
        ("two resolutions", "resolution: resolve", "resolution: [resolve, resolve]"),
        ("closed and open", "closed: done", "closed: [done, going]"),
        (
            "acknowledged by people", "automaticAcknowledgement: none",
            "automaticAcknowledgement: finish"
        ),
        ("evaluated by the system", "evaluation: none", "evaluation: breach"),
        ("evaluation without a word", "evaluation: none", "evaluation: finish"),
        ("link to what an enterprise may not", "confirm: none", "confirm: finish"),
        (
            "extension that nothing counts", "guards: [{atMost",
            "guards: [{extensionAllowed: reason}, {atMost"
        ),
        (
            "another lead where nobody counts who sent it back", "guards: [{atMost",
            "guards: [{anotherLead: reason}, {atMost"
        ),
        ("send-backs of nobody in particular", "sendBacks: none,", "sendBacks: dispatches,"),
        ("closed and undone", "undone: none", "undone: done"),
        ("resolution and escalation", "escalation: none", "escalation: resolve"),
    ]

    private static let evaluations = [
        rated("answer that means nothing", [rate], ["evaluation": "rate", "satisfied": "good"]),
        rated(
            "action for each answer, one of which means nothing", [praise, blame],
            ["evaluation": "[praise, blame]", "satisfied": "good"]),
        rated(
            "evaluation with a way that leaves none", [rate(setting: "good")],
            ["evaluation": "rate", "satisfied": "good"]),
        rated(
            "satisfied with no evaluation", [rate], ["satisfied": "good", "dissatisfied": "bad"]),
        rated("link that evaluates with something else", [rateByLink], ["evaluate": "rate"]),
        rated(
            "satisfied and dissatisfied", [rate],
            ["evaluation": "rate", "satisfied": "[good, bad]", "dissatisfied": "bad"]),
    ]

    private static let duties = [
        owing("unknown action owed", "clocks: {resolve: finnish}"),
        owing("unknown clock that asks", "clocks: {resolv: finish}"),
        owing("unknown state that asks", "states: {gone: finish}"),
        owing("terminal state that asks", "states: {done: reopen}"),
        owing("owed where it is not possible", "states: {open: finish}"),
        owing("owed by the system", "clocks: {resolve: [finish, breach]}"),
        owing("owed by unknown people", "clocks: {resolve: {finish: offices}}"),
        owing(
            "owed by people who may not",
            "clocks: {resolve: {finish: [{role: caller, relation: any}]}}"),
        owing("owed before no clock", "states: {going: [{any: finish, before: resolv}]}"),
        owing("owed with a date and no action", "states: {going: [{before: resolve}]}"),
        owing("neither clocks nor states", "clock: {resolve: finish}"),
        (
            "clock that asks for nothing", ", effects: [{stop: resolve}]",
            ", effects: [{cancel: resolve}]"
        ),
    ]

    private static func owing(_ name: String, _ duties: String) -> (String, String, String) {
        (name, SmallWorkflow.roles, "duties: {\(duties)}\n" + SmallWorkflow.roles)
    }

    /// Ways to change the small workflow in which there is no fault.
    static let sound = [
        rated(
            "a choice", [rateByLink],
            [
                "evaluation": "rate", "satisfied": "good", "dissatisfied": "bad",
                "evaluate": "rate",
            ]),
        rated(
            "an action for each answer", [praise, blame],
            ["evaluation": "[praise, blame]", "satisfied": "good", "dissatisfied": "bad"]),
        rated(
            "a way for each answer", [rate(setting: "good", "bad")],
            ["evaluation": "rate", "satisfied": "good", "dissatisfied": "bad"]),
    ]

    private static let answer =
        "answer: {choice: {good: {zh: 好, en: Good}, bad: {zh: 差, en: Bad}}, required: true, "
    private static let rate =
        "  rate: {label: {zh: 评价, en: Rate}, by: office, from: going, to: same, "
        + "fields: {\(answer)sets: evaluation, label: {zh: 回答, en: Answer}}}}\n"
    private static let rateByLink = rate.replacing(
        "by: office", with: "by: [{role: enterprise, relation: any}]")
    private static let praise =
        "  praise: {label: {zh: 表扬, en: Praise}, by: office, from: going, to: same, "
        + "effects: [{set: {evaluation: {value: good}}}]}\n"
    private static let blame =
        "  blame: {label: {zh: 批评, en: Blame}, by: office, from: going, to: same, "
        + "effects: [{set: {evaluation: {value: bad}}}]}\n"

    /// An action with a way for each answer, of which some set the attribute.
    private static func rate(setting answers: String...) -> String {
        let ways = ["good", "bad"].map { answer in
            let effects =
                answers.contains(answer)
                ? ", effects: [{set: {evaluation: {value: \(answer)}}}]" : ""
            return "{from: going, to: same, when: {answer: [\(answer)]}\(effects)}"
        }
        return "  rate: {label: {zh: 评价, en: Rate}, by: office, "
            + "transitions: [\(ways.joined(separator: ", "))], "
            + "fields: {\(answer)label: {zh: 回答, en: Answer}}}}\n"
    }

    /// Adds actions, and fills roles in which nothing was.
    private static func rated(
        _ name: String, _ actions: [String], _ roles: [String: String]
    ) -> (String, String, String) {
        let bound = roles.reduce(SmallWorkflow.roles) { text, role in
            text.replacing(" \(role.key): none", with: " \(role.key): \(role.value)")
                .replacing("{\(role.key): none", with: "{\(role.key): \(role.value)")
        }
        return (name, SmallWorkflow.roles, actions.joined() + bound)
    }
}
