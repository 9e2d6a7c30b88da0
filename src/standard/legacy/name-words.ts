/**
 * Words that stand in name columns and are no name, or say which part a name is: data for reading names of legacy records.
 * Lower case, without full stops. Many are names too, which the rules that use them must allow for.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/u));

/** Forms of address. Not `major`, `prince`, `earl`, `king`, `sheikh`, `pasha`: these are names as often. */
export const titles = words(
  'mr mrs miss ms mx messrs mister missus dr doctor prof professor rev revd reverend sir cllr councillor capt captain sgt lt cpl ' +
    'herr frau mme mlle señor señora señorita srta sra shri smt kum bapak ibu pak bpk',
);

/** Forms of address that are also names or words in them: only before two names or more. */
export const likelyTitles = words(
  'lady lord dame master fr father sister sr hon judge m don doña dona sig signora dhr mevr pan pani bay bayan tuan puan',
);

/** Of these, Mr and Mrs in other languages, which are names in yet others: after another title, or before `van`, they are no title. */
export const foreignTitles = words('pan pani bay bayan tuan puan');

/** To the one spelling that the standard has for each. */
export const suffixes: ReadonlyMap<string, string> = new Map([
  ['jr', 'JR'],
  ['jnr', 'JR'],
  ['junior', 'JR'],
  ['sr', 'SR'],
  ['snr', 'SR'],
  ['senior', 'SR'],
  ['ii', 'II'],
  ['2nd', 'II'],
  ['iii', 'III'],
  ['3rd', 'III'],
  ['iv', 'IV'],
  ['4th', 'IV'],
]);

/** Letters behind a name that are neither part nor suffix: honours and degrees. */
export const honours = words('mbe obe cbe kbe dbe bsc ba msc phd md dds rn jp qc kc esq esquire frcs dphil mba cpa');

/** Words that belong to the family name that follows them. */
export const particles = words(
  'de del della dei degli dell der den di da das dos do du la le las los van von vom zu zur ter ten te af av bin binti bint ibn al el ' +
    'ap ab ferch ní ó ua mac mc nic nig st san santa abu abd ben bar ould uld',
);

/** Vietnamese family names, folded: `van` before one is a middle name. */
export const vietnameseFamilies = words(
  'bui cao chau dang dao dinh do doan duong ha ho hoang huynh lam le luong luu ly mai ngo nguyen pham phan phung ta tran trinh truong vo vu vuong',
);

/** Words that begin a given name of two words. */
export const givenBeginnings = words('abdul abdel abdal abd abu umm noor muhammad-');

/** Before an earlier surname. */
export const earlierNameMarks = words('nee née born formerly geb maiden');

/** Remarks of clerks and systems, in brackets or not. */
export const remarks =
  /(?<=^|[\s\p{Cf}])\([^()]*\)(?=$|[\s,\p{Cf}])|\b(?:deceased|dec'?d|the late|late of|(?:the )?estate of(?: the late)?|executors? of|exors of|occupier|do not contact|duplicate|gone away)\b/giu;
