"""Takes one issue per department to inHandling through the API, as real officers would.

usage: templates.py SERVER TOKENS ZHUQID

The seed copies what these come to. ZHUQID and ZHUQI_DATABASE make the handlers' tokens.
Prints a line for each: the issue's id, a tab, the login of its handler.
"""

import json
import subprocess
import sys
import urllib.request

CATEGORIES = ["FIN", "ARR", "ENV", "TEC", "LND", "PRJ", "POL", "NET", "SUP", "TAL", "LOG", "TRD"]


def main():
    server, tokens_file, zhuqid = sys.argv[1:]
    with open(tokens_file, encoding="utf-8") as file:
        tokens = json.load(file)
    call = Caller(server)
    page = call("GET", "/v1/enterprises?limit=20", tokens["serviceOfficer"])
    enterprise = page["items"][0]
    filing = {
        "workflow": "enterprise-assistance",
        "enterprise": enterprise["creditCode"],
        "source": "bench",
        "issues": [issue(category, enterprise["division"]) for category in CATEGORIES],
    }
    for filed in call("POST", "/v1/cases", tokens["serviceOfficer"], filing)["issues"]:
        office = tokens["cityOffice"]
        path = f"/v1/issues/{filed['id']}"
        call("POST", f"{path}/actions", office, {"action": "accept"})
        proposal = call("GET", path, office)["proposal"]
        lead = proposal["lead"]["code"]
        fields = {"leadUnit": lead, "supportingUnits": [u["code"] for u in proposal["supporting"]]}
        call("POST", f"{path}/actions", office, {"action": "dispatch", "fields": fields})
        login = f"{lead}.handler"
        handler = subprocess.run(
            [zhuqid, "token", "issue", "--login", login],
            check=True, capture_output=True, text=True).stdout.strip()
        call("POST", f"{path}/actions", handler, {"action": "acknowledge"})
        print(f"{filed['id']}\t{login}")


def issue(category, division):
    needs = {"needs": {"claimed": 1250000}} if category == "ARR" else {}
    return {
        **needs,
        "category": category,
        "class": "C",
        "title": "流动资金贷款到期，续贷手续未办妥",
        "description": "企业三笔流动资金贷款下月到期，银行要求先还后贷，企业周转困难，请协调续贷。",
        "division": division,
        "contact": {"name": "示例联系人", "phone": "13900000000"},
    }


class Caller:
    def __init__(self, server):
        self.server = server
        self.count = 0

    def __call__(self, method, path, token, body=None):
        self.count += 1
        request = urllib.request.Request(
            self.server + path, method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={
                "Authorization": f"Bearer {token}", "Content-Type": "application/json",
                "If-Match": "*", "Idempotency-Key": f'"template-{self.count}"'})
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)


main()
