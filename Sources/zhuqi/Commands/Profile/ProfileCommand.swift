import ArgumentParser
import CommandText
import Languages

struct ProfileCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "profile",
            abstract: Label(
                zh: "登录配置：几个服务器或账号并存，选用其中之一。",
                en: "Keeps logins at several servers, and chooses among them."),
            discussion: Label(
                zh: """
                    zhuqi login --profile 名字 存一份。用哪一份，依 --profile，再依环境变量，再依 profile use 所选，最后为 default（也可写作 默认）。

                    例：
                      zhuqi login --profile 省里 --server https://zhuqi.example.gov.cn
                      zhuqi profile use 省里
                    """,
                en: """
                    zhuqi login --profile NAME keeps one. Which one is used says --profile, else \
                    the environment, else profile use; else it is default.

                    Example:
                      zhuqi login --profile province --server https://zhuqi.example.gov.cn
                      zhuqi profile use province
                    """),
            subcommands: [ListProfiles.self, UseProfile.self, DeleteProfile.self])
    }
}
