/**
 * Spanish: what is said beyond the five fields that profile `gb` asks first (../es.ts). Reviewed by a native speaker: not yet.
 * Until it is, it is not fit for a public page.
 */
import type { FurtherMessages } from '../../messages.ts';

export const furtherEs: FurtherMessages = {
  'customer-kind/legend': '¿De quién se trata?',
  'customerKind.person/label': 'Una persona',
  'customerKind.organisation/label': 'Una organización',
  'customer-kind/missing': 'Indique si se trata de una persona o de una organización',
  'customer-kind/not-valid': 'La respuesta debe ser una persona o una organización',

  'name.middle/label': 'Segundo nombre',
  'name.suffix/label': 'Sufijo',
  'name.full/label': 'Nombre completo',
  'previous-name/legend': 'Nombre anterior',
  'previous-name/hint': 'Un nombre que tuvo antes, por ejemplo antes de casarse. Escriba las partes que eran distintas',
  'previousName/part': 'Nombre anterior: {words}',
  'previous-name/missing': 'Escriba un nombre que tuvo antes',
  'preferred-name/label': 'Nombre preferido',
  'preferred-name/hint': 'Cómo quiere que le llamemos',
  'preferred-name/missing': 'Escriba el nombre con el que quiere que le llamemos',

  'organisation/legend': 'Organización',
  'organisation.legalName/label': 'Nombre legal',
  'organisation.tradingName/label': 'Nombre comercial',
  'organisation.federalEmployerIdentificationNumber/label': 'Número federal de identificación del empleador',
  'organisation.federalEmployerIdentificationNumber/hint': 'Por ejemplo, 00-1234567',
  'organisation.parent/label': 'Organización a la que pertenece',
  'organisation/missing': 'Escriba el nombre de la organización',
  'organisation/legal-name-missing': 'Escriba el nombre legal de la organización',
  'organisation/no-letter': '{label} debe tener al menos una letra o un número',
  'organisation/too-long': '{label} debe tener {most} caracteres o menos',
  'federal-employer-identification-number/not-nine-digits':
    'El número federal de identificación del empleador debe tener 9 números',
  'federal-employer-identification-number/example':
    'Escriba su propio número federal de identificación del empleador, no el del ejemplo',
  'federal-employer-identification-number/unknown-prefix':
    'Revise el número federal de identificación del empleador. No se conoce ninguno que empiece así',

  'dateOfBirth.month/names': 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  'date-of-birth/not-iso': 'La fecha de nacimiento debe tener año, mes y día, como 1985-03-27',

  'postalAddress.region/label': 'Estado',
  'postalAddress.country/label': 'País',
  'form/address-abroad': 'Mi dirección está en otro país',
  'postal-address/region-missing': 'Escriba su estado',
  'postal-address/region-not-valid': 'El estado debe ser uno de los Estados Unidos, como Florida o FL',
  'postal-address/zip-code-missing': 'Escriba su código postal (ZIP)',
  'postal-address/zip-code-incomplete': 'El código postal (ZIP) debe estar completo, con 5 o 9 números',
  'postal-address/zip-code-not-valid': 'El código postal (ZIP) debe tener 5 números, o 9 como 32399-0001',
  'postal-address/zip-code-of-other-region': 'Revise su estado y su código postal (ZIP). Parece que no van juntos',
  'postal-address/forces-town': 'Revise su ciudad y su estado. APO, FPO y DPO van con los estados AA, AE y AP',
  'postal-address/country-missing': 'Escriba su país',
  'postal-address/country-not-valid': 'El país debe ser uno de la lista',
  'postal-address/country-at-home': 'El país debe ser otro. Si la dirección está en este país, escríbala sin esa opción',

  'mailing-address/legend': 'Dirección de correo',
  'mailingAddress/part': 'Dirección de correo: {words}',
  'form/same-address': 'La misma que mi dirección',
  'mailing-address/missing': 'Escriba su dirección de correo, o indique que es la misma',
  'locations/legend': 'Lugares',
  'locations/part': 'Lugar {number}: {words}',
  'locations/place': 'Lugar {number}',
  'locations.billTo/label': 'Facturar a',
  'locations.shipTo/label': 'Enviar a',
  'locations.soldTo/label': 'Vender a',
  'form/use-none': 'No',
  'form/use-other': 'Sí',
  'form/use-primary': 'Sí, primero aquí',
  'locations/missing': 'Escriba al menos un lugar',
  'locations/use-missing': 'Indique para qué es este lugar',
  'locations/use-not-valid': '{label} debe ser una de las respuestas ofrecidas',
  'locations/primary-missing': 'Indique qué lugar va primero para “{label}”',
  'locations/several-primaries': '{label} debe tener un solo lugar que vaya primero',

  'national-insurance-number/label': 'Número de National Insurance',
  'national-insurance-number/hint': 'Está en su recibo de sueldo o en su P60. Por ejemplo, QQ 12 34 56 C',
  'national-insurance-number/missing': 'Escriba su número de National Insurance',
  'national-insurance-number/example': 'Escriba su propio número de National Insurance, no el del ejemplo',
  'national-insurance-number/not-valid':
    'El número de National Insurance debe tener 2 letras, 6 números y luego A, B, C o D, como QQ 12 34 56 C',
  'national-insurance-number/prefix-not-used':
    'El número de National Insurance debe empezar con 2 letras que estén en uso. Revíselas',
  'nhs-number/label': 'Número del NHS',
  'nhs-number/hint': 'Está en las cartas del NHS. Por ejemplo, 999 123 4567',
  'nhs-number/missing': 'Escriba su número del NHS',
  'nhs-number/example': 'Escriba su propio número del NHS, no el del ejemplo',
  'nhs-number/not-ten-digits': 'El número del NHS debe tener 10 números',
  'nhs-number/not-valid': 'El número del NHS debe ser uno que se haya dado. Revise que cada número esté bien',
  'driver-license/label': 'Número de licencia de conducir de Florida',
  'driver-license/hint': 'Por ejemplo, Q123-456-78-901-0',
  'driver-license/missing': 'Escriba su número de licencia de conducir',
  'driver-license/example': 'Escriba su propio número de licencia de conducir, no el del ejemplo',
  'driver-license/not-valid': 'El número de licencia de conducir debe tener 1 letra y 12 números, como Q123-456-78-901-0',
  'social-security-number/label': 'Número de Seguro Social',
  'social-security-number/hint': 'Por ejemplo, 987-65-4321',
  'social-security-number/missing': 'Escriba su número de Seguro Social',
  'social-security-number/example': 'Escriba su propio número de Seguro Social, no uno de ejemplo',
  'social-security-number/not-nine-digits': 'El número de Seguro Social debe tener 9 números',
  'social-security-number/not-valid':
    'El número de Seguro Social debe ser uno que se haya dado. Revise que cada número esté bien',
  'individual-taxpayer-number/label': 'Número de identificación personal del contribuyente',
  'individual-taxpayer-number/hint': 'Empieza con 9. Por ejemplo, 900-12-3456',
  'individual-taxpayer-number/missing': 'Escriba su número de identificación personal del contribuyente',
  'individual-taxpayer-number/example':
    'Escriba su propio número de identificación personal del contribuyente, no el del ejemplo',
  'individual-taxpayer-number/not-nine-digits': 'El número de identificación personal del contribuyente debe tener 9 números',
  'individual-taxpayer-number/not-valid':
    'El número de identificación personal del contribuyente debe ser uno que se haya dado. Revise que cada número esté bien',
  'form/purpose': 'Por qué lo preguntamos: {purpose}',
};
