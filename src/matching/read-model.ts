/**
 * Whether a model that comes from outside can be used: its format, and whether its figures answer for every level. Whether it has the
 * shape at all is the schema's (model.schema.json), which whoever reads the file checks first.
 */
import { blockingVersion } from './blocking.ts';
import { keyKinds } from './blocking-keys.ts';
import { assertKnownFormat, compileKind } from './compiled-model.ts';
import { customerKinds, type Model } from './model.ts';

/** Throws a `TypeError` that names what is wrong: a level that is missing or unknown, a blocking key that there is none of, a prior that cannot be. */
export function assertUsableModel(model: Model): void {
  assertKnownFormat(model);
  if (model.blockingVersion !== blockingVersion)
    throw new TypeError(
      `Matching model of blocking version ${model.blockingVersion}; this program has version ${blockingVersion}: train it anew`,
    );
  for (const kind of customerKinds) {
    const { keys, lookUpKeys = [], comparisons } = model.kinds[kind];
    const unknown = [...keys, ...lookUpKeys].find((key) => !Object.hasOwn(keyKinds, key));
    if (unknown !== undefined) throw new TypeError(`There is no blocking key of the name ${unknown}`);
    if (Object.keys(comparisons).length === 0) throw new TypeError(`Matching model without a comparison for kind ${kind}`);
    compileKind(model.kinds[kind]);
  }
}
