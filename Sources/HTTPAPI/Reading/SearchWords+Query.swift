import Hummingbird
import UseCases

extension SearchWords {
    /// - Returns: nil where nothing is searched for.
    static func read(_ parameters: Parameters) throws(InputFault) -> String? {
        try checked(parameters.get("q"))
    }
}
