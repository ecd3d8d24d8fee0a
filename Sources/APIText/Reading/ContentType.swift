/// Tells what a body says that it is.
package enum ContentType {
    /// What bodies may be; a suffix `+json` of another name is as good.
    package static let accepted = "application/json"
}
