/**
 * The telephone numbers that Ofcom sets aside for television and radio drama: nobody has them, so examples and tests use
 * them, and libphonenumber calls them invalid. Facts from Ofcom's page "Numbers for use in TV and radio drama programmes".
 */

/** What follows `+44` and stands before the last three digits. Each holds a thousand numbers. */
const ranges = [
  '113496 0', // Leeds
  '114496 0', // Sheffield
  '115496 0', // Nottingham
  '116496 0', // Leicester
  '117496 0', // Bristol
  '121496 0', // Birmingham
  '131496 0', // Edinburgh
  '141496 0', // Glasgow
  '151496 0', // Liverpool
  '161496 0', // Manchester
  '191498 0', // Tyneside, Durham, Sunderland
  '207946 0', // London
  '289649 6', // Northern Ireland
  '292018 0', // Cardiff
  '163296 0', // no area
  '770090 0', // mobile
  '808157 0', // freephone
  '909879 0', // premium rate
  '306999 0', // the whole United Kingdom
].map((range) => `+44${range.replace(' ', '')}`);

const dramaLength = '+44'.length + 10;

/** Whether a number in E.164 lies in a drama range. */
export function isDramaNumber(e164: string): boolean {
  return e164.length === dramaLength && ranges.some((range) => e164.startsWith(range));
}
