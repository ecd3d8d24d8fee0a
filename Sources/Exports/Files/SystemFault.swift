import Glibc
package import Languages

/// Says why the system did not do what it was asked to do with a file.
package struct SystemFault: Error, Hashable, Sendable {
    /// The system's own number of it, `errno`.
    let number: Int32

    static var last: SystemFault { SystemFault(number: errno) }

    /// Passes on what the system answered.
    @discardableResult
    static func checked(_ answer: Int32) throws(SystemFault) -> Int32 {
        guard answer >= 0 else { throw last }
        return answer
    }

    package var label: Label {
        switch number {
        case ENOSPC, EDQUOT: Label(zh: "磁盘已满", en: "the disk is full")
        case EACCES, EPERM: Label(zh: "没有权限", en: "this is not allowed here")
        case EROFS: Label(zh: "磁盘只读", en: "the disk can only be read")
        case ENOENT: Label(zh: "没有这个文件夹", en: "there is no such folder")
        case ENOTDIR: Label(zh: "已有同名的文件或链接", en: "a file or a link has that name")
        case ELOOP: Label(zh: "该处是链接", en: "there is a link in its place")
        case EFBIG: Label(zh: "文件过大", en: "the file would be too large")
        case EIO: Label(zh: "磁盘读写出错", en: "the disk failed")
        case ENAMETOOLONG: Label(zh: "名称过长", en: "the name is too long")
        default:
            Label(
                zh: "系统拒绝：\(String(cString: strerror(number)))",
                en: "the system says: \(String(cString: strerror(number)))")
        }
    }
}
