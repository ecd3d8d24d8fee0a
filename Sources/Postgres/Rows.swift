import CLibPQ
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Owns the answer to one statement.
///
/// Shape: one `Row` per row, in the server's order; empty for a statement that returns none.
/// Invariant: libpq changes no result that it has handed over, and only `deinit` frees it.
package final class Rows: @unchecked Sendable {
    let result: OpaquePointer
    let statementName: String
    package let count: Int
    package let columnCount: Int
    private let types: [UInt32]
    /// Owned by the result.
    private let names: [UnsafeMutablePointer<CChar>?]
    /// Where the column stands that was asked for last; where nobody asked, the first.
    private let lastFound = Atomic(0)

    /// Takes ownership of the result.
    init(adopting result: OpaquePointer, statementName: String) {
        self.result = result
        self.statementName = statementName
        count = Int(PQntuples(result))
        let columnCount = PQnfields(result)
        self.columnCount = Int(columnCount)
        types = (0..<columnCount).map { PQftype(result, $0) }
        names = (0..<columnCount).map { PQfname(result, $0) }
    }

    deinit {
        PQclear(result)
    }

    /// How many rows the statement wrote, or returned if it wrote none.
    package var affectedCount: Int {
        Int(String(cString: PQcmdTuples(result))) ?? 0
    }

    package var columnNames: [String] {
        (0..<columnCount).map { String(cString: PQfname(result, Int32($0))) }
    }

    /// The place of a column, counted from 0; nil where there is no such column.
    func position(_ column: Column) -> Int? {
        switch column {
        case .at(let position): types.indices.contains(position) ? position : nil
        case .named(let name): position(named: name)
        }
    }

    /// Answers have few columns: a look at each costs less than an index of them. Whoever reads a row
    /// asks for them in about their order, so the look begins at the one that was asked for last.
    private func position(named name: StaticString) -> Int? {
        guard name.hasPointerRepresentation else { return nil }
        let wanted = UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)
        let last = lastFound.load(ordering: .relaxed)
        func isWanted(_ place: Int) -> Bool {
            names[place].map { strcmp($0, wanted) == 0 } ?? false
        }
        guard
            let found = (last..<names.count).first(where: isWanted)
                ?? (0..<last).first(where: isWanted)
        else { return nil }
        lastFound.store(found, ordering: .relaxed)
        return found
    }

    /// The object identifier of the column's type, or zero where there is no such column.
    package func columnTypeOID(_ column: Column) -> UInt32 {
        position(column).map { types[$0] } ?? 0
    }
}

extension Rows {
    /// Names a column and its type for whoever looks for a fault.
    func words(for column: Column) -> String {
        let oid = columnTypeOID(column)
        return switch column {
        case .named(let name): "\(name) (\(oid == 0 ? "missing, " : "")type \(oid))"
        case .at(let place):
            "\(place) (\(oid == 0 ? "missing" : columnNames[place]), type \(oid))"
        }
    }
}

extension Rows: RandomAccessCollection {
    package var startIndex: Int {
        0
    }

    package var endIndex: Int {
        count
    }

    package subscript(position: Int) -> Row {
        precondition(position >= 0 && position < count, "row outside of the result")
        return Row(rows: self, index: Int32(truncatingIfNeeded: position))
    }
}
