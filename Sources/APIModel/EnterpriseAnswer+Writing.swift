package import JSON

extension EnterpriseAnswer: JSONWritable {
    package func write(to writer: inout JSONWriter) throws {
        writer.object { writer in
            writer.member("creditCode", creditCode)
            writer.member("division", division)
            writer.member("name", name)
            writer.member("tags", tags)
        }
    }
}
