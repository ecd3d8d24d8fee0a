/// Names an issue as people and programs do: by its id, or by its number.
package enum IssueReference: Hashable, Sendable {
    case id(IssueID)
    case number(String)
}
