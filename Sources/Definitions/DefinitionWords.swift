/// The closed sets of words that definitions are written with, for pages and tests about them.
package enum DefinitionWords {
    package static let guards = GuardReader.names
    package static let effects = EffectReader.names
    package static let forms = FieldReader.formNames
}
