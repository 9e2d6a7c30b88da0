/**
 * Which edition of the standard this is. Travels with every identity on the wire, so that a value can be read again
 * under the rules it was given under. Not the version of the package.
 */

/** `<major>.<minor>`: the major part goes up when a value that used to be accepted is refused, or an entry is renamed. */
export const standardVersion = '1.1';

/** The versions whose identities an index takes: this one and the one before, so that page and index need not change together. */
export const acceptedVersions: readonly string[] = [standardVersion, '1.0'];
