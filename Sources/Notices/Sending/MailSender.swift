package import Engine
import Foundation
import Subprocess
import WorkingTime

/// Sends mail by curl, which speaks SMTP with TLS and authentication.
package struct MailSender: Sendable {
    package struct Server: Sendable {
        /// `smtp://host:port` or `smtps://host:port`.
        package let url: String
        package let from: String
        package let login: String?
        package let password: String?

        package init(url: String, from: String, login: String?, password: String?) {
            self.url = url
            self.from = from
            self.login = login
            self.password = password
        }
    }

    private let server: Server
    private let timeout: Duration
    private let observer: any Observer

    package init(server: Server, timeout: Duration, observer: any Observer) {
        self.server = server
        self.timeout = timeout
        self.observer = observer
    }

    /// - Returns: the status of the server's last reply.
    /// - Throws: `SendingFault`.
    func send(
        _ words: MessageWords, id: String, to address: String, at wall: Instant
    ) async throws -> Int {
        guard Self.isPlain(address) else { throw SendingFault(.mail, then: .dead) }
        let message = message(words, id: id, to: address, at: wall)
        let limit = timeout
        return try await Timeout.after(limit + .seconds(1)) {
            // Files, as a pipe that nobody reads to its end would stop the whole process.
            let folder = try PrivateFolder()
            defer { folder.remove(telling: observer) }
            let letter = try folder.write(message, as: "message")
            let settings = try folder.write(settings(letter, to: address), as: "settings")
            return try await Self.run(settings, limit)
        }
    }

    /// That of the sender: the id before it is unique by itself.
    private var domain: String {
        server.from.split(separator: "@").last.map(String.init) ?? "zhuqi.invalid"
    }

    /// Source: RFC 5322, RFC 2045.
    private func message(
        _ words: MessageWords, id: String, to address: String, at wall: Instant
    ) -> String {
        let body = Data(words.body.utf8).base64EncodedString(options: [
            .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
        ])
        return [
            "Date: \(InternetDate.text(wall))", "From: <\(server.from)>", "To: <\(address)>",
            "Subject: \(EncodedWord.header(words.subject))", "Message-ID: <\(id)@\(domain)>",
            "Auto-Submitted: auto-generated", "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64", "",
            body, "",
        ].joined(separator: "\r\n")
    }

    /// What curl is told in a file: nobody reads passwords off the list of processes.
    private func settings(_ letter: String, to address: String) -> String {
        var lines = [
            Self.line("url", server.url), Self.line("mail-from", server.from),
            Self.line("mail-rcpt", address), Self.line("upload-file", letter),
        ]
        if let login = server.login {
            lines.append(Self.line("user", "\(login):\(server.password ?? "")"))
            lines.append("ssl-reqd")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func run(_ settings: String, _ limit: Duration) async throws -> Int {
        do {
            let seconds = max(1, Int(limit / .seconds(1)))
            let result = try await Subprocess.run(
                .name("curl"),
                arguments: [
                    "--disable", "--silent", "--config", settings, "--max-time", "\(seconds)",
                    "--write-out", "%{response_code}", "--output", "/dev/null",
                ],
                input: .none, output: .string(limit: 4096), error: .discarded)
            let status = Int(result.standardOutput.trimmingCharacters(in: .whitespaces)) ?? 0
            guard result.terminationStatus.isSuccess else {
                throw fault(result.terminationStatus, status)
            }
            return status
        } catch let error as SubprocessError where error.code == .executableNotFound {
            throw SendingFault(.mail)
        }
    }

    private static func fault(_ ending: TerminationStatus, _ status: Int) -> SendingFault {
        if (500..<600).contains(status) {
            return SendingFault(.mail, status: status, then: .dead)
        }
        guard case .exited(let code) = ending else { return SendingFault(.mail) }
        let known = status > 0 ? status : nil
        switch code {
        case 6: return SendingFault(.notResolved)
        case 7: return SendingFault(.refused)
        case 28: return SendingFault(.timeout)
        case 35, 58, 59, 60, 64, 77, 80, 82, 83: return SendingFault(.tls, status: known)
        default: return SendingFault(.mail, status: known)
        }
    }

    private static func line(_ option: String, _ value: String) -> String {
        "\(option) = \(quoted(value))"
    }

    /// Source: curl(1), --config: a value in double quotes.
    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case "\"": result += "\\\""
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// What could be anything but one address is not one.
    private static func isPlain(_ address: String) -> Bool {
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && address.utf8.count <= 254
            && address.utf8.allSatisfy {
                (0x21...0x7E).contains($0) && !"<>()[]\\,;:\"".utf8.contains($0)
            }
    }
}
