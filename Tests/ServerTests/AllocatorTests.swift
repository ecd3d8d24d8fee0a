import Testing

extension ServerTests {
    /// Whose malloc the program runs on: the measured one, not the C library's.
    @Suite struct AllocatorTests {
        @Test func allMemoryIsJemallocs() async throws {
            let ended = try await Subprocess.run(
                Product.zhuqid, ["--version"], environment: ["MALLOC_CONF": "stats_print:true"])
            #expect(ended.status == 0)
            #expect(ended.errors.contains("Begin jemalloc statistics"))
            let allocated = ended.errors.firstMatch(of: /Allocated: (\d+)/).flatMap { Int($0.1) }
            // The runtime's own start takes some hundred kilobytes.
            #expect(try #require(allocated) > 50_000)
        }
    }
}
