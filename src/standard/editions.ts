/**
 * What an edition of the standard is, as data, and how two of them differ. The editions themselves lie in editions/, one frozen
 * file for each `standardVersion`. Not the rules (fields/), nor their examples (conformance/).
 */

/** One field of one profile. */
export interface EditionField {
  /** Whether it is asked unless the form builder says otherwise. */
  readonly usual: boolean;
  /** Whether it must be answered unless the form builder says otherwise. */
  readonly required: boolean;
  /** Whether it is read only where the host states what it is for. An organisation's federal number, one entry of several, needs it too. */
  readonly purposeNeeded: boolean;
  /** The entries that it reads, the first of a form first. `{number}` stands for 1, 2, 3 and so on. */
  readonly entries: readonly string[];
  /** The codes with which it can be refused. */
  readonly issues: readonly string[];
  /** The codes that can come beside an accepted value. */
  readonly warnings: readonly string[];
  /** What it adds to the match strength at most, given alone. Several contacts together add no more than 5. */
  readonly matchStrength: number;
}

/** One profile. */
export interface EditionProfile {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** BCP 47. */
  readonly locale: string;
  readonly dateOrder: readonly string[];
  /** Years. */
  readonly oldestAge: number;
  /** By field name, in the order of a form. */
  readonly fields: Readonly<Record<string, EditionField>>;
}

/** One edition of the standard: all that a form or an index can rely on while `standardVersion` stays the same. */
export interface Edition {
  readonly standardVersion: string;
  readonly minimumMatchStrength: number;
  readonly profiles: Readonly<Record<string, EditionProfile>>;
  /**
   * For each field the examples of its conformance file, by name, with what came of them: `absent`, `accepted`,
   * `accepted, warned: …` or `refused: …` with the codes.
   */
  readonly examples: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** One difference between two editions. `from` and `to` are there where something has another value. */
export interface EditionChange {
  readonly change: 'added' | 'removed' | 'changed';
  /** What was added, removed or changed: `profile`, `field`, `entry`, `issue`, `warning`, `example`, or the name of a setting. */
  readonly part: string;
  /** Where: the profile, and the field in it; nothing for the whole edition. An example is its field's, not a profile's. */
  readonly profile?: string;
  readonly field?: string;
  /** The name or code of what was added, removed or changed; nothing for a setting. */
  readonly name?: string;
  readonly from?: string;
  readonly to?: string;
}

type Place = Pick<EditionChange, 'profile' | 'field'>;

/**
 * What became different from one edition to another, profile by profile and field by field, then the examples. Of a profile or a
 * field that was added or removed as a whole, nothing further is listed. The order of entries and codes does not count.
 */
export function compareEditions(earlier: Edition, later: Edition): readonly EditionChange[] {
  const settings = compareSettings(pickSettings(earlier), pickSettings(later), {});
  const profiles = compareNamed(earlier.profiles, later.profiles, (profile, from, to) =>
    from && to ? compareProfiles(from, to, profile) : addedOrRemoved({ profile }, 'profile', { name: profile, isAdded: !from }),
  );
  const examples = compareNamed(earlier.examples, later.examples, (field, from = {}, to = {}) =>
    compareExamples(from, to, field),
  );
  return [...settings, ...profiles, ...examples];
}

function compareProfiles(earlier: EditionProfile, later: EditionProfile, profile: string): readonly EditionChange[] {
  const fields = compareNamed(earlier.fields, later.fields, (field, from, to) =>
    from && to
      ? compareFields(from, to, { profile, field })
      : addedOrRemoved({ profile, field }, 'field', { name: field, isAdded: !from }),
  );
  return [...compareSettings(pickSettings(earlier), pickSettings(later), { profile }), ...fields];
}

function compareFields(earlier: EditionField, later: EditionField, place: Place): readonly EditionChange[] {
  return [
    ...compareSettings(pickSettings(earlier), pickSettings(later), place),
    ...compareLists(earlier.entries, later.entries, { ...place, part: 'entry' }),
    ...compareLists(earlier.issues, later.issues, { ...place, part: 'issue' }),
    ...compareLists(earlier.warnings, later.warnings, { ...place, part: 'warning' }),
  ];
}

type Outcomes = Readonly<Record<string, string>>;

function compareExamples(earlier: Outcomes, later: Outcomes, field: string): readonly EditionChange[] {
  return compareNamed(earlier, later, (name, from, to) => {
    if (from === undefined || to === undefined)
      return addedOrRemoved({ field }, 'example', { name, isAdded: from === undefined });
    return from === to ? [] : [{ change: 'changed', part: 'example', field, name, from, to }];
  });
}

/** What both, or only one, hold by name, in the later one's order; then what the later one has no more. */
function compareNamed<T>(
  earlier: Readonly<Record<string, T>>,
  later: Readonly<Record<string, T>>,
  compare: (name: string, from: T | undefined, to: T | undefined) => readonly EditionChange[],
): readonly EditionChange[] {
  const names = new Set([...Object.keys(later), ...Object.keys(earlier)]);
  return [...names].flatMap((name) => compare(name, earlier[name], later[name]));
}

function compareLists(
  earlier: readonly string[],
  later: readonly string[],
  { part, ...place }: Place & { part: string },
): readonly EditionChange[] {
  const added = later.filter((name) => !earlier.includes(name));
  const removed = earlier.filter((name) => !later.includes(name));
  return [
    ...added.flatMap((name) => addedOrRemoved(place, part, { name, isAdded: true })),
    ...removed.flatMap((name) => addedOrRemoved(place, part, { name, isAdded: false })),
  ];
}

/** The settings of an edition, a profile or a field: what is one value of its own, as text. Lists of names and codes are not. */
function pickSettings(holder: object): Readonly<Record<string, string>> {
  const apart = ['standardVersion', 'entries', 'issues', 'warnings'];
  const settings = Object.entries(holder).filter(([name, value]) => !apart.includes(name) && !isRecord(value));
  return Object.fromEntries(settings.map(([name, value]) => [name, Array.isArray(value) ? value.join(' ') : String(value)]));
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && !Array.isArray(value);
}

function compareSettings(earlier: Outcomes, later: Outcomes, place: Place): readonly EditionChange[] {
  return compareNamed(earlier, later, (part, from = '', to = '') =>
    from === to ? [] : [{ change: 'changed', part, ...place, from, to }],
  );
}

function addedOrRemoved(
  place: Place,
  part: string,
  { name, isAdded }: { name: string; isAdded: boolean },
): readonly EditionChange[] {
  return [{ change: isAdded ? 'added' : 'removed', part, ...place, name }];
}
