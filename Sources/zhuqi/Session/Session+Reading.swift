import Client

extension Session {
    /// Makes a call that changes nothing.
    func reading<Value>(
        _ call: () async throws(ClientError) -> Value
    ) async throws(StaffError) -> Value {
        do {
            return try await call()
        } catch {
            throw .client(error)
        }
    }

    /// A command as it would be typed, for the server of this session.
    func commandLine(_ words: [String]) -> String {
        ShellWord.line(["zhuqi"] + words + ["--server", client.server.description])
    }

    /// Writes the answer as it came, or what people read of it.
    func write<Value>(_ reply: Reply<Value>, as lines: (Value) -> [String]) throws(StaffError) {
        guard form == .people else {
            return console.write(try PrettyJSON.text(answer: reply))
        }
        console.write(lines: lines(reply.value))
    }
}
