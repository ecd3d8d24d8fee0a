import CLibPQ

/// Names the fields of an error or a notice, by the letters of the server's protocol.
enum DiagnosticField: UInt8 {
    case severity = 0x56  // V, never translated
    case sqlState = 0x43  // C
    case message = 0x4D  // M
    case detail = 0x44  // D
    case hint = 0x48  // H
    case schema = 0x73  // s
    case table = 0x74  // t
    case column = 0x63  // c
    case constraint = 0x6E  // n
    case sourceFunction = 0x52  // R

    /// Reads the field; nil where the server left it out.
    func text(of result: OpaquePointer) -> String? {
        PQresultErrorField(result, Int32(rawValue)).map { String(cString: $0) }
    }
}
