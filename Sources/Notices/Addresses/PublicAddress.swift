import APIModel

/// Builds every link to this installation that leaves it, in letters and in messages to programs.
package struct PublicAddress: Hashable, Sendable {
    /// What links begin with, e.g. `https://zhuqi.example`, without a slash at its end; empty where
    /// links are paths alone.
    package let base: String

    /// For receivers that know which server a path belongs to.
    package static let paths = PublicAddress("")

    /// - Parameter text: as it was set; slashes at its end do not count.
    package init(_ text: String) {
        var base = text[...]
        while base.last == "/" { base.removeLast() }
        self.base = String(base)
    }

    /// What the tool for staff takes as its server; nil where links are paths alone.
    package var server: String? { base.isEmpty ? nil : base }

    /// - Parameter number: e.g. `ZQ2026-000001-1`.
    package func issue(_ number: String) -> String { base + APIPath.issue.address(number) }

    /// The personal link by which an enterprise follows an issue of its own.
    ///
    /// - Parameter token: e.g. `zl_3f…`; whoever has it may act for the enterprise.
    package func enterpriseLink(_ token: String) -> String { base + APIPath.link.address(token) }
}
