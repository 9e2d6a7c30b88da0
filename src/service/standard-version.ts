/**
 * Which versions of the standard this index takes, so that a page, a host and the index need not change on one day. Not the version
 * of the API, which its path carries.
 */
import { acceptedVersions } from '../standard/version.ts';
import { problem, type Problem } from './problem.ts';

/** What is wrong with a request of this version; nothing where it is taken, or where the caller names none. */
export function refuseVersion(version: string | undefined): Problem | undefined {
  if (version === undefined || acceptedVersions.includes(version)) return undefined;
  return problem('standard-version-refused', {
    detail: `This index takes the versions ${acceptedVersions.join(' and ')} of the standard.`,
    issues: [{ code: 'request/standard-version', path: 'standardVersion', pointer: '/standardVersion' }],
  });
}
