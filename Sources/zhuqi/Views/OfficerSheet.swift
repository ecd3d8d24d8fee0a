import APIModel
import Languages

/// Shows who holds each level of the two lines.
struct OfficerSheet {
    let officers: OfficersAnswer
    let language: Language
    let canvas: Canvas

    var lines: [String] {
        let line = LineSheet(language: language, canvas: canvas)
        return line.lines(language("承办线", "Handling line"), officers.handling)
            + [""]
            + line.lines(
                language("服务线", "Service line"), officers.service, reached: officers.level)
            + byHand
    }

    private var byHand: [String] {
        officers.byHand.map {
            [language("（\($0.zh)：人工上报）", "(\($0.en): turned to by hand)").plain]
        } ?? []
    }
}
