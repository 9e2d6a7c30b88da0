/**
 * The states as the United States Postal Service writes them: the fifty, the District of Columbia, the territories, the freely
 * associated states and the three of the armed forces; with the ZIP codes each has, and other spellings in use. Data only.
 * Codes and ZIP ranges: Google's libaddressinput (Apache-2.0); former abbreviations: usaddress-scourgify (MIT).
 */

export interface UsState {
  readonly name: string;
  /** Ranges of five-digit ZIP codes, or single ones, a space apart. */
  readonly zipCodes: string;
  readonly otherSpellings?: readonly string[];
}

/** By USPS's two letters: 62 of them. */
export const usStates: Readonly<Record<string, UsState>> = {
  AA: { name: 'Armed Forces Americas', zipCodes: '34000-34099' },
  AE: { name: 'Armed Forces Europe', zipCodes: '09000-09999' },
  AK: { name: 'Alaska', zipCodes: '99500-99999', otherSpellings: ['Alas'] },
  AL: { name: 'Alabama', zipCodes: '35000-36999', otherSpellings: ['Ala'] },
  AP: { name: 'Armed Forces Pacific', zipCodes: '96200-96699' },
  AR: { name: 'Arkansas', zipCodes: '71600-72999', otherSpellings: ['Ark'] },
  AS: { name: 'American Samoa', zipCodes: '96799' },
  AZ: { name: 'Arizona', zipCodes: '85000-86999', otherSpellings: ['Ariz'] },
  CA: { name: 'California', zipCodes: '90000-96199', otherSpellings: ['Calif', 'Cal'] },
  CO: { name: 'Colorado', zipCodes: '80000-81999', otherSpellings: ['Colo', 'Col'] },
  CT: { name: 'Connecticut', zipCodes: '06000-06999', otherSpellings: ['Conn'] },
  DC: { name: 'District of Columbia', zipCodes: '20000-20099 20200-20599 56900-56999', otherSpellings: ['Washington DC'] },
  DE: { name: 'Delaware', zipCodes: '19700-19999', otherSpellings: ['Del'] },
  FL: { name: 'Florida', zipCodes: '32000-33999 34100-34999', otherSpellings: ['Fla', 'Flor'] },
  FM: { name: 'Federated States of Micronesia', zipCodes: '96941-96944', otherSpellings: ['Micronesia'] },
  GA: { name: 'Georgia', zipCodes: '30000-31999 39800-39899 39901' },
  GU: { name: 'Guam', zipCodes: '96910-96929 96931-96932' },
  HI: { name: 'Hawaii', zipCodes: '96700-96798 96800-96899' },
  IA: { name: 'Iowa', zipCodes: '50000-52999' },
  ID: { name: 'Idaho', zipCodes: '83200-83999', otherSpellings: ['Ida'] },
  IL: { name: 'Illinois', zipCodes: '60000-62999', otherSpellings: ['Ill'] },
  IN: { name: 'Indiana', zipCodes: '46000-47999', otherSpellings: ['Ind'] },
  KS: { name: 'Kansas', zipCodes: '66000-67999', otherSpellings: ['Kans', 'Kan'] },
  KY: { name: 'Kentucky', zipCodes: '40000-42799', otherSpellings: ['Ken', 'Kent'] },
  LA: { name: 'Louisiana', zipCodes: '70000-71599' },
  MA: { name: 'Massachusetts', zipCodes: '01000-02799 05501 05544', otherSpellings: ['Mass'] },
  MD: { name: 'Maryland', zipCodes: '20600-21999' },
  ME: { name: 'Maine', zipCodes: '03900-04999' },
  MH: { name: 'Marshall Islands', zipCodes: '96960-96979' },
  MI: { name: 'Michigan', zipCodes: '48000-49999', otherSpellings: ['Mich'] },
  MN: { name: 'Minnesota', zipCodes: '55000-56799', otherSpellings: ['Minn'] },
  MO: { name: 'Missouri', zipCodes: '63000-65999' },
  MP: { name: 'Northern Mariana Islands', zipCodes: '96950-96952' },
  MS: { name: 'Mississippi', zipCodes: '38600-39799', otherSpellings: ['Miss'] },
  MT: { name: 'Montana', zipCodes: '59000-59999', otherSpellings: ['Mont'] },
  NC: { name: 'North Carolina', zipCodes: '27000-28999' },
  ND: { name: 'North Dakota', zipCodes: '58000-58999', otherSpellings: ['N Dak'] },
  NE: { name: 'Nebraska', zipCodes: '68000-69999', otherSpellings: ['Nebr', 'Neb'] },
  NH: { name: 'New Hampshire', zipCodes: '03000-03899' },
  NJ: { name: 'New Jersey', zipCodes: '07000-08999' },
  NM: { name: 'New Mexico', zipCodes: '87000-88499', otherSpellings: ['N Mex', 'New M'] },
  NV: { name: 'Nevada', zipCodes: '88900-89999', otherSpellings: ['Nev'] },
  NY: { name: 'New York', zipCodes: '00501 00544 06390 10000-14999' },
  OH: { name: 'Ohio', zipCodes: '43000-45999' },
  OK: { name: 'Oklahoma', zipCodes: '73000-74999', otherSpellings: ['Okla'] },
  OR: { name: 'Oregon', zipCodes: '97000-97999', otherSpellings: ['Oreg', 'Ore'] },
  PA: { name: 'Pennsylvania', zipCodes: '15000-19699', otherSpellings: ['Penn'] },
  PR: { name: 'Puerto Rico', zipCodes: '00600-00799 00900-00999' },
  PW: { name: 'Palau', zipCodes: '96939-96940' },
  RI: { name: 'Rhode Island', zipCodes: '02800-02999' },
  SC: { name: 'South Carolina', zipCodes: '29000-29999' },
  SD: { name: 'South Dakota', zipCodes: '57000-57999', otherSpellings: ['S Dak'] },
  TN: { name: 'Tennessee', zipCodes: '37000-38599', otherSpellings: ['Tenn'] },
  TX: { name: 'Texas', zipCodes: '73301 73344 75000-79999 88500-88599', otherSpellings: ['Tex'] },
  UT: { name: 'Utah', zipCodes: '84000-84999' },
  VA: { name: 'Virginia', zipCodes: '20100-20199 22000-24699' },
  VI: { name: 'US Virgin Islands', zipCodes: '00800-00899', otherSpellings: ['Virgin Islands'] },
  VT: { name: 'Vermont', zipCodes: '05000-05999' },
  WA: { name: 'Washington', zipCodes: '98000-99499', otherSpellings: ['Wash'] },
  WI: { name: 'Wisconsin', zipCodes: '53000-54999', otherSpellings: ['Wis', 'Wisc'] },
  WV: { name: 'West Virginia', zipCodes: '24700-26999', otherSpellings: ['W Va'] },
  WY: { name: 'Wyoming', zipCodes: '82000-83199 83414', otherSpellings: ['Wyo'] },
};
