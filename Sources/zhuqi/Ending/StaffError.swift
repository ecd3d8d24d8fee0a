import APIModel
import Client
import CommandText
import Languages

/// Tells why a command of the tool did not do what was asked.
enum StaffError: Error, Hashable, Sendable {
    case client(ClientError)
    /// The command line, or a value on it, can't be understood.
    case usage(Label)
    /// Required fields that nobody gave; each as its name, form and label.
    case missingFields(action: LabelAnswer, [ActionsAnswer.Field])
    /// The action is not possible now, by the server's own list; beside it what is.
    case notAllowed(ActionsAnswer.Item, allowed: [LabelAnswer])
    /// The issue went on since the version that was given; the text tells how.
    case stale(String)
    /// An action was sent, and it is not known whether it was carried out.
    case outcomeUnknown(Unanswered, repeatWith: String)
    /// Of many issues, what was asked for was done on some at most.
    case partly(done: Int, failed: Int)
    /// What was waited for did not come in time.
    case tooLate(Label)
    /// What is asked for is not so, or does not come any more.
    case cannotBe(Label)
    case notSignedIn
    /// What is kept between commands, such as the credentials, can't be read or written.
    case credentials(Label)

    static func usage(zh: String, en: String) -> StaffError { .usage(Label(zh: zh, en: en)) }
}
