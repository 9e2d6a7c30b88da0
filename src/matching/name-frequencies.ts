/**
 * Roughly how common British surnames and forenames are among people of all ages, as shares of everybody (both sexes). Rounded
 * facts for a first model; training replaces them with the index's own. Not a list of acceptable names.
 */

/** One line per share, in 1/10,000 of all people; the names follow. */
const familyShares: readonly (readonly [number, string])[] = [
  [115, 'smith'],
  [75, 'jones'],
  [58, 'taylor williams brown'],
  [40, 'davies evans wilson patel'],
  [35, 'thomas johnson roberts khan'],
  [32, 'robinson wright thompson walker white'],
  [29, 'hughes edwards green hall wood lewis harris'],
  [26, 'jackson clarke turner hill cooper singh hussain ahmed'],
  [22, 'ward morris moore clark lee king baker harrison morgan allen james scott ali'],
  [19, 'phillips watson davis parker bennett price griffiths young begum kaur'],
  [16, 'cook mitchell carter shaw bailey collins kelly richardson cox marshall miller bell'],
  [14, 'anderson campbell stewart simpson murphy wilkinson gray adams richards ellis murray mills mason webb'],
  [12, 'rogers chapman hunt foster matthews russell knight palmer lloyd butler powell holmes barker gibson'],
  [11, 'stevens mohamed fisher dixon fletcher harvey pearson graham howard andrews reid ross walsh islam shah'],
  [9, 'henderson ford reynolds west day brooks hart saunders armstrong cole wells grant burton dean lawrence'],
  [8, 'mcdonald byrne ryan obrien osullivan sullivan macdonald kennedy hamilton wallace stone hayes jenkins'],
  [7, 'nowak kowalski chowdhury malik akhtar miah uddin hassan chen wong li nguyen adeyemi okafor mensah silva santos'],
];

const givenShares: readonly (readonly [number, string])[] = [
  [150, 'david john'],
  [120, 'michael paul james'],
  [95, 'andrew robert peter mark sarah susan'],
  [80, 'richard christopher margaret daniel matthew thomas william'],
  [70, 'stephen mary patricia elizabeth anthony mohammed muhammad emma'],
  [60, 'christine jennifer linda joseph karen jack george charlotte ian alan helen claire'],
  [50, 'steven simon barbara jean alexander benjamin kevin gary samuel laura rebecca julie nicola angela'],
  [42, 'lee amanda tracey sandra carol jacqueline michelle lisa louise ann anne dorothy adam luke rachel'],
  [36, 'jonathan martin philip brian graham edward charles oliver harry joshua ryan katherine catherine joan'],
  [30, 'maureen pamela sheila janet deborah sharon hannah jessica lauren emily sophie olivia amy lucy victoria'],
  [26, 'stuart neil nicholas timothy colin keith derek ronald kenneth roger kathleen ruth alice grace chloe megan'],
  [22, 'craig scott dean shaun wayne jason darren carl ashley jordan callum liam nathan connor kyle jake lewis'],
  [20, 'katie natalie samantha gemma kelly joanne alison wendy lesley hazel irene eileen joyce rose ella mia'],
  [16, 'henry alfie charlie oscar leo noah freddie theo arthur amelia isla ava freya poppy evie isabella'],
  [12, 'ahmed ali abdul fatima aisha maria anna ewa piotr jan wei li priya raj mehmet ayse kwame ngozi'],
];

/** Shares by folded surname; {@link otherFamilyShare} for the rest. */
export const familyNameShares: Readonly<Record<string, number>> = toShares(familyShares);

/** Shares by folded forename; {@link otherGivenShare} for the rest. */
export const givenNameShares: Readonly<Record<string, number>> = toShares(givenShares);

/**
 * A surname that is not listed. Far above what a rare name's share is: forename and surname are not independent (most people called
 * Jignesh are called one of a dozen surnames), so that taking each for as rare as it is would make namesakes of strangers.
 */
export const otherFamilyShare = 0.0006;

/** A forename that is not listed; above a rare one's share for the same reason. */
export const otherGivenShare = 0.0015;

const familyShareByName = new Map(Object.entries(familyNameShares));
const givenShareByName = new Map(Object.entries(givenNameShares));

/** The share of people expected to have both names, folded, if the two were independent. */
export function shareOfNames(given: string, family: string): number {
  return (givenShareByName.get(given) ?? otherGivenShare) * (familyShareByName.get(family) ?? otherFamilyShare);
}

function toShares(lines: readonly (readonly [number, string])[]): Record<string, number> {
  const shares: Record<string, number> = {};
  for (const [share, names] of lines) {
    for (const name of names.split(' ')) shares[name] ??= share / 10_000;
  }
  return shares;
}
