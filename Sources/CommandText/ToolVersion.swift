/// The version that both programs are released under.
package enum ToolVersion {
    package static let text = "0.1.0"
}
