"""Reads a workflow: what its actions lead to and which effects they have."""

ANY_OPEN, SAME, UNBORN = "anyOpen", "same", "unborn"


class Procedure:
    def __init__(self, definition):
        self.definition = definition
        self.terminal = {name for name, state in self.definition["states"].items()
                         if state["kind"] == "terminal"}
        self.clocks, self.classes = self.definition["clocks"], self.definition["classes"]
        self.transitions = {
            name: list(self._transitions_of(action))
            for name, action in self.definition["actions"].items()}

    def _transitions_of(self, action):
        """Lists (from states, to state, when, effects); common effects come after own ones."""
        for one in action.get("transitions") or [action]:
            common = [] if one is action else action.get("effects", [])
            effects = list(self._plain(one.get("effects", []) + common))
            yield as_list(one["from"]), one["to"], one.get("when", {}), effects

    def _plain(self, effects):
        """Yields effects as (name, argument), with groups written out."""
        for effect in effects:
            name, argument = (effect, None) if isinstance(effect, str) else next(
                iter(effect.items()))
            if name == "do":
                yield from self._plain(self.definition["groups"][argument])
            else:
                yield name, argument

    def transition(self, action, state, fields):
        """Answers the state that an action leads to and its effects; None where it can't be."""
        found = [one for one in self.transitions[action] if self._fits(one, state, fields)]
        named = [one for one in found if state in one[0]] or found
        if not named:
            return None
        _, to, _, effects = named[0]
        return state if to == SAME else to, effects

    def _fits(self, transition, state, fields):
        sources, _, when, _ = transition
        is_open = state not in self.terminal and state != UNBORN
        return ((state in sources or ANY_OPEN in sources and is_open)
                and all(fields.get(name) in values for name, values in when.items()))

    def attributes(self, action, fields):
        """Yields (attribute, value) for each field of an act that becomes an attribute."""
        own = self.definition["actions"][action].get("fields", {})
        for name, value in fields.items():
            field = own[name] if isinstance(own.get(name), dict) else (
                self.definition["fields"].get(name, {}))
            if "sets" in field:
                yield field["sets"], value

    def limit(self, kind, issue_class):
        """Answers the limit of a clock in a class, such as `7wd`; None where it has none."""
        limit = self.clocks[kind].get("limit") or self.classes[issue_class]["limits"][kind]
        return None if limit == "none" else limit

    def marks(self, kind, issue_class):
        """Lists (name, place, action) of the marks of a clock in a class."""
        own = self.classes[issue_class].get("marks", {})
        marks = own.get(kind, self.clocks[kind]["marks"])
        return [(name, mark["at"], mark["action"]) for name, mark in marks.items()]


def as_list(value):
    return value if isinstance(value, list) else [value]
