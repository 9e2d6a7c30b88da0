/**
 * The homes of an invented town, street by street: houses, blocks of flats, care homes. No such places exist: British postcodes are of
 * area BX, which has no place, American ones of a range that is not given out.
 */
import type { Random } from '../random.ts';
import type { Setting } from './setting.ts';

/** Where somebody lives. `unit` is a flat, `building` a house's name. Everybody in a care home has the same one. */
export interface Home {
  readonly unit?: string;
  readonly building?: string;
  readonly number: number;
  readonly street: string;
  readonly streetKind: string;
  readonly town: string;
  readonly postcode: string;
}

/** Gives out homes, each once. */
export interface HomeBook {
  readonly next: () => Home;
  readonly careHome: () => Home;
}

const stems = (
  'Larkspur Tallow Wendmoor Foxglove Millrace Quarry Saddlers Orchard Hawksmere Juniper Lantern Tanners Cobbler Meadowsweet Rookery Windmill Bellfounder ' +
  'Heron Chantry Limekiln Ropewalk Sorrel Harbinger Cuckoo Drovers Elderflower Ferryman Gatehouse Hollow Ivory Kestrel Lockkeeper Magnolia Nightingale ' +
  'Otter Partridge Quince Ravenscroft Shepherd Thistle Umber Viaduct Wagtail Yarrow Applegarth Bramble Candlemaker Dovecote Emberly Furlong High Station ' +
  'Church Park Victoria London Green Manor King Queen Grange Springfield Albert Mill West North South East Alexandra Grove Chapel School Richmond Windsor ' +
  'New York Stanley Highfield Cromwell Beech Oak Elm Ash Cedar Cherry Chestnut Birch Laurel Poplar Rowan Sycamore Willow Maple Hazel Hawthorn Clarence ' +
  'Salisbury Warwick Kingsway Avondale Broom Canal Dock Engine Factory Gas Harbour Ironmonger Jubilee Kiln Lime Market Nursery Old Priory Quay Railway Silver Temple'
).split(' ');
const british =
  'Road Street Avenue Close Lane Drive Gardens Crescent Court Terrace Way Grove Place Walk Rise Hill Mews View'.split(' ');
const american = 'Street Avenue Road Drive Lane Court Circle Boulevard Way Place Trail Terrace'.split(' ');
const britishTowns =
  'Marlowick,Thornmere Quay,Easterleigh,Penruddle,Stowhampton,Wexcombe Moor,Little Hathersby,Castle Dunning'.split(',');
const americanTowns =
  'Palmetto Hollow,Cypress Bend,Port Heron,Lake Wynona,Saltmarsh,Orange Key,Fort Pelican,Magnolia Springs'.split(',');
/** Inward codes never use C I K M O V. */
const unitLetters = 'ABDEFGHJLNPQRSTUWXYZ';

/** A book of homes: streets are drawn, houses along them follow one another. `flats` is the share of buildings that are blocks. */
export function createHomeBook({ setting, flats }: { setting: Setting; flats: number }, random: Random): HomeBook {
  const drawStreet = createStreets(setting, random);
  let street = drawStreet();
  let pending: Home[] = [];
  const build = (): void => {
    if (street.number > 140) street = drawStreet();
    street = { ...street, number: street.number + 1 + (random.chance(0.1) ? 1 : 0) };
    const home = homeIn(street, setting);
    pending = random.chance(flats / 8) ? unitsOf(home, random) : [home];
  };
  return {
    next: () => {
      for (;;) {
        const home = pending.pop();
        if (home !== undefined) return home;
        build();
      }
    },
    careHome: () => {
      street = { ...street, number: street.number + 1 };
      return {
        ...homeIn(street, setting),
        building: `${random.pick(stems)} ${random.pick(['House', 'Lodge', 'Court', 'Manor'])}`,
      };
    },
  };
}

interface Street {
  readonly stem: string;
  readonly kind: string;
  readonly town: string;
  readonly index: number;
  readonly number: number;
}

function createStreets(setting: Setting, random: Random): () => Street {
  let index = 0;
  return () => ({
    stem:
      setting === 'florida' && random.chance(0.25)
        ? `${random.pick(['NW', 'SW', 'NE', 'SE'])} ${ordinal(random.integer(4, 180))}`
        : random.pickSkewed(stems, 40),
    kind: random.pickSkewed(setting === 'florida' ? american : british, 4),
    town: random.pickSkewed(setting === 'florida' ? americanTowns : britishTowns, 4),
    index: index++,
    number: setting === 'florida' ? random.integer(1, 90) : 0,
  });
}

function ordinal(number: number): string {
  const isTeen = number % 100 > 10 && number % 100 < 14;
  return `${number}${isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')}`;
}

function homeIn({ stem, kind, town, index, number }: Street, setting: Setting): Home {
  const place = { street: stem, streetKind: kind, town };
  if (setting === 'florida') return { ...place, number: number * 10 + (index % 7), postcode: zipCodeOf(index) };
  return { ...place, number, postcode: postcodeOf(index * 8 + Math.floor(number / 20)) };
}

function unitsOf(home: Home, random: Random): Home[] {
  const word = random.pick(['Flat', 'Flat', 'Apartment', 'Flat']);
  return Array.from({ length: random.integer(4, 24) }, (_, index) => ({ ...home, unit: `${word} ${index + 1}` }));
}

/** Each stretch of each street its own code; neighbouring ones lie in one sector. 7 is coprime to the 400 pairs of letters. */
function postcodeOf(stretch: number): string {
  const inward = (stretch * 7) % unitLetters.length ** 2;
  const sector = Math.floor(stretch / 120);
  const letters = `${unitLetters[Math.floor(inward / unitLetters.length)] ?? 'A'}${unitLetters[inward % unitLetters.length] ?? 'A'}`;
  return `BX${20 + (Math.floor(sector / 10) % 80)} ${sector % 10}${letters}`;
}

/** 345xx: Florida's ZIP codes begin 32, 33 and 34, and none is given out between 34500 and 34599. */
function zipCodeOf(street: number): string {
  return `345${String(Math.floor(street / 24) % 100).padStart(2, '0')}`;
}
