import Casework
import Store
import WorkingTime

extension RosterTable.Content {
    /// Writes what a cell holds as the directory keeps it, codes and numbers in half-width.
    ///
    /// Names and remarks stay as they were written.
    func normalised(_ text: String) -> String {
        switch self {
        case .newCreditCode, .creditCode:
            UnifiedSocialCreditCode(text)?.text ?? text
        case .newDivision, .newUnit, .newLogin, .newProject, .newChain, .division, .unit, .login,
            .project, .chain, .chains, .kind, .role, .size, .industry, .phone, .email, .date,
            .localTime, .boolean, .number:
            HalfWidth.text(text)
        case .text, .words: text
        }
    }
}
