/// Breaks text into lines that fit a number of columns: between words, or beside any wide
/// character, but never before a closing punctuation mark.
package struct Wrapping {
    package let width: Int

    package init(width: Int) { self.width = width }

    /// Keeps the text's own line breaks.
    package func lines(of text: String) -> [String] {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).flatMap {
            lines(ofParagraph: $0.plain)
        }
    }

    private func lines(ofParagraph text: String) -> [String] {
        var lines: [String] = []
        var line = ""
        for piece in pieces(of: text) {
            if (line + piece).trimmedAtEnd.displayWidth <= width {
                line += piece
            } else {
                if !line.isEmpty { lines.append(line.trimmedAtEnd) }
                line = piece
                while line.displayWidth > width { lines.append(line.removeOpening(width)) }
            }
        }
        return lines + [line.trimmedAtEnd]
    }

    /// Splits into what must stay together: words with the blank after them, single wide
    /// characters, each with the closing marks that follow.
    private func pieces(of text: String) -> [String] {
        var pieces: [String] = []
        for character in text {
            guard let last = pieces.last?.last, joins(last, character) else {
                pieces.append(String(character))
                continue
            }
            pieces[pieces.count - 1].append(character)
        }
        return pieces
    }

    private func joins(_ last: Character, _ next: Character) -> Bool {
        if "，。、；：？！）》”’】".contains(next) { return true }
        if last == " " { return false }
        return String(last).displayWidth == 1 && String(next).displayWidth == 1
    }
}

extension String {
    fileprivate var trimmedAtEnd: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }

    /// Takes as many characters as fit, at least one.
    fileprivate mutating func removeOpening(_ width: Int) -> String {
        var opening = String(removeFirst())
        while let next = first, (opening + String(next)).displayWidth <= width {
            opening.append(removeFirst())
        }
        return opening
    }
}
