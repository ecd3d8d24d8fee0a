import Casework
import Engine
import UseCases

extension CommandGateway {
    /// Somebody who asks now.
    func asker(_ person: Person) -> Asker {
        Asker(.person(person), world: world.value, now: time.now)
    }
}
