package import Languages

/// Says why nothing was done with a token.
package enum TokenFault: Error, Hashable, CustomStringConvertible {
    case nobody(String)
    case left(String)
    case unknown(Int64)
    case ended(Int64)

    package var description: String { words.en }

    package var words: Label {
        switch self {
        case .nobody(let login):
            Label(
                zh: "组织机构中没有账号“\(login)”", en: "nobody in the directory has the login \(login)")
        case .left(let login):
            Label(
                zh: "“\(login)”已离岗，不予签发令牌",
                en: "\(login) has left the service and gets no token")
        case .unknown(let id):
            Label(
                zh: "没有令牌 \(id)；zhuqid token list 列出全部令牌",
                en: "there is no token \(id); zhuqid token list names them")
        case .ended(let id):
            Label(
                zh: "令牌 \(id) 早已失效，请另行签发",
                en: "token \(id) has ended already; issue a new one")
        }
    }
}
