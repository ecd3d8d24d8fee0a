import Sealing
import Testing

@Suite("Keys of seals")
struct KeyTests {
    struct Vector: Sendable {
        let seed: String
        let key: String
        let message: String
        let signature: String
    }

    /// Source: RFC 8032, 7.1, tests 1 to 3.
    static let vectors = [
        Vector(
            seed: "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            key: "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", message: "",
            signature: "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590"
                + "a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"),
        Vector(
            seed: "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            key: "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
            message: "72",
            signature: "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e"
                + "15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"),
        Vector(
            seed: "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
            key: "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
            message: "af82",
            signature: "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d"
                + "16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"),
    ]

    @Test("sign as RFC 8032 says", arguments: vectors)
    func signature(vector: Vector) throws {
        let key = try #require(SealingKey(seed: Samples.bytes(vector.seed)))
        let message = Samples.bytes(vector.message)
        #expect(Samples.hex(key.verifyingKey.bytes) == vector.key)
        #expect(Samples.hex(try key.signature(of: message)) == vector.signature)
        let open = try #require(VerifyingKey(bytes: Samples.bytes(vector.key)))
        #expect(open.signed(message, by: Samples.bytes(vector.signature)))
        #expect(!open.signed(message + [0], by: Samples.bytes(vector.signature)))
    }

    @Test("are written as other tools write them")
    func texts() throws {
        let key = try #require(SealingKey(seed: Samples.bytes(Self.vectors[0].seed)))
        // As `openssl pkey` writes them.
        #expect(
            key.text == """
                -----BEGIN PRIVATE KEY-----
                MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g
                -----END PRIVATE KEY-----

                """)
        #expect(
            key.verifyingKey.text == """
                -----BEGIN PUBLIC KEY-----
                MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=
                -----END PUBLIC KEY-----

                """)
    }

    @Test("are read from PEM and from base64, several public ones from one file")
    func reading() throws {
        let key = try Samples.key()
        let other = try #require(SealingKey(seed: Samples.bytes(Self.vectors[0].seed)))
        #expect(
            SealingKey(text: key.text)?.verifyingKey.fingerprint == key.verifyingKey.fingerprint)
        let plain = "nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=\n"
        #expect(
            SealingKey(text: plain)?.verifyingKey.fingerprint == other.verifyingKey.fingerprint)
        let both = VerifyingKey.all(in: key.verifyingKey.text + other.verifyingKey.text)
        #expect(
            both.map(\.fingerprint) == [
                key.verifyingKey.fingerprint, other.verifyingKey.fingerprint,
            ])
    }

    @Test(
        "that are none are not taken",
        arguments: ["", "nWGxne", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"])
    func refused(text: String) {
        #expect(SealingKey(text: text)?.text == nil)
        #expect(VerifyingKey.all(in: text).isEmpty)
    }

    @Test("are not taken one for the other")
    func kinds() throws {
        let key = try Samples.key()
        #expect(SealingKey(text: key.verifyingKey.text)?.text == nil)
        #expect(VerifyingKey.all(in: key.text).isEmpty)
    }
}

@Suite("The public keys of an installation")
struct KeyRingTests {
    @Test("vouch each for the next")
    func rotation() throws {
        let first = try Samples.key()
        let second = try #require(SealingKey(seed: Array(repeating: 5, count: 32)))
        let ring = try KeyRing(first.verifyingKey)
            .adding(second.verifyingKey, signedWith: first)
        let read = try #require(KeyRing(text: ring.text))
        #expect(
            read.keys.map(\.fingerprint) == [
                first.verifyingKey.fingerprint, second.verifyingKey.fingerprint,
            ])
        let seal = try Samples.seal()
        #expect(SealCheck(seal).signature(by: read.keys) == [])
    }

    @Test("take none that nobody vouched for")
    func smuggled() throws {
        let first = try Samples.key()
        let second = try #require(SealingKey(seed: Array(repeating: 5, count: 32)))
        let third = try #require(SealingKey(seed: Array(repeating: 6, count: 32)))
        let plain = first.verifyingKey.text + second.verifyingKey.text
        #expect(KeyRing(text: plain)?.keys.count == nil)
        let forged = try KeyRing(first.verifyingKey).adding(third.verifyingKey, signedWith: second)
        #expect(KeyRing(text: forged.text)?.keys.count == nil)
        #expect(KeyRing(text: "")?.keys.count == nil)
    }
}
