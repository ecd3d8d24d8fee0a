import Foundation
import Glibc

/// The names under which a folder is filled: `.NAME.<32 hexadecimal digits>.partial`.
struct TemporaryName {
    private let prefix: String
    private static let suffix = ".partial"
    private static let digits = Set("0123456789abcdef")

    init(of name: String) { prefix = ".\(name)." }

    /// Makes a folder of a name that nobody could have guessed.
    func make(in parent: borrowing OpenFolder) throws(SystemFault) -> String {
        let drawn = (0..<4).map { _ in UInt32.random(in: 0...UInt32.max) }
        let name =
            prefix
            + drawn.map { number in
                let digits = String(number, radix: 16)
                return String(repeating: "0", count: 8 - digits.count) + digits
            }.joined() + Self.suffix
        try SystemFault.checked(mkdirat(parent.descriptor, name, 0o777))
        return name
    }

    /// Removes what was left by those that were killed, and nothing that somebody still fills.
    ///
    /// What can't be removed stays: it is in nobody's way.
    func removeAbandoned(from parent: borrowing OpenFolder) {
        do throws(SystemFault) {
            for name in try parent.names() where isOne(name) {
                Self.removeAbandoned(name, from: parent)
            }
        } catch {
            return
        }
    }

    private static func removeAbandoned(_ name: String, from parent: borrowing OpenFolder) {
        do throws(SystemFault) {
            remove(name, try OpenFolder(locking: name, in: parent), in: parent)
        } catch {
            return
        }
    }

    /// Removes a folder and the files in it. What can't be removed stays, for the next to remove.
    static func remove(
        _ name: String, _ folder: borrowing OpenFolder, in parent: borrowing OpenFolder
    ) {
        do throws(SystemFault) {
            for file in try folder.names() { try folder.remove(file) }
            try parent.removeFolder(name)
        } catch {
            return
        }
    }

    private func isOne(_ name: String) -> Bool {
        guard name.hasPrefix(prefix), name.hasSuffix(Self.suffix) else { return false }
        let middle = name.dropFirst(prefix.count).dropLast(Self.suffix.count)
        return middle.count == 32 && middle.allSatisfy(Self.digits.contains)
    }
}
