import Languages
import Testing

@Suite("The distance between two words")
struct EditDistanceTests {
    @Test(
        "counts letters that are added, left out, changed, or swapped with their neighbour",
        arguments: [
            ("", "", 0), ("", "abc", 3), ("abc", "abc", 0), ("accept", "acept", 1),
            ("kitten", "sitting", 3), ("port", "prot", 1), ("受理", "理受", 1), ("受理", "办理", 1),
            // A letter that was moved is not changed again.
            ("ca", "abc", 3),
        ])
    func counts(one: String, other: String, distance: Int) {
        #expect(EditDistance.between(one, other) == distance)
        #expect(EditDistance.between(other, one) == distance)
    }
}
