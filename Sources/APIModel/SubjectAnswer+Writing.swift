package import JSON

extension SubjectAnswer: JSONWritable {
    package func write(to writer: inout JSONWriter) throws {
        writer.object { writer in
            writer.member("code", code)
            writer.member("kind", kind)
            writer.member("name", name)
        }
    }
}
