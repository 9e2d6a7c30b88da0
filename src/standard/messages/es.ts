/**
 * Spanish, as plainly as it is understood across the Americas and in Spain. Reviewed by a native speaker: not yet. Until it
 * is, it is not fit for a public page.
 * "Escriba …" where something is missing, "… debe …" where it is wrong; always "usted".
 */
import type { FirstMessages } from '../messages.ts';

export const es: FirstMessages = {
  'text/control-character': '{label} no debe tener caracteres ocultos. Bórrelo y escríbalo otra vez',
  'text/bidirectional-override':
    '{label} no debe tener caracteres ocultos que cambian el sentido del texto. Bórrelo y escríbalo otra vez',
  'text/lone-surrogate': '{label} no debe tener caracteres dañados. Bórrelo y escríbalo otra vez',

  'name/legend': 'Su nombre',
  'name.given/label': 'Nombre',
  'name.family/label': 'Apellidos',
  'name.single/label': 'Nombre',
  'form/single-name': 'Solo tengo un nombre',
  'name/missing': 'Escriba su nombre',
  'name/given-missing': 'Escriba su nombre',
  'name/family-missing': 'Escriba sus apellidos, o indique que solo tiene un nombre',
  'name/no-letter': '{label} debe tener al menos una letra',
  'name/too-long': '{label} debe tener {most} caracteres o menos',

  'date-of-birth/legend': 'Fecha de nacimiento',
  'date-of-birth/hint': 'Por ejemplo, 27 de marzo de 1985',
  'dateOfBirth.day/label': 'Día',
  'dateOfBirth.month/label': 'Mes',
  'dateOfBirth.year/label': 'Año',
  'date-of-birth/missing': 'Escriba su fecha de nacimiento',
  'date-of-birth/day-missing': 'Escriba el día en que nació',
  'date-of-birth/month-missing': 'Escriba el mes en que nació',
  'date-of-birth/year-missing': 'Escriba el año en que nació',
  'date-of-birth/day-not-valid': 'El día debe ser un número del 1 al 31',
  'date-of-birth/month-not-valid': 'El mes debe ser un número del 1 al 12, o el nombre de un mes',
  'date-of-birth/year-not-valid': 'El año debe tener 4 números, como 1985',
  'date-of-birth/year-two-digits': 'El año debe tener los 4 números, como 1985',
  'date-of-birth/not-real': 'La fecha de nacimiento debe ser un día que existe en el calendario',
  'date-of-birth/in-future': 'La fecha de nacimiento debe ser de hoy o anterior',
  'date-of-birth/too-long-ago': 'La fecha de nacimiento debe ser de los últimos {oldestAge} años',

  'postal-address/legend': 'Dirección',
  'postalAddress.line1/label': 'Línea 1 de la dirección',
  'postalAddress.line2/label': 'Línea 2 de la dirección (opcional)',
  'postalAddress.town/label': 'Ciudad o pueblo',
  'postalAddress.postcode/label': 'Código postal',
  'form/no-fixed-address': 'No tengo domicilio fijo',
  'postal-address/missing': 'Escriba su dirección, o indique que no tiene domicilio fijo',
  'postal-address/line1-missing': 'Escriba la primera línea de su dirección',
  'postal-address/town-missing': 'Escriba su ciudad o pueblo',
  'postal-address/postcode-missing': 'Escriba su código postal',
  'postal-address/no-letter': '{label} debe tener al menos una letra o un número',
  'postal-address/too-long': '{label} debe tener {most} caracteres o menos',
  'postal-address/no-fixed-address-typed':
    'Elija “No tengo domicilio fijo” si no lo tiene, o escriba la primera línea de una dirección',
  'postal-address/postcode-incomplete': 'El código postal debe estar completo, como LS1 4AP',
  'postal-address/postcode-not-valid': 'El código postal debe ser uno completo del Reino Unido, como LS1 4AP',
  'postal-address/postcode-unknown-area':
    'El código postal debe empezar con las letras de una zona del Reino Unido, como LS o BT',
  'postal-address/postcode-forces':
    'El código postal debe ser uno que empieza con BF. Escriba el número BFPO como una línea de la dirección',
  'postal-address/postcode-overseas': 'El código postal debe ser del Reino Unido, Guernsey, Jersey o la Isla de Man',
  'postal-address/postcode-not-used': 'El código postal debe ser uno que todavía se usa',

  'email-address/label': 'Correo electrónico',
  'email-address/hint': 'Por ejemplo, nombre@example.com',
  'email-address/missing': 'Escriba su correo electrónico',
  'email-address/too-long': 'El correo electrónico debe tener {most} caracteres o menos',
  'email-address/no-at-sign': 'El correo electrónico debe tener el signo @, como nombre@example.com',
  'email-address/several-at-signs': 'El correo electrónico debe tener un solo signo @. Escriba una sola dirección',
  'email-address/space-inside': 'El correo electrónico no debe tener espacios',
  'email-address/local-part-not-valid':
    'El correo electrónico debe tener solo letras, números y signos comunes antes del signo @',
  'email-address/domain-not-valid': 'El correo electrónico debe terminar con un nombre de dominio completo, como example.com',
  'email-address/likely-typo': 'Revise su correo electrónico. ¿Quiso decir {suggestion} después del signo @?',

  'telephone-number/label': 'Número de teléfono',
  'telephone-number/hint': 'Empiece con + y el código del país si el número es de otro país',
  'telephone-number/missing': 'Escriba su número de teléfono',
  'telephone-number/letters': 'El número de teléfono debe tener números, no letras',
  'telephone-number/characters': 'El número de teléfono debe tener solo números, espacios y signos como + ( ) -',
  'telephone-number/too-short': 'El número de teléfono debe tener más dígitos. Revise si falta alguno',
  'telephone-number/too-long': 'El número de teléfono debe tener menos dígitos. Escriba un solo número',
  'telephone-number/not-valid':
    'El número de teléfono debe ser uno que está en uso. Los de otro país empiezan con +, como +33 1 99 00 12 34',

  'form/optional': '{label} (opcional)',
  'form/error-summary-title': 'Hay un problema',
  'form/error-prefix': 'Error:',
  'form/pending': 'Estamos revisando sus datos',
  'form/deferred': 'Revisaremos sus datos más tarde. Puede continuar',
  'form/other-issue': 'Revise esta respuesta: {label}',
  'form/locale': 'es',
  'form/direction': 'ltr',
};
