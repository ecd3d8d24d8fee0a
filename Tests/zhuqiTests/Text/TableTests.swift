import Testing

@testable import zhuqi

@Suite struct TableTests {
    private var table: Table {
        var table = Table(titles: ["编号", "标题", "end"], flexible: 1)
        table.rows = [
            [.init("1"), .init("短"), .init("|")],
            [.init("ZQ-22"), .init("Mixed 混合 cafe\u{301} 👍 文字"), .init("|")],
            [.init("三"), .init("e\u{301}\u{302}"), .init("|")],
        ]
        return table
    }

    @Test func lastColumnStartsAtTheSameDisplayColumnInEveryLine() throws {
        let lines = table.lines(on: Canvas(width: nil, hasColour: false))
        let starts = try lines.dropFirst().map { line in
            line[..<(try #require(line.lastIndex(of: "|")))].displayWidth
        }
        #expect(lines.count == 4)
        #expect(Set(starts).count == 1)
    }

    @Test(arguments: 22...40) func fitsTheWidthByCuttingTheFlexibleColumn(width: Int) {
        let lines = table.lines(on: Canvas(width: width, hasColour: false))
        #expect(lines.allSatisfy { $0.displayWidth <= width })
    }

    @Test func coloursDoNotMoveColumns() {
        var painted = table
        painted.rows[0][0].paint = .red
        let plain = painted.lines(on: Canvas(width: nil, hasColour: false))
        let coloured = painted.lines(on: Canvas(width: nil, hasColour: true))
        #expect(coloured[1] == "\u{1B}[31m1\u{1B}[0m" + plain[1].dropFirst())
    }
}
