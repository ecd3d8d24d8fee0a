import CRenaming
import Casework
import Foundation
import Glibc

/// A folder that is filled beside its place, under a name that nobody can guess, and gets its own name
/// in one step.
///
/// Invariant: what stands under its own name is whole. Where it got none it is removed, also what a
/// process left that was killed: a lock, which ends with the process, says which of them are in use.
struct PendingFolder: ~Copyable {
    let url: URL
    private let parent: OpenFolder
    private let folder: OpenFolder
    private let temporary: String
    private var isPublished = false
    /// The names of what was begun in it.
    private var names: [String] = []

    /// `RENAME_EXCHANGE` of the system.
    private static let exchange: UInt32 = 2

    init(at target: URL) throws(ExportFault) {
        let url = target.standardizedFileURL
        let parentPath = url.deletingLastPathComponent().path
        guard url.path != "/" else {
            throw .unusableDirectory(path: url.path, SystemFault(number: ENOTDIR))
        }
        let names = TemporaryName(of: url.lastPathComponent)
        let parent = try Self.usable(url) { () throws(SystemFault) -> OpenFolder in
            try Self.makeParents(parentPath)
            return try OpenFolder(path: parentPath)
        }
        names.removeAbandoned(from: parent)
        let temporary = try Self.usable(url) { () throws(SystemFault) -> String in
            try names.make(in: parent)
        }
        let folder = try Self.usable(url) { () throws(SystemFault) -> OpenFolder in
            try OpenFolder(locking: temporary, in: parent)
        }
        self.init(url: url, parent: parent, folder: folder, temporary: temporary)
    }

    private init(
        url: URL, parent: consuming OpenFolder, folder: consuming OpenFolder, temporary: String
    ) {
        self.url = url
        self.parent = parent
        self.folder = folder
        self.temporary = temporary
    }

    deinit {
        if !isPublished { TemporaryName.remove(temporary, folder, in: parent) }
    }

    /// Begins a file in it.
    mutating func file(_ name: String) throws(ExportFault) -> PendingFile {
        names.append(name)
        return try PendingFile(name, in: folder, path: url.appendingPathComponent(name).path)
    }

    /// Gives the folder its own name; its files are on disk already.
    ///
    /// An empty folder of that name is replaced. One that holds the same already stays; another gives
    /// way where it may be overwritten and holds nothing but files of an export.
    /// - Throws: `ExportFault.differsFromExisting`, `.holdsOther`, `.unusableDirectory`.
    mutating func publish(_ existing: MonthExport.Existing) throws(ExportFault) {
        // Somebody may take away what stands there between two looks.
        for _ in 0..<16 {
            let outcome: Outcome
            do throws(SystemFault) {
                outcome = try take(existing)
            } catch {
                throw .unusableDirectory(path: url.path, error)
            }
            switch outcome {
            case .whole: return
            case .gone: continue
            case .differs: throw .differsFromExisting(path: url.path)
            case .holdsOther(let name): throw .holdsOther(path: url.path, name: name)
            }
        }
        throw .unusableDirectory(path: url.path, SystemFault(number: EBUSY))
    }

    private enum Outcome {
        case whole
        /// What had the name has it no more.
        case gone
        case differs
        case holdsOther(String)
    }

    private mutating func take(
        _ existing: MonthExport.Existing
    ) throws(SystemFault) -> Outcome {
        try folder.synchronize()
        if renameat(parent.descriptor, temporary, parent.descriptor, name) == 0 {
            isPublished = true
            try parent.synchronize()
            return .whole
        }
        guard [ENOTEMPTY, EEXIST].contains(errno) else { throw SystemFault.last }
        let there: OpenFolder
        do throws(SystemFault) {
            there = try OpenFolder(name, in: parent)
        } catch {
            if error.number == ENOENT { return .gone }
            throw error
        }
        if try there.holds(names, of: folder) { return .whole }
        guard case .overwritten = existing else { return .differs }
        if let other = try there.otherNames().first { return .holdsOther(other) }
        return try changePlaces(with: there)
    }

    /// The one that had the name gets the temporary name, and is removed.
    private mutating func changePlaces(
        with there: borrowing OpenFolder
    ) throws(SystemFault) -> Outcome {
        guard
            renameat2(parent.descriptor, temporary, parent.descriptor, name, Self.exchange) == 0
        else {
            if errno == ENOENT { return .gone }
            throw SystemFault.last
        }
        isPublished = true
        try parent.synchronize()
        for old in try there.names() where Origin.isName(ofFile: old) { try there.remove(old) }
        try parent.removeFolder(temporary)
        return .whole
    }

    private var name: String { url.lastPathComponent }

    private static func makeParents(_ path: String) throws(SystemFault) {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true)
        } catch {
            throw SystemFault.last
        }
    }

    private static func usable<Value: ~Copyable>(
        _ url: URL, _ body: () throws(SystemFault) -> Value
    ) throws(ExportFault) -> Value {
        do throws(SystemFault) {
            return try body()
        } catch {
            throw .unusableDirectory(path: url.path, error)
        }
    }
}
