/**
 * The names of the months in Spanish and Haitian Creole, for reading what was typed, without their accents: month-names.ts has
 * English and Welsh, which every page loads.
 */
export const furtherMonthNames: readonly (readonly string[])[] = [
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
  'janvye fevriye mas avril me jen jiye out septanm oktob novanm desanm'.split(' '),
];
