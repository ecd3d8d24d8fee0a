import Languages
import Workflow

extension Entry {
    /// Reads `{zh: …, en: …}`.
    func label() -> Label {
        guard let mapping = mapping(of: ["zh", "en"]) else { return .unread }
        let zh = mapping.required("zh")?.labelText()
        let en = mapping.required("en")?.labelText()
        return Label(zh: zh ?? "", en: en ?? "")
    }
}

extension Entry {
    private static let longestLabel = 200

    /// Reads what people see on one line.
    fileprivate func labelText() -> String? {
        guard let text = text()?.value else { return nil }
        let isOneLine = text.unicodeScalars.allSatisfy {
            $0.properties.generalCategory != .control
                && $0.properties.generalCategory != .lineSeparator
                && $0.properties.generalCategory != .paragraphSeparator
        }
        guard isOneLine, text.count <= Self.longestLabel else {
            log.record(
                .badText, at: place,
                Label(
                    zh: "\(subject.zh)不是标签", en: "\(subject.en) is no label"),
                Label(
                    zh: "请写一行，至多 \(Self.longestLabel) 字",
                    en: "write one line of at most \(Self.longestLabel) characters"))
            return nil
        }
        return text
    }
}

extension Mapping {
    /// Reads the label that everything shown to people must have.
    func label() -> Label {
        required("label")?.label() ?? .unread
    }
}

extension Label {
    /// Stands in for a label that was refused.
    static let unread = Label(zh: "", en: "")
}
