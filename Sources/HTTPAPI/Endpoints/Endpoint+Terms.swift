import APIText
import HTTPTypes
import Languages

/// What a route asks for and answers beside its body, said one after the other where it is declared.
extension Endpoint {
    func open(to access: Access) -> Endpoint { with { $0.access = access } }

    func calledBy(_ caller: Label) -> Endpoint { with { $0.caller = caller } }

    func reading(_ parameters: [QueryParameter]) -> Endpoint {
        with { $0.parameters = .only(parameters) }
    }

    /// Parameters that messengers and supervisors add are passed over.
    func readingWhateverComes() -> Endpoint { with { $0.parameters = .any } }

    /// The body may be left out, which says that nothing is wanted otherwise.
    func withOrWithoutBody() -> Endpoint { with { $0.mayLeaveBodyOut = true } }

    func answering(_ status: HTTPResponse.Status) -> Endpoint { with { $0.status = status } }

    /// Counts once under one key.
    func once(_ need: RequestHeader.Need) -> Endpoint {
        with {
            $0.headers.append(.key(need))
            $0.answerHeaders.append(.replayed)
        }
    }

    /// Is meant for the version of an issue that was seen.
    func onVersion(_ need: RequestHeader.Need) -> Endpoint {
        with { $0.headers.append(.version(need)) }
    }

    /// Says which version it answers, and answers nothing to whoever has it.
    func tagged() -> Endpoint {
        with {
            $0.headers.append(.known)
            $0.answerHeaders.append(.tag)
        }
    }

    func telling(_ headers: AnswerHeader...) -> Endpoint {
        with { $0.answerHeaders += headers }
    }

    func refusing(_ problems: ProblemCode...) -> Endpoint { with { $0.refusals += problems } }

    func computing() -> Endpoint { with { $0.computesTime = true } }

    private func with(_ change: (inout Endpoint) -> Void) -> Endpoint {
        var changed = self
        change(&changed)
        return changed
    }
}
