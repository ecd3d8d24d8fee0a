package import Languages

/// Names one thing that is not as a seal says.
package enum SealMismatch: Error, Hashable, Sendable {
    case unreadable(String)
    /// None of the given keys has the fingerprint.
    case unknownKey(String)
    case wrongSignature(fingerprint: String)
    case otherInstallation(sealed: String, expected: String)
    case missingFile(String)
    case changedFile(String, sealed: String, found: String)
    /// The seal says nothing of it.
    case unsealedFile(String)
    case headOutOfOrder(line: Int)
    case unreadableHead(line: Int)
    case headCount(sealed: Int, found: Int)
    case root(sealed: String, found: String)
    case previous(month: String, sealed: String, found: String)
    /// The seal names one before it, which is not there; or it names none and there is one.
    case missingPrevious(month: String)
    case unexpectedPrevious(month: String)
    case brokenNumbering(expected: Int, found: Int)
    case notProved(String)
}

extension SealMismatch {
    /// Says what does not match.
    package var label: Label {
        switch self {
        case .unreadable(let file):
            Label(zh: "\(file) 读不出来", en: "\(file) can't be read")
        case .unknownKey(let fingerprint):
            Label(
                zh: "签名所用密钥 \(fingerprint) 不在所给公钥之中",
                en: "it was signed with the key \(fingerprint), which is not among those given")
        case .wrongSignature(let fingerprint):
            Label(
                zh: "签名不符（密钥 \(fingerprint)）",
                en: "the signature does not fit (key \(fingerprint))")
        case .otherInstallation(let sealed, let expected):
            Label(
                zh: "这是另一套系统的封存：\(sealed)，应为 \(expected)",
                en: "it is the seal of another installation: \(sealed), not \(expected)")
        case .missingFile(let name):
            Label(zh: "缺少文件 \(name)", en: "the file \(name) is missing")
        case .changedFile(let name, let sealed, let found):
            Label(
                zh: "文件 \(name) 已被改动：封存的摘要是 \(sealed)，现在是 \(found)",
                en: "the file \(name) was changed: sealed as \(sealed), now \(found)")
        case .unsealedFile(let name):
            Label(zh: "文件 \(name) 不在封存之内", en: "the seal says nothing of the file \(name)")
        case .headOutOfOrder(let line):
            Label(
                zh: "事项清单第 \(line) 行次序不对或编号重复",
                en: "line \(line) of the list of issues is out of order, or repeats a number")
        case .unreadableHead(let line):
            Label(
                zh: "事项清单第 \(line) 行读不出来",
                en: "line \(line) of the list of issues can't be read")
        case .headCount(let sealed, let found):
            Label(
                zh: "事项数不符：封存 \(sealed) 件，清单 \(found) 件",
                en: "the seal counts \(sealed) issues, the list \(found)")
        case .root(let sealed, let found):
            Label(
                zh: "事项总摘要不符：封存 \(sealed)，清单算得 \(found)",
                en: "the root over all issues does not fit: sealed \(sealed), computed \(found)")
        case .previous(let month, let sealed, let found):
            Label(
                zh: "上一次封存（\(month)）不符：本次记为 \(sealed)，所给为 \(found)",
                en: "the seal before (\(month)) does not fit: named \(sealed), given \(found)")
        case .missingPrevious(let month):
            Label(
                zh: "缺少上一次封存（\(month)），无法核对其衔接",
                en: "the seal before (\(month)) is missing, so that the chain can't be checked")
        case .unexpectedPrevious(let month):
            Label(
                zh: "本次封存自称第一次，却有更早的封存（\(month)）",
                en: "the seal says that it is the first, but there is one before (\(month))")
        case .brokenNumbering(let expected, let found):
            Label(
                zh: "封存序号应为 \(expected)，实为 \(found)",
                en: "the seal should have the number \(expected) and has \(found)")
        case .notProved(let number):
            Label(
                zh: "证明不了编号 \(number) 在封存之内",
                en: "it is not proved that \(number) is in the seal")
        }
    }
}
