import Store

/// What each query must mean: the types of its parameters → its columns with theirs.
///
/// `time` is timestamptz. In `Sources/Store` parameters are bound by position and columns read by
/// name.
enum QueryTypes {
    static let expected: [QueryName: String] = [
        // lock.sql
        .lockDirectory: " → is_held bool",
        .lockSubscriptions: "int8[] → id int8",
        .lockTouchedDeliveries: "int8[] int8[] int8[] text[] → id int8",
        // batch.sql
        .lockIssues: "int8[] text[] → id int8",
        .lockFreeIssues: "int8[] text[] → id int8",
        .loadIssues:
            "int8[] text[] → id int8, number text, case_id int8, enterprise_id int8, filer int8, "
            + "workflow_version_id int8, sequence int4, state int4, attributes json, "
            + "clock_count int4, head_digest bytea, created_at time, updated_at time, title "
            + "text, description text, contact_name text, contact_phone text, needs json",
        .loadEarlierUses:
            "int8[] text[] bytea[] → issue_id int8, command_key bytea, sequence int4, "
            + "request_digest bytea",
        .loadLiveClocks:
            "int8[] text[] int8[] text[] → issue_id int8, number int4, kind text, cycle int4, party text, "
            + "issue_class text, time_limit text, calendar text, calendar_revision int4, status"
            + " text, started_at time, original_due_at time, due_at time, moved_by_pauses time,"
            + " is_provisional bool, pauses_from time[], pauses_until time[], held_at time, "
            + "ended_at time, breached_at time, passed_marks text[], next_mark text, "
            + "next_alarm_at time, step int4, hours_of text, saved_at time",
        .drawIssueIDs: "int4 → id int8",
        .moveHeads:
            "int8[] int4[] int4[] int4[] bool[] int8[] text[] int8[] int8[] text[] int2[] "
            + "text[] text[] int2[] time[] json[] int4[] bytea[] time[] int8[] int8[] text[] → ",
        .createIssues:
            "int8[] text[] int8[] int8[] int8[] int8[] int4[] int4[] bool[] int8[] text[] "
            + "int8[] int8[] int8[] text[] int2[] text[] text[] int2[] time[] json[] int4[] "
            + "bytea[] time[] text[] text[] int8[] bool[] int8[] → ",
        .addEvents:
            "int8[] int4[] int4[] int4[] int4[] int8[] text[] time[] bytea[] bytea[] "
            + "json[] bytea[] bytea[] → ",
        .putClocks:
            "int8[] int4[] text[] int4[] text[] text[] text[] text[] int4[] text[] time[] "
            + "time[] time[] time[] bool[] text[] text[] time[] time[] time[] text[] text[] "
            + "time[] int4[] text[] time[] → ",
        .addLinks: "bytea[] int8[] int4[] time[] → ",
        .addOutboxBatch: "int8[] int4[] bool[] → ",
        // filing.sql
        .filingsByKey:
            "int8[] bytea[] → filer int8, command_key bytea, id int8, request_digest bytea",
        .referencesTaken: "text[] text[] → source text, external_reference text",
        .drawCaseIDs: "int4 → id int8",
        .caseNumberHoles:
            " → year int4, first text, last text, hole_size int8, is_old bool",
        .addCases:
            "int8[] int4[] int8[] int8[] text[] text[] text[] text[] int8[] time[] bytea[] "
            + "bytea[] text[] text[] text[] → id int8, number text",
        .caseByID:
            "int8 → number text, enterprise_id int8, project text, unit_code text, "
            + "workflow_version_id int8, source text, external_reference text, note text, "
            + "credit_code_override text, filer int8, filed_at time",
        .caseIDByNumber: "text → id int8",
        .issueIDsOfCase: "int8 → id int8",
        // issue.sql
        .issuesByID:
            "int8[] → id int8, number text, case_id int8, enterprise_id int8, filer int8, "
            + "workflow_version_id int8, sequence int4, state int4, attributes json, "
            + "clock_count int4, head_digest bytea, created_at time, updated_at time, title "
            + "text, description text, contact_name text, contact_phone text, needs json",
        .issueIDByNumber: "text → id int8",
        .issueIDsByNumber: "text[] → number text, id int8",
        .unbornIssue:
            "int8 → id int8, number text, case_id int8, enterprise_id int8, filer int8, "
            + "workflow_version_id int8, created_at time",
        .clocksOfIssues:
            "int8[] → issue_id int8, number int4, kind text, cycle int4, party text, "
            + "issue_class text, time_limit text, calendar text, calendar_revision int4, status"
            + " text, started_at time, original_due_at time, due_at time, moved_by_pauses time,"
            + " is_provisional bool, pauses_from time[], pauses_until time[], held_at time, "
            + "ended_at time, breached_at time, passed_marks text[], next_mark text, "
            + "next_alarm_at time, step int4, hours_of text, saved_at time",
        .liveClocksOfIssues:
            "int8[] → issue_id int8, number int4, kind text, cycle int4, party text, "
            + "issue_class text, time_limit text, calendar text, calendar_revision int4, status"
            + " text, started_at time, original_due_at time, due_at time, moved_by_pauses time,"
            + " is_provisional bool, pauses_from time[], pauses_until time[], held_at time, "
            + "ended_at time, breached_at time, passed_marks text[], next_mark text, "
            + "next_alarm_at time, step int4, hours_of text, saved_at time",
        .climbsOfIssue:
            "int8 → issue_id int8, sequence int4, from_state int4, action int4, to_state int4, "
            + "person_id int8, role text, at time, command_key bytea, request_digest bytea, "
            + "body json, previous_digest bytea, digest bytea",
        .eventsOfIssue:
            "int8 int4 int4 int4 → issue_id int8, sequence int4, from_state int4, action "
            + "int4, to_state int4, person_id int8, role text, at time, command_key bytea, "
            + "request_digest bytea, body json, previous_digest bytea, digest bytea",
        .openIssuesAfter: "int8 int4 → id int8",
        .openIssuesOfVersion:
            "int8 int8 int4[] text[] text[] text[] int8[] text[] int4 → id int8",
        .runningCounts: " → workflow_version_id int8, running_count int8",
        .unitQueue: "int8 int2 time int8 int4 → id int8, class_rank int2, due_at time",
        .visibleIssues:
            "bool int8 int8[] int8[] int8[] text[] text[] int8[] bool int8[] int4[] text text "
            + "time bool int8 int8[] text[] bool int2 time int8 int4 text[] text[] int8 text[] "
            + "int8[] int8[] → id int8, class_rank int2, due_at time",
        .issuesHolding: "text[] text[] int4 → id int8",
        .issuesNumberedLike: "text int4 → id int8",
        .issuesInStates: "int4[] int4 → id int8",
        // summary.sql
        .periodCounts:
            "bool int8[] int8[] int8[] text[] text[] text[] text[] int8[] int8 text time time int4[] "
            + "int8[] text[] → member text, filed_count int8, closed_count int8, judged_count int8, "
            + "in_time_count int8",
        .openCounts:
            "bool int8[] int8[] int8[] text[] text[] text[] text[] int8[] int8 text time → member text, "
            + "open_count int8, overdue_count int8, raised_count int8",
        // alarm.sql
        .dueAlarms: "time time int8 int4 → next_alarm_at time, issue_id int8",
        .nextAlarm: " → at time",
        .leadAlarms: " → leads bool",
        // outbox.sql
        .waitingReaders: "text[] → name text",
        .openOutboxReader: "text → ",
        .lockOutboxReader: "text → is_held bool",
        .outboxBatches:
            "text int4 → xid int8, position int8, issue_ids int8[], sequences int4[], "
            + "notices bool[]",
        .outboxEvents:
            "int8[] int4[] → issue_id int8, sequence int4, from_state int4, action int4, "
            + "to_state int4, person_id int8, role text, at time, command_key bytea, "
            + "request_digest bytea, body json, previous_digest bytea, digest bytea, "
            + "number text, title text, workflow_version_id int8",
        .commonEvents:
            "int8[] int4[] → issue_id int8, sequence int4, from_state int4, action int4, "
            + "to_state int4, person_id int8, role text, at time, command_key bytea, "
            + "request_digest bytea, body json, previous_digest bytea, digest bytea, "
            + "number text, title text, workflow_version_id int8",
        .advanceOutboxReader: "text int8 int8 → ",
        // directory.sql
        .divisions: " → code text, name_zh text, name_en text, parent text",
        .units:
            " → id int8, code text, name_zh text, name_en text, kind text, parent_id int8, "
            + "division text, functions text[], categories text[], aliases text[], dissolved_on "
            + "date, successor_id int8",
        .persons:
            " → id int8, login text, name text, phone text, email text, left_on date",
        .roleGrants:
            " → person_id int8, role text, unit_id int8, from_on date, until_on date",
        .pairings:
            " → person_id int8, enterprise_id int8, project text, chain text, level int2, "
            + "is_chief bool, from_on date, until_on date",
        .removeGrant: "text text text → ",
        .removePairing: "text text → ",
        .drawEnterpriseIDs: "int4 → id int8",
        .addEnterprises: "int8[] text[] text[] text[] text[] → ",
        .enterprisesByCreditCode:
            "text[] → id int8, credit_code text, name text, division text, tags text[], chains "
            + "text[], size text, industry text, locality text",
        .enterpriseByCreditCode:
            "text → id int8, credit_code text, name text, division text, tags text[], chains "
            + "text[], size text, industry text, locality text",
        .enterprisesByID:
            "int8[] → id int8, credit_code text, name text, division text, tags text[], chains "
            + "text[], size text, industry text, locality text",
        .searchEnterprises:
            "text[] text[] int8 int4 → id int8, credit_code text, name text, division text, tags "
            + "text[], chains text[], size text, industry text, locality text",
        .unitNames: " → unit_id int8, from_on date, name_zh text, name_en text",
        .projects: " → code text, name_zh text, name_en text, division text",
        .chains: " → code text, name_zh text, name_en text",
        .deputies: " → person_id int8, deputy_id int8",
        .absences:
            " → person_id int8, from_on date, until_on date, deputy_id int8, "
            + "ended_at time",
        .duties:
            " → unit_id int8, person_id int8, from_at time, until_at time",
        .rosterPutDivision: "text text text text → is_new bool",
        .rosterPutUnit:
            "text text text text text text text[] text[] text[] date text → is_new bool",
        .rosterPutUnitName: "text date text text → is_new bool",
        .rosterPutChain: "text text text → is_new bool",
        .rosterPutProject: "text text text text → is_new bool",
        .rosterPutOfficer: "text text text text date → is_new bool",
        .rosterPutGrant: "text text text date date → is_new bool",
        .rosterPutEnterprise:
            "text text text text[] text text text[] text text[] → is_new bool",
        .rosterPutPairing: "text text text text int2 bool date date → is_new bool",
        .rosterPutDeputy: "text int2 text → is_new bool",
        .rosterPutAbsence: "text date date text text → is_new bool",
        .rosterPutDuty: "text text time time → is_new bool",
        .rosterPutVisit: "text text date text time → is_new bool",
        .addDirectoryChange: "time int8 text bytea → ",
        .rosterDivisions: " → code text, name_zh text, name_en text, parent text",
        .rosterUnits:
            " → code text, name_zh text, name_en text, kind text, parent text, division text, "
            + "functions text, categories text, aliases text, dissolved_on text, successor text",
        .rosterUnitNames: " → code text, from_on text, name_zh text, name_en text",
        .rosterChains: " → code text, name_zh text, name_en text",
        .rosterProjects: " → code text, name_zh text, name_en text, division text",
        .rosterOfficers:
            " → login text, name text, phone text, email text, left_on text",
        .rosterGrants:
            " → login text, role text, code text, from_on text, until_on text",
        .rosterEnterprises:
            " → credit_code text, name text, division text, tags text, size text, industry "
            + "text, chains text, locality text",
        .rosterPairings:
            " → login text, credit_code text, project text, chain text, level text, is_chief "
            + "text, from_on text, until_on text",
        .rosterDeputies: " → login text, rank text, deputy text",
        .rosterAbsences:
            " → login text, from_on text, until_on text, deputy text, reason text",
        .rosterDuties: "text → code text, login text, from_at text, until_at text",
        .rosterVisits: " → login text, credit_code text, visited_on text, note text",
        .creditCodes: " → credit_code text",
        .recentIssuesOfEnterprise: "int8 time int4 → id int8",
        .recentIssuesOfCategory: "text time int4 → id int8",
        .issuesOfOfficer: "int8 int8 int4 → id int8",
        .beginPairings: "int8 int8 date → ",
        .endPairings: "int8 date → ",
        .addVisit: "int8 int8 date text time → id int8",
        .visits:
            "int8 int8 int8 int4 → id int8, person_id int8, enterprise_id int8, visited_on "
            + "date, note text",
        .addAbsence: "int8 date date int8 text time int8 → id int8",
        .absencesOf:
            "int8[] int8 date → person_id int8, from_on date, until_on date, deputy_id int8, "
            + "reason text, ended_at time",
        .endAbsence: "int8 date time int8 → id int8",
        // notice.sql
        .liveSubscriptions:
            "int8[] → id int8, person_id int8, channel text, url text, scope text, pace text, "
            + "is_quiet bool, language text, actions text[], generation int4, oldest_generation "
            + "int4, previous_until time, created_at time, ended_at time, end_reason text, "
            + "failing_since time, paused_at time, is_apart bool, is_behind bool",
        .subscriptionsOf:
            "int8 int8 int4 → id int8, person_id int8, channel text, url text, scope text, "
            + "pace text, is_quiet bool, language text, actions text[], generation int4, "
            + "oldest_generation int4, previous_until time, created_at time, ended_at time, "
            + "end_reason text, "
            + "failing_since time, paused_at time, is_apart bool, is_behind bool",
        .subscriptionsByID:
            "int8[] → id int8, person_id int8, channel text, url text, scope text, pace text, "
            + "is_quiet bool, language text, actions text[], generation int4, oldest_generation "
            + "int4, previous_until time, created_at time, ended_at time, end_reason text, "
            + "failing_since time, paused_at time, is_apart bool, is_behind bool",
        .mailOf:
            "int8 → id int8, person_id int8, channel text, url text, scope text, pace text, "
            + "is_quiet bool, language text, actions text[], generation int4, oldest_generation "
            + "int4, previous_until time, created_at time, ended_at time, end_reason text, "
            + "failing_since time, paused_at time, is_apart bool, is_behind bool",
        .addSubscription: "int8 text text text bool text text[] time int8 → id int8",
        .openMail: "int8[] text[] bool[] time → ",
        .putMail: "int8 text bool text time → ",
        .rotateSecret: "int8 time time → generation int4, previous_until time",
        .endSubscription: "int8 time text → ",
        .buryDeliveries: "int8 time text → ",
        .addDeliveries: "int8[] int8[] int4[] time[] → ",
        .hastenDeliveries: "int8[] int8[] time[] → ",
        .addDigests: "int8[] text[] time[] → ",
        .addDigestItems: "int8[] text[] int8[] int4[] → ",
        .claimDeliveries:
            "time time time int4 int8[] int8[] bool int8[] int4 int4 → id int8, subscription_id "
            + "int8, issue_id int8, sequence int4, digest_on date, tries int4, tries_since int4",
        .digestItems: "int8[] → delivery_id int8, issue_id int8, sequence int4",
        .settleDeliveries: "int8[] int4[] text[] time[] int4[] text[] time[] → ",
        .addAttempts: "int8[] int4[] time[] int4[] text[] int4[] → ",
        .deliveries:
            "int8 int8 text text int8 int8 int4 → id int8, subscription_id int8, issue_id "
            + "int8, sequence int4, digest_on date, state text, not_before time, next_try_at "
            + "time, tries int4, last_status int4, last_error text, settled_at time, number text",
        .attemptsOf:
            "int8 → number int4, at time, status int4, error text, milliseconds int4",
        .replayDelivery: "int8 → ",
        .replayDead: "int8 → ",
        .classesOfIssues: "int8[] → id int8, class text",
        .lockPerson: "int8 → is_held bool",
        .noteOutcomes:
            "int8[] int8[] time[] time[] int8[] → id int8, failures int4, failing_since time, is_apart "
            + "bool, paused_at time",
        .standApart: "int8[] text → ",
        .moveApart: "int8[] → ",
        .pauseSubscriptions: "int8[] time time → id int8",
        .fallBehind: "int8[] text → ",
        .waitingFor: "int8[] int4 → id int8, waiting int8",
        .subscriptionBehind:
            "int4 time → id int8, person_id int8, channel text, url text, scope text, pace text, "
            + "is_quiet bool, language text, actions text[], generation int4, oldest_generation "
            + "int4, previous_until time, created_at time, ended_at time, end_reason text, "
            + "failing_since time, paused_at time, is_apart bool, is_behind bool",
        .batchesBehind:
            "int8 int4 text → xid int8, position int8, issue_ids int8[], sequences int4[], "
            + "notices bool[]",
        .catchUp: "int8 int8 int8 → ",
        .caughtUp: "int8 → ",
        .standTogether: " → ",
        .unsettled: "time → is_behind bool, is_apart bool",
        .resumeSubscription: "int8 → ",
        .pausedOf:
            "int8[] → person_id int8, id int8, url text, failing_since time, paused_at time",
        .pruneDeliveries: "time time int4 → ",
        // request.sql
        .keepRequest: "int8 bytea bytea text time → is_kept bool",
        .keptRequest: "int8 bytea → request_digest bytea, result text",
        .lockRequest: "int8 bytea → is_held bool",
        .pruneRequests: "time int4 → ",
        // common.sql
        .joinCommon: "int8 int8 time → ",
        .leaveCommon: "int8 → ",
        .commonMembers: "int8 → issue_id int8",
        .standsUnder: "int8 int8 → stands bool",
        .commonLeads: "int8[] → lead_issue_id int8",
        .commonEnterprises: "int8 time → count int8",
        .recentOpenIssues: "text time int4 → id int8",
        .noteCommonResult: "int8 int4 → ",
        .noteReceived: "int8 → ",
        .membersWaiting: "int8[] → issue_id int8, lead_issue_id int8, sequence int4",
        // access.sql
        .personByToken:
            "bytea → id int8, person_id int8, expires_at time, revoked_at time, last_used_on date",
        .addToken: "bytea int8 text time time → id int8",
        .noteTokenUses: "bytea[] date → ",
        .tokens:
            "text int8 → id int8, login text, label text, issued_at time, expires_at time, "
            + "revoked_at time, last_used_on date",
        .revokeToken: "int8 time → ",
        .revokeTokensOf: "text time → id int8",
        .leavers: "date → id int8",
        .revokeTokensOfLeavers: "date int8[] → ",
        .revokeTokensWithoutPost: "text[] → ",
        .linkByDigest: "bytea → issue_id int8, number int4, expires_at time",
        // publication.sql
        .installation: " → is_simulated bool, simulated_now time, id text",
        .markInstallation: "bool time → ",
        .keepSimulatedNow: "time → ",
        .publicationMark: " → mark int8",
        .newestDocument: "text text → revision int4, source text, digest bytea",
        .documents: "text → name text, revision int4, source text, digest bytea",
        .addDocument: "text text int4 text bytea time → ",
        .workflowVersions:
            " → id int8, workflow text, version int4, source text, digest bytea, subject text",
        .addWorkflowVersion: "text int4 text bytea time text → id int8",
        .addStates: "int8 text[] bool[] → ",
        .addActions: "text[] → ",
        .addMoves: "int8 text[] text[] text[] → ",
        .versionPublishedAt: "int8 → published_at time",
        .addAdministrativeMoves: "int8 → ",
        .addVersionMoves: "int8 int8 text[] text[] text → ",
        .states: " → id int4, workflow_version_id int8, name text, is_open bool",
        .actions: " → id int4, name text",
        // calendar.sql
        .calendarPublishedAt: "text int4 → published_at time",
        .issuesOnEarlierRevision: "text int4 int8 int4 → issue_id int8",
        .runningClocksByRevision:
            " → calendar text, calendar_revision int4, running_count int8, "
            + "provisional_count int8",
        .provisionalClocks:
            " → number text, kind text, party text, due_at time, calendar text, "
            + "calendar_revision int4",
        // audit.sql
        .issueIDsAfter: "int8 int4 → id int8",
        .headsByID:
            "int8[] → id int8, sequence int4, state int4, is_open bool, lead_unit int8, "
            + "supporting_units int8[], office int8, handler int8, class text, category text, "
            + "division text, level int2, due_at time, class_rank int2, complained_unit int8, "
            + "search_bigrams text[], project text, chains text[], service_officer int8, "
            + "level_holders int8[], subject_unit int8",
        .eventsOfIssues:
            "int8[] → issue_id int8, sequence int4, from_state int4, action int4, "
            + "to_state int4, person_id int8, role text, at time, command_key bytea, "
            + "request_digest bytea, body json, previous_digest bytea, digest bytea",
        .endDuties: "int8[] int4[] text[] → ",
        .putDuties:
            "int8[] int4[] text[] text[] text[] text[] time[] time[] bool[] bool[] int2[] → ",
        .placeDuties: "int8[] → ",
        // duty.sql
        .dutiesAlong:
            "text text[] text[] time int2 int8 int4 int4 time bool text[] text[] int8[] bool int4[] text "
            + "text text[] int8[] int8[] text[] bool int8[] int8[] text[] text[] int8[] text[] text[] "
            + "int8[] int8[] int8 → due_at time, class_rank int2, issue_id int8, slot int4, holder text",
        .issuesAbout: "int8[] text[] text[] int8[] int8[] → id int8",
        .heldDutyCounts:
            "time[] time[] text[] text[] int8[] int8[] text text[] int4 → place int8, "
            + "duties int8, has_more bool",
        .seenDutyCounts:
            "time[] time[] text[] text[] int8[] text[] text[] int8[] bool int8[] text int4 → "
            + "place int8, duties int8, has_more bool",
        .dutyCountsInOrder:
            "time[] time[] bool int8[] int8[] text[] text[] int8[] text[] text[] int8[] int8[] int8 "
            + "int4 int4 → place int8, duties int8, has_more bool",
        .dutiesAt:
            "int8[] int4[] → issue_id int8, slot int4, holder text, part text, actions text[], "
            + "barred int8[], since time, due_at time, is_paused bool, is_blocked bool, "
            + "class_rank int2",
        .dutiesOfIssues:
            "int8[] → issue_id int8, slot int4, holder text, part text, actions text[], "
            + "barred int8[], since time, due_at time, is_paused bool, is_blocked bool, "
            + "class_rank int2, is_in_place bool",
        .dutiesAreKept: " → are_kept bool",
        .issuesWithoutDuty: "int8 int4 → id int8",
        .holdIssuesAt: "int8[] int4[] → id int8",
        .forgetDuties: "int8[] → ",
        .putNarratives: "int8[] text[] text[] text[] text[] json[] text[] → ",
        .issueIDsBornBefore: "time int8 int4 → id int8",
        .caseSources: "int8[] → id int8, source text, external_reference text",
        .casesWithGaps: " → number text, issue_count int8, last int4",
        .issuesUnlikeCases:
            " → id int8, has_other_number bool, has_other_enterprise bool",
        .everyDocument:
            " → kind text, name text, revision int4, source text, digest bytea",
    ]
}
