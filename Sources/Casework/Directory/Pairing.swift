package import Languages
import Workflow

/// Binds an officer to an enterprise, a project or an industrial chain, at one level of the ladder.
///
/// Term: 包联; 链长 where the subject is a chain.
package struct Pairing: Hashable, Sendable {
    package enum Subject: Hashable, Sendable {
        case enterprise(EnterpriseID)
        /// A code of a project.
        case project(String)
        /// A code of an industrial chain.
        case chain(String)
    }

    package let subject: Subject
    /// The level of the service line at which the officer stands for the subject, 0 to 6.
    package let level: Int
    /// One chief at a level is normal. Term: 首席服务官.
    package let isChief: Bool
    package let validity: Validity

    package init(
        subject: Subject, level: Int = 0, isChief: Bool = false, validity: Validity = .always
    ) {
        self.subject = subject
        self.level = level
        self.isChief = isChief
        self.validity = validity
    }
}

extension Pairing {
    /// Tells whether it binds the officer to an issue's enterprise, project or chain.
    func concerns(_ issue: Issue) -> Bool {
        switch subject {
        case .enterprise(let enterprise): enterprise == issue.enterprise
        case .project(let code): issue.attributes.project == code
        case .chain(let code): issue.attributes.chains.contains(code)
        }
    }
}

/// Something that several enterprises or units work at together and that has officers of its own.
package struct Project: Hashable, Sendable {
    package let code: String
    package let name: Label
    package let division: String

    package init(code: String, name: Label, division: String) {
        self.code = code
        self.name = name
        self.division = division
    }
}

/// An industrial chain that an officer looks after. Term: 产业链.
package struct IndustrialChain: Hashable, Sendable {
    package let code: String
    package let name: Label

    package init(code: String, name: Label) {
        self.code = code
        self.name = name
    }
}
