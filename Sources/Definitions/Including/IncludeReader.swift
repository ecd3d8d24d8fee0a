import Languages

/// Reads `include: [shared/campaign.yaml]`, and the files that it names.
struct IncludeReader {
    private static let limit = 8

    /// The folder of the file that includes, as people named it, with `/`; empty for the one at hand.
    let folder: String
    let source: IncludableFiles
    let log: FaultLog

    func files(_ entry: Entry) -> [IncludedFile] {
        let paths = entry.texts()
        guard paths.count <= Self.limit else {
            log.record(
                .tooLarge, at: entry.place,
                Label(
                    zh: "“\(entry.name)”写了 \(paths.count) 个文件",
                    en: "`\(entry.name)` names \(paths.count) files"),
                Label(zh: "至多读 \(Self.limit) 个", en: "at most \(Self.limit) are read"))
            return []
        }
        let files = paths.enumerated().compactMap { index, path -> IncludedFile? in
            guard !paths[..<index].contains(where: { $0.value == path.value }) else {
                log.record(
                    .duplicateName, at: path.place,
                    Label(zh: "“\(path.value)”写了两次", en: "`\(path.value)` is named twice"),
                    Label(zh: "请只写一次", en: "name it once"))
                return nil
            }
            return file(path)
        }
        refuseDuplicates(files)
        return files
    }

    private func file(_ path: Placed<String>) -> IncludedFile? {
        guard IncludableFiles.isPath(path.value) else {
            refuse(.outside, path)
            return nil
        }
        do throws(IncludableFiles.Refusal) {
            let own = FaultLog(file: folder + path.value)
            let file = IncludedFile(try source.text(path.value), log: own)
            for fault in own.faults { log.add(fault) }
            return file
        } catch {
            refuse(error, path)
            return nil
        }
    }

    private func refuse(_ refusal: IncludableFiles.Refusal, _ path: Placed<String>) {
        let name = "`\(path.value.prefix(200))`"
        switch refusal {
        case .outside:
            log.record(
                .includedOutside, at: path.place,
                Label(zh: "\(name) 不在文件夹之内", en: "\(name) does not lead into the folder"),
                Label(
                    zh: "请写从本文件所在文件夹起的路径，如 `shared/fields.yaml`",
                    en: "write a path from the folder of this file, such as `shared/fields.yaml`"))
        case .missing:
            log.record(
                .includedMissing, at: path.place,
                Label(zh: "没有文件 \(name)", en: "there is no file \(name)"),
                Label(zh: "请写从本文件所在文件夹起的路径", en: "write its path from the folder of this file"))
        case .tooLarge:
            log.record(
                .tooLarge, at: path.place,
                Label(
                    zh: "\(name) 超过 \(SourceText.byteLimit) 字节",
                    en: "\(name) holds more than \(SourceText.byteLimit) bytes"),
                Label(zh: "请分开", en: "split it"))
        case .notText:
            log.record(
                .unreadable, at: path.place,
                Label(zh: "\(name) 不是 UTF-8 文本", en: "\(name) is no UTF-8 text"),
                Label(zh: "请存为 UTF-8", en: "save it as UTF-8"))
        }
    }

    /// Refuses names that stand in two files, at both places.
    private func refuseDuplicates(_ files: [IncludedFile]) {
        for section in IncludedFile.shareable {
            var seen: [String: (file: String, place: Place)] = [:]
            for file in files {
                for (name, block) in file.sections[section]?.entries ?? [] {
                    let twin = (file: file.file, place: block.place)
                    guard let other = seen.updateValue(twin, forKey: name.value) else { continue }
                    refuse(name.value, other, twin)
                    refuse(name.value, twin, other)
                }
            }
        }
    }

    private func refuse(
        _ name: String, _ one: (file: String, place: Place), _ other: (file: String, place: Place)
    ) {
        log.record(
            .includedTwice, in: one.file, at: one.place,
            Label(
                zh: "“\(name)”在这里和 \(other.file):\(other.place.line) 都有",
                en: "`\(name)` stands here and at \(other.file):\(other.place.line)"),
            Label(zh: "请只留一个，或只引用一个文件", en: "keep one of the two, or include one of the files"))
    }
}

extension String {
    /// The folder of a path, with `/`; empty where the path names none.
    var folder: String {
        lastIndex(of: "/").map { String(self[...$0]) } ?? ""
    }
}
