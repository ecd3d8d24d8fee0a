/// Every named statement that the program calls; each has its text under `SQL/queries`.
package enum QueryName: String, CaseIterable, Sendable {
    // lock.sql
    case lockDirectory, lockSubscriptions, lockTouchedDeliveries
    // batch.sql
    case lockIssues, lockFreeIssues, loadIssues, loadEarlierUses, loadLiveClocks, drawIssueIDs
    case moveHeads, putNarratives, createIssues, addEvents, putClocks
    case endDuties, putDuties, placeDuties, addLinks, addOutboxBatch
    // filing.sql
    case filingsByKey, referencesTaken, drawCaseIDs, addCases, caseNumberHoles, caseByID
    case caseIDByNumber, issueIDsOfCase
    // issue.sql
    case issuesByID, issueIDByNumber, issueIDsByNumber, unbornIssue, clocksOfIssues, eventsOfIssue,
        climbsOfIssue, liveClocksOfIssues
    case recentIssuesOfEnterprise, recentIssuesOfCategory
    case issuesHolding, issuesNumberedLike, issuesInStates
    case unitQueue, visibleIssues, openIssuesAfter, openIssuesOfVersion, runningCounts
    // duty.sql
    case dutiesAlong, dutiesAt, issuesAbout
    case heldDutyCounts, seenDutyCounts, dutyCountsInOrder
    case dutiesOfIssues, dutiesAreKept, issuesWithoutDuty, holdIssuesAt, forgetDuties
    // summary.sql
    case periodCounts, openCounts
    // alarm.sql
    case dueAlarms, nextAlarm, leadAlarms
    // outbox.sql
    case waitingReaders, openOutboxReader, lockOutboxReader, outboxBatches, outboxEvents
    case commonEvents
    case advanceOutboxReader
    // notice.sql
    case liveSubscriptions, subscriptionsOf, subscriptionsByID, mailOf, lockPerson, addSubscription,
        openMail
    case putMail, rotateSecret, endSubscription, buryDeliveries, addDeliveries, hastenDeliveries
    case addDigests, addDigestItems, claimDeliveries, digestItems, settleDeliveries, addAttempts
    case deliveries, attemptsOf, replayDelivery, replayDead, classesOfIssues
    case noteOutcomes, standApart, moveApart, pauseSubscriptions, fallBehind
    case waitingFor, subscriptionBehind, batchesBehind, catchUp, caughtUp, standTogether, unsettled
    case resumeSubscription, pausedOf, pruneDeliveries
    // request.sql
    case keepRequest, keptRequest, lockRequest, pruneRequests
    // common.sql
    case joinCommon, leaveCommon, noteCommonResult, noteReceived, membersWaiting, commonMembers
    case standsUnder, commonLeads
    case commonEnterprises, recentOpenIssues
    // directory.sql
    case divisions, units, unitNames, persons, roleGrants, pairings, projects, chains, deputies
    case absences, duties
    case removeGrant, removePairing
    case addVisit, visits, addAbsence, absencesOf, endAbsence
    case issuesOfOfficer, beginPairings, endPairings
    case drawEnterpriseIDs, addEnterprises, enterpriseByCreditCode
    case enterprisesByCreditCode, enterprisesByID, searchEnterprises
    // roster.sql
    case rosterPutDivision, rosterPutUnit, rosterPutUnitName, rosterPutChain
    case rosterPutProject, rosterPutOfficer, rosterPutGrant, rosterPutEnterprise
    case rosterPutPairing, rosterPutDeputy, rosterPutAbsence, rosterPutDuty
    case rosterPutVisit, addDirectoryChange, rosterDivisions, rosterUnits
    case rosterUnitNames, rosterChains, rosterProjects, rosterOfficers, rosterGrants
    case rosterEnterprises, rosterPairings, rosterDeputies, rosterAbsences
    case rosterDuties, rosterVisits, creditCodes
    // access.sql
    case personByToken, addToken, noteTokenUses, tokens, revokeToken, revokeTokensOf
    case leavers, revokeTokensOfLeavers, revokeTokensWithoutPost, linkByDigest
    // publication.sql
    case installation, markInstallation, keepSimulatedNow, publicationMark
    case newestDocument, documents, addDocument
    case workflowVersions, versionPublishedAt, addWorkflowVersion, addStates, addActions, addMoves,
        addAdministrativeMoves, addVersionMoves
    case states, actions
    // calendar.sql
    case calendarPublishedAt, issuesOnEarlierRevision, runningClocksByRevision, provisionalClocks
    // audit.sql
    case issueIDsAfter, headsByID, eventsOfIssues, issueIDsBornBefore, caseSources
    case casesWithGaps, issuesUnlikeCases, everyDocument
}
