/// Says why nothing was done with a token.
package enum TokenFault: Error, Hashable, CustomStringConvertible {
    case nobody(String)
    case left(String)
    case unknown(Int64)
    case ended(Int64)

    package var description: String {
        switch self {
        case .nobody(let login): "nobody in the directory has the login \(login)"
        case .left(let login): "\(login) has left the service and gets no token"
        case .unknown(let id): "there is no token \(id); zhuqid token list names them"
        case .ended(let id): "token \(id) has ended already; issue a new one"
        }
    }
}
