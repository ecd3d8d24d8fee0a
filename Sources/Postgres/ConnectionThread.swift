import Foundation
import Glibc
import Logging

/// Serves one connection from its own thread, which alone may block on the server.
struct ConnectionThread: Sendable {
    let options: ConnectionOptions
    let mailbox: Mailbox
    let logger: Logger

    /// Starts the thread, which reports once whether the connection was opened.
    func start(opened: @escaping @Sendable (PostgresError?) -> Void) {
        let thread = Thread { main(opened: opened) }
        thread.name = "postgres"
        thread.start()
    }

    private func main(opened: @Sendable (PostgresError?) -> Void) {
        do throws(PostgresError) {
            let session = try Session(options, logger)
            opened(nil)
            serve(session)
            session.close()
            mailbox.finish()
        } catch {
            mailbox.finish()
            opened(error)
        }
    }

    private func serve(_ session: Session) {
        while session.isAlive {
            switch mailbox.next() {
            case .job(let job): job(session)
            case .park: park(session)
            case .close: return
            }
        }
        logger.warning("connection to the database lost")
    }

    /// Sleeps until there is work, or until the server has something to say, such as goodbye.
    private func park(_ session: Session) {
        var descriptors = [
            pollfd(fd: mailbox.wakeup.descriptor, events: Int16(POLLIN), revents: 0),
            pollfd(fd: session.socket, events: Int16(POLLIN), revents: 0),
        ]
        guard poll(&descriptors, 2, -1) > 0 else { return }
        if descriptors[1].revents != 0 {
            session.absorbNotices()
        }
        if descriptors[0].revents != 0 {
            mailbox.wakeup.clear()
        }
    }
}
