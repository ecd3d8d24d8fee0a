package import JSON

extension LabelAnswer: JSONWritable {
    package func write(to writer: inout JSONWriter) throws {
        writer.object { writer in
            writer.member("en", en)
            writer.member("zh", zh)
        }
    }
}
