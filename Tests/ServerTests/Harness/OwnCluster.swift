import Foundation

/// A PostgreSQL server that one test may stop and start, made by the scripts' own means.
struct OwnCluster: Sendable {
    let home: URL
    let cluster: TestCluster

    /// Runs the body with a fresh cluster, which is removed afterwards.
    ///
    /// - Parameter home: an empty folder, which goes with the cluster; nil for one of its own.
    static func run(
        in home: URL? = nil, _ body: (OwnCluster) async throws -> Void
    ) async throws {
        let home = try home ?? Scratch.folder()
        // PostgreSQL's user must be able to pass through.
        try FileManager.default.setAttributes([.posixPermissions: 0o711], ofItemAtPath: home.path)
        do {
            let conninfo = try await bash(open + "cluster_conninfo postgres postgres", home)
            try await body(OwnCluster(home: home, cluster: TestCluster(conninfo: conninfo)))
        } catch {
            _ = try await bash(find + "cluster_remove \"$HOME_OF_CLUSTER\"", home)
            throw error
        }
        _ = try await bash(find + "cluster_remove \"$HOME_OF_CLUSTER\"", home)
    }

    func start() async throws { _ = try await Self.bash(Self.open, home) }

    func stop() async throws { _ = try await Self.bash(Self.find + "cluster_stop\n", home) }

    private static let open = """
        cluster_open "$HOME_OF_CLUSTER" 'fsync = off' 'max_connections = 100'
        cluster_make_roles

        """
    private static let find = """
        cluster_find_binaries
        cluster_find_place "$HOME_OF_CLUSTER"
        cluster_find_socket

        """

    /// Foundation takes a program for running while a child of its holds what it inherited, and
    /// PostgreSQL stays: hence it inherits nothing.
    private static func bash(_ script: String, _ home: URL) async throws -> String {
        let header = """
            set -euo pipefail
            for opened in /proc/$$/fd/*; do
                opened=${opened##*/}
                [[ $opened -le 2 || $opened -eq 255 ]] || eval "exec $opened>&-"
            done
            . ops/script.sh
            . ops/cluster.sh

            """
        return try await Subprocess.output(
            of: URL(filePath: "/bin/bash"),
            ["-c", "cd \"$ROOT_OF_CHECKOUT\"\n" + header + script],
            environment: [
                "ROOT_OF_CHECKOUT": Product.root.path, "HOME_OF_CLUSTER": home.path,
            ])
    }
}
