package import Casework
package import Workflow
package import WorkingTime

/// Reads published texts that are YAML.
package struct PublishedReading: DefinitionReading {
    package func workflow(
        _ text: PublishedTexts.Text
    ) throws(DefinitionFaults) -> WorkflowDefinition {
        try DefinitionReader.workflow(text)
    }

    package func publishedWorkflow(
        _ text: PublishedTexts.Text
    ) throws(DefinitionFaults) -> WorkflowDefinition {
        try DefinitionReader.publishedWorkflow(text.source, file: text.file)
    }

    package func calendar(
        _ text: PublishedTexts.Text
    ) throws(DefinitionFaults) -> CalendarDefinition {
        try DefinitionReader.calendar(text.source, file: text.file)
    }

    package func routing(
        _ text: PublishedTexts.Text
    ) throws(DefinitionFaults) -> RoutingTable {
        try DefinitionReader.routing(text.source, file: text.file)
    }

    package func ladders(_ text: PublishedTexts.Text) throws(DefinitionFaults) -> Ladders {
        try DefinitionReader.ladder(text.source, file: text.file)
    }

    package func notices(_ text: PublishedTexts.Text) throws(DefinitionFaults) -> NoticeRules {
        try DefinitionReader.notices(text.source, file: text.file)
    }

    package func directory(
        _ text: PublishedTexts.Text
    ) throws(DefinitionFaults) -> DirectoryDocument {
        try DefinitionReader.directory(text.source, file: text.file)
    }
}

extension DefinitionReading where Self == PublishedReading {
    package static var yaml: PublishedReading { PublishedReading() }
}
