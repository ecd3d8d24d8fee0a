import APIModel
import UseCases

extension SubscriptionRequest {
    init(_ body: SubscriptionBody) {
        self.init(
            channel: body.channel, url: body.url, scope: body.scope, pace: body.pace,
            isQuiet: body.quiet, language: body.language, actions: body.actions)
    }
}

extension RotationBody {
    private static let usualHours: Int64 = 24

    /// How long the secrets before sign as well.
    var wholeHours: Int64 {
        get throws(InputFault) {
            guard let overlapHours else { return Self.usualHours }
            guard case .integer(let hours) = overlapHours else {
                throw .wrongType("/overlapHours", zh: "须为整数", en: "must be a whole number")
            }
            return hours
        }
    }
}
