import Casework
import Crypto
import Languages
import Store
import Workflow
import WorkingTime

/// Publishes texts within one transaction.
struct PublicationRun {
    let transaction: DirectoryTransaction
    let reading: any DefinitionReading
    let now: Instant

    private var publications: PublicationRecords { transaction.publications }

    func publish(_ texts: PublishedTexts) async throws -> [Label] {
        let before = try await changesDirectory(texts) ? try await world() : nil
        var lines: [Label] = []
        for (kind, text) in texts.documents {
            lines.append(try await publish(document: text, kind: kind))
        }
        for text in texts.workflows { lines.append(try await publish(workflow: text)) }
        if let directory = texts.directory {
            lines.append(try await publish(directory: directory, in: before?.world))
        }
        lines += try await warnings(of: texts)
        try await refuseStranding(since: before)
        return lines
    }

    /// The world as it stands in the transaction; nil where no workflow is published, so that nothing is
    /// open.
    private func world() async throws -> (world: World, catalogue: StateCatalogue)? {
        guard try await !publications.versions().isEmpty else { return nil }
        return try await LoadWorld(publications, by: reading).load()
    }

    private func changesDirectory(_ texts: PublishedTexts) async throws -> Bool {
        guard let text = texts.directory else { return false }
        return try await publications.newest("directory")?.source != text.source
    }

    private func refuseStranding(
        since before: (world: World, catalogue: StateCatalogue)?
    ) async throws {
        guard let before, let after = try await world() else { return }
        let problems = try await StrandingCheck(
            transaction: transaction, catalogue: after.catalogue, before: before.world,
            after: after.world, now: try await transaction.installation.read().now(now)
        ).problems()
        guard problems.isEmpty else { throw PublicationRefusal.strands(problems) }
    }

    /// Tells of units with hours of their own that the directory does not know: it may come later.
    private func warnings(of texts: PublishedTexts) async throws -> [Label] {
        let known = try await transaction.unitCodes()
        return try texts.documents.filter { $0.kind == "calendar" }.flatMap { _, text in
            let calendar = try reading.calendar(text)
            return Set(calendar.hours.flatMap(\.units)).subtracting(known).sorted().map {
                Label(
                    zh: "注意：工作日历 \(calendar.name) 写有 \($0) 的办公时间，"
                        + "组织机构中没有这个单位",
                    en: "warning: calendar \(calendar.name) has hours of \($0), "
                        + "which is no unit of the directory")
            }
        }
    }

    private func publish(workflow text: PublishedTexts.Text) async throws -> Label {
        let definition = try reading.workflow(text)
        guard try await publications.newest("calendar", named: definition.calendar) != nil else {
            throw PublicationRefusal.noCalendar(definition.calendar, file: text.file)
        }
        let known = try await publications.versions().filter { $0.workflow == definition.id }
        let (digest, version) = (Self.digest(of: text), definition.version)
        if let same = known.first(where: { $0.version == version }) {
            guard same.digest == digest else {
                throw PublicationRefusal.changed(
                    workflow: definition.id, version: version,
                    newest: known.last?.version ?? version, file: text.file)
            }
            return Label(
                zh: "\(definition.id)：第 \(version) 版，没有变化",
                en: "\(definition.id): version \(version), unchanged")
        }
        if let newest = known.last?.version, version < newest {
            throw PublicationRefusal.older(
                workflow: definition.id, version: version, newest: newest, file: text.file)
        }
        if let subject = known.last?.subject, subject != definition.subject {
            throw PublicationRefusal.otherSubject(
                workflow: definition.id, subject, file: text.file)
        }
        try await transaction.add(definition, source: text.source, digest: digest, at: now)
        return Label(
            zh: "\(definition.id)：已发布第 \(version) 版",
            en: "\(definition.id): version \(version) published")
    }

    private func publish(document text: PublishedTexts.Text, kind: String) async throws -> Label {
        let what = Self.called(kind)
        let name = try check(text, kind: kind)
        let newest = try await publications.newest(kind, named: name)
        let digest = Self.digest(of: text)
        if let newest, newest.digest == digest {
            return Label(
                zh: "\(kind == name ? what : "\(what) \(name)")：第 \(newest.revision) 修订版，没有变化",
                en: "\(kind) \(name): revision \(newest.revision), unchanged")
        }
        let revision = (newest?.revision ?? 0) + 1
        try await transaction.add(
            PublishedDocument(
                kind: kind, name: name, revision: revision, source: text.source, digest: digest),
            at: now)
        return Label(
            zh: "\(kind == name ? what : "\(what) \(name)")：已发布第 \(revision) 修订版",
            en: "\(kind) \(name): revision \(revision) published")
    }

    /// Reads a text for its faults; returns the name that it is published under.
    private func check(_ text: PublishedTexts.Text, kind: String) throws -> String {
        switch kind {
        case "calendar":
            let definition = try reading.calendar(text)
            _ = try WorkingCalendar(definition, revision: 1)
            return definition.name
        case "routing": _ = try reading.routing(text)
        case "ladder": _ = try reading.ladders(text)
        case "notices": _ = try reading.notices(text)
        default: break
        }
        return kind
    }

    /// - Parameter world: as it is before; nil where no workflow is published.
    private func publish(
        directory text: PublishedTexts.Text, in world: World?
    ) async throws -> Label {
        let document = try reading.directory(text)
        let earlier = try await publications.newest("directory")?.source
        let line = try await publish(document: text, kind: "directory")
        // The same text again is no reason to undo what was imported since.
        guard earlier != text.source else { return line }
        let before = try earlier.map {
            try reading.directory(
                PublishedTexts.Text(file: "the directory published before", source: $0))
        }
        try await transaction.takeBack(DirectoryWithdrawal(of: document, after: before))
        try await put(document, of: text.file, in: world)
        return Label(
            zh: "\(line.zh)：单位 \(document.units.count) 个、人员 \(document.persons.count) 名、"
                + "企业 \(document.enterprises.count) 家",
            en: "\(line.en): \(document.units.count) units, \(document.persons.count) persons, "
                + "\(document.enterprises.count) enterprises")
    }

    private func put(
        _ document: DirectoryDocument, of file: String, in world: World?
    ) async throws {
        let zone = world?.calendars.zone ?? .utc
        let report = try await RosterRun(
            transaction: transaction, directory: try await transaction.directory(in: zone),
            zone: zone, substitution: world?.ladders.substitution ?? .usual, now: now
        ).put(document)
        guard report.faults.isEmpty else {
            throw PublicationRefusal.directory(
                report.faults.map { fault in
                    Label { "\(file):\(fault.line)" + $0("：", ": ") + fault.words.text(in: $0) }
                })
        }
    }

    /// What people call a kind of document.
    private static func called(_ kind: String) -> String {
        switch kind {
        case "calendar": "工作日历"
        case "routing": "派单规则"
        case "ladder": "提级阶梯"
        case "notices": "通知"
        case "directory": "组织机构"
        default: kind
        }
    }

    private static func digest(of text: PublishedTexts.Text) -> [UInt8] {
        Array(SHA256.hash(data: Array(text.source.utf8)))
    }
}
