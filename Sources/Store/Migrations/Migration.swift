import Crypto
package import Foundation
package import Languages

/// One step from one schema to the next, forward only.
package struct Migration: Hashable, Sendable {
    package let number: Int
    package let title: String
    package let sql: String
    package let digest: [UInt8]

    /// Reads every migration of a folder, in order.
    ///
    /// - Throws: `MigrationFault` where a number is missing or a header line is.
    package static func all(in folder: URL) throws -> [Migration] {
        let files = try FileManager.default.contentsOfDirectory(
            at: folder, includingPropertiesForKeys: nil
        ).filter { $0.pathExtension == "sql" }.sorted {
            $0.lastPathComponent < $1.lastPathComponent
        }
        let migrations = try files.map(Migration.init(file:))
        for (index, migration) in migrations.enumerated() where migration.number != index + 1 {
            throw MigrationFault.gap(expected: index + 1, found: migration.number)
        }
        return migrations
    }

    private init(file: URL) throws {
        let name = file.deletingPathExtension().lastPathComponent
        let parts = name.split(separator: "_", maxSplits: 1)
        guard parts.count == 2, parts[0].count == 4, let number = Int(parts[0]) else {
            throw MigrationFault.badName(file.lastPathComponent)
        }
        self.number = number
        title = parts[1].replacingOccurrences(of: "_", with: " ")
        sql = try String(contentsOf: file, encoding: .utf8)
        digest = Array(SHA256.hash(data: Array(sql.utf8)))
        for header in ["-- Why:", "-- Breaking:", "-- Locks:"] where !sql.contains(header) {
            throw MigrationFault.missingHeader(file: file.lastPathComponent, header)
        }
    }
}

/// Why a database can't be brought to the program's schema.
package enum MigrationFault: Error, Hashable, Sendable, CustomStringConvertible {
    case badName(String)
    case missingHeader(file: String, String)
    case gap(expected: Int, found: Int)
    case changed(number: Int, title: String)
    case newerDatabase(Int, program: Int)
    case notMigrated(Int, program: Int)
    case markDiffers(isSimulated: Bool)

    package var code: String {
        switch self {
        case .badName, .missingHeader, .gap: "DB520"
        case .changed: "DB521"
        case .newerDatabase: "DB522"
        case .notMigrated: "DB523"
        case .markDiffers: "DB524"
        }
    }

    package var description: String { words.en }

    package var words: Label {
        switch self {
        case .badName(let file):
            Label(
                zh: "\(file) 的文件名应为 NNNN_title.sql", en: "\(file) is not named NNNN_title.sql")
        case .missingHeader(let file, let header):
            Label(zh: "\(file) 缺少“\(header)”一行", en: "\(file) lacks the line “\(header)”")
        case .gap(let expected, let found):
            Label(
                zh: "第 \(found) 个升级之前缺少第 \(expected) 个",
                en: "migration \(expected) is missing before \(found)")
        case .changed(let number, let title):
            Label(
                zh: "第 \(number) 个升级（\(title)）的内容与已执行的不同：不得更改",
                en: "migration \(number) (\(title)) was applied with another text: never change one"
            )
        case .newerDatabase(let database, let program):
            Label(
                zh: "数据库为第 \(database) 版，新于本程序的第 \(program) 版：请更新程序",
                en:
                    "the database is at \(database), newer than this program's \(program): update it"
            )
        case .notMigrated(let database, let program):
            Label(
                zh: "数据库为第 \(database) 版，本程序需要第 \(program) 版：请运行 zhuqid migrate",
                en: "the database is at \(database), this program needs \(program): "
                    + "run zhuqid migrate")
        case .markDiffers(let isSimulated):
            isSimulated
                ? Label(
                    zh: "本数据库建库时用模拟时间", en: "this database was created for simulated time")
                : Label(
                    zh: "本数据库建库时用真实时间，不能更改",
                    en: "this database was created for real time, which can't be changed")
        }
    }
}
