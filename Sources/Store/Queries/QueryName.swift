/// Every named statement that the program calls; each has its text under `SQL/queries`.
package enum QueryName: String, CaseIterable, Sendable {
    // batch.sql
    case lockIssues, loadIssues, loadEarlierUses, loadLiveClocks, drawIssueIDs
    case moveHeads, putNarratives, bearIssues, addEvents, putClocks, addLinks, addOutboxBatch
    // filing.sql
    case filingByKey, drawCaseID, addCase, caseByID, caseIDByNumber, issueIDsOfCase
    // issue.sql
    case issuesByID, issueIDByNumber, unbornIssue, clocksOfIssues, eventsOfIssue
    case unitQueue, visibleIssues, openIssuesOfVersion, runningCounts
    // alarm.sql
    case dueAlarms, nextAlarm, leadAlarms
    // outbox.sql
    case outboxReader, outboxBatches, outboxEvents, advanceOutboxReader
    // directory.sql
    case divisions, units, persons, roleGrants, pairings
    case putDivision, putUnit, putPerson, clearGrants, addGrant, clearPairings, addPairing
    case putEnterprise, addEnterprise, enterpriseByCreditCode, enterprisesByID, searchEnterprises
    // access.sql
    case personByToken, addToken, linkByDigest
    // publication.sql
    case installation, markInstallation, keepSimulatedNow, publicationMark
    case newestDocument, documents, addDocument
    case workflowVersions, versionPublishedAt, addWorkflowVersion, addStates, addActions, addMoves,
        addVersionMoves
    case states, actions
    // calendar.sql
    case calendarPublishedAt, issuesOnEarlierRevision, runningClocksByRevision, provisionalClocks
    // audit.sql
    case issueIDsAfter, headsByID, eventsOfIssues, issueIDsBornBefore, caseSources
}
