/// Names ways to break a workflow that includes files, one fault each unless it says more.
enum FaultyInclusion {
    /// What is broken, and the broken files.
    static let variants: [(name: String, broken: SplitWorkflow)] = inMain + inShared + inOthers

    private static let inMain = (paths + takings).map { name, old, new in
        (name: name, broken: broken(inMain: old, new))
    }
    private static let inShared = (layouts + contents).map { name, old, new in
        (name: name, broken: broken(inShared: old, new))
    }
    private static let inOthers = others.map { name, text in
        (name: name, broken: including(text))
    }

    /// In the workflow's own file: what is replaced once, and what replaces it.
    private static let paths: [(String, String, String)] = [
        ("path upwards", "- shared/parts.yaml", "- ../parts.yaml"),
        ("absolute path", "- shared/parts.yaml", "- /etc/parts.yaml"),
        ("path into a hidden folder", "- shared/parts.yaml", "- .git/parts.yaml"),
        ("path of no YAML", "- shared/parts.yaml", "- shared/parts"),
        ("file that is not there", "- shared/parts.yaml", "- shared/part.yaml"),
        ("file named twice", "- shared/parts.yaml", "- shared/parts.yaml\n- shared/parts.yaml"),
        (
            "too many files", "- shared/parts.yaml",
            (1...9).map { "- shared/\($0).yaml" }.joined(separator: "\n")
        ),
        ("include that is no list", "include:\n- shared/parts.yaml", "include: {a: b}"),
        ("include twice", "include:\n", "include: [shared/parts.yaml]\ninclude:\n"),
        ("misspelt include", "include:\n", "inclde:\n"),
    ]

    private static let takings: [(String, String, String)] = [
        ("unknown entry", "  reopen: included", "  reopn: included"),
        (
            "unknown section", "counters:\n  dispatches: {zh: 交办次数, en: Dispatches}\n",
            "counters: included\n"
        ),
        ("name of both files", "  breach: included\n", "  breach: {automatic: true}\n"),
        ("included in brackets", "  beginning: included\n", "  {beginning: included}\n"),
        ("included on the next line", "  breach: included", "  breach:\n    included"),
        ("included in quotes", "  breach: included", "  breach: \"included\""),
        ("included in another column", "  beginning: included", "    beginning: included"),
        (
            "states that are taken", "  going: {kind: active, label: {zh: 在办, en: Going}}\n",
            "  going: included\n"
        ),
        ("name that is taken and not used", "{do: beginning}", "{start: resolve}"),
    ]

    /// In the included file.
    private static let layouts: [(String, String, String)] = [
        (
            "entries in brackets", "  office: [{role: cityOffice, relation: office}]\n",
            "  {office: [{role: cityOffice, relation: office}]}\n"
        ),
        ("lines in the margin", "reopenedWithin: {days", "reopenedWithin:\n{days"),
        ("end of a document", "    to: same\n", "    to: same\n...\n"),
        (
            "text of several lines", "  note: {text: 9, label: {zh: 附注, en: Remark}}\n",
            "  note:\n    text: 9\n    label:\n      zh: |\n        附注\n      en: Remark\n"
        ),
        ("end of a line that nobody sees", "automatic: true", "automatic: true #\u{2028}"),
        ("byte order mark", "# What", "\u{FEFF}# What"),
    ]

    private static let contents: [(String, String, String)] = [
        ("key of a workflow", "groups:\n", "version: 2\ngroups:\n"),
        ("included file that includes", "groups:\n", "include: [parts.yaml]\ngroups:\n"),
        ("unknown key in an included file", "groups:\n", "group:\n"),
        (
            "included in an included file",
            "  beginning: [{start: resolve}, {count: dispatches}]\n", "  beginning: included\n"
        ),
        ("section that is no mapping", "fields:\n", "fields: none\nclocks:\n"),
        ("bracket that is not closed", "relation: office}]", "relation: office"),
        ("name that stands twice", "  breach:\n", "  reopen: {}\n  breach:\n"),
        ("alias in an included file", "from: anyOpen", "from: *every"),
        (
            "unknown names in what is taken", "by: office\n    from: done",
            "by: offices\n    from: doen"
        ),
        ("label of another", "{zh: 到期, en: Breach}", "{zh: 登记, en: Breach}"),
    ]

    /// In another file that is included as well.
    private static let others = [
        ("name of two included files", "groups:\n  beginning: [{start: resolve}]\n"),
        ("section of two included files", "people:\n  caller: [{role: caller, relation: any}]\n"),
    ]

    private static func broken(inMain old: String, _ new: String) -> SplitWorkflow {
        var split = SplitWorkflow.sound
        split.main.replace(old, with: new, maxReplacements: 1)
        return split
    }

    private static func broken(inShared old: String, _ new: String) -> SplitWorkflow {
        var split = SplitWorkflow.sound
        split.files[SplitWorkflow.sharedFile]?.replace(old, with: new, maxReplacements: 1)
        return split
    }

    private static func including(_ text: String) -> SplitWorkflow {
        var split = broken(
            inMain: "- shared/parts.yaml", "- shared/parts.yaml\n- shared/other.yaml")
        split.files["shared/other.yaml"] = text
        return split
    }
}
