/**
 * Records made ready some thousands at a time, as they are read: by one preparer, or by several in threads of their own whose work one of
 * them takes over. What goes from thread to thread is plain data. Not the tables that become of them (record-table.ts), and no threads:
 * whoever has some starts them.
 */
import type { MatchIdentity, MatchRecord } from './match-record.ts';
import { createPartPreparer, type NumberedPart, numberedParts } from './part-preparer.ts';
import { type PreparedIdentity, prepareRow } from './prepared.ts';
import { createInt32s } from './large-lists.ts';

/** By number, what shared parts came to. */
export type HeldParts = { readonly [Part in NumberedPart]: readonly NonNullable<PreparedIdentity[Part]>[] };

/** What an identity holds beside the parts that many share. */
export type OwnParts = Omit<PreparedIdentity, NumberedPart>;

/** What some identities came to. */
export interface PreparedBatch {
  /** For each identity the place of its record among all. */
  readonly inputs: Int32Array;
  /** For each identity the number of each of its parts; −1 where it has none. */
  readonly numbers: Readonly<Record<NumberedPart, Int32Array>>;
  /** By place of the record; absent for a person of whom nothing else is known. */
  readonly others: ReadonlyMap<number, OwnParts>;
}

/** Makes identities ready, and remembers what parts of them came to as long as it lives. */
export interface BatchPreparer {
  /** Of the records at these places. */
  readonly prepare: (identities: readonly MatchIdentity[], inputs: Int32Array) => PreparedBatch;
  /** It grows. */
  readonly held: HeldParts;
  /** What came to be held since it was last asked: another preparer that takes over the batches wants it with each. */
  readonly takeNews: () => HeldParts;
  /** What takes over the batches of one other preparer, one after the other with what was new to it, in this one's numbers. */
  readonly createTakeOver: () => (batch: PreparedBatch, news: HeldParts) => PreparedBatch;
}

/** Records made ready, in place of the records themselves. */
export interface RecordSet {
  readonly length: number;
  readonly recordIds: readonly string[];
  readonly sources: readonly (string | undefined)[];
  /** Of all records, in any order. */
  readonly batches: readonly PreparedBatch[];
  /** Of the preparer that made or took over the batches. */
  readonly held: HeldParts;
}

/** What a batch is of. */
export type Records = readonly MatchRecord[] | RecordSet;

/** A preparer that remembers as long as it lives. Each thread has one of its own. */
export function createBatchPreparer(): BatchPreparer {
  const preparer = createPartPreparer();
  const { numbered } = preparer;
  const told = forEachPart(() => 0);
  const newsOf = <Part extends NumberedPart>(part: Part) => {
    const news = numbered[part].held.slice(told[part]);
    told[part] += news.length;
    return news;
  };
  return {
    prepare: (identities, inputs) => {
      const numbers = forEachPart(() => new Int32Array(identities.length));
      const others = new Map<number, OwnParts>();
      for (const [place, identity] of identities.entries()) {
        const prepared = prepareRow(identity, -1, preparer);
        for (const part of numberedParts) {
          numbers[part][place] = prepared[part] === undefined ? -1 : numbered[part].numberOf(identity);
        }
        if (holdsOthers(prepared)) others.set(inputs[place] ?? 0, ownPartsOf(prepared));
      }
      return { inputs, numbers, others };
    },
    held: {
      name: numbered.name.held,
      birthday: numbered.birthday.held,
      place: numbered.place.held,
      emailAddress: numbered.emailAddress.held,
      telephoneNumber: numbered.telephoneNumber.held,
    },
    takeNews: () => ({
      name: newsOf('name'),
      birthday: newsOf('birthday'),
      place: newsOf('place'),
      emailAddress: newsOf('emailAddress'),
      telephoneNumber: newsOf('telephoneNumber'),
    }),
    createTakeOver: () => {
      const known = forEachPart((): number[] => []);
      const learn = <Part extends NumberedPart>(part: Part, news: HeldParts): void => {
        for (const prepared of news[part]) known[part].push(numbered[part].numberOfPrepared(prepared));
      };
      return ({ inputs, numbers, others }, news) => {
        for (const part of numberedParts) learn(part, news);
        const translate = (part: NumberedPart) => numbers[part].map((number) => known[part][number] ?? -1);
        return { inputs, numbers: forEachPart(translate), others };
      };
    },
  };
}

/** The same for each of the parts that many share. */
export function forEachPart<Value>(make: (part: NumberedPart) => Value): Record<NumberedPart, Value> {
  return {
    name: make('name'),
    birthday: make('birthday'),
    place: make('place'),
    emailAddress: make('emailAddress'),
    telephoneNumber: make('telephoneNumber'),
  };
}

function holdsOthers({ kind, identifiers, categories, otherNames, otherPlaces }: PreparedIdentity): boolean {
  const isBare = kind === 'person' && otherNames === undefined && otherPlaces === undefined;
  return !isBare || Object.keys(identifiers).length > 0 || Object.keys(categories).length > 0;
}

function ownPartsOf({ kind, organisation, identifiers, categories, otherNames, otherPlaces }: PreparedIdentity): OwnParts {
  return {
    kind,
    organisation,
    identifiers,
    categories,
    ...(otherNames && { otherNames }),
    ...(otherPlaces && { otherPlaces }),
  };
}

/** Records made ready by a preparer of their own, all at once. */
export function prepareAll(records: readonly MatchRecord[]): RecordSet {
  const preparer = createBatchPreparer();
  return {
    length: records.length,
    recordIds: records.map(({ recordId }) => recordId),
    sources: records.map(({ source }) => source),
    batches: [
      preparer.prepare(
        records.map(({ identity }) => identity),
        Int32Array.from(records, (_, input) => input),
      ),
    ],
    held: preparer.held,
  };
}

/** Records and then others. Throws a `TypeError` where they were not made ready by the same preparer, or only some were. */
export function joinRecords(first: Records, second: Records): Records {
  const [one, other] = [first, second].map((records) => ('held' in records ? records : undefined));
  if (!('held' in first) && !('held' in second)) return [...first, ...second];
  if (one === undefined || one.held !== other?.held) throw new TypeError('Records that were prepared apart cannot be linked');
  const moved = other.batches.map(({ inputs, numbers, others }) => ({
    inputs: inputs.map((input) => input + one.length),
    numbers,
    others: new Map([...others].map(([input, own]) => [input + one.length, own])),
  }));
  return {
    length: one.length + other.length,
    recordIds: [...one.recordIds, ...other.recordIds],
    sources: [...one.sources, ...other.sources],
    batches: [...one.batches, ...moved],
    held: one.held,
  };
}

/** What the batches of a set say, by place of the record. */
export function joinBatches({ length, batches }: RecordSet): Omit<PreparedBatch, 'inputs'> {
  const numbers = forEachPart(() => createInt32s(length));
  const others = new Map<number, OwnParts>();
  for (const batch of batches) {
    for (const part of numberedParts) {
      for (const [place, input] of batch.inputs.entries()) numbers[part][input] = batch.numbers[part][place] ?? -1;
    }
    for (const [input, own] of batch.others) others.set(input, own);
  }
  return { numbers, others };
}
