import Walking

/// Deals lines that ask for deadlines: most plain, many with something odd in one place or more.
struct LineDealer {
    private var random: SplitMix64

    init(seed: UInt64) {
        random = SplitMix64(seed: seed)
    }

    mutating func line() -> [UInt8] {
        var members = [
            #""calendar":"# + calendar(), #""start":"# + start(), #""target":"# + target(),
        ]
        if happens(8) { members.append(pick(Self.others)) }
        if happens(5) { members.append(members[0]) }
        if happens(5) { members.remove(at: Int.random(in: 0..<3, using: &random)) }
        if happens(30) { members.shuffle(using: &random) }
        let space = happens(50) ? " " : ""
        var line = Array("{\(members.joined(separator: ",\(space)"))}".utf8)
        if happens(6) { damage(&line) }
        if happens(4) { line = Array((pick(["  ", "\u{FEFF}", "\t", "["])).utf8) + line }
        if happens(4) { line += Array(pick([" ", "{}", "]", "\r", ",", "\0"]).utf8) }
        return line
    }

    private mutating func calendar() -> String {
        happens(88) ? #""cn""# : pick(Self.calendars)
    }

    private mutating func start() -> String {
        guard happens(88) else { return pick(Self.starts) }
        let month = Int.random(in: 1...12, using: &random)
        let day = Int.random(in: 1...29, using: &random)
        let hour = Int.random(in: 0...23, using: &random)
        return "\"20\(pick(["26", "25", "30"]))-\(two(month))-\(two(day))T\(two(hour)):30:00\""
    }

    private mutating func target() -> String {
        let value = happens(80) ? "\(Int.random(in: 0...400, using: &random))" : pick(Self.values)
        let unit = happens(88) ? "\"\(pick(Self.units))\"" : pick(Self.oddUnits)
        var members = [#""value":"# + value, #""unit":"# + unit]
        if happens(6) { members.append(pick(Self.endings)) }
        if happens(4) { members.append(members[0]) }
        if happens(4) { members.remove(at: 0) }
        if happens(30) { members.shuffle(using: &random) }
        guard happens(96) else { return pick(["null", "7", "[]", "{}"]) }
        return "{\(members.joined(separator: ","))}"
    }

    private mutating func damage(_ line: inout [UInt8]) {
        let place = Int.random(in: 0..<line.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: line.remove(at: place)
        case 1: line[place] = UInt8.random(in: 0...255, using: &random)
        case 2: line.insert(contentsOf: [0xEF, 0xBF, 0xBD], at: place)
        default: line.removeSubrange(place...)
        }
    }

    private mutating func happens(_ percent: Int) -> Bool {
        Int.random(in: 1...100, using: &random) <= percent
    }

    private mutating func pick(_ texts: [String]) -> String {
        texts[Int.random(in: 0..<texts.count, using: &random)]
    }

    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static let units = [
        "workingSeconds", "workingDays", "clockSeconds", "calendarDays", "calendarMonths",
    ]
    private static let calendars = [
        #""c\u006e""#, #""nowhere""#, #""cn\ufffd""#, "\"cn\u{FFFD}\"", #""broken""#, #""""#,
        #""cn\u0000""#, "null", "1", "true", #"["cn"]"#, "\"郑州\"", #""cn@1""#,
    ]
    private static let starts = [
        #""2026-10-09""#, #""2026-10-09T10:00:00+08:00""#, #""2026-10-09T02:00:00Z""#,
        #""2026-10-09T10:00:00.25""#, #""2026-10-09T10:00:00.1234567""#, #""2026-02-30""#,
        #""2026-10-09T25:00:00""#, #""2026-10-09t10:00:00""#, #""tomorrow""#, #""""#, "null",
        "1770971400", #""1999-01-01""#, #""9999-12-31T23:00:00""#, #""2026-10-09T10\u003a00:00""#,
        "\"2026-10-09T10:00:00 \"", #""２０２６-10-09""#, #"{"at":"2026-10-09"}"#,
    ]
    private static let values = [
        "-1", "-0", "7.0", "7.5", "1e2", "9007199254740992", "9007199254740993",
        "-9007199254740993", "9223372036854775807", "18446744073709551615", "1e400", "1e15",
        #""7""#, "null", "true", "[7]", "{}", "07", "1000000000000",
    ]
    private static let oddUnits = [
        #""workingHours""#, #""working\u0044ays""#, #""WorkingDays""#, #""""#, "null", "1",
        #"["workingDays"]"#,
    ]
    private static let endings = [
        #""ending":"sameTime""#, #""ending":"closeOfBusiness""#, #""ending":null"#,
        #""ending":"atNoon""#, #""and":1"#,
    ]
    private static let others = [
        #""hoursOf":"hall""#, #""hoursOf":"none""#, #""hoursOf":null"#, #""explain":true"#,
        #""explain":false"#, #""explain":"yes""#, #""end":"2026-10-10""#, #""end":null"#,
        #""before":{"value":1,"unit":"workingDays"}"#, #""before":null"#,
        #""pauses":[["2026-10-12","2026-10-13"]]"#, #""pauses":[]"#, #""pauses":[["2026-10-12"]]"#,
        #""pauses":null"#, #""colour":"red""#, #""Start":"2026-10-09""#, #""st\u0061rt":1"#,
    ]
}
