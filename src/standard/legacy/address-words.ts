/**
 * Words of addresses that tell a town from a street where no comma does: data for reading legacy addresses. Not the forms that
 * matching compares by, and not a gazetteer.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/u));

/** A street ends with one of these; what follows is the town. Lower case. */
export const streetKinds = words(
  'street st road rd avenue ave av lane ln drive dr close cl court ct crescent cres place pl gardens gdns grove gr square sq terrace ter ' +
    'parade pde walk way rise row mews boulevard blvd circle cir trail trl parkway pkwy highway hwy loop cove run point pt ' +
    'heol ffordd stryd',
);

/** Words of a part of a house, after which a number or a letter stands. */
export const unitWords = words('apt apartment unit ste suite lot rm room flat # fl floor bldg building');

/** Counties, as people write them behind the town. */
export const counties = words(
  'avon bedfordshire berkshire buckinghamshire cambridgeshire cheshire cleveland clwyd cornwall cumbria derbyshire devon dorset durham dyfed ' +
    'essex gloucestershire gwent gwynedd hampshire herefordshire hertfordshire humberside kent lancashire leicestershire lincolnshire ' +
    'merseyside middlesex midlothian norfolk northamptonshire northumberland nottinghamshire oxfordshire powys rutland shropshire somerset ' +
    'staffordshire suffolk surrey sussex warwickshire wiltshire worcestershire yorkshire antrim armagh down fermanagh tyrone fife lanarkshire',
);

/** The codes of the states, districts, territories and military addresses of the United States. */
export const stateCodes = words(
  'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX ' +
    'UT VT VA WA WV WI WY AS FM GU MH MP PR PW VI AA AE AP',
);

/** Names of countries as systems write them, to ISO 3166-1 alpha-2. */
export const countries: ReadonlyMap<string, string> = new Map([
  ['uk', 'GB'],
  ['united kingdom', 'GB'],
  ['great britain', 'GB'],
  ['gb', 'GB'],
  ['gbr', 'GB'],
  ['england', 'GB'],
  ['scotland', 'GB'],
  ['wales', 'GB'],
  ['cymru', 'GB'],
  ['northern ireland', 'GB'],
  ['usa', 'US'],
  ['us', 'US'],
  ['united states', 'US'],
  ['united states of america', 'US'],
  ['ireland', 'IE'],
  ['republic of ireland', 'IE'],
  ['guernsey', 'GG'],
  ['jersey', 'JE'],
  ['isle of man', 'IM'],
]);
