import Languages
import Workflow

/// Reads a whole workflow file into a draft.
struct WorkflowReader {
    static let keys = [
        "workflow", "version", "label", "calendar", "defaultClass", "deliveryKind", "subject",
        "states", Inclusion.key, "categories",
        "classes", "counters", "clocks", "people", "fields", "groups", "actions", "roles", "duties",
    ]

    private let root: Mapping
    private let log: FaultLog

    init?(_ root: Entry) {
        guard let mapping = root.mapping(of: Self.keys) else { return nil }
        self.root = mapping
        log = root.log
        guard log.faults.isEmpty, let include = mapping[Inclusion.key] else { return }
        log.record(
            .includedMissing, at: include.place,
            Label(
                zh: "只有这一份文字，不能引用别的文件",
                en: "only this text is at hand, so that it can't include others"),
            Label(
                zh: "请把所引用的写进来：`zhuqid workflow text` 写出全文",
                en: "write in what it takes: `zhuqid workflow text` prints the whole text of a file"
            ))
    }

    /// Reads a file that says all of its roles.
    func draft() -> WorkflowDraft {
        draft(roles: RoleReader(fallback: nil).roles(root))
    }

    /// Reads a text that was published, perhaps when the program knew names that files bind today.
    func publishedDraft() -> WorkflowDraft {
        draft(
            roles: RoleReader(fallback: RolesBefore.names).roles(root).known(
                states: names("states"), actions: names("actions"), clocks: names("clocks"),
                counters: names("counters")))
    }

    private func names(_ section: String) -> [String] {
        root.named(section).map(\.key.value)
    }

    private func draft(roles: RoleTable<Placed<String>>) -> WorkflowDraft {
        let states = StateReader.states(root)
        let shared = SharedNames(root)
        let actions = ActionReader(
            states: states.map(\.definition), shared: shared, log: log)
        return WorkflowDraft(
            id: identifier(),
            version: root.required("version")?.integer(in: 1...999_999) ?? 1, label: root.label(),
            calendar: text("calendar").value,
            requiresDeliveryKind: requiresDeliveryKind, subject: subject,
            defaultClass: text("defaultClass"), states: states,
            categories: CategoryReader.categories(root),
            categoryCodes: root.named("categories").map(\.key),
            classes: ClassReader.classes(root), counters: counters,
            clocks: ClockReader.clocks(root), shared: shared,
            actions: root.requiredNamed("actions").map { actions.action($0.key, $0.value) },
            roles: roles, duties: DutyReader(shared: shared).duties(root))
    }

    /// Reads the workflow's own name, which stands in addresses and beside `@`.
    private func identifier() -> String {
        let name = text("workflow")
        guard !name.value.isEmpty else { return "" }
        if name.value.wholeMatch(of: /[A-Za-z][A-Za-z0-9-]{0,59}/) == nil {
            log.record(
                .badText, at: name.place,
                Label(
                    zh: "“\(name.value.prefix(60))”不能用作工作流名称",
                    en: "`\(name.value.prefix(60))` can't be a workflow's name"),
                Label(zh: "请用字母、数字和 `-`，以字母开头", en: "write letters, digits and `-`, a letter first")
            )
        }
        return name.value
    }

    private func text(_ key: String) -> Placed<String> {
        root.required(key)?.text() ?? Placed(value: "", place: root.place)
    }

    private var requiresDeliveryKind: Bool {
        enum DeliveryKind: String, CaseIterable { case required, none }
        return root["deliveryKind"]?.word(
            Label(zh: "送的种类", en: "delivery kind"), of: DeliveryKind.self) == .required
    }

    /// Texts of before files said it mean enterprises.
    private var subject: SubjectKind {
        root["subject"]?.word(Label(zh: "对象", en: "subject"), of: SubjectKind.self) ?? .enterprise
    }

    private var counters: [WorkflowDraft.Counter] {
        root.named("counters").map { name, entry in
            WorkflowDraft.Counter(
                name: name,
                definition: WorkflowDefinition.Counter(name: name.value, label: entry.label()))
        }
    }
}
