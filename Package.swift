// swift-tools-version: 6.2

import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

let argumentParser = Target.Dependency.product(
    name: "ArgumentParser", package: "swift-argument-parser")
let asyncHTTPClient = Target.Dependency.product(
    name: "AsyncHTTPClient", package: "async-http-client")
let deque = Target.Dependency.product(name: "DequeModule", package: "swift-collections")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdTesting = Target.Dependency.product(
    name: "HummingbirdTesting", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let metrics = Target.Dependency.product(name: "Metrics", package: "swift-metrics")
let metricsTestKit = Target.Dependency.product(name: "MetricsTestKit", package: "swift-metrics")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let serviceLifecycle = Target.Dependency.product(
    name: "ServiceLifecycle", package: "swift-service-lifecycle")
let structuredHeaders = Target.Dependency.product(
    name: "RawStructuredFieldValues", package: "swift-http-structured-headers")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let csv = Target.Dependency.product(name: "SwiftCSV", package: "SwiftCSV")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

func target(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tool(
    _ name: String, _ dependencies: [Target.Dependency], linking: [LinkerSetting] = []
) -> Target {
    .executableTarget(
        name: name, dependencies: dependencies, swiftSettings: strict, linkerSettings: linking)
}

func tests(
    _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
    .testTarget(
        name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

// What each target may import of ours; a test holds the sources against this table.
let libraries: [Target] = [
    .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(name: "CWideCharacters"),
    .systemLibrary(name: "CRenaming"),
    .target(name: "CSimdJSON", linkerSettings: [.linkedLibrary("simdjson")]),
    target("JSON", ["CSimdJSON"]),
    target("Languages", []),
    target("WorkingTime", []),
    target("Workflow", ["Languages", "WorkingTime"]),
    target("Casework", ["JSON", "WorkingTime", "Workflow", "Languages", crypto]),
    target("Auditing", ["Casework", "Workflow", "WorkingTime", "Languages"]),
    target("Sealing", ["JSON", "Casework", "Languages", crypto]),
    target("APIModel", ["JSON"]),
    target(
        "Definitions", ["WorkingTime", "Workflow", "Casework", "Languages", mustache, yams]),
    target(
        "Engine",
        [
            "JSON", "Casework", "Workflow", "WorkingTime", deque, crypto, logging, metrics,
            serviceLifecycle,
        ]),
    target(
        "Notices",
        [
            "Engine", "APIModel", "JSON", "Casework", "Workflow", "WorkingTime", "Languages",
            asyncHTTPClient, crypto, mustache, nioCore, nioHTTP1, nioPosix, serviceLifecycle,
            subprocess,
        ]),
    target("Postgres", ["CLibPQ", deque, logging]),
    target(
        "Store",
        [
            "Notices", "Engine", "Postgres", "JSON", "Casework", "Workflow", "WorkingTime",
            "Languages", crypto, logging, serviceLifecycle,
        ]),
    target(
        "UseCases",
        [
            "Store", "Notices", "Engine", "Auditing", "Exports", "JSON", "Casework", "Workflow",
            "WorkingTime", "Languages", crypto, csv, logging,
        ]),
    target(
        "APIText",
        [
            "UseCases", "Engine", "APIModel", "JSON", "Casework", "Workflow", "WorkingTime",
            "Languages",
        ]),
    target("Diagrams", ["Workflow", "Languages", subprocess]),
    target(
        "Exports",
        [
            "Auditing", "JSON", "Casework", "Workflow", "WorkingTime", "Languages", "CRenaming",
            crypto,
        ]),
    target(
        "HTTPAPI",
        [
            "UseCases", "APIText", "Notices", "Engine", "JSON", "Casework", "Workflow",
            "WorkingTime", "APIModel", "Diagrams", "Languages",
            hummingbird, hummingbirdCore, nioCore, nioHTTP1, structuredHeaders, crypto, logging,
        ]),
    target("Settings", ["Languages"]),
    target("CommandText", ["Settings", "Languages", "CWideCharacters", argumentParser]),
    target("Client", ["APIModel", "JSON", asyncHTTPClient, nioCore, nioHTTP1, nioPosix]),
]

let tools: [Target] = [
    tool(
        "zhuqid",
        [
            "HTTPAPI", "APIText", "UseCases", "Store", "Postgres", "Engine", "Notices", "Exports",
            "Auditing", "Sealing",
            "Definitions", "Diagrams", "Casework", "Workflow", "WorkingTime", "Languages",
            "Settings", "CommandText", argumentParser, crypto,
            hummingbird, logging, serviceLifecycle,
        ],
        // Takes the place of the C library's malloc in the whole program: ops/bench.d/NOTES.md.
        linking: [.linkedLibrary("jemalloc", .when(platforms: [.linux]))]),
    tool(
        "zhuqi",
        [
            "Client", "APIModel", "JSON", "Workflow", "WorkingTime", "Languages", "Settings",
            "CommandText", argumentParser, asyncHTTPClient,
        ]),
]

let suites: [Target] = [
    .target(
        name: "ScriptedServer", dependencies: [nioCore, nioHTTP1, nioPosix],
        path: "Tests/ScriptedServer", swiftSettings: strict),
    .target(
        name: "AuditSamples",
        dependencies: ["Auditing", "Casework", "Workflow", "WorkingTime", "Languages"],
        path: "Tests/AuditSamples", swiftSettings: strict),
    tests("LanguagesTests", ["Languages"]),
    tests("WorkingTimeTests", ["WorkingTime"]),
    tests(
        "JSONTests", ["JSON", "APIModel", "Casework", "Workflow"], exclude: ["Golden"]),
    tests("APITextTests", ["Walking", "APIText", "WorkingTime"]),
    tests(
        "DefinitionsTests",
        ["Definitions", "WorkingTime", "Workflow", "Casework", "Languages", yams],
        exclude: ["faults.txt"]),
    tests("DiagramsTests", ["Diagrams", "Definitions", "Workflow", "Languages"]),
    .target(
        name: "Walking", dependencies: ["Casework", "Definitions", "Workflow", "WorkingTime"],
        path: "Tests/Walking", swiftSettings: strict),
    .executableTarget(
        name: "calculate", dependencies: ["Definitions", "WorkingTime"],
        path: "Tests/CalculationTool",
        swiftSettings: strict),
    .executableTarget(
        name: "walk", dependencies: ["Walking", "Casework", "Workflow"], path: "Tests/WalkTool",
        swiftSettings: strict),
    tests(
        "CaseworkTests",
        ["Walking", "Casework", "Definitions", "Workflow", "WorkingTime", "Languages"],
        exclude: ["labelled-texts.tsv"]),
    tests(
        "RenamingTests",
        ["Walking", "Auditing", "Casework", "Definitions", "Workflow", "WorkingTime", yams]),
    tests("AuditingTests", ["AuditSamples", "Auditing", "Casework", "Workflow", "WorkingTime"]),
    tests(
        "ExportsTests",
        [
            "AuditSamples", "Exports", "Auditing", "Casework", "Workflow", "WorkingTime",
            "Languages", crypto,
        ],
        exclude: ["Golden"]),
    tests("SealingTests", ["Sealing"]),
    tests("PostgresTests", ["Postgres", logging]),
    .target(
        name: "DatabaseSupport",
        dependencies: [
            "UseCases", "Store", "Postgres", "Engine", "Definitions", "Casework", "Languages",
            "WorkingTime",
            crypto, logging,
        ],
        path: "Tests/DatabaseSupport", swiftSettings: strict),
    tests(
        "StoreTests",
        [
            "DatabaseSupport", "Walking", "UseCases", "Store", "Exports", "Postgres", "Notices",
            "Engine",
            "Casework", "WorkingTime", "Workflow", "Definitions", "Languages",
        ]),
    tests(
        "HTTPAPITests",
        [
            "DatabaseSupport", "HTTPAPI", "UseCases", "Notices", "Engine", "APIModel", "JSON",
            hummingbird, hummingbirdTesting, nioCore,
        ],
        exclude: ["Golden"]),
    tests(
        "NoticesTests",
        [
            "Walking", "Notices", "Engine", "Casework", "Definitions", "Workflow", "WorkingTime",
            "Languages", logging,
        ]),
    tests("EngineTests", ["Engine", "Casework", logging, metricsTestKit]),
    tests("GuardTests", ["Definitions", "Casework", "Workflow", "Settings"]),
    tests("SettingsTests", ["Settings", "Languages"]),
    tests("CommandTextTests", ["CommandText", "Settings", "Languages", argumentParser]),
    tests("ClientTests", ["Client", "APIModel", "ScriptedServer", asyncHTTPClient]),
    tests(
        "zhuqiTests",
        [
            "zhuqi", "Client", "APIModel", "JSON", "Workflow", "Languages", "Settings",
            "CommandText", "ScriptedServer", argumentParser,
        ],
        exclude: ["Golden"]),
    tests(
        "ServerTests",
        [
            "zhuqid", "Settings", "HTTPAPI", "APIText", "UseCases", "APIModel", "JSON", "Engine",
            "Casework", "Languages",
            "WorkingTime", "Workflow", argumentParser, asyncHTTPClient, crypto, nioCore, nioHTTP1,
            nioPosix,
        ],
        exclude: ["Golden"]),
]

let package = Package(
    name: "zhuqi",
    products: [
        .executable(name: "zhuqid", targets: ["zhuqid"]),
        .executable(name: "zhuqi", targets: ["zhuqi"]),
        .library(name: "ZhuqiClient", targets: ["Client"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-structured-headers", from: "1.7.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.81.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    ],
    targets: libraries + tools + suites,
    swiftLanguageModes: [.v6]
)
