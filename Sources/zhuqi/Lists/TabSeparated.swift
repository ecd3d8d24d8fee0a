/// Writes lines of which every cell is whole: tabs, ends of lines and backslashes in it are escaped.
enum TabSeparated {
    static func line(_ cells: [String]) -> String {
        cells.map(cell).joined(separator: "\t")
    }

    private static func cell(_ text: String) -> String {
        var cell = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\t": cell += "\\t"
            case "\n": cell += "\\n"
            case "\r": cell += "\\r"
            case "\\": cell += "\\\\"
            default: cell.unicodeScalars.append(scalar)
            }
        }
        return cell.plain
    }
}
