import Testing

/// One after the other: each runs a server of its own, and some measure how long answers take.
@Suite(.serialized) struct ServerTests {}
