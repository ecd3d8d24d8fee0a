import Testing

@testable import zhuqi

/// What is asked on a terminal.
@Suite struct PromptTests {
    private func prompt(_ transcript: Transcript) throws -> Prompt {
        Prompt(try transcript.session("http://127.0.0.1:1"))
    }

    @Test func whatIsNeededIsAskedForAgain() throws {
        let transcript = Transcript(answers: ["", " 一号机械 "])
        #expect(try prompt(transcript).needed("企业") == "一号机械")
        #expect(transcript.warnings == "企业：这一项必填；按 Ctrl-D 结束\n企业：")
        #expect(try prompt(Transcript(answers: [""])).needed("企业") == nil)
    }

    @Test func oneOfSeveralIsChosenByNumberOrNameAndAskedForAgain() throws {
        let transcript = Transcript(answers: ["", "9", "2"])
        #expect(try prompt(transcript).choice("流程", of: ["甲", "乙"]) == 1)
        #expect(transcript.warnings.contains("请输入 1 至 2"))
        #expect(try prompt(Transcript(answers: ["甲"])).choice("流程", of: ["甲", "乙"]) == 0)
        #expect(try prompt(Transcript(answers: [])).choice("流程", of: ["甲", "乙"]) == nil)
    }
}
