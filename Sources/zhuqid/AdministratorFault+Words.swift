import UseCases

extension AdministratorFault {
    /// Words for whoever may name an administrator.
    var words: String {
        switch self {
        case .notNamed(let known):
            "--by: name one of the system administrators: \(known.joined(separator: ", "))"
        case .noAdministrator(let login):
            "--by: nobody with the login \(login) is a system administrator"
        }
    }
}
