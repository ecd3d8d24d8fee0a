package import JSON

extension LabelAnswer: JSONWritable {
    package func write(to writer: inout JSONWriter) throws {
        writer.object { writer in
            writer.member("en", en)
            writer.member("zh", zh)
        }
    }
}

extension UnitAnswer: JSONWritable {
    package func write(to writer: inout JSONWriter) throws {
        writer.object { writer in
            writer.member("code", code)
            writer.member("name", name)
        }
    }
}

extension PersonAnswer: JSONWritable {
    package func write(to writer: inout JSONWriter) throws {
        writer.object { writer in
            writer.member("login", login)
            writer.member("name", name)
        }
    }
}

extension SubjectAnswer: JSONWritable {
    package func write(to writer: inout JSONWriter) throws {
        writer.object { writer in
            writer.member("code", code)
            writer.member("kind", kind)
            writer.member("name", name)
        }
    }
}

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
