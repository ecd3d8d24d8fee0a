import Languages
import UseCases

extension AdministratorFault {
    /// Words for whoever may name an administrator.
    var words: Label {
        switch self {
        case .notNamed(let known):
            Label(
                zh: "--by：请写明其中一位系统管理员：\(known.joined(separator: "、"))",
                en: "--by: name one of the system administrators: "
                    + known.joined(separator: ", "))
        case .noAdministrator(let login):
            Label(
                zh: "--by：“\(login)”不是系统管理员的账号",
                en: "--by: nobody with the login \(login) is a system administrator")
        }
    }
}
