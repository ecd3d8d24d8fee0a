/// Names the attributes of an issue that actions may set, clear or look at: a closed set.
package enum AttributeName: String, CaseIterable, Sendable {
    case `class`, category, division, office, externalReference, receivedOn
    case project, arbitrationAskedAt, arbitratedAt
    case leadUnit, previousLead, proposedUnit, supportingUnits, complainedUnit, confidential
    case handler, dispatchedAt, dispatchedBy, sendBackReason
    case plan, nextReportOn, extensionUntil, suspendedBy, minutes
    case result, outcome, reply, reportedAt, grade, trackingApproved
    case evaluation, evaluationSource, closedAt
    case referredTo, mergedInto, restoredBy, commonIssue
}
