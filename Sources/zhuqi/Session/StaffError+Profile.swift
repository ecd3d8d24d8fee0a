import Languages

extension StaffError {
    static func noProfile(_ profile: Profile, known: [Profile]) -> StaffError {
        let (zh, en) = (
            Language.zh.list(known.map(\.name)), Language.en.list(known.map(\.name))
        )
        return .usage(
            zh: "没有登录配置“\(profile.name)”"
                + (known.isEmpty ? "，请先 zhuqi login --profile \(profile.name)" : "。现有：\(zh)"),
            en: "no login is kept as “\(profile.name)”"
                + (known.isEmpty ? ": zhuqi login --profile \(profile.name)" : ". Kept: \(en)"))
    }
}
