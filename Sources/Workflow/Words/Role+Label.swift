package import Languages

extension Right.Role {
    /// What people call those who hold the role.
    package var label: Label {
        switch self {
        case .serviceOfficer: Label(zh: "服务员", en: "service officer")
        case .handler: Label(zh: "承办人", en: "handler")
        case .unitHead: Label(zh: "单位负责人", en: "head of unit")
        case .taskForce: Label(zh: "专班", en: "task force")
        case .districtOffice: Label(zh: "区县活动办", en: "district office")
        case .cityOffice: Label(zh: "市活动办", en: "city office")
        case .leader: Label(zh: "领导", en: "leader")
        case .caller: Label(zh: "回访员", en: "caller")
        case .auditor: Label(zh: "审计员", en: "auditor")
        case .integrator: Label(zh: "对接系统", en: "integrator")
        case .systemAdministrator: Label(zh: "系统管理员", en: "system administrator")
        case .securityAdministrator: Label(zh: "安全管理员", en: "security administrator")
        case .auditAdministrator: Label(zh: "审计管理员", en: "audit administrator")
        case .system: Label(zh: "系统", en: "system")
        case .enterprise: Label(zh: "企业", en: "enterprise")
        }
    }
}
