"""How ops/demo reads a text, made up here, and that its month goes by on the product."""

import csv
import pathlib
import subprocess
import sys
import tempfile
import unittest

from served import ROOT

sys.path.insert(0, str(ROOT / "ops/demo.d"))

import columns  # noqa: E402
import tasks  # noqa: E402
import units  # noqa: E402

EVERYWHERE = "各开发区管委会和县(市、区)**"
TABLE = (ROOT / "ops/demo-categories.tsv").read_text(encoding="utf-8")


def words_of_titles():
    lines = [line.split("\t") for line in TABLE.splitlines() if not line.startswith("#")]
    return {int(number): words for number, words, *_ in lines}


def made_text():
    """Writes seventeen tasks with what is awkward in a censored copy."""
    parts = ["前言:增长2.1% 三、重点任务 (一)第一章。导语一句。 "]
    for number, words in words_of_titles().items():
        listed = f"市工信局、市**改革委，市商务局，{EVERYWHERE}"
        joint = "" if number == 9 else " (二)又一章。导语提到17.5万吨。 " if number == 5 else " "
        body = f"抓好{words}工作。占比3.{number}%以上,办好{number + 1}件事。"
        parts.append(f"{number}.{body} 责任单位:{listed}{joint}")
    return "".join(parts)


class Reading(unittest.TestCase):
    def test_seventeen_tasks_with_title_and_units(self):
        found = tasks.read_tasks(made_text())
        self.assertEqual([task.number for task in found], list(range(1, 18)))
        for task in found:
            self.assertEqual(task.title, f"抓好{words_of_titles()[task.number]}工作")
            self.assertEqual(task.printed, ("市工信局", "市**改革委", "市商务局", EVERYWHERE))

    def test_a_text_without_a_task_or_without_units_is_refused(self):
        text = made_text()
        with self.assertRaisesRegex(tasks.UnreadableText, "task 12 not found"):
            tasks.read_tasks(text[:text.index("12.抓好")])
        with self.assertRaisesRegex(tasks.UnreadableText, "task 17 names no responsible units"):
            tasks.read_tasks(text[:text.rindex("责任单位")])

    def test_every_task_is_in_the_table_with_needs_or_with_a_reason(self):
        needs, without = tasks.read_needs(TABLE, tasks.read_tasks(made_text()))
        self.assertEqual({need.task.number for need in needs} | set(without), set(range(1, 18)))
        self.assertFalse({need.task.number for need in needs} & set(without))

    def test_a_table_that_does_not_fit_the_text_is_refused(self):
        found = tasks.read_tasks(made_text())
        with self.assertRaisesRegex(tasks.UnreadableText, "title of task 3"):
            tasks.read_needs("3\t别的\tLAB\tC\t用工\n", found)


class Resolving(unittest.TestCase):
    UNITS = units.Units([
        {"code": "a", "name": "郑州市工业和信息化局", "kind": "governmentDepartment",
         "division": "410100", "aliases": ["市工信局"]},
        {"code": "b", "name": "郑州市商务局", "kind": "governmentDepartment", "division": "410100",
         "aliases": []},
        {"code": "c", "name": "金水区人民政府", "kind": "district", "division": "410105"},
        {"code": "d", "name": "郑东新区管委会", "kind": "developmentZone", "division": "410174"},
    ], "410100")

    def codes(self, printed):
        return [unit["code"] for unit in self.UNITS.resolve(printed).units]

    def test_names_aliases_and_holes(self):
        self.assertEqual(self.codes("市工信局"), ["a"])
        self.assertEqual(self.codes("市商务局"), ["b"])
        self.assertEqual(self.codes("市工**局"), ["a"])

    def test_a_collective_name_means_every_unit_of_its_kinds(self):
        self.assertEqual(self.codes(EVERYWHERE), ["d", "c"])

    def test_what_is_unknown_or_ambiguous_stays_unresolved_and_says_why(self):
        self.assertEqual(self.UNITS.resolve("市财政局").problem, "not in the directory")
        self.assertIn("could be", self.UNITS.resolve("市**局").problem)


class Aligning(unittest.TestCase):
    def test_chinese_is_two_columns_wide_and_combining_marks_none(self):
        self.assertEqual(columns.width("中a，e\u0301"), 6)
        self.assertEqual(columns.cut("中文字符", 5), "中文…")


class Playing(unittest.TestCase):
    def test_the_month_goes_by_and_is_exported(self):
        with tempfile.TemporaryDirectory() as folder:
            text, output = pathlib.Path(folder, "text.txt"), pathlib.Path(folder, "csv")
            text.write_text(made_text().replace("市**改革委", "市发展**委"), encoding="utf-8")
            ended = subprocess.run(
                [ROOT / "ops/demo", text, "--configuration", "debug", "--output", output],
                capture_output=True, text=True, timeout=1800)
            self.assertEqual(ended.returncode, 0, ended.stdout + ended.stderr)
            self.assertIn("\n17 of 17 resolved\n", ended.stdout)
            silent = [line for line in ended.stdout.splitlines() if "  silent  " in line]
            self.assertEqual(len(silent), 1)
            self.assertIn("  red  ", silent[0])
            with open(output / "issues.SIMULATED.csv", encoding="utf-8-sig", newline="") as file:
                self.assertGreater(len(list(csv.reader(file))), 10)


if __name__ == "__main__":
    unittest.main()
