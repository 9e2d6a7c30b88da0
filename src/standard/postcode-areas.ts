/**
 * The postcode areas of the United Kingdom and the Crown Dependencies: the letters a postcode begins with. BF is the
 * armed forces' and BX is for large users without a place. Not the overseas territories, which have codes of their own.
 */

/** A first letter with all its second ones, a hyphen for an area of one letter: a third of the size of a plain list. */
const areas =
  'ABL B-ABDFHLNRSTX CABFHMORTVW DADEGHLNTY E-CHNX FKY G-LUY HADGPRSUX IGMPV JE KATWY L-ADELNSU M-EKL N-EGNPRW OLX ' +
  'PAEHLOR RGHM S-AEGKLMNOPRSTWY TADFNQRSW UB W-ACDFNRSV YO ZE';

const spellOut = ([first = '', ...seconds]: string) => seconds.map((second) => (first + second).replace('-', ''));

/** All 126. */
export const postcodeAreas: ReadonlySet<string> = new Set(areas.split(' ').flatMap(spellOut));
