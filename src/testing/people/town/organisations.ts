/** Organisations of the invented town: firms, shops, schools, charities; with a legal and a trading name, and some in their owner's home. */
import type { Random } from '../random.ts';
import type { Home, HomeBook } from './homes.ts';
import type { ContactBook } from './mailboxes.ts';
import { drawForename, drawOrigin, drawSurname } from './naming.ts';
import type { Setting } from './setting.ts';
import type { Townsperson } from './townspeople.ts';

/** `homes` are its places, the first its seat. `federalNumber` is nine digits, in Florida alone. */
export interface Organisation {
  readonly kind: 'organisation';
  readonly id: string;
  readonly legalName: string;
  readonly tradingName?: string;
  readonly federalNumber?: string;
  readonly homes: readonly Home[];
  readonly mailbox?: string;
  readonly landline?: string;
}

interface Surroundings {
  readonly setting: Setting;
  readonly homes: HomeBook;
  readonly contacts: ContactBook;
  readonly owner?: Townsperson;
}

const trades = (
  'Plumbing,Heating,Joinery,Motors,Taxis,Cleaning Services,Catering,Care Services,Property Management,Lettings,Roofing,Electrical,Landscapes,Scaffolding,' +
  'Accountancy,Solicitors,Dental Practice,Pharmacy,Stores,Newsagents,Hair Studio,Barbers,Nail Bar,Tandoori,Pizza,Fish Bar,Bakery,Cafe,Garage,Tyres,' +
  'Construction,Developments,Holdings,Logistics,Transport,Recruitment,Consulting,Design,Software,Marketing,Nursery,Day Centre,Fitness,Events,Florist,Opticians'
).split(',');
const places =
  'Marlowick,Thornmere,Easterleigh,Penruddle,Wexcombe,Quayside,Castle,Riverside,Hillcrest,Lakeside,Kingsway,Avondale,Phoenix,Premier,Apex,Summit,Golden,Star,Crown,Royal,Blue Heron,Green Lane,Swift,Atlas,Beacon,Harbour,Pioneer,Unity'.split(
    ',',
  );
const civic = [
  'Primary School',
  'Academy',
  'Community Centre',
  'Baptist Church',
  'Parish Council',
  'Housing Association',
  'Charitable Trust',
  'Cricket Club',
  'Residents Association',
  'Food Bank',
];
const britishForms = ['Ltd', 'Limited', 'Ltd', 'LLP', 'CIC', '& Sons', '& Co', 'plc', ''];
const americanForms = ['LLC', 'Inc', 'LLC', 'Corp', 'Co', 'PA', 'LLP', '& Sons', ''];

/** An organisation; at home with its owner where there is one. */
export function drawOrganisation({ setting, homes, contacts, owner }: Surroundings, random: Random): Organisation {
  const legalName = drawLegalName(setting, owner, random);
  const tradingName = random.chance(0.35) ? `${random.pick(places)} ${random.pick(trades)}` : undefined;
  const seat = owner?.home ?? homes.next();
  return {
    kind: 'organisation',
    id: '',
    legalName,
    ...(tradingName === undefined ? {} : { tradingName }),
    ...(setting === 'florida' ? { federalNumber: String(random.integer(100_000_000, 999_999_999)) } : {}),
    homes: random.chance(0.12) ? [seat, homes.next()] : [seat],
    ...(random.chance(0.75) ? { mailbox: contacts.organisationMailbox((tradingName ?? legalName).slice(0, 24)) } : {}),
    ...(random.chance(0.85) ? { landline: owner?.mobile ?? contacts.landline() } : {}),
  };
}

function drawLegalName(setting: Setting, owner: Townsperson | undefined, random: Random): string {
  const form = random.pick(setting === 'florida' ? americanForms : britishForms);
  const origin = drawOrigin(setting, random);
  const surname = owner?.names.family ?? drawSurname(origin, random) ?? 'Star';
  const kind = random.next();
  const stem =
    kind < 0.3
      ? `${surname} ${random.pick(trades)}`
      : kind < 0.65
        ? `${random.pick(places)} ${random.pick(trades)}`
        : kind < 0.75
          ? `${surname} & ${drawSurname(origin, random) ?? 'Partners'}`
          : kind < 0.82
            ? `${owner?.names.given ?? drawForename(origin, { sex: 'male', year: 1970 }, random)} ${surname}`
            : `${random.pick(places)} ${random.pick(civic)}`;
  return kind >= 0.82 ? stem : `${stem} ${form === '' ? random.pick(trades) : form}`.trim();
}
