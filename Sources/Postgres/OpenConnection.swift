import CLibPQ
import Glibc

/// Opens a non-blocking connection in pipeline mode; blocks for at most its connect timeout a host.
///
/// Throws: `.unavailable` with libpq's reason.
func openConnection(_ options: ConnectionOptions) throws(PostgresError) -> OpaquePointer {
    let keywords = options.keywords(
        sessionOptionsInConninfo: try sessionOptions(inConninfo: options.conninfo))
    guard let connection = connect(keywords) else {
        throw .unavailable("out of memory")
    }
    guard PQstatus(connection) == CONNECTION_OK,
        PQsetnonblocking(connection, 1) == 0,
        PQenterPipelineMode(connection) == 1
    else {
        let reason = lastMessage(of: connection)
        PQfinish(connection)
        throw .unavailable(reason)
    }
    return connection
}

/// libpq's latest message on one line.
func lastMessage(of connection: OpaquePointer) -> String {
    let message = String(cString: PQerrorMessage(connection))
    let line = message.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.isEmpty ? "the connection is closed" : line
}

private func connect(_ keywords: [(keyword: String, value: String)]) -> OpaquePointer? {
    let names = keywords.map { strdup($0.keyword) }
    let values = keywords.map { strdup($0.value) }
    defer {
        for copy in names + values {
            free(copy)
        }
    }
    let expandsConninfo: Int32 = 1
    return PQconnectdbParams(
        names.map { UnsafePointer($0) } + [nil], values.map { UnsafePointer($0) } + [nil],
        expandsConninfo)
}

/// Finds the value of `options`, which must be merged because the last one would win.
///
/// libpq's complaint about a bad string is not repeated, because it may quote the password.
private func sessionOptions(inConninfo conninfo: String) throws(PostgresError) -> String? {
    guard let settings = PQconninfoParse(conninfo, nil) else {
        throw .unavailable("the connection string is neither libpq keywords nor a URI")
    }
    defer { PQconninfoFree(settings) }
    var setting = settings
    while let keyword = setting.pointee.keyword {
        if String(cString: keyword) == "options" {
            return setting.pointee.val.map { String(cString: $0) }
        }
        setting += 1
    }
    return nil
}
