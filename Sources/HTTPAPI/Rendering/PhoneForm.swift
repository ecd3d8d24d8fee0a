import Casework

/// How an answer holds the enterprise's telephone number.
enum PhoneForm {
    case full
    case masked

    func text(_ phone: String) -> String {
        switch self {
        case .full: phone
        case .masked: PhoneMask.masked(phone)
        }
    }
}
