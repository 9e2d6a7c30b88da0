/**
 * Reads a submission, JSON or form-encoded, into one shape. Whether its values keep the standard is not asked here.
 */
import { submissionRequestSchema, submittedFormSchema } from '../protocol/schemas.ts';
import type { SubmissionRequest } from '../protocol/submission.ts';
import type { PointedIssue } from '../protocol/problem.ts';
import { fieldsByName, readFieldNames } from '../standard/fields/all-fields.ts';
import { formatIdentity, type Entries, type FieldName } from '../standard/identity.ts';
import type { Issue } from '../standard/issue.ts';
import { isBlank, knownEntries } from './entries.ts';
import { jsonPointer, pointInto } from './problem.ts';
import { checkShape, type Checked } from './request-shape.ts';

/** A submission as it is worked on. */
export interface SubmissionContent {
  readonly caseReference: string;
  readonly reference?: string;
  /** What was typed, where anything was, or where there is no reference to fall back on. */
  readonly given?: GivenEntries;
  readonly requiredFields?: readonly FieldName[];
  readonly standardVersion?: string;
}

export interface GivenEntries {
  readonly entries: Entries;
  /** Where in the request each issue's value stands. */
  readonly point: (issues: readonly Issue[]) => readonly PointedIssue[];
}

/** A JSON body: `fields` or `identity` or a `reference`, at least one. */
export function readJsonSubmission(body: unknown): Checked<SubmissionContent> {
  const checked = checkShape(submissionRequestSchema, body);
  if (!checked.ok) return checked;
  const { caseReference, reference, requiredFields, standardVersion } = checked.value;
  const given = givenIn(checked.value);
  return assemble({ caseReference, reference, requiredFields, standardVersion, given, pointer: '/requiredFields' });
}

/** A form's entries as they came: `caseReference`, perhaps `requiredFields` and `elementName`, and the element's own. */
export function readFormSubmission(body: string): Checked<SubmissionContent> {
  const checked = checkShape(submittedFormSchema, firstOfEach(new URLSearchParams(body)), (path) => path.join('.'));
  if (!checked.ok) return checked;
  const { caseReference, requiredFields, standardVersion, elementName = 'customer', ...entries } = checked.value;
  const prefix = `${elementName}.`;
  const own = Object.entries(entries).filter(([name]) => name.startsWith(prefix));
  const fields = Object.fromEntries(own.map(([name, text]) => [name.slice(prefix.length), text]));
  const point = (issues: readonly Issue[]) => issues.map((issue) => ({ ...issue, pointer: `${prefix}${issue.path}` }));
  return assemble({
    caseReference,
    reference: entries[elementName] || undefined,
    requiredFields,
    standardVersion,
    given: own.length > 0 ? { entries: knownEntries(fields), point } : undefined,
    pointer: 'requiredFields',
  });
}

/** Of an entry that came twice the first counts, as in the host's helper. */
function firstOfEach(form: URLSearchParams): Readonly<Record<string, string>> {
  const entries = new Map<string, string>();
  for (const [name, text] of form) if (!entries.has(name)) entries.set(name, text);
  return Object.fromEntries(entries);
}

function givenIn({ fields, identity }: SubmissionRequest): GivenEntries | undefined {
  if (fields !== undefined) {
    return { entries: knownEntries(fields), point: (issues) => pointInto('/fields', issues, (path) => [path]) };
  }
  if (identity === undefined) return undefined;
  return {
    entries: formatIdentity(identity, { fieldsByName }),
    point: (issues) => pointInto('/identity', issues, (path) => path.split('.')),
  };
}

interface Parts {
  readonly caseReference: string;
  readonly reference?: string | undefined;
  readonly requiredFields?: string | undefined;
  readonly standardVersion?: string | undefined;
  readonly given: GivenEntries | undefined;
  /** Where `requiredFields` stands. */
  readonly pointer: string;
}

function assemble(parts: Parts): Checked<SubmissionContent> {
  const { caseReference, reference, requiredFields, standardVersion, given, pointer } = parts;
  const { names, unknown } = readFieldNames(requiredFields ?? '');
  if (unknown.length > 0) {
    return { ok: false, issues: [{ code: 'request/unknown-field', path: 'requiredFields', pointer }] };
  }
  if (reference === undefined && given === undefined) {
    return { ok: false, issues: [{ code: 'request/nothing-given', path: '', pointer: jsonPointer([]) }] };
  }
  // Boxes that were all left blank beside a reference were not shown, or not to be filled again.
  const counts = given !== undefined && (reference === undefined || !isBlank(given.entries));
  return {
    ok: true,
    value: {
      caseReference,
      ...(reference === undefined ? {} : { reference }),
      ...(counts ? { given } : {}),
      ...(requiredFields === undefined ? {} : { requiredFields: names }),
      ...(standardVersion === undefined ? {} : { standardVersion }),
    },
  };
}
