"""Says which units routing proposes for an issue, by routing.yaml and the directory."""


class Routing:
    def __init__(self, rules, directory):
        self.rules, self.directory = rules, directory
        #: Units by function and division.
        self.competent = {
            (function, unit["division"]): code for code, unit in directory.units.items()
            for function in directory.words(code, "functions")}

    def propose(self, issue):
        """Answers the lead and the supporting units; the jurisdiction always supports.

        A unit that has sent the issue back is passed over: for the city's unit of that function,
        for the jurisdiction, or at last for the campaign offices.
        """
        rule, directory = self.rule_for(issue), self.directory
        divisions = (issue.division, directory.city_division)
        candidates = [self.competent.get((rule["lead"], division)) for division in divisions]
        candidates.append(directory.government_of(issue.division))
        candidates += [directory.office_of(division) for division in divisions]
        lead = next(unit for unit in candidates if unit and unit not in issue.sent_back_by)
        supporting = [self.unit_for(function, issue.division) for function in rule["supporting"]]
        supporting.append(directory.government_of(issue.division))
        return lead, [unit for unit in dict.fromkeys(supporting) if unit not in (lead, None)]

    def rule_for(self, issue):
        """Answers the rule of the category that asks for most and fits."""
        fitting = [rule for rule in self.rules
                   if rule["category"] == issue.category and self.fits(rule, issue)]
        return max(fitting, key=lambda rule: len({"words", "tags", "classes"} & rule.keys()))

    def fits(self, rule, issue):
        text = f"{issue.title}\n{issue.description}"
        tags = self.directory.tags_of(issue.enterprise)
        return (("words" not in rule or any(word in text for word in rule["words"]))
                and ("tags" not in rule or any(tag in tags for tag in rule["tags"]))
                and ("classes" not in rule or issue.issue_class in rule["classes"]))

    def unit_for(self, function, division):
        """Answers the lowest competent unit: the division's, or else the city's."""
        return (self.competent.get((function, division))
                or self.competent.get((function, self.directory.city_division)))
