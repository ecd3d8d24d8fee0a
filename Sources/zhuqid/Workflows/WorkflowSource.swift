import ArgumentParser
import Casework
import CommandText
import Definitions
import Foundation
import Languages
import Workflow

/// Finds a workflow that a command line names: a file, `name`, or `name@version`.
struct WorkflowSource {
    let definition: WorkflowDefinition
    /// How people call it, e.g. `enterprise-assistance@3`.
    let name: String

    /// - Throws: `DefinitionFaults` for a file that is not sound; a usage error for an unknown name.
    static func find(
        _ text: String, published: () async throws -> PublishedDefinitions
    ) async throws -> WorkflowSource {
        if try isFile(text) {
            let definition = try DefinitionReader.workflow(
                try DefinitionFile.text(text), file: text, including: .beside(text))
            return WorkflowSource(definition: definition, name: text)
        }
        let found = try Self.published(text, in: try await published())
        return WorkflowSource(
            definition: found.definition, name: "\(found.definition.id)@\(found.version)")
    }

    /// Tells whether a text names a file, and not something published.
    ///
    /// - Throws: a usage error where it looks like a file that there is not.
    static func isFile(_ text: String) throws -> Bool {
        if FileManager.default.fileExists(atPath: text) { return true }
        guard !text.contains("/"), !text.hasSuffix(".yaml") else {
            throw ValidationError(
                zh: "没有文件 \(text)",
                en: "there is no file \(text)")
        }
        return false
    }

    /// Finds a published version; without a number the newest.
    static func published(
        _ text: String, in definitions: PublishedDefinitions
    ) throws -> PublishedWorkflow {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
        guard let current = definitions.current(parts[0]) else {
            let known = definitions.names
            throw ValidationError(
                zh: "没有发布工作流“\(parts[0])”；已发布：\(Language.zh.list(known))",
                en: "no workflow \(parts[0]) is published; published: \(Language.en.list(known))")
        }
        guard parts.count > 1 else { return current }
        guard parts.count == 2, let number = Int(parts[1]),
            let found = definitions.workflow(parts[0], version: number)
        else {
            let known = definitions.versions(of: parts[0]).map { "\($0.version)" }
            throw ValidationError(
                zh: "\(parts[0]) 没有版本 \(parts[1])；已发布：\(Language.zh.list(known))",
                en: "\(parts[0]) has no version \(parts[1]); published: "
                    + Language.en.list(known))
        }
        return found
    }
}
