import APIModel
import ArgumentParser
import Languages

extension Language: ExpressibleByArgument {}

extension Language {
    func callAsFunction(_ label: LabelAnswer) -> String { self(label.zh, label.en) }
}
