import Client

extension Session {
    /// Makes a call that changes something: whoever is left without an answer, or interrupts, is told
    /// that it may have happened, and how to ask again.
    ///
    /// - Parameter command: sends the same again; it must be safe.
    /// - Throws: `outcomeUnknown`, unless it is sure that nothing was reached; else `client`.
    func writing<Value>(
        repeatWith command: String, _ call: () async throws(ClientError) -> Value
    ) async throws(StaffError) -> Value {
        do {
            guard console.watchesInterrupts else { return try await call() }
            let watch = InterruptWatch(
                warn: console.warn, lines: RepeatText.interrupted(command, in: language))
            return try await watch.during(call)
        } catch .unreachable(let unanswered) where unanswered.cause != .notConnected {
            throw .outcomeUnknown(unanswered, repeatWith: command)
        } catch {
            throw .client(error)
        }
    }
}
