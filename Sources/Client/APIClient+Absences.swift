package import APIModel

extension APIClient {
    /// Lists absences that concern the caller: its own, those in which it stands in, its people's.
    package func absences() async throws(ClientError) -> Reply<Page<AbsenceAnswer>> {
        try await get(.absences)
    }

    /// Says that somebody is away, or changes what was said for the same first day.
    ///
    /// Repeated with the same key, the server answers the same, whatever day `明天` is by then.
    package func put(
        _ absence: AbsenceBody, key: IdempotencyKey
    ) async throws(ClientError) -> Reply<AbsenceNoted> {
        try await post(absence, to: .absences, key: key)
    }

    /// Says that an absence is over.
    package func end(
        _ absence: AbsenceEndBody, key: IdempotencyKey
    ) async throws(ClientError) -> Reply<AbsenceEnded> {
        try await post(absence, to: .absencesEnd, key: key)
    }
}
