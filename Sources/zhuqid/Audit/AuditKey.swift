import ArgumentParser
import CommandText
import Languages
import Sealing

/// Makes, shows and replaces the key that seals months.
struct AuditKey: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "key",
            abstract: Label(
                zh: "生成、查看、更换封存密钥。",
                en: "Makes, shows and replaces the key that seals months."),
            discussion: Label(
                zh: """
                    私钥文件只许本人读写（600），不放进数据库，数据库所有者也不应能读到。公钥在“文件.pub”里，\
                    可以公开；更换后旧公钥仍在其中，旧签名继续有效。
                    例：
                      zhuqid audit key make /etc/zhuqi/seal.key
                    """,
                en: """
                    The secret key is its owner's alone (600); it is not in the database, and the \
                    database's owner should not be able to read it. The public ones are in FILE.pub, for \
                    everybody; the old ones stay there, so that old signatures stay good.
                    Example:
                      zhuqid audit key make /etc/zhuqi/seal.key
                    """),
            subcommands: [MakeAuditKey.self, ShowAuditKey.self, RotateAuditKey.self])
    }

    static var fileHelp: ArgumentHelp {
        ArgumentHelp(zh: "私钥文件。", en: "The file of the secret key.", value: ("文件", "path"))
    }

    /// Prints the public keys; a fault is told, and the command ends with failure.
    static func tell(_ ring: () throws -> KeyRing) throws {
        do {
            for key in try ring().keys { print("\(key.fingerprint)\n\(key.text)", terminator: "") }
        } catch let fault as KeyFileFault {
            StandardError.write(fault.label.text(in: CommandLanguage.current))
            throw ExitCode.failure
        }
    }
}

struct MakeAuditKey: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "make",
            abstract: Label(
                zh: "生成密钥，写出公钥及其指纹。", en: "Makes a key; prints the public one and its fingerprint.")
        )
    }

    @Argument(help: AuditKey.fileHelp) var file: String

    func run() throws { try AuditKey.tell { try KeyStore(path: file).make() } }
}

struct ShowAuditKey: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "show",
            abstract: Label(
                zh: "写出全部公钥及其指纹，现用的在最后。",
                en: "Prints all public keys and their fingerprints, the one in use last."))
    }

    @Argument(help: AuditKey.fileHelp) var file: String

    func run() throws {
        try AuditKey.tell {
            let store = KeyStore(path: file)
            let (key, ring) = (try store.key(), try store.ring())
            guard ring.keys.last?.fingerprint == key.verifyingKey.fingerprint else {
                throw KeyFileFault.apart(secret: file, open: file + ".pub")
            }
            return ring
        }
    }
}

struct RotateAuditKey: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "rotate",
            abstract: Label(
                zh: "更换密钥；旧私钥改名保留，旧签名继续有效。",
                en: "Replaces the key; the old one is kept under another name, and what it signed "
                    + "stays good."))
    }

    @Argument(help: AuditKey.fileHelp) var file: String

    func run() throws { try AuditKey.tell { try KeyStore(path: file).rotate() } }
}
