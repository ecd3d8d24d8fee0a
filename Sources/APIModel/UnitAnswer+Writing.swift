package import JSON

extension UnitAnswer: JSONWritable {
    package func write(to writer: inout JSONWriter) throws {
        writer.object { writer in
            writer.member("code", code)
            writer.member("name", name)
        }
    }
}
