import Definitions
import Foundation
import Languages
import Testing

@Suite("Faults of definitions")
struct FaultTests {
    @Test("are told with their place and what would be right, as in the golden text")
    func goldenText() throws {
        let told = Faulty.variants.map { name, old, new in
            "# \(name)\n" + faults(of: broken(old, new)).map(\.description).joined(separator: "\n")
        }
        let included = FaultyInclusion.variants.map { name, broken in
            "# \(name)\n" + broken.faults.map(\.description).joined(separator: "\n")
        }
        let text = (told + included).joined(separator: "\n\n") + "\n"
        let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("faults.txt")
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
            try text.write(to: golden, atomically: true, encoding: .utf8)
        }
        #expect(try text == String(contentsOf: golden, encoding: .utf8))
    }

    @Test("are told in Chinese, with nothing in English but what files hold")
    func chinese() throws {
        let all =
            Faulty.variants.flatMap { faults(of: broken($0.1, $0.2)) }
            + FaultyInclusion.variants.flatMap { $0.1.faults }
        #expect(all.count > 100)
        for fault in all where fault.code != FaultKind.notYAML.rawValue {
            for words in [fault.problem.zh, fault.remedy.zh] {
                let said = words.replacing(/`[^`]*`/, with: "").replacing(/“[^”]*”/, with: "")
                #expect(
                    said.firstMatch(of: /[A-Za-z]{2,} [A-Za-z]{2,}/) == nil,
                    "\(fault.code): \(words)")
                #expect(
                    words.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) },
                    "\(fault.code): \(words)")
            }
        }
    }

    @Test("are none in the sound workflow, and some in every variant")
    func everyVariantIsRefused() {
        #expect(faults(of: SmallWorkflow.text) == [])
        for (name, old, new) in Faulty.variants {
            #expect(SmallWorkflow.text.contains(old), "\(name)")
            #expect(!faults(of: broken(old, new)).isEmpty, "\(name)")
        }
        let sound = SplitWorkflow.sound
        for (name, broken) in FaultyInclusion.variants {
            #expect(broken.main != sound.main || broken.files != sound.files, "\(name)")
            #expect(!broken.faults.isEmpty, "\(name)")
        }
    }

    @Test("are none where an evaluation is one action or many")
    func soundOnesAreTaken() {
        for (name, old, new) in Faulty.sound {
            #expect(faults(of: broken(old, new)) == [], "\(name)")
        }
    }

    @Test("suggest the nearest known key")
    func nearestKey() throws {
        let fault = try #require(
            faults(of: broken("calendar: cn", "calender: cn")).first { $0.code == "WF105" })
        #expect(fault.line == 4)
        #expect(fault.column == 1)
        #expect(fault.remedy.en == "did you mean `calendar`?")
    }

    @Test("have codes that are unique")
    func codesAreUnique() {
        #expect(Set(FaultKind.allCases.map(\.rawValue)).count == FaultKind.allCases.count)
    }

    private func broken(_ old: String, _ new: String) -> String {
        guard let range = SmallWorkflow.text.range(of: old) else { return SmallWorkflow.text }
        return SmallWorkflow.text.replacingCharacters(in: range, with: new)
    }

    private func faults(of text: String) -> [DefinitionFault] {
        do {
            _ = try DefinitionReader.workflow(text, file: "small.yaml")
            return []
        } catch {
            return error.faults
        }
    }
}
