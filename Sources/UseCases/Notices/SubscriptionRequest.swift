import Casework
import Languages
import Notices
import Workflow

/// A webhook that somebody asks for, as it was sent; nil where it was left out.
package struct SubscriptionRequest: Hashable, Sendable {
    package let channel: String
    package let url: String
    package let scope: String?
    package let pace: String?
    package let isQuiet: Bool?
    package let language: String?
    package let actions: [String]?

    package init(
        channel: String, url: String, scope: String?, pace: String?, isQuiet: Bool?,
        language: String?, actions: [String]?
    ) {
        self.channel = channel
        self.url = url
        self.scope = scope
        self.pace = pace
        self.isQuiet = isQuiet
        self.language = language
        self.actions = actions
    }
}

extension SubscriptionRequest {
    private static let mostActions = 200

    /// Takes what actions are called as their names.
    func understood(by world: World) -> SubscriptionRequest {
        // A longer list is refused as it is.
        guard let actions, actions.count <= Self.mostActions else { return self }
        return SubscriptionRequest(
            channel: channel, url: url, scope: scope, pace: pace, isQuiet: isQuiet,
            language: language, actions: actions.map(world.action(called:)))
    }

    /// Reads it, and tells all that is wrong with it at once.
    ///
    /// - Parameter knowsAction: whether any workflow has an action.
    func read(
        _ addressGuard: AddressGuard, knowsAction: (String) -> Bool
    ) throws(InputFault) -> Subscription.Preferences {
        var faults: [InputFault.Field] = []
        if channel != "webhook" {
            faults.append(.init("/channel", zh: "须为 webhook", en: "must be webhook"))
        }
        do throws(AddressGuard.Refusal) {
            try addressGuard.check(url)
        } catch {
            faults.append(.init("/url", error.detail))
        }
        let actions = actions ?? []
        if actions.count > Self.mostActions || !actions.allSatisfy(knowsAction) {
            faults.append(
                .init(
                    "/actions", zh: "须为流程中的动作，至多\(Self.mostActions)个",
                    en: "must be actions of a workflow, at most \(Self.mostActions)"))
        }
        let scope = Self.word(
            scope, "/scope", .told, known: Subscription.Scope.allCases, &faults)
        let pace = Self.word(
            pace, "/pace", .each, known: [Subscription.Pace.each, .digest], &faults)
        let language = Self.word(
            language, "/language", .zh, known: Language.allCases, &faults)
        if scope == .links, pace == .digest {
            faults.append(.init("/pace", zh: "链接逐条发送", en: "links are sent one by one"))
        }
        guard faults.isEmpty else { throw .invalid(faults) }
        return Subscription.Preferences(
            scope: scope, pace: pace, isQuiet: isQuiet ?? false, language: language,
            actions: actions)
    }

    private static func word<Word: RawRepresentable>(
        _ text: String?, _ pointer: String, _ standard: Word, known: [Word],
        _ faults: inout [InputFault.Field]
    ) -> Word where Word.RawValue == String {
        guard let text else { return standard }
        if let word = known.first(where: { $0.rawValue == text }) { return word }
        faults.append(.init(pointer, .oneOf(known.map(\.rawValue))))
        return standard
    }
}

extension AddressGuard.Refusal {
    fileprivate var detail: Label {
        switch self {
        case .tooLong:
            Label(
                zh: "至多\(AddressGuard.longest)个字符",
                en: "must have at most \(AddressGuard.longest) characters")
        case .notHTTP:
            Label(
                zh: "须为以 https:// 开头的地址", en: "must be an address that begins with https://")
        case .hasUserInfo: Label(zh: "不得含用户名或密码", en: "must hold no name or password")
        case .hasFragment: Label(zh: "不得含片段（#…）", en: "must hold no fragment (#…)")
        case .noHost:
            Label(
                zh: "须有主机名，端口为1至65535", en: "must name a host and a port from 1 to 65535")
        case .forbiddenAddress:
            Label(
                zh: "指向不允许推送的地址", en: "leads to an address that webhooks may not go to")
        case .notEncrypted: Label(zh: "须以 https:// 开头", en: "must begin with https://")
        }
    }
}
