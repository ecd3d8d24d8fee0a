package import Languages

extension Effect {
    /// Says in words what is done.
    package var words: Label {
        switch self {
        case .start(let clock): Label(zh: "开始“\(clock)”", en: "starts `\(clock)`")
        case .startDated(let clock, let since, let due):
            Label { language in
                language("开始“\(clock)”", "starts `\(clock)`")
                    + (since.map { language("，自“\($0)”所填日期起", " from the date in `\($0)`") } ?? "")
                    + (due.map { language("，到“\($0)”所填日期止", ", due on the date in `\($0)`") } ?? "")
            }
        case .startSteps(let clock, let plan):
            Label(
                zh: "为“\(plan)”的每一步开始“\(clock)”", en: "starts `\(clock)` for each step of `\(plan)`"
            )
        case .startUnlessRunning(let clock):
            Label(zh: "未在计时则开始“\(clock)”", en: "starts `\(clock)` unless it runs")
        case .startForNew(let clock):
            Label(zh: "为新单位开始“\(clock)”", en: "starts `\(clock)` for units that are new")
        case .continueLast(let clock):
            Label(zh: "上一个“\(clock)”继续计时", en: "lets the last `\(clock)` run on")
        case .stop(let clock): Label(zh: "停止“\(clock)”", en: "stops `\(clock)`")
        case .stopOwn(let clock):
            Label(zh: "停止办理单位的“\(clock)”", en: "stops `\(clock)` of the acting unit")
        case .stopStep(let clock, let field):
            Label(
                zh: "停止“\(field)”所指一步的“\(clock)”", en: "stops `\(clock)` of the step in `\(field)`")
        case .cancel(let clock): Label(zh: "取消“\(clock)”", en: "cancels `\(clock)`")
        case .hold(let clock): Label(zh: "暂按已完成对待“\(clock)”", en: "holds `\(clock)` as met for now")
        case .holdSince(let clock, let since):
            Label(
                zh: "自“\(since)”所填日期起暂按已完成对待“\(clock)”",
                en: "holds `\(clock)` as met on the date in `\(since)`, for now")
        case .release(let clock):
            Label(zh: "“\(clock)”视同从未停过，继续计时", en: "lets `\(clock)` run on as though never held")
        case .pause(let clock): Label(zh: "暂停“\(clock)”", en: "pauses `\(clock)`")
        case .pauseSince(let clock, let since):
            Label(
                zh: "自“\(since)”所填日期起暂停“\(clock)”",
                en: "pauses `\(clock)` from the date in `\(since)`")
        case .resume(let clock): Label(zh: "恢复“\(clock)”", en: "resumes `\(clock)`")
        case .extend(let clock, let field):
            Label(
                zh: "“\(clock)”延至“\(field)”所填日期", en: "extends `\(clock)` to the date in `\(field)`"
            )
        case .count(let counter, let perUnit):
            Label(
                zh: "计“\(counter)”一次\(perUnit ? "（各单位分开计）" : "")",
                en: "counts `\(counter)`\(perUnit ? " per unit" : "")")
        case .raiseLevel(let counter?, let number, _):
            Label(
                zh: "“\(counter)”满 \(number) 次则提级",
                en: "raises the level once `\(counter)` reaches \(number)")
        case .raiseLevel(_, _, let pastOffice):
            pastOffice
                ? Label(zh: "越过本级活动办提级", en: "raises the level past the office")
                : Label(zh: "提级", en: "raises the level")
        case .raiseLead: Label(zh: "交上一级对口单位办理", en: "hands the work to the counterpart above")
        case .noteRouting: Label(zh: "采用或保留建议的单位", en: "takes or keeps what routing proposes")
        case .chargeTime: Label(zh: "时间记在经手单位名下", en: "charges the time to the unit that had it")
        case .putToArbitration(let counter, let number):
            Label(
                zh: "“\(counter)”满 \(number) 次则提请裁定",
                en: "puts it to arbitration once `\(counter)` reaches \(number)")
        case .giveCard(let card): Label(zh: "给予\(card.words.zh)", en: "gives \(card.words.en)")
        case .set(let attribute, let source):
            Label(
                zh: "“\(attribute.label.zh)”填\(source.words.zh)",
                en: "sets `\(attribute.name)` to \(source.words.en)")
        case .clear(let attribute):
            Label(zh: "清空“\(attribute.label.zh)”", en: "clears `\(attribute.name)`")
        case .askEvaluation: Label(zh: "请企业评价", en: "asks the enterprise to evaluate")
        case .giveLink: Label(zh: "给企业链接", en: "gives the enterprise a link")
        case .renewLink:
            Label(zh: "给企业新链接，旧链接失效", en: "gives the enterprise a link in place of the others")
        case .raiseOffice: Label(zh: "交上一级活动办", en: "hands the issue to the office above")
        case .joinCommon(let action):
            Label(
                zh: "纳入共性问题，件数够了由它做“\(action)”",
                en: "joins the common issue, which takes `\(action)` once there are enough")
        case .leaveCommon: Label(zh: "退出共性问题", en: "leaves the common issue")
        case .shareResult(let action, let otherwise):
            Label { language in
                language(
                    "所含及以后纳入的问题做“\(action)”",
                    "lets the issues under it take `\(action)`, and those that join later")
                    + (otherwise.map {
                        language("；还不能的做“\($0)”", "; who can't yet takes `\($0)`")
                    } ?? "")
            }
        case .mergeInto(let action):
            Label(
                zh: "并入的问题做“\(action)”",
                en: "lets the issue that it is merged into take `\(action)`")
        case .tell(let audiences):
            Label { language in
                language("告知", "tells ")
                    + language.list(audiences.map { Label.name($0.rawValue).text(in: language) })
            }
        }
    }
}

extension Effect.Card {
    fileprivate var words: Label {
        switch self {
        case .yellow: Label(zh: "黄牌", en: "a yellow card")
        case .red: Label(zh: "红牌", en: "a red card")
        case .field(let name): Label(zh: "“\(name)”所选的牌", en: "the card in `\(name)`")
        }
    }
}

extension Effect.AttributeSource {
    fileprivate var words: Label {
        switch self {
        case .value(let text): Label(zh: "“\(text)”", en: "“\(text)”")
        case .field(let name): Label(zh: "“\(name)”的内容", en: "the value of `\(name)`")
        case .actingPerson: Label(zh: "办理人", en: "whoever acts")
        case .actingUnit: Label(zh: "办理单位", en: "the unit that acts")
        case .leadUnit: Label(zh: "主办单位", en: "the lead unit")
        case .instant: Label(zh: "时间", en: "the time")
        case .counter(let name): Label(zh: "“\(name)”的次数", en: "the number of `\(name)`")
        }
    }
}
