/// Bounds texts that others wrote.
package struct JSONLimits: Sendable {
    /// Units: containers in each other.
    package let deepest: Int
    /// Units: values, containers included, names not.
    package let mostValues: Int
    /// What a double holds exactly, as readers in other languages do.
    ///
    /// Source: RFC 8259, section 6; RFC 7493, section 2.2.
    private static let largest: Int64 = 1 << 53
    /// Above so many members names are compared by hash.
    private static let fewMembers = 16

    package init(deepest: Int, mostValues: Int) {
        self.deepest = deepest
        self.mostValues = mostValues
    }

    func check(_ whole: JSONElement) throws(JSONText.Fault) {
        var count = 0
        try check(whole, depth: 0, &count)
    }

    private func check(
        _ element: JSONElement, depth: Int, _ count: inout Int
    ) throws(JSONText.Fault) {
        count += 1
        guard count <= mostValues else { throw .tooMany }
        switch element.kind {
        case .null, .boolean, .text: break
        case .whole:
            guard element.whole.magnitude <= Self.largest.magnitude else {
                throw .tooLarge(element.path)
            }
        case .large: throw .tooLarge(element.path)
        case .fraction:
            guard element.fraction.magnitude <= Double(Self.largest) else {
                throw .tooLarge(element.path)
            }
        case .list:
            guard depth < deepest else { throw .tooDeep }
            var place = element.index + 1
            while place < element.next - 1 {
                let item = element.at(place)
                try check(item, depth: depth + 1, &count)
                place = item.next
            }
        case .object:
            guard depth < deepest else { throw .tooDeep }
            try checkMembers(of: element, depth: depth, &count)
        }
    }

    private func checkMembers(
        of element: JSONElement, depth: Int, _ count: inout Int
    ) throws(JSONText.Fault) {
        var names: [JSONElement] = []
        var place = element.index + 1
        while place < element.next - 1 {
            let value = element.at(place + 1)
            names.append(element.at(place))
            try check(value, depth: depth + 1, &count)
            place = value.next
        }
        if let twice = Self.firstRepeated(names) { throw .repeated(twice.path) }
    }

    private static func firstRepeated(_ names: [JSONElement]) -> JSONElement? {
        guard names.count > fewMembers else {
            for (place, name) in names.enumerated()
            where names[..<place].contains(where: { equal($0, name) }) {
                return name
            }
            return nil
        }
        var seen: Set<String> = []
        return names.first { !seen.insert($0.text).inserted }
    }

    /// As dictionaries find them: whichever way a letter was composed.
    private static func equal(_ one: JSONElement, _ other: JSONElement) -> Bool {
        let (ones, others) = (one.utf8, other.utf8)
        let arePlain = ones.allSatisfy { $0 < 0x80 } && others.allSatisfy { $0 < 0x80 }
        return arePlain
            ? ones.count == others.count && ones.elementsEqual(others) : one.text == other.text
    }
}
