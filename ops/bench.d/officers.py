"""Finds for whom an officer may file.

usage: officers.py SERVER TOKENS

Prints a line for each enterprise that the demonstration's service officer is paired with: its credit
code, its division and the officer's token, parted by tabs.
"""

import json
import sys
import urllib.request


def main():
    server, tokens_file = sys.argv[1:]
    with open(tokens_file, encoding="utf-8") as file:
        token = json.load(file)["serviceOfficer"]
    login = read(server, "/v1/whoami", token)["login"]
    for pairing in read(server, f"/v1/pairings?officer={login}", token)["items"]:
        if enterprise := pairing.get("enterprise"):
            print(enterprise["creditCode"], enterprise["division"], token, sep="\t")


def read(server, path, token):
    request = urllib.request.Request(server + path, headers={"Authorization": f"Bearer {token}"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)


main()
