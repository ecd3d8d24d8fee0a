import Casework
import Definitions
import Testing
import Workflow

@Suite("The routing table")
struct RoutingTests {
    private func table() throws -> RoutingTable {
        let workflow = try WorkflowFiles.workflow("enterprise-assistance.yaml")
        return try DefinitionReader.routing(
            WorkflowFiles.text("routing.yaml"), file: "routing.yaml", for: workflow.categories)
    }

    @Test("names only functions that some unit of the demo directory has")
    func functionsExist() throws {
        let directory = try DefinitionReader.directory(
            WorkflowFiles.text("demo/directory.yaml"), file: "directory.yaml")
        let known = Set(directory.units.flatMap(\.functions))
        for rule in try table().rules {
            let named = Set(rule.supportingFunctions + [rule.leadFunction].compactMap(\.self))
            #expect(named.isSubset(of: known), "\(rule.category)")
        }
    }

    @Test(
        "finds the lead by category and words",
        arguments: [
            ("LAB", "缺工", "humanResources"), ("FIN", "贷款", "financialWork"),
            ("ARR", "货款", "industry"), ("PWR", "车间停电", "developmentReform"),
            ("PWR", "天然气压力不足", "urbanManagement"), ("TEC", "联合研发", "science"),
            ("TEC", "技改补贴", "industry"), ("NET", "5G信号", "communications"),
        ])
    func findsLead(category: String, text: String, lead: String) throws {
        #expect(try table().rule(for: category, text: text)?.leadFunction == lead)
    }

    @Test("leaves what belongs to nobody to the jurisdiction")
    func fallsBack() throws {
        let rule = try #require(try table().rule(for: "OTH", text: ""))
        #expect(rule.leadFunction == nil)
    }

    @Test("keeps the printed order of the supporting functions")
    func keepsOrder() throws {
        let rule = try #require(try table().rule(for: "ARR", text: ""))
        #expect(
            rule.supportingFunctions
                == ["developmentReform", "finance", "stateAssets", "financialWork"])
    }
}
