/// A company that the campaigns serve.
package struct Enterprise: Hashable, Sendable {
    package let id: EnterpriseID
    package let creditCode: String
    package let name: String
    package let division: String
    package let tags: [String]
    /// Codes of its industrial chains.
    package let chains: [String]
    /// The township, street or park that it lies in; a code of a unit.
    package let locality: String?
    /// `large`, `medium`, `small` or `micro`.
    package let size: String?
    /// A code of GB/T 4754.
    package let industry: String?

    package init(
        id: EnterpriseID, creditCode: String, name: String, division: String, tags: [String],
        chains: [String] = [], locality: String? = nil, size: String? = nil,
        industry: String? = nil
    ) {
        self.id = id
        self.creditCode = creditCode
        self.name = name
        self.division = division
        self.tags = tags
        self.chains = chains
        self.locality = locality
        self.size = size
        self.industry = industry
    }
}
