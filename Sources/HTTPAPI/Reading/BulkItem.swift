import APIModel
import APIText
import Casework
import UseCases

/// Reads one item among many.
struct BulkItem {
    private let item: BulkActionBody.Item
    private let place: Int

    init(_ item: BulkActionBody.Item, at place: Int) {
        self.item = item
        self.place = place
    }

    /// Checks in the order that is promised for one action.
    func read() throws -> ActInBulk.Item {
        let terms = ActOnIssues.Terms(
            key: try key(), requestDigest: try RequestDigest.digest(of: item),
            expected: try expected())
        return ActInBulk.Item(
            ActOnIssues.Intent(
                ActionBody(action: item.action, comment: item.comment, fields: item.fields)),
            terms)
    }

    private func key() throws(ItemFault) -> String {
        guard let key = item.key else { throw ItemFault(.keyMissing, at: place) }
        do {
            return try RequestHeaders.key(key)
        } catch {
            throw ItemFault(.keyMalformed, at: place)
        }
    }

    private func expected() throws(ItemFault) -> Command.ExpectedVersion {
        switch item.version {
        case nil: throw ItemFault(.versionMissing, at: place)
        case .text("*"): return .any
        case .integer(let version) where version >= 1: return .exactly(Int(version))
        case .null, .boolean, .integer, .number, .text, .list, .object:
            throw ItemFault(.versionMalformed, at: place)
        }
    }
}
