/**
 * An invented borough: towns, streets, postcodes and the dwellings in them. The same for every seed, so that people of two seeds may
 * have lived at one address, as in life. No such places exist: postcodes are of area BX, which has no place, in districts never issued.
 */
import type { Random } from './random.ts';

/** A place to live. `unit` is a flat: `Flat 2`. */
export interface Dwelling {
  readonly unit?: string;
  readonly number: number;
  readonly street: string;
  /** As the street sign writes it: `Road`. */
  readonly streetKind: string;
  readonly town: string;
  readonly postcode: string;
}

const towns = ['Marlowick', 'Thornmere Quay', 'Easterleigh', 'Penruddle', 'Stowhampton', 'Wexcombe Moor'];
const stems = (
  'Larkspur Tallow Wendmoor Foxglove Millrace Quarry Saddlers Orchard Hawksmere Juniper Lantern Tanners Cobbler Meadowsweet Rookery Windmill Bellfounder ' +
  'Heron Chantry Limekiln Ropewalk Sorrel Harbinger Cuckoo Drovers Elderflower Ferryman Gatehouse Hollow Ivory Kestrel Lockkeeper Magnolia Nightingale ' +
  'Otter Partridge Quince Ravenscroft Shepherd Thistle Umber Viaduct Wagtail Yarrow Applegarth Bramble Candlemaker Dovecote Emberly Furlong'
).split(' ');
const kinds = ['Road', 'Street', 'Avenue', 'Close', 'Lane', 'Drive', 'Gardens', 'Crescent', 'Court', 'Terrace', 'Way', 'Grove'];

/** Inward codes never use C I K M O V. */
const unitLetters = 'ABDEFGHJLNPQRSTUWXYZ';
/** Numbers that share a postcode. */
const housesPerPostcode = 24;
const housesPerStreet = 96;

/** A dwelling in the borough; a fifth are flats. */
export function drawDwelling(random: Random): Dwelling {
  const stem = random.integer(0, stems.length - 1);
  const kind = random.integer(0, kinds.length - 1);
  const number = random.integer(1, housesPerStreet);
  return {
    ...(random.chance(0.2) ? { unit: `Flat ${random.integer(1, 12)}` } : {}),
    number,
    street: stems[stem] ?? '',
    streetKind: kinds[kind] ?? '',
    town: towns[stem % towns.length] ?? '',
    postcode: postcodeOf(stem * kinds.length + kind, Math.floor((number - 1) / housesPerPostcode)),
  };
}

/** Line 1 as people write it by default: `Flat 2, 14 Larkspur Road`. */
export function formatDwelling({ unit, number, street, streetKind }: Dwelling): string {
  return `${unit === undefined ? '' : `${unit}, `}${number} ${street} ${streetKind}`;
}

/** Each stretch of each street its own code. */
function postcodeOf(street: number, stretch: number): string {
  const index = street * Math.ceil(housesPerStreet / housesPerPostcode) + stretch;
  // Neighbouring streets lie in one sector. 7 is coprime to the 400 pairs of letters, so that no two of a sector are the same.
  const inward = (index * 7) % unitLetters.length ** 2;
  const sector = Math.floor(index / 60);
  const last = `${unitLetters[Math.floor(inward / unitLetters.length)] ?? 'A'}${unitLetters[inward % unitLetters.length] ?? 'A'}`;
  return `BX${20 + Math.floor(sector / 5)} ${1 + (sector % 5)}${last}`;
}
