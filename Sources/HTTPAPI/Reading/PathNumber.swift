import Casework
import UseCases

/// Reads a number in a path, in the one way that it is written: no sign, no zeros before it.
enum PathNumber {
    static func read(_ text: String) -> Int64? {
        guard let number = Int64(text), number > 0, String(number) == text else { return nil }
        return number
    }
}

extension IssueReference {
    /// Reads an id, or else a number; nil where the text can be neither.
    init?(_ text: String) {
        if let id = PathNumber.read(text) {
            self = .id(IssueID(id))
        } else if Decider.mayBeNumber(text) {
            self = .number(text)
        } else {
            return nil
        }
    }
}

extension CaseReference {
    /// Reads an id, or else a number; nil where the text can be neither.
    init?(_ text: String) {
        if let id = PathNumber.read(text) {
            self = .id(CaseID(id))
        } else if text.utf8.count <= 40 {
            self = .number(text)
        } else {
            return nil
        }
    }
}
