import APIModel

/// Marks a duty at the head of its line: overdue, standing still, waiting for somebody else.
struct DutySign {
    let duty: DutyAnswer

    var cell: Table.Cell {
        if duty.isOverdue == true { return Table.Cell("!", .red) }
        if duty.isPaused { return Table.Cell("~", .dim) }
        if duty.isBlocked { return Table.Cell("…", .dim) }
        return duty.signal == "amber" ? Table.Cell("·", .yellow) : Table.Cell(" ")
    }
}

/// What a line says of one duty.
struct DutyCells {
    let sign: Table.Cell
    let number: String
    let title: String
    let about: String
    let owed: String
    let due: String
    let rest: String
    let level: String
}
