package import APIModel

extension APIClient {
    /// Lists absences that concern the caller: its own, those in which it stands in, its people's.
    package func absences() async throws(ClientError) -> Reply<Page<AbsenceAnswer>> {
        try await get(.absences)
    }

    /// Says that somebody is away, or changes what was said for the same first day.
    package func put(_ absence: AbsenceBody) async throws(ClientError) -> Reply<AbsenceNoted> {
        try await send(
            authorised(.post(server.url(.absences), body: try body(absence))))
    }

    /// Says that an absence is over.
    package func end(
        _ absence: AbsenceEndBody
    ) async throws(ClientError) -> Reply<AbsenceEnded> {
        try await send(
            authorised(.post(server.url(.absencesEnd), body: try body(absence))))
    }
}
