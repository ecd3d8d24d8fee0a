/// Writes words so that a shell reads them back as they are.
enum ShellWord {
    static func quoted(_ word: String) -> String {
        let isSafe = word.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || ("0"..."9").contains($0)
                || "_./:=@%+,-".contains(Character($0))
        }
        guard !isSafe || word.isEmpty else { return word }
        return "'"
            + word.split(separator: "'", omittingEmptySubsequences: false)
            .joined(separator: "'\\''") + "'"
    }

    static func line(_ words: [String]) -> String {
        words.map(quoted).joined(separator: " ")
    }
}
