package import Casework
package import Languages

/// An export that could not be made; nothing of it appeared under its own name.
package enum ExportFault: Error, Hashable, Sendable {
    case unusableDirectory(path: String, SystemFault)
    /// A folder of that name holds another export.
    case differsFromExisting(path: String)
    /// A folder of that name holds something that no export wrote.
    case holdsOther(path: String, name: String)
    case unwritable(path: String, SystemFault)
    /// A mark was passed in the month that no event holds yet: the figures would still move.
    case unwrittenMark(issue: String, mark: String, at: String)
    /// The head says another instant of birth than the first event.
    case bornOtherwise(issue: String)
    case notBegun(month: String, beginsAt: String)
    case notOver(month: String, endsAt: String)
    case world(WorldFault)

    package var code: String {
        switch self {
        case .unusableDirectory: "EX401"
        case .differsFromExisting: "EX402"
        case .unwritable: "EX403"
        case .unwrittenMark: "EX404"
        case .bornOtherwise: "EX405"
        case .notBegun: "EX406"
        case .notOver: "EX407"
        case .holdsOther: "EX408"
        case .world(let fault): fault.code
        }
    }
}

extension ExportFault: CustomStringConvertible {
    package var description: String { coded.en }

    /// With the code before it.
    package var coded: Label {
        Label { language in "\(code) \(label.text(in: language))" }
    }

    /// Says why there is no export.
    package var label: Label {
        switch self {
        case .unusableDirectory(let path, let fault):
            Label(
                zh: "不能用文件夹 \(path)：\(fault.label.zh)",
                en: "the folder \(path) can't be used: \(fault.label.en)")
        case .differsFromExisting(let path):
            Label(
                zh: "\(path) 已有内容不同的导出，未作改动",
                en: "\(path) holds another export already; nothing was replaced")
        case .holdsOther(let path, let name):
            Label(
                zh: "\(path) 里有不是导出的文件 \(name)，未作改动",
                en: "\(path) holds \(name), which no export wrote; nothing was replaced")
        case .unwritable(let path, let fault):
            Label(
                zh: "写不了 \(path)：\(fault.label.zh)",
                en: "\(path) can't be written: \(fault.label.en)")
        case .unwrittenMark(let issue, let mark, let at):
            Label(
                zh: "\(issue) 在 \(at) 已过节点（\(mark)），尚未入档；请等提醒办完再导出",
                en: "issue \(issue) passed the mark \(mark) at \(at), which is not on record "
                    + "yet; let the alarms run, then export again")
        case .bornOtherwise(let issue):
            Label(
                zh: "\(issue) 的登记时间与第一条记录不符，请先运行 zhuqid doctor",
                en: "issue \(issue) says another time of filing than its first event; "
                    + "see zhuqid doctor")
        case .notBegun(let month, let beginsAt):
            Label(
                zh: "\(month) 还没有开始，\(beginsAt) 才开始",
                en: "\(month) has not begun: it begins at \(beginsAt)")
        case .notOver(let month, let endsAt):
            Label(
                zh: "\(month) 还没有结束，\(endsAt) 才结束；先看临时数据请加 --provisional",
                en: "\(month) is not over: it ends at \(endsAt); "
                    + "--provisional exports it as far as it goes")
        case .world(let fault): Label(zh: "\(fault)", en: "\(fault)")
        }
    }
}
