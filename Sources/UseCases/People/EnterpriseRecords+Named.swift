import Casework
import Store

extension EnterpriseRecords {
    /// Finds the enterprise that a list is narrowed to; nil where it is narrowed to none.
    ///
    /// - Throws: `badParameter` for a code that no enterprise has.
    func named(_ text: String?) async throws -> Enterprise? {
        guard let text else { return nil }
        guard let code = UnifiedSocialCreditCode(text),
            let found = try await enterprise(creditCode: code.text)
        else { throw InputFault.unknownEnterprise(text) }
        return found
    }
}
