import Casework
import CommandText
import Engine
import Exports
import Languages
import Postgres
import Settings
import Store
import WorkingTime

/// Says why the tool could not do what it was asked for, and with which number it ends.
struct ToolFailure {
    let words: Label
    let status: EndingStatus

    init(_ error: any Error) {
        switch error {
        case let error as PostgresError:
            self.init(error)
        case let error as MigrationFault: self.init(error.words)
        case let error as StoreFailure: self.init(error.words)
        case let error as ExportFault: self.init(error.coded)
        case let error as WorkingTimeRefusal: self.init(error.words)
        default: self.init(Label(zh: "没有办成：\(error)", en: "failed: \(error)"))
        }
    }

    private init(_ words: Label) {
        self.words = words
        status = .failed
    }

    private init(_ error: PostgresError) {
        let variable = ServerSettings.database.variable
        let (title, status): (Label, EndingStatus) =
            switch error {
            case .refused: (Label(zh: "数据库拒绝", en: "the database refused it"), .failed)
            case .unavailable:
                (
                    Label(
                        zh: "连不上数据库，请核对 --database 或 \(variable)",
                        en: "the database can't be reached: check --database or \(variable)"),
                    .unreachable
                )
            case .connectionLost(true, _):
                (
                    Label(
                        zh: "与数据库的连接中断，不知是否已办成，可再次运行",
                        en: "the connection was lost, perhaps after the change: run it again"),
                    .unreachable
                )
            case .connectionLost(false, _):
                (
                    Label(
                        zh: "与数据库的连接中断，没有改动",
                        en: "the connection was lost before anything was changed"), .unreachable
                )
            case .exhausted:
                (Label(zh: "数据库连接都在使用中", en: "no connection came free"), .failed)
            case .decoding:
                (
                    Label(zh: "数据库的内容与程序不符", en: "the database holds what is not known here"),
                    .failed
                )
            case .cancelled: (Label(zh: "已中断", en: "it was interrupted"), .interrupted)
            }
        words = Label(zh: "\(title.zh)（\(error)）", en: "\(title.en) (\(error))")
        self.status = status
    }
}

extension StoreFailure {
    fileprivate var words: Label {
        switch self {
        case .transient(let reason), .conflict(let reason), .constraint(let reason),
            .strained(let reason), .unavailable(let reason), .fault(let reason):
            Label(zh: "没有办成：\(reason)", en: "failed: \(reason)")
        case .unstorable:
            Label(zh: "内容含有不能保存的字符", en: "a text holds a character that can't be stored")
        case .locked: Label(zh: "别人正在使用，请稍后再试", en: "others hold it: try again")
        }
    }
}
