import Engine
import NIOCore
import NIOPosix

/// Finds the address of a webhook's host, and checks it: the address found here is the one that is
/// connected to.
struct TargetResolver: Sendable {
    private let addressGuard: AddressGuard

    init(addressGuard: AddressGuard) {
        self.addressGuard = addressGuard
    }

    /// - Parameter timeout: how long a name may take to be resolved.
    func address(
        of target: WebhookTarget, within timeout: Duration
    ) async throws -> NetworkAddress {
        let address =
            if let literal = target.literal {
                literal
            } else {
                try await Timeout.after(timeout) { try await resolved(target) }
            }
        guard addressGuard.permits(address),
            target.isEncrypted || addressGuard.isAllowed(address)
        else { throw SendingFault(.forbiddenAddress) }
        return address
    }

    /// Asks the system on a thread of its own, as it may take long.
    private func resolved(_ target: WebhookTarget) async throws -> NetworkAddress {
        let found: String?
        do {
            found = try await NIOThreadPool.singleton.runIfActive {
                try SocketAddress.makeAddressResolvingHost(target.host, port: target.port).ipAddress
            }
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            throw SendingFault(.notResolved)
        }
        guard let address = found.flatMap(NetworkAddress.init) else {
            throw SendingFault(.notResolved)
        }
        return address
    }
}
