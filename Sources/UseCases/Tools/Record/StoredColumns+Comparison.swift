import Languages
import Store
import Workflow

extension StoredColumns {
    /// Lists the columns that differ from what they must be.
    func differences(from expected: StoredColumns) -> [Label] {
        let pairs: [(String, Bool)] = [
            ("is_open", isOpen == expected.isOpen), ("due_at", dueAt == expected.dueAt),
            ("class_rank", classRank == expected.classRank),
            ("search_bigrams", searchBigrams == expected.searchBigrams),
        ]
        let named = HeadColumn.allCases.map {
            ($0.rawValue, attributes[$0] == expected.attributes[$0])
        }
        return (pairs + named).filter { !$0.1 }.map {
            Label(zh: "\($0.0) 列不符", en: "column \($0.0) differs")
        }
    }
}
