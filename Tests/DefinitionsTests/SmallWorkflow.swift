/// Holds a sound workflow of a few lines, for one fault at a time.
enum SmallWorkflow {
    static let text = """
        workflow: small
        version: 1
        label: {zh: 小流程, en: Small}
        calendar: cn
        defaultClass: C
        states:
          open: {kind: initial, label: {zh: 待办, en: Open}}
          going: {kind: active, label: {zh: 在办, en: Going}}
          done: {kind: terminal, leftBy: [reopen], label: {zh: 办结, en: Done}}
        categories:
          LAB: {label: {zh: 用工, en: Labour}, needs: {persons: {quantity: persons, label: {zh: 人数, en: Persons}}}}
        classes:
          C: {rank: 2, amber: 70, label: {zh: 一般, en: Ordinary}, limits: {resolve: 7wd}}
        counters:
          dispatches: {zh: 交办次数, en: Dispatches}
        clocks:
          resolve:
            label: {zh: 办结, en: Resolution}
            party: leadUnit
            marks: {due: {at: due, action: breach}, late: {at: +3wd, action: breach}}
        people:
          office: [{role: cityOffice, relation: office}]
        fields:
          title: {text: 200, label: {zh: 标题, en: Title}}
          category: {form: category, sets: category, label: {zh: 类别, en: Category}}
          division: {form: division, sets: division, label: {zh: 属地, en: Division}}
          reason: {text: 200, label: {zh: 理由, en: Reason}}
        groups:
          beginning: [{start: resolve}, {count: dispatches}]
        actions:
          file:
            label: {zh: 登记, en: File}
            by: office
            from: unborn
            to: open
            fields: {title: required, category: required, division: required, reason: required}
          dispatch:
            label: {zh: 交办, en: Dispatch}
            by: office
            from: open
            to: going
            guards: [{atMostTimes: {counter: dispatches, times: 3}}]
            effects: [{do: beginning}, {set: {handler: actingPerson}}]
          finish:
            label: {zh: 办结, en: Finish}
            by: {people: office, notSamePersonAs: [dispatch]}
            transitions:
              - {from: going, to: done, when: {result: [solved]}, effects: [{stop: resolve}]}
              - {from: going, to: going, when: {result: [partly]}}
            fields: {result: {choice: {solved: {zh: 已解决, en: Solved}, partly: {zh: 部分, en: Partly}}, required: true, label: {zh: 结果, en: Result}}}
          reopen:
            label: {zh: 复活, en: Reopen}
            by: office
            from: done
            to: open
            guards: [{reopenedWithin: {days: 30, since: finish}}]
          breach:
            label: {zh: 到期, en: Breach}
            automatic: true
            from: anyOpen
            to: same

        """ + roles

    /// What its names mean, as the file ends.
    static let roles = """
        roles:
          states: {closed: done, handledElsewhere: none, undone: none}
          actions: {acknowledgement: none, automaticAcknowledgement: none, leadWork: [finish], evaluation: none}
          clocks: {resolution: resolve, acknowledgement: none, firstReport: none, escalation: none}
          counters: {dispatches: dispatches, sendBacks: none, upheldSendBacks: none, extensions: none, reworks: none, recurrences: none}
          fields: {proof: reason}
          values: {solved: none, satisfied: none, dissatisfied: none}
          link: {supplement: none, resume: none, withdraw: none, confirm: none, evaluate: none, object: none}

        """
}
