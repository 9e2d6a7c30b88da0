/**
 * Welsh. Reviewed by a native speaker: not yet. Until it is, it is not fit for a public page.
 * "Rhowch …" where something is missing, "Rhaid i …" where it is wrong, "Ni ddylai …" where something must not be there.
 */
import type { Messages } from '../messages.ts';

export const cy: Messages = {
  'text/control-character': '{label}: rhaid peidio â chynnwys nodau cudd. Dilëwch y cyfan a’i deipio eto',
  'text/bidirectional-override':
    '{label}: rhaid peidio â chynnwys nodau cudd sy’n newid cyfeiriad y testun. Dilëwch y cyfan a’i deipio eto',
  'text/lone-surrogate': '{label}: rhaid peidio â chynnwys nodau sydd wedi torri. Dilëwch y cyfan a’i deipio eto',

  'name/legend': 'Eich enw',
  'name.given/label': 'Enw cyntaf',
  'name.middle/label': 'Enwau canol',
  'name.family/label': 'Cyfenw',
  'name.suffix/label': 'Ôl-ddodiad',
  'name.full/label': 'Enw llawn',
  'name.single/label': 'Enw',
  'form/single-name': 'Dim ond un enw sydd gen i',
  'name/missing': 'Rhowch eich enw',
  'name/given-missing': 'Rhowch eich enw cyntaf',
  'name/family-missing': 'Rhowch eich cyfenw, neu dywedwch mai dim ond un enw sydd gennych',
  'name/no-letter': '{label}: rhaid cynnwys o leiaf un llythyren',
  'name/too-long': '{label}: rhaid defnyddio {most} nod neu lai',

  'date-of-birth/legend': 'Dyddiad geni',
  'date-of-birth/hint': 'Er enghraifft, 27 3 1985',
  'dateOfBirth.day/label': 'Diwrnod',
  'dateOfBirth.month/label': 'Mis',
  'dateOfBirth.year/label': 'Blwyddyn',
  'date-of-birth/missing': 'Rhowch eich dyddiad geni',
  'date-of-birth/day-missing': 'Rhowch y diwrnod y cawsoch eich geni',
  'date-of-birth/month-missing': 'Rhowch y mis y cawsoch eich geni',
  'date-of-birth/year-missing': 'Rhowch y flwyddyn y cawsoch eich geni',
  'date-of-birth/day-not-valid': 'Rhaid i’r diwrnod fod yn rhif o 1 i 31',
  'date-of-birth/month-not-valid': 'Rhaid i’r mis fod yn rhif o 1 i 12, neu’n enw mis',
  'date-of-birth/year-not-valid': 'Rhaid i’r flwyddyn fod yn 4 rhif, fel 1985',
  'date-of-birth/year-two-digits': 'Rhaid i’r flwyddyn gynnwys pob un o’r 4 rhif, fel 1985',
  'date-of-birth/not-iso': 'Rhaid i’r dyddiad geni gynnwys blwyddyn, mis a diwrnod, fel 1985-03-27',
  'date-of-birth/not-real': 'Rhaid i’r dyddiad geni fod yn ddiwrnod sydd yn y calendr',
  'date-of-birth/in-future': 'Rhaid i’r dyddiad geni fod heddiw neu yn y gorffennol',
  'date-of-birth/too-long-ago':
    'Rhaid i’r flwyddyn fod yn {earliestYear} neu’n ddiweddarach. Gwiriwch y flwyddyn y cawsoch eich geni',

  'postal-address/legend': 'Cyfeiriad',
  'postalAddress.line1/label': 'Llinell cyfeiriad 1',
  'postalAddress.line2/label': 'Llinell cyfeiriad 2 (dewisol)',
  'postalAddress.town/label': 'Tref neu ddinas',
  'postalAddress.postcode/label': 'Cod post',
  'form/no-fixed-address': 'Nid oes gennyf gyfeiriad sefydlog',
  'postal-address/missing': 'Rhowch eich cyfeiriad, neu dywedwch nad oes gennych gyfeiriad sefydlog',
  'postal-address/line1-missing': 'Rhowch linell gyntaf eich cyfeiriad',
  'postal-address/town-missing': 'Rhowch eich tref neu ddinas',
  'postal-address/postcode-missing': 'Rhowch eich cod post',
  'postal-address/no-letter': '{label}: rhaid cynnwys o leiaf un llythyren neu rif',
  'postal-address/too-long': '{label}: rhaid defnyddio {most} nod neu lai',
  'postal-address/no-fixed-address-typed':
    'Dewiswch “Nid oes gennyf gyfeiriad sefydlog” os nad oes gennych un, neu rhowch linell gyntaf cyfeiriad',
  'postal-address/postcode-incomplete': 'Rhaid i’r cod post fod yn gyflawn, fel CF10 3NQ',
  'postal-address/postcode-not-valid': 'Rhaid i’r cod post fod yn god post llawn yn y DU, fel CF10 3NQ',
  'postal-address/postcode-unknown-area':
    'Rhaid i’r cod post ddechrau â llythrennau ardal yn y DU. Nid oes ardal sy’n dechrau â {area}',
  'postal-address/postcode-forces': 'Rhaid i’r cod post ddechrau â BF. Rhowch y rhif BFPO fel llinell o’r cyfeiriad',
  'postal-address/postcode-overseas': 'Rhaid i’r cod post fod yn y DU, Guernsey, Jersey neu Ynys Manaw',
  'postal-address/postcode-not-used': 'Rhaid i’r cod post fod yn un sy’n dal i gael ei ddefnyddio',

  'email-address/label': 'Cyfeiriad e-bost',
  'email-address/hint': 'Er enghraifft, enw@example.com',
  'email-address/missing': 'Rhowch eich cyfeiriad e-bost',
  'email-address/too-long': 'Rhaid i’r cyfeiriad e-bost fod yn {most} nod neu lai',
  'email-address/no-at-sign': 'Rhaid i’r cyfeiriad e-bost gynnwys yr arwydd @, fel enw@example.com',
  'email-address/several-at-signs': 'Rhaid i’r cyfeiriad e-bost gynnwys un arwydd @ yn unig. Rhowch un cyfeiriad',
  'email-address/space-inside': 'Rhaid i’r cyfeiriad e-bost beidio â chynnwys bylchau',
  'email-address/local-part-not-valid':
    'Rhaid i’r cyfeiriad e-bost gynnwys llythrennau, rhifau a symbolau cyffredin yn unig cyn yr arwydd @',
  'email-address/domain-not-valid': 'Rhaid i’r cyfeiriad e-bost orffen ag enw parth llawn, fel example.com',
  'email-address/likely-typo': 'Gwiriwch eich cyfeiriad e-bost. Ai {suggestion} oeddech chi’n ei feddwl?',

  'telephone-number/label': 'Rhif ffôn',
  'telephone-number/hint': 'Er enghraifft, 07700 900123. Dechreuwch â + a chod y wlad os nad yw’n rhif yn y DU',
  'telephone-number/missing': 'Rhowch eich rhif ffôn',
  'telephone-number/letters': 'Rhaid i’r rhif ffôn fod mewn rhifau, nid llythrennau',
  'telephone-number/characters': 'Rhaid i’r rhif ffôn gynnwys rhifau, bylchau ac arwyddion fel + ( ) - yn unig',
  'telephone-number/too-short': 'Rhaid i’r rhif ffôn gynnwys mwy o ddigidau. Gwiriwch nad oes un ar goll',
  'telephone-number/too-long': 'Rhaid i’r rhif ffôn gynnwys llai o ddigidau. Rhowch un rhif yn unig',
  'telephone-number/not-valid': 'Rhaid i’r rhif ffôn fod yn un sy’n cael ei ddefnyddio, fel 07700 900123 neu +33 1 99 00 12 34',

  'form/optional': '{label} (dewisol)',
  'form/error-summary-title': 'Mae problem',
  'form/error-prefix': 'Gwall:',
  'form/use-suggestion': 'Defnyddio {suggestion}',
  'form/pending': 'Wrthi’n gwirio eich manylion',
  'form/resolved': 'Mae eich manylion yn gyflawn',
  'form/deferred': 'Byddwn yn gwirio eich manylion yn nes ymlaen. Gallwch barhau',
  'form/other-issue': 'Gwiriwch yr ateb hwn: {label}',
  'form/locale': 'cy',
  'form/direction': 'ltr',
};
