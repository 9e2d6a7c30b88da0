// Checks an implementation of the identity standard: node run.mjs FOLDER COMMAND [ARGUMENT …]
// FOLDER holds the conformance files; COMMAND answers every line of JSON on its standard input with one on its standard output.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { isDeepStrictEqual } from 'node:util';

const [folder = '.', command = '', ...commandArguments] = process.argv.slice(2);
const implementation = spawn(command, commandArguments, { stdio: ['pipe', 'pipe', 'inherit'] });
const answers = createInterface({ input: implementation.stdout })[Symbol.asyncIterator]();
/** @type {(answer: Record<string, unknown>) => object} */
const outcomeOf = ({ issues, value, warnings = [] }) => (issues ? { issues } : { value, warnings });

let checked = 0;
let wrong = 0;
for (const name of readdirSync(folder).filter((file) => file.endsWith('.json') && !file.endsWith('.schema.json'))) {
  const { field, profile, today, purposes = {}, cases } = JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'));
  for (const example of cases) {
    const settings = { required: true, telephoneRules: true, purposes, ...example.options };
    const question = { field, profile: example.profile ?? profile, today, ...settings, entries: example.entries };
    implementation.stdin.write(`${JSON.stringify(question)}\n`);
    const { value: line, done } = await answers.next();
    if (done) throw new Error(`${command} ended before it had answered "${field}: ${example.name}"`);
    checked += 1;
    if (isDeepStrictEqual(outcomeOf(JSON.parse(line)), outcomeOf(example))) continue;
    wrong += 1;
    process.stdout.write(`${field}: ${example.name}\n  ${example.reason}\n  answered ${line}\n`);
  }
}
implementation.stdin.end();
process.stdout.write(`${checked} cases, ${wrong} answered wrongly\n`);
process.exitCode = wrong === 0 ? 0 : 1;
