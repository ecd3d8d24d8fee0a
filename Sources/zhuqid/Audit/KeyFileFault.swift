import Glibc
import Languages

/// Says why a key file is not used, or not written.
enum KeyFileFault: Error, Hashable {
    case exists(String)
    case openToOthers(String)
    case noKey(String)
    case noRing(String)
    /// The newest public key is not that of the secret one.
    case apart(secret: String, open: String)
    case system(String, Int32)

    static func last(_ path: String) -> KeyFileFault {
        errno == EEXIST ? .exists(path) : .system(path, errno)
    }

    var label: Label {
        switch self {
        case .exists(let path):
            Label(
                zh: "\(path) 已经存在，密钥从不覆盖", en: "\(path) is there already; no key is overwritten")
        case .openToOthers(let path):
            Label(
                zh: "\(path) 别人也能读写，不能使用：请先 chmod 600",
                en: "\(path) is open to others and is not used: chmod 600 it first")
        case .noKey(let path):
            Label(
                zh: "\(path) 里没有 Ed25519 私钥", en: "\(path) holds no secret key of Ed25519")
        case .noRing(let path):
            Label(
                zh: "\(path) 里没有前后相接的公钥",
                en: "\(path) holds no public keys that vouch each for the next")
        case .apart(let secret, let open):
            Label(
                zh: "\(open) 里最后一把公钥不属于 \(secret)",
                en: "the last public key in \(open) is not that of \(secret)")
        case .system(let path, let number):
            Label(
                zh: "\(path)：\(String(cString: strerror(number)))",
                en: "\(path): \(String(cString: strerror(number)))")
        }
    }
}
