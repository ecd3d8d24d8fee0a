"""The whole text of a workflow means what its file and those that it includes mean.

What the simulated year reads them by shares no code with the product.
"""

import subprocess
import sys
import unittest

import yaml

from served import ROOT

sys.path.insert(0, str(ROOT / "Tests/ops/year"))

import workflow  # noqa: E402

ZHUQID = ROOT / ".build/debug/zhuqid"


class WholeText(unittest.TestCase):
    def test_it_means_what_the_files_mean_and_in_the_same_order(self):
        for name in ("enterprise-assistance", "three-deliveries"):
            file = ROOT / f"Workflows/{name}.yaml"
            with self.subTest(name):
                ended = subprocess.run([ZHUQID, "workflow", "text", file], capture_output=True,
                                       text=True, encoding="utf-8", timeout=120, check=True)
                whole, read = yaml.safe_load(ended.stdout), workflow.read(file)
                self.assertEqual(whole, read)
                self.assertEqual(in_order(whole), in_order(read))
                self.assertNotIn("include", whole)


def in_order(definition):
    return {section: list(entries) for section, entries in definition.items()
            if isinstance(entries, dict)}


if __name__ == "__main__":
    unittest.main()
