/// Says whether the issue whose number a field gives may stand there, or why not.
package enum IssueNaming: Hashable, Sendable {
    case fit
    case itself
    case ended
    case ofOtherCampaign
    case ofOtherCategory
    case confidential
    case underAnother

    /// What is wrong, after the name of the field; nil where nothing is.
    var problem: String? {
        switch self {
        case .fit: nil
        case .itself: "must be the number of another issue: this is the issue itself"
        case .ended: "must be the number of an open issue: this one has ended"
        case .ofOtherCampaign: "must be an issue of the same campaign"
        case .ofOtherCategory: "must be an issue of the same category"
        case .confidential:
            "must be a public issue: this one is confidential, or complains of a unit"
        case .underAnother: "must be an issue that stands under none itself: name the one above it"
        }
    }
}
