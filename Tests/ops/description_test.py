"""The description of the API, as the tree keeps it, is OpenAPI 3.1."""

import json
import unittest

from openapi_spec_validator import OpenAPIV31SpecValidator

from served import ROOT

DESCRIPTION = ROOT / "Tests/HTTPAPITests/Golden/openapi.json"


class Description(unittest.TestCase):
    def setUp(self):
        self.document = json.loads(DESCRIPTION.read_text())

    def operations(self):
        for path, operations in self.document["paths"].items():
            for method, operation in operations.items():
                yield f"{method.upper()} {path}", operation

    def test_it_is_openapi(self):
        faults = OpenAPIV31SpecValidator(self.document).iter_errors()
        self.assertEqual([f"{list(fault.path)}: {fault.message}" for fault in faults], [])

    def test_each_operation_has_a_name_of_its_own_and_words_in_both_languages(self):
        names = [operation["operationId"] for _, operation in self.operations()]
        self.assertEqual(len(names), len(set(names)))
        for name, operation in self.operations():
            with self.subTest(name):
                self.assertRegex(operation["summary"], "[\u4e00-\u9fff]")
                self.assertRegex(operation["description"], "[A-Za-z]")
                for parameter in operation.get("parameters", []):
                    self.assertRegex(parameter["description"], "[\u4e00-\u9fff][^\0]*[A-Za-z]")

    def test_each_operation_says_how_it_can_fail(self):
        for name, operation in self.operations():
            with self.subTest(name):
                responses = operation["responses"]
                self.assertIn("503", responses)
                self.assertEqual("401" in responses, operation["security"] != [])
                for status, response in responses.items():
                    if status >= "400":
                        self.assertIn("application/problem+json", response["content"])


if __name__ == "__main__":
    unittest.main()
