/// Says how connections are opened.
///
/// What the conninfo string sets wins over every default here: `connect_timeout=2`, keepalives and
/// `tcp_user_timeout` that notice a dead peer within about ten seconds.
package struct ConnectionOptions: Sendable {
    /// A libpq conninfo string or URI.
    package let conninfo: String
    package let applicationName: String
    package let statementTimeout: Duration?
    /// The role that every session takes from its first statement on.
    package let role: String?
    package let planning: Planning

    /// When prepared statements are planned.
    package enum Planning: Sendable {
        /// As the database decides, mostly anew at each call.
        case automatic
        /// At their first use in a session, for any values. Planning what looks up a few rows by key
        /// costs more than running it, and compiling it far more.
        case once
    }

    package init(
        _ conninfo: String, applicationName: String = "zhuqid", statementTimeout: Duration? = nil,
        role: String? = nil, planning: Planning = .automatic
    ) {
        self.conninfo = conninfo
        self.applicationName = applicationName
        self.statementTimeout = statementTimeout
        self.role = role
        self.planning = planning
    }
}

extension ConnectionOptions {
    /// Lists the libpq keywords in the order in which later ones win.
    ///
    /// The conninfo string is the value of `dbname`, which libpq expands in place.
    func keywords(sessionOptionsInConninfo given: String?) -> [(keyword: String, value: String)] {
        var keywords = [
            ("connect_timeout", "2"),
            ("keepalives", "1"),
            ("keepalives_idle", "5"),
            ("keepalives_interval", "2"),
            ("keepalives_count", "3"),
            ("tcp_user_timeout", "10000"),
            ("fallback_application_name", applicationName),
            ("dbname", conninfo),
            ("client_encoding", "UTF8"),
        ]
        let ours = sessionOptions
        if !ours.isEmpty {
            keywords.append(("options", [given, ours].compactMap(\.self).joined(separator: " ")))
        }
        return keywords
    }

    /// The settings that the server applies at the start of the session, in `options` syntax.
    private var sessionOptions: String {
        var settings: [String] = []
        if let statementTimeout {
            settings.append("-c statement_timeout=\(statementTimeout.wholeMilliseconds)")
        }
        if planning == .once {
            settings += ["-c plan_cache_mode=force_generic_plan", "-c jit=off"]
        }
        if let role {
            settings.append("-c role=\(Self.escaped(role))")
        }
        return settings.joined(separator: " ")
    }

    /// Escapes what would end a value in `options` syntax.
    private static func escaped(_ value: String) -> String {
        value.reduce(into: "") { escaped, character in
            if character == " " || character == "\\" {
                escaped.append("\\")
            }
            escaped.append(character)
        }
    }
}

extension Duration {
    /// Units: milliseconds, at least one, because zero would switch a timeout off.
    fileprivate var wholeMilliseconds: Int64 {
        let (seconds, attoseconds) = components
        return max(1, seconds * 1000 + attoseconds / 1_000_000_000_000_000)
    }
}
