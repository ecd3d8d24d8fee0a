/// The world not being as published: a fault of the installation, never of a request.
package struct WorldFault: Error, Hashable, Sendable, CustomStringConvertible {
    package let description: String
    package let code = "CW290"

    package init(_ description: String) {
        self.description = description
    }
}
