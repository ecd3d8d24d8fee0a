#!/usr/bin/env python3
"""Proves that the comparison of the simulated year finds what differs.

usage: python3 Tests/ops/year/comparison_test.py
"""

import pathlib
import sys
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import comparison  # noqa: E402
import history  # noqa: E402
import prediction  # noqa: E402

NUMBER = "ZQ2026-000001-1"
MARKS = [prediction.Mark(NUMBER, "resolve", "industry", 1, mark, instant)
         for mark, instant in [("amber", 1000), ("due", 2000), ("plus1", 3000)]]
RECEIPTS = [history.Notice(login, "1", sequence)
            for sequence in (1, 2, 5) for login in ("industry.handler", "industry.head")]


def head(state, level=0, is_open="t", runs="t"):
    return {"state": state, "level": str(level), "is_open": is_open, "runs": runs}


class MarksTest(unittest.TestCase):
    def differences(self, fired):
        return comparison.compare_marks(MARKS, fired)

    def test_the_same_marks_in_any_order_are_equal(self):
        self.assertEqual(self.differences(MARKS[::-1]), ([], []))

    def test_a_dropped_mark_is_found(self):
        self.assertEqual(self.differences(MARKS[:-1]), ([MARKS[-1]], []))

    def test_a_mark_too_many_is_found(self):
        extra = MARKS[0]._replace(mark="plus3")
        self.assertEqual(self.differences([*MARKS, extra]), ([], [extra]))

    def test_a_mark_that_fired_twice_is_found(self):
        self.assertEqual(self.differences([*MARKS, MARKS[1]]), ([], [MARKS[1]]))

    def test_a_mark_a_second_late_is_found(self):
        late = MARKS[1]._replace(instant=2001)
        self.assertEqual(self.differences([MARKS[0], late, MARKS[2]]), ([MARKS[1]], [late]))

    def test_a_mark_of_another_unit_is_found(self):
        other = MARKS[1]._replace(party="commerce")
        self.assertEqual(self.differences([MARKS[0], other, MARKS[2]]), ([MARKS[1]], [other]))


class HeadsTest(unittest.TestCase):
    def test_another_state_another_level_and_an_unknown_issue_are_found(self):
        predicted = {"1": ("accepted", 0), "2": ("accepted", 1), "3": ("accepted", 2)}
        heads = {"1": head("accepted"), "2": head("dispatched", 1), "3": head("accepted", 3),
                 "4": head("accepted")}
        found = {number for number, *_ in comparison.compare_heads(predicted, heads)}
        self.assertEqual(found, {"2", "3", "4"})

    def test_an_open_issue_without_a_clock_is_silent_unless_it_is_a_draft(self):
        heads = {"1": head("rework", runs="f"), "2": head("draft", runs="f"),
                 "3": head("rework"), "4": head("closedOut", is_open="f", runs="f")}
        self.assertEqual(comparison.find_silent(heads), ["1"])


class NoticesTest(unittest.TestCase):
    def compare(self, receipts):
        return comparison.compare_notices(set(RECEIPTS), receipts)

    def test_all_of_them_in_order_are_equal(self):
        found = self.compare(RECEIPTS)
        self.assertEqual((found.missing, found.foreign, found.disordered), ([], [], []))

    def test_a_dropped_receipt_is_found(self):
        self.assertEqual(self.compare(RECEIPTS[1:]).missing, [RECEIPTS[0]])

    def test_a_receipt_of_what_was_not_told_is_found(self):
        foreign = history.Notice("commerce.head", "1", 2)
        self.assertEqual(self.compare([*RECEIPTS, foreign]).foreign, [foreign])

    def test_swapped_receipts_are_found(self):
        swapped = [RECEIPTS[2], RECEIPTS[1], RECEIPTS[0], *RECEIPTS[3:]]
        self.assertEqual(self.compare(swapped).disordered, [RECEIPTS[0]])

    def test_order_does_not_matter_between_issues_or_persons(self):
        other = [one._replace(issue="2") for one in RECEIPTS]
        found = comparison.compare_notices(
            {*RECEIPTS, *other}, [*other, *RECEIPTS[1::2], *RECEIPTS[::2]])
        self.assertEqual(found.disordered, [])

    def test_a_receipt_that_comes_again_is_counted_and_allowed(self):
        found = self.compare([*RECEIPTS, RECEIPTS[0]])
        self.assertEqual((found.repeated, found.missing, found.disordered), (1, [], []))


class FiredTest(unittest.TestCase):
    def clock(self, number, party, marks):
        return {"number": number, "kind": "support", "party": party, "passedMarks": marks}

    def test_each_mark_counts_once_with_the_run_of_its_party(self):
        events = [
            {"at": "1970-01-01 00:00:10+00", "clocks": [
                self.clock(1, "industry", []), self.clock(2, "commerce", [])]},
            {"at": "1970-01-01 00:00:20+00", "clocks": [self.clock(1, "industry", ["due"])]},
            {"at": "1970-01-01 00:00:30+00", "clocks": [
                self.clock(1, "industry", ["due"]), self.clock(3, "industry", [])]},
            {"at": "1970-01-01 00:00:40+00", "clocks": [self.clock(3, "industry", ["due"])]}]
        self.assertEqual(history.fired(NUMBER, events), [
            prediction.Mark(NUMBER, "support", "industry", 1, "due", 20),
            prediction.Mark(NUMBER, "support", "industry", 2, "due", 40)])


if __name__ == "__main__":
    unittest.main()
