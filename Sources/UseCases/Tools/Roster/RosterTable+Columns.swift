package import Store

/// How files hold the tables.
extension RosterTable {
    /// What one cell holds.
    enum Content: Hashable, Sendable {
        /// A code that the row gives, of those that other rows refer to.
        case newDivision, newUnit, newLogin, newCreditCode, newProject, newChain
        case division, unit, login, creditCode, project, chain
        case chains
        case text(Int)
        case words
        case kind, role, size, industry, phone, email
        case date, localTime
        case boolean
        case number(ClosedRange<Int>)
    }

    struct Column: Hashable, Sendable {
        let name: String
        let zh: String
        let content: Content
        let isRequired: Bool

        init(_ name: String, _ zh: String, _ content: Content, required isRequired: Bool = false) {
            self.name = name
            self.zh = zh
            self.content = content
            self.isRequired = isRequired
        }

        /// Chinese for people, the identifier for programs.
        var heading: String { "\(zh) \(name)" }
    }

    package var fileName: String { "\(rawValue).csv" }

    package var headings: [String] { columns.map(\.heading) }

    var columns: [Column] {
        switch self {
        case .divisions:
            [
                Column("code", "代码", .newDivision, required: true),
                Column("nameZh", "名称", .text(100), required: true),
                Column("nameEn", "英文名称", .text(100), required: true),
                Column("parent", "上级", .division),
            ]
        case .units:
            [
                Column("code", "代码", .newUnit, required: true),
                Column("nameZh", "名称", .text(100), required: true),
                Column("nameEn", "英文名称", .text(100), required: true),
                Column("kind", "性质", .kind, required: true),
                Column("parent", "上级单位", .unit),
                Column("division", "管辖", .division, required: true),
                Column("functions", "职能", .words), Column("categories", "类别", .words),
                Column("aliases", "别名", .words), Column("dissolvedOn", "撤销日期", .date),
                Column("successor", "承接单位", .unit),
            ]
        case .unitNames:
            [
                Column("unit", "单位", .unit, required: true),
                Column("from", "启用日期", .date, required: true),
                Column("nameZh", "名称", .text(100), required: true),
                Column("nameEn", "英文名称", .text(100), required: true),
            ]
        case .chains:
            [
                Column("code", "代码", .newChain, required: true),
                Column("nameZh", "名称", .text(100), required: true),
                Column("nameEn", "英文名称", .text(100), required: true),
            ]
        case .projects:
            [
                Column("code", "代码", .newProject, required: true),
                Column("nameZh", "名称", .text(100), required: true),
                Column("nameEn", "英文名称", .text(100), required: true),
                Column("division", "属地", .division, required: true),
            ]
        case .officers:
            [
                Column("login", "账号", .newLogin, required: true),
                Column("name", "姓名", .text(100), required: true),
                Column("phone", "电话", .phone), Column("email", "邮箱", .email),
                Column("leftOn", "离岗日期", .date),
            ]
        case .grants:
            [
                Column("login", "账号", .login, required: true),
                Column("role", "角色", .role, required: true),
                Column("unit", "单位", .unit, required: true),
                Column("from", "起", .date), Column("until", "止", .date),
            ]
        case .enterprises:
            [
                Column("creditCode", "统一社会信用代码", .newCreditCode, required: true),
                Column("name", "企业名称", .text(200), required: true),
                Column("division", "属地", .division, required: true),
                Column("tags", "标签", .words), Column("size", "规模", .size),
                Column("industry", "行业代码", .industry), Column("chains", "产业链", .chains),
                Column("locality", "乡镇街道园区", .unit),
            ]
        case .pairings:
            [
                Column("login", "账号", .login, required: true),
                Column("creditCode", "统一社会信用代码", .creditCode),
                Column("project", "项目", .project), Column("chain", "产业链", .chain),
                Column("level", "层级", .number(0...6), required: true),
                Column("chief", "首席", .boolean, required: true),
                Column("from", "起", .date), Column("until", "止", .date),
            ]
        case .deputies:
            [
                Column("login", "账号", .login, required: true),
                Column("rank", "顺序", .number(1...9), required: true),
                Column("deputy", "代理人", .login, required: true),
            ]
        case .absences:
            [
                Column("login", "账号", .login, required: true),
                Column("from", "起", .date, required: true),
                Column("until", "止", .date, required: true),
                Column("deputy", "代理人", .login), Column("reason", "事由", .text(200)),
            ]
        case .duties:
            [
                Column("unit", "单位", .unit, required: true),
                Column("login", "账号", .login, required: true),
                Column("from", "起", .localTime, required: true),
                Column("until", "止", .localTime, required: true),
            ]
        case .visits:
            [
                Column("login", "账号", .login, required: true),
                Column("creditCode", "统一社会信用代码", .creditCode, required: true),
                Column("on", "走访日期", .date, required: true),
                Column("note", "情况", .text(2000)),
            ]
        }
    }

    /// The columns that make a row one and the same.
    var keys: [String] {
        switch self {
        case .divisions, .units, .chains, .projects: ["code"]
        case .unitNames: ["unit", "from"]
        case .officers: ["login"]
        case .grants: ["login", "role", "unit"]
        case .enterprises: ["creditCode"]
        case .pairings: ["login", "creditCode", "project", "chain", "level", "from"]
        case .deputies: ["login", "rank"]
        case .absences: ["login", "from"]
        case .duties: ["unit", "login", "from"]
        case .visits: ["login", "creditCode", "on"]
        }
    }
}
