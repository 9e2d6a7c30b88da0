# Checks an implementation of the identity standard: python3 run.py FOLDER COMMAND [ARGUMENT ...]
# FOLDER holds the conformance files; COMMAND answers every line of JSON on its standard input with one on its standard output.
import json
import pathlib
import subprocess
import sys


def outcome_of(answer):
    if "issues" in answer:
        return {"issues": answer["issues"]}
    return {"value": answer.get("value"), "warnings": answer.get("warnings", [])}


folder, *command = sys.argv[1:]
implementation = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")
checked = wrong = 0
for path in sorted(pathlib.Path(folder).glob("*.json")):
    if path.name.endswith(".schema.json"):
        continue
    file = json.loads(path.read_text(encoding="utf-8"))
    for example in file["cases"]:
        question = {"field": file["field"], "profile": example.get("profile", file["profile"]), "today": file["today"]}
        question |= {"required": True, "telephoneRules": True, "purposes": file.get("purposes", {})}
        question |= example.get("options", {}) | {"entries": example["entries"]}
        print(json.dumps(question), file=implementation.stdin, flush=True)
        line = implementation.stdout.readline()
        if line == "":
            sys.exit(f'{command[0]} ended before it had answered "{file["field"]}: {example["name"]}"')
        checked += 1
        if outcome_of(json.loads(line)) != outcome_of(example):
            wrong += 1
            print(f'{file["field"]}: {example["name"]}\n  {example["reason"]}\n  answered {line.rstrip()}')
implementation.stdin.close()
print(f"{checked} cases, {wrong} answered wrongly")
sys.exit(0 if wrong == 0 else 1)
