/// Points at one value of a JSON text that was read.
///
/// Invariant: used only inside the body that it was given to; the parser's memory is another
/// text's afterwards.
/// Source: simdjson 3.0.1, doc/tape.md.
package struct JSONElement {
    let tape: UnsafePointer<UInt64>
    let strings: UnsafePointer<UInt8>
    let index: Int

    /// The forms of values; of a number also whether it is whole.
    package enum Kind {
        case null, boolean, whole, large, fraction, text, list, object
    }

    /// The whole text's value.
    init(tape: UnsafePointer<UInt64>, strings: UnsafePointer<UInt8>) {
        self.init(tape: tape, strings: strings, index: 1)
    }

    private init(tape: UnsafePointer<UInt64>, strings: UnsafePointer<UInt8>, index: Int) {
        self.tape = tape
        self.strings = strings
        self.index = index
    }

    func at(_ index: Int) -> JSONElement {
        JSONElement(tape: tape, strings: strings, index: index)
    }

    package var kind: Kind {
        switch tag {
        case UInt8(ascii: "\""): .text
        case UInt8(ascii: "{"): .object
        case UInt8(ascii: "["): .list
        case UInt8(ascii: "l"): .whole
        case UInt8(ascii: "u"): .large
        case UInt8(ascii: "d"): .fraction
        case UInt8(ascii: "t"), UInt8(ascii: "f"): .boolean
        default: .null
        }
    }

    private var tag: UInt8 { UInt8(truncatingIfNeeded: tape[index] >> 56) }

    var payload: Int { Int(tape[index] & 0x00FF_FFFF_FFFF_FFFF) }

    /// The place right after the value, and for a container after its last.
    var next: Int {
        switch tag {
        case UInt8(ascii: "{"), UInt8(ascii: "["): payload & 0xFFFF_FFFF
        case UInt8(ascii: "l"), UInt8(ascii: "u"), UInt8(ascii: "d"): index + 2
        default: index + 1
        }
    }

    /// Values of one of these kinds only.
    var whole: Int64 { Int64(bitPattern: tape[index + 1]) }
    var large: UInt64 { tape[index + 1] }
    var fraction: Double { Double(bitPattern: tape[index + 1]) }
    package var boolean: Bool { tag == UInt8(ascii: "t") }

    var utf8: UnsafeBufferPointer<UInt8> {
        let start = strings + payload
        let count = Int(UnsafeRawPointer(start).loadUnaligned(as: UInt32.self))
        return UnsafeBufferPointer(start: start + 4, count: count)
    }

    package var text: String { String(decoding: utf8, as: UTF8.self) }

    /// The number where it is whole, also written as 1.0 or 1e3.
    package var integer: Int64? {
        switch kind {
        case .whole: whole
        case .fraction: Int64(exactly: fraction)
        case .large, .null, .boolean, .text, .list, .object: nil
        }
    }

    package var number: Double? {
        switch kind {
        case .whole: Double(whole)
        case .large: Double(large)
        case .fraction: fraction
        case .null, .boolean, .text, .list, .object: nil
        }
    }

    /// Units: members of an object, items of a list; for huge ones the least that it has.
    package var count: Int { Int((tape[index] >> 32) & 0xFF_FFFF) }

    /// Visits the items of a list.
    package func forEachItem(_ body: (JSONElement) throws -> Void) rethrows {
        var place = index + 1
        let end = next - 1
        while place < end {
            let item = at(place)
            try body(item)
            place = item.next
        }
    }

    /// Visits the members of an object, as they were written.
    package func forEachMember(
        _ body: (_ name: JSONElement, _ value: JSONElement) throws -> Void
    ) rethrows {
        var place = index + 1
        let end = next - 1
        while place < end {
            let value = at(place + 1)
            try body(at(place), value)
            place = value.next
        }
    }

    /// The first member of a name; nil also where the value is no object.
    package subscript(name: String) -> JSONElement? {
        guard case .object = kind else { return nil }
        var found: JSONElement?
        forEachMember { member, value in
            if found == nil, member.utf8.elementsEqual(name.utf8) { found = value }
        }
        return found
    }

    /// The names and places that lead from the whole text to here.
    package var path: [JSONStep] {
        var steps: [JSONStep] = []
        var container = at(1)
        while container.index < index, container.next > index {
            guard let step = container.step(to: index) else { break }
            steps.append(step.step)
            container = step.child
        }
        return steps
    }

    private func step(to place: Int) -> (step: JSONStep, child: JSONElement)? {
        var found: (JSONStep, JSONElement)?
        switch kind {
        case .object:
            forEachMember { name, value in
                if name.index <= place, value.next > place {
                    found = (.name(name.text), value)
                }
            }
        case .list:
            var number = 0
            forEachItem { item in
                if item.index <= place, item.next > place { found = (.place(number), item) }
                number += 1
            }
        case .null, .boolean, .whole, .large, .fraction, .text: break
        }
        return found
    }
}

/// One step from a container to a value in it.
package enum JSONStep: Hashable, Sendable, CodingKey {
    case name(String)
    /// Counts from 0.
    case place(Int)

    package init(stringValue: String) {
        self = .name(stringValue)
    }

    package init(intValue: Int) {
        self = .place(intValue)
    }

    package var stringValue: String {
        switch self {
        case .name(let name): name
        case .place(let place): String(place)
        }
    }

    package var intValue: Int? {
        switch self {
        case .name: nil
        case .place(let place): place
        }
    }
}
