package import JSON

extension PersonAnswer: JSONWritable {
    package func write(to writer: inout JSONWriter) throws {
        writer.object { writer in
            writer.member("login", login)
            writer.member("name", name)
        }
    }
}
