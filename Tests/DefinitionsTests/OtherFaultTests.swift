import Definitions
import Testing

@Suite("Faults of the other files")
struct OtherFaultTests {
    @Test("a calendar tells days that stand twice, elsewhere or backwards")
    func calendar() {
        let text = """
            calendar: cn
            label: {zh: 日历, en: Calendar}
            timeZone: Asia/Shanghai
            week: {mon: ["09:00-12:00"], tue: ["12:00-09:00"]}
            publishedUntil: 2026-12-31
            years:
              2026:
                rest:
                  - {name: 元旦, en: New Year's Day, from: 2026-01-03, to: 2026-01-01}
                  - {name: 国庆节, en: National Day, from: 2026-10-01, to: 2026-10-02}
                work: [2026-10-01, 2025-01-26, 2026-02-30]
            """
        let faults = refused { () throws(DefinitionFaults) in
            try DefinitionReader.calendar(text, file: "cn.yaml")
        }
        #expect(
            faults == ["4:36 WF110", "9:62 WF111", "11:12 WF160", "11:24 WF161", "11:36 WF110"])
    }

    @Test("a routing table tells unknown functions and categories without a rule")
    func routing() {
        let text = """
            functions: {industry: {zh: 工信, en: Industry}}
            rules:
              - {category: LAB, lead: industri, source: ours}
              - {category: LAB, lead: industry, source: ours}
            """
        let faults = refused { () throws(DefinitionFaults) in
            try DefinitionReader.routing(text, file: "r", for: [])
        }
        #expect(faults == ["3:16 WF162", "3:27 WF164", "4:16 WF112", "4:16 WF162"])
    }

    @Test("a ladder tells a level that is left out")
    func ladder() {
        let text = """
            handling: [{level: 0, label: {zh: 零, en: Zero}, holders: [{by: leadUnit}]}]
            service:
              - {level: 0, label: {zh: 零, en: Zero}, holders: [{by: pairing}]}
              - {level: 2, label: {zh: 二, en: Two}, holders: [{by: town, role: leader}]}
              - {level: 3, label: {zh: 三, en: Three}, holders: [{by: city, role: leader}]}
            """
        let faults = refused { () throws(DefinitionFaults) in
            try DefinitionReader.ladder(text, file: "l")
        }
        #expect(faults == ["1:59 WF107", "4:5 WF165", "4:56 WF109", "5:5 WF165"])
    }

    @Test("a ladder tells ways that lead from its subject to nobody")
    func ladderSubjects() {
        let text = """
            handling: [{level: 0, label: {zh: 零, en: Zero}, holders: [{by: itself}]}]
            service: [{level: 0, label: {zh: 零, en: Zero}, holders: [{by: unit, role: unitHead}]}]
            unit: [{level: 0, label: {zh: 零, en: Zero}, holders: [{by: pairing}]}]
            officer: [{level: 0, label: {zh: 零, en: Zero}, holders: [{by: assigned}, {by: unit}]}]
            """
        let faults = refused { () throws(DefinitionFaults) in
            try DefinitionReader.ladder(text, file: "l")
        }
        #expect(
            faults == ["1:64 WF109", "2:63 WF109", "3:60 WF109", "4:63 WF109", "4:74 WF107"])
    }

    @Test("a ladder tells roles that never pass, and places and days that there are not")
    func substitution() {
        let lines = """
            handling: [{level: 0, label: {zh: 零, en: Zero}, holders: [{by: assigned}]}]
            service: [{level: 0, label: {zh: 零, en: Zero}, holders: [{by: filer}]}]

            """
        let sections: [(text: String, faults: [String])] = [
            ("substitution: {longestDays: 91, roles: {}}", ["3:29 WF111"]),
            ("substitution: {longestDays: 0, roles: {}}", ["3:29 WF111"]),
            ("substitution: {roles: {handler: [unit]}}", ["3:15 WF107"]),
            ("substitution: {longestDays: 30}", ["3:15 WF107"]),
            ("substitution: {longestDays: 30, roles: {}, days: 3}", ["3:44 WF105"]),
            ("substitution: [handler]", ["3:15 WF108"]),
            (
                """
                substitution:
                  longestDays: 30
                  roles:
                    integrator: [unit]
                    system: [unit]
                    enterprise: [unit]
                    king: [unit]
                    handler: [city]
                    unitHead: unit
                    leader: []
                    caller: [unit]
                    caller: [aboveUnit]
                """,
                [
                    "6:5 WF109", "7:5 WF109", "8:5 WF109", "9:5 WF109", "10:15 WF109",
                    "11:15 WF108", "12:13 WF110", "13:5 WF106",
                ]
            ),
        ]
        for section in sections {
            let faults = refused { () throws(DefinitionFaults) in
                try DefinitionReader.ladder(lines + section.text, file: "l")
            }
            #expect(faults == section.faults, "\(section.text)")
        }
    }

    @Test("the notices tell templates that can't be read, and values that there are not")
    func notices() {
        let text = """
            calendar: cn
            quiet: {waking: "08:00-20:00", exceptClasses: [U]}
            digest: {at: "08:30", roles: [leader, king]}
            templates:
              notice:
                subject: {zh: "{{number", en: "{{numbr}}"}
                body: {zh: "{{#reason}}x", en: ok}
              enterprise:
                subject: {zh: ok, en: ok}
                body: {zh: "{{lead}}", en: ok}
              sms: {subject: {zh: a, en: a}, body: {zh: a, en: a}}
            """
        let faults = refused { () throws(DefinitionFaults) in
            try DefinitionReader.notices(text, file: "n")
        }
        #expect(
            faults == [
                "3:39 WF109", "5:3 WF107", "6:19 WF110", "6:35 WF109", "7:16 WF110", "10:16 WF109",
                "11:3 WF105",
            ])
    }

    @Test("a directory tells words that would be two in a table")
    func directoryWords() {
        let text = """
            divisions: [{code: "410100", name: {zh: 郑州市, en: Zhengzhou}}]
            units: [{code: a, name: {zh: 甲, en: A}, kind: city, division: "410100", aliases: [甲局, 乙、丙]}]
            persons: []
            enterprises: [{creditCode: 91410100MADEM00116, name: 示例, division: "410100", tags: [规上; 专精]}]
            """
        let faults = refused { () throws(DefinitionFaults) in
            try DefinitionReader.directory(text, file: "d")
        }
        #expect(faults == ["2:87 WF110", "4:85 WF110"])
    }

    @Test("a directory tells names that refer to nothing")
    func directory() {
        let text = """
            divisions: [{code: "410100", name: {zh: 郑州市, en: Zhengzhou}}]
            units:
              - {code: a, name: {zh: 甲, en: A}, kind: city, parent: b, division: "410100"}
              - {code: b, name: {zh: 乙, en: B}, kind: office, parent: a, division: "410100"}
              - {code: c, name: {zh: 丙, en: C}, kind: city, parent: a, division: "410109"}
            persons:
              - {login: one, name: 示例, phone: 12-3, grants: [{role: handler, unit: d}]}
            enterprises: []
            demoTokens: {handler: two}
            """
        let faults = refused { () throws(DefinitionFaults) in
            try DefinitionReader.directory(text, file: "d")
        }
        let expected = [
            "3:57 WF174", "4:43 WF109", "5:70 WF170", "7:35 WF110", "7:72 WF171", "9:23 WF173",
        ]
        #expect(faults.filter { !$0.hasSuffix("WF107") } == expected)
        #expect(faults.filter { $0 == "9:13 WF107" }.count == 12, "one for each role without login")
    }
}

/// Reads something that is faulty; returns the places and codes of its faults.
func refused(_ read: () throws(DefinitionFaults) -> some Any) -> [String] {
    do {
        _ = try read()
        return []
    } catch {
        return error.faults.map { "\($0.line):\($0.column) \($0.code)" }
    }
}
