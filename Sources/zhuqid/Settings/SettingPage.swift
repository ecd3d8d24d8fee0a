import Languages
import Settings

/// The settings of one program, for a reader of 80 columns.
///
/// Shape: of each setting a row with name, value, source and default; below it what it means; below that
/// what may be given, and the option and the variable that give it.
struct SettingPage {
    let title: String
    let settings: [any DeclaredSetting]
    let values: SettingValues
    let language: Language

    var lines: [String] {
        let heading = SettingLayout.row([
            language("设置", "setting"), language("现值", "value"), language("来源", "source"),
            language("默认", "default"),
        ])
        return [title] + heading + settings.flatMap(entry)
    }

    private func entry(_ setting: any DeclaredSetting) -> [String] {
        let given = values.given(setting)
        let row = SettingLayout.row([
            setting.name, value(setting, given?.text), source(given?.source),
            setting.standardText ?? none,
        ])
        let forms = [setting.bounds?.text(in: language), setting.flag, setting.variable]
        return row + SettingLayout.paragraph([setting.meaning.text(in: language)])
            + SettingLayout.paragraph(forms.compactMap(\.self))
    }

    private var none: String { language("无", "none") }

    private func value(_ setting: any DeclaredSetting, _ given: String?) -> String {
        guard let given else { return setting.standardText ?? none }
        return setting.isSecret ? language("已设置，不显示", "set, not shown") : given
    }

    private func source(_ source: SettingValues.Source?) -> String {
        switch source {
        case .flag?: language("选项", "option")
        case .environment?: language("环境变量", "environment")
        case .file(let line)?: language("文件第 \(line) 行", "file, line \(line)")
        case nil: language("默认", "default")
        }
    }
}

/// Lays words out in 80 columns.
private enum SettingLayout {
    private static let width = 80
    /// Where the columns begin; the widest default has room in the last.
    private static let starts = [0, 20, 44, 58]
    private static let indent = "  "

    /// Puts each cell below the heading of its column; one that is pushed aside begins the next line, and
    /// one that is wider than the page goes on below itself.
    static func row(_ cells: [String]) -> [String] {
        var lines: [String] = []
        var line = ""
        for (start, cell) in zip(starts, cells) {
            if !line.isEmpty, columns(of: line) > start - indent.count {
                lines.append(line)
                line = ""
            }
            let pieces = pieces(of: cell, width - start)
            line += String(repeating: " ", count: start - columns(of: line)) + pieces[0]
            for piece in pieces.dropFirst() {
                lines.append(line)
                line = String(repeating: " ", count: start) + piece
            }
        }
        return lines + [line]
    }

    private static func pieces(of cell: String, _ room: Int) -> [String] {
        cell.reduce(into: [""]) { pieces, character in
            if columns(of: pieces[pieces.count - 1] + String(character)) > room {
                pieces.append("")
            }
            pieces[pieces.count - 1].append(character)
        }
    }

    /// Puts parts beside each other, below the row; what does not fit begins the next line.
    static func paragraph(_ parts: [String]) -> [String] {
        parts.reduce(into: [String]()) { lines, part in
            if let last = lines.last, columns(of: last + indent + part) <= width {
                lines[lines.count - 1] = last + indent + part
            } else {
                lines.append(indent + part)
            }
        }
    }

    /// Chinese characters and their marks take two columns.
    private static func columns(of text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) }
    }
}
