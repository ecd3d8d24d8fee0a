import Languages
import Yams

/// Composes a YAML text into nodes, going on after duplicate keys.
///
/// The parser stops at a duplicate key. So the first of the two is masked in the text by private
/// characters of the same number, which keeps every place, and the text is composed again; the
/// reader of mappings then finds the masked key and tells it like any other fault.
struct Document {
    /// Masked keys are written with characters from here on, one for each.
    private static let firstMask: UInt32 = 0xE000
    private static let maskLimit = 64

    let root: Entry?

    init(_ text: String, log: FaultLog, byteLimit: Int = SourceText.byteLimit) {
        guard SourceText.isSafe(text, byteLimit: byteLimit, log: log) else {
            root = nil
            return
        }
        root = Self.compose(text, masked: 0, log: log).map { Entry(node: $0, name: "", log: log) }
        if root == nil, log.faults.isEmpty {
            log.record(
                .notYAML, at: .start, Label(zh: "文件是空的", en: "the file is empty"),
                Label(zh: "请写定义", en: "write a definition"))
        }
    }

    static func isMasked(_ key: String) -> Bool {
        guard let value = key.unicodeScalars.first?.value else { return false }
        return (firstMask..<firstMask + UInt32(maskLimit)).contains(value)
    }

    private static func compose(_ text: String, masked: Int, log: FaultLog) -> Node? {
        do {
            return try Yams.compose(yaml: text)
        } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
            let place = Place(context.mark)
            let key = keys.first ?? ""
            log.record(
                .duplicateKey, at: place,
                Label(zh: "“\(key)”在一处写了两次", en: "`\(key)` is written twice in one mapping"),
                Label(zh: "请只留一个", en: "keep one of the two"))
            guard masked < maskLimit(for: text),
                let next = mask(key, at: place, number: masked, in: text)
            else { return nil }
            return compose(next, masked: masked + 1, log: log)
        } catch {
            record(error, log: log)
            return nil
        }
    }

    /// Composing again costs time, so the longer the text, the fewer duplicates are told at once.
    private static func maskLimit(for text: String) -> Int {
        min(maskLimit, SourceText.byteLimit / 2 / max(1, text.utf8.count))
    }

    private static func mask(
        _ key: String, at place: Place, number: Int, in text: String
    ) -> String? {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.indices.contains(place.line - 1),
            let mask = Unicode.Scalar(firstMask + UInt32(number))
        else { return nil }
        var scalars = Array(lines[place.line - 1].unicodeScalars)
        let key = Array(key.unicodeScalars)
        let range = place.column - 1..<place.column - 1 + key.count
        guard !key.isEmpty, range.upperBound <= scalars.count, Array(scalars[range]) == key
        else { return nil }
        for index in range { scalars[index] = mask }
        lines[place.line - 1] = String(String.UnicodeScalarView(scalars))
        return lines.joined(separator: "\n")
    }

    private static func record(_ error: any Error, log: FaultLog) {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            log.record(
                .notYAML, at: Place(mark),
                Label(zh: "不是 YAML：\(problem)", en: "this is not YAML: \(problem)"),
                Label(
                    zh: "用空格缩进，引号和括号要配对，`:` 后加空格",
                    en: "indent with spaces, close quotes and brackets, put a space after `:`"))
        default:
            log.record(
                .notYAML, at: .start, Label(zh: "不能作为 YAML 读取", en: "this cannot be read as YAML"),
                Label(zh: "请存为 UTF-8 文本", en: "save the file as UTF-8 text"))
        }
    }
}
