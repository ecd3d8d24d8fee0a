/// Holds a sound workflow of a few lines, for one fault at a time.
enum SmallWorkflow {
    static let text = """
        workflow: small
        label: {zh: 小流程, en: Small}
        calendar: cn
        defaultClass: C
        states:
          open: {kind: initial, label: {zh: 待办, en: Open}}
          going: {kind: active, label: {zh: 在办, en: Going}}
          done: {kind: terminal, leftBy: [reopen], label: {zh: 办结, en: Done}}
        categories:
          LAB: {zh: 用工, en: Labour}
        classes:
          C: {rank: 2, amber: 70, label: {zh: 一般, en: Ordinary}, limits: {resolve: 7wd}}
        clocks:
          resolve:
            label: {zh: 办结, en: Resolution}
            party: leadUnit
            marks: {due: {at: due, action: breach}, late: {at: +3wd, action: breach}}
        people:
          office: [{role: cityOffice, relation: office}]
        fields:
          reason: {text: 200, label: {zh: 理由, en: Reason}}
        groups:
          beginning: [{start: resolve}, {count: dispatches}]
        actions:
          file:
            label: {zh: 登记, en: File}
            by: office
            from: unborn
            to: open
            fields: {reason: required}
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
            fields: {result: {choice: [solved, partly], required: true, label: {zh: 结果, en: Result}}}
          reopen:
            label: {zh: 复活, en: Reopen}
            by: office
            from: done
            to: open
            guards: [{within: {days: 30, since: finish}}]
          breach:
            label: {zh: 到期, en: Breach}
            automatic: true
            from: anyOpen
            to: same

        """
}
