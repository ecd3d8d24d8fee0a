import Mustache
import Synchronization

/// Keeps templates that were read, as reading one takes longer than filling it.
final class TemplateCache: Sendable {
    private let templates = Mutex<[String: MustacheTemplate]>([:])
    /// Of published templates there are a few; more than this means that they were published anew.
    private static let most = 64

    /// - Returns: nil where the text can't be read.
    func template(_ source: String) -> MustacheTemplate? {
        templates.withLock { templates in
            if let known = templates[source] { return known }
            do {
                let template = try MustacheTemplate(
                    string: "{{% CONTENT_TYPE:TEXT}}\n" + source)
                if templates.count >= Self.most { templates = [:] }
                templates[source] = template
                return template
            } catch {
                return nil
            }
        }
    }
}
