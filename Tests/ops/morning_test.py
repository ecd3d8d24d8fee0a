"""A working morning of five people, in terminals of 80 and 40 columns.

What they see is compared with `morning/80.txt` and `morning/40.txt`. The same morning at 80 columns
with nothing but Chinese words typed ends in the same screens. `RECORD_GOLDEN=1` writes the files
anew: read them as those would who work with them.
"""

import os
import pathlib
import unittest

from campaign import Campaign
from served import ROOT, Home, Served
from terminal import Terminal

BEFORE, MORNING = "2026-10-09T09:00:00+08:00", "2026-10-23T08:45:00+08:00"
FOLDER = pathlib.Path(__file__).resolve().parent / "morning"

#: Who sits there: a name for the reader, and a login.
OFFICE = ("市活动办", "cityOffice1")
HANDLER = ("市工信局经办", "industry.handler")
SUPPORTER = ("市商务局经办", "commerce.handler")
HEAD = ("市工信局负责人", "industry.head")
TOWNSHIP = ("中原区街道负责人", "township.410102")

#: Each: who, what is typed, the same in Chinese words alone, and what is answered to questions.
STEPS = [
    (OFFICE, "queue", "queue", []),
    (OFFICE, "show 6-1 --brief", "show 6-1 --brief", []),
    (OFFICE, "do accept 6-1 7-1 --yes", "do 受理 6-1 7-1 --yes", []),
    (OFFICE, "do dispatch 6-1 --lead industry --support commerce --class B",
     "do 交办 6-1 --lead 市工信局 --support 市商务局 --class 跨部门", []),
    (OFFICE, "do accept 6-1", "do 受理 6-1", []),
    (OFFICE, "do uphold 5-1 --lead commerce --reason 属商贸流通",
     "do 同意退单并改派 5-1 --lead 市商务局 --reason 属商贸流通", []),
    (HANDLER, "queue", "queue", []),
    (HANDLER, "do acknowledge 6-1", "do 签收 6-1", []),
    (HANDLER, "do reportProgress 1-1 --dry-run --field text=已联系两家替代供应商",
     "do 阶段反馈 1-1 --dry-run --field 内容=已联系两家替代供应商", []),
    (HANDLER, "do reportProgress 1-1", "do 阶段反馈 1-1",
     [("：", "已联系两家替代供应商，一家本周可供。")]),
    (HANDLER, "show 1-1", "show 1-1", []),
    (SUPPORTER, "queue", "queue", []),
    (SUPPORTER, "do giveOpinion 4-1 --field opinion=可组织对接，月底前有货源。",
     "do 反馈协办意见 4-1 --field 协办意见=可组织对接，月底前有货源。", []),
    (SUPPORTER, "queue others", "queue others", []),
    (HEAD, "queue escalated", "queue escalated", []),
    (HEAD, "show 2-1", "show 2-1", []),
    (HEAD, "do acknowledgeEscalation 2-1 --field text=知悉", "do 知悉提级 2-1 --field 内容=知悉", []),
    (HEAD, "queue", "queue", []),
    (TOWNSHIP, "queue", "queue", []),
    (TOWNSHIP, "do acknowledgeEscalation 2-1 --field text=请市工信局今日到企业。",
     "do 知悉提级 2-1 --field 内容=请市工信局今日到企业。", []),
]


def prepare(campaign):
    """Lets ten days pass in which some work and some do not."""
    numbers = [dispatched(campaign, title) for title in [
        "特种钢材断供", "电子元器件断供，三条产线停工待料", "铝锭价格上涨", "铜材紧缺求对接"]]
    for number in [numbers[0], numbers[2], numbers[3]]:
        campaign.act("industry.handler", number, "acknowledge")
        campaign.act("industry.handler", number, "claim")
    campaign.advance("2026-10-10T09:00:00+08:00")
    campaign.act("industry.handler", numbers[0], "reportProgress", text="已赴企业核实，缺口60吨。")
    campaign.advance("2026-10-21T16:30:00+08:00")
    foreign = dispatched(campaign, "外贸订单物流受阻")
    campaign.act("industry.handler", foreign, "sendBack", reasonCode="notOurCompetence",
                 legalBasis="三定方案第四条", proposedUnit="commerce")
    campaign.advance(MORNING)
    campaign.file("食品包装材料涨价", division="410100")
    campaign.file("新项目用材进口受限", division="410100")


def dispatched(campaign, title):
    number = campaign.file(title)
    campaign.act("cityOffice1", number, "accept")
    campaign.act("cityOffice1", number, "dispatch", leadUnit="industry",
                 supportingUnits=["commerce"], reason="职责所在")
    return number


class Morning(unittest.TestCase):
    maxDiff = None

    def test_at_80_columns_with_codes_and_with_chinese_words(self):
        coded = self.play(80, typed=1)
        self.compare("80.txt", coded)
        for (typed, screen), (_, worded) in zip(coded, self.play(80, typed=2), strict=True):
            with self.subTest(typed):
                self.assertEqual(worded, screen)

    def test_at_40_columns(self):
        self.compare("40.txt", self.play(40, typed=1))

    def play(self, columns, typed):
        """Answers what is typed, with who types it, and the screen below it, step by step."""
        screens = []
        with Home() as home, Served(home, "--simulated-clock", BEFORE) as served:
            campaign = Campaign(served)
            prepare(campaign)
            for step in STEPS:
                (name, login), line = step[0], f"zhuqi {step[typed]}"
                with Terminal(columns, {
                        "PATH": f"{ROOT / '.build/debug'}:{os.environ['PATH']}", "LANG": "zh_CN.UTF-8",
                        "HOME": str(home), "ZHUQI_SERVER": served.url,
                        "ZHUQI_TOKEN": campaign.token(login)}) as terminal:
                    screen = terminal.type(line, *step[3])
                screens.append((f"{name} $ {line}", below(line, screen)))
        return screens

    def compare(self, file, steps):
        screens = "".join(f"{typed}\n\n{screen}\n\n\n" for typed, screen in steps)
        if os.environ.get("RECORD_GOLDEN") == "1":
            FOLDER.mkdir(exist_ok=True)
            (FOLDER / file).write_text(screens, encoding="utf-8")
        self.assertEqual(screens, (FOLDER / file).read_text(encoding="utf-8"))


def below(line, screen):
    """Leaves out the first lines of a screen, on which a line was typed."""
    lines, typed = screen.split("\n"), ""
    while typed.replace(" ", "") != f"$ {line}".replace(" ", ""):
        assert lines, f"{line} is not in:\n{screen}"
        typed += lines.pop(0)
    return "\n".join(lines)


if __name__ == "__main__":
    unittest.main()
