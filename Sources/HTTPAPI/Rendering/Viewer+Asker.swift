import Casework
import Engine
import UseCases

extension Desk {
    /// Somebody who asks now.
    func asker(_ person: Person) -> Asker {
        Asker(.person(person), world: world.value, now: time.now)
    }
}
