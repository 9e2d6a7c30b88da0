/**
 * Why an example of a design system is not held against the form, or is not equal to it: one table for each. Not a test.
 */

/** Parameters that the form has no use for, by their path; the first that fits counts. */
export const outOfScope: readonly (readonly [parameter: RegExp, reason: string])[] = [
  [/attributes/i, 'attributes of a host on a part: a host reaches every part from its own script'],
  [/conditional/, 'questions inside an option: what depends on an answer stands below it in the form'],
  [/html(~|$)/i, 'HTML as words: words are text, so that nothing typed or translated becomes markup'],
  [/^(prefix|suffix|inputWrapper)/, 'prefixes and suffixes: no answer has a unit'],
  [/code~true|extra-letter-spacing/, 'letter spacing of codes: a look, and a host’s to give'],
  [/(^|\.)(width|classes)~.*\b(3|5|30)$|!-width|u-width|width-30/, 'a width that no answer has'],
  [/small|inline/, 'small or inline options: targets stay 44 pixels high, one under another'],
  [/divider|behaviour|exclusive/i, 'options that end with “or”, or untick others: none of ours do'],
  [/disabled/i, 'single parts switched off: the element is switched off as a whole, painted over its template'],
  [/describedBy/, 'descriptions where the part has none of its own'],
  [/caption/, 'captions: the page’s heading is the host’s'],
  [
    /(legend|label|heading)\.id|^id~custom-id|heading\.(level|size|text|id)/,
    'ids and levels of headings: a title is a page’s heading or none',
  ],
  [
    /^(type|pattern)~|pattern|inputmode|spellcheck~true/,
    'inputs of another type: an answer is typed as text and never spell-checked',
  ],
  [/values\[\]|items\[\]\.name/, 'several answers to one question: no field of the standard takes them'],
  [/(items|errorList)\[\]~/, 'a list with a gap: ours are made by ourselves'],
  [/description|disableAutoFocus|titleHtml/, 'further words or a switch of the error summary'],
  [/formGroup|afterInput/, 'a host’s classes or buttons in the group of a question'],
  [/role/, 'roles: those of native elements'],
  [/classes/, 'classes of a host on a part: a host styles the parts by our own classes'],
];

/** In scope, and not equal: by system, component and name. */
export const different: Readonly<Record<string, string>> = {
  ...all('govuk date-input', 'inputs marked as wrong without words: ours say what is wrong', [
    'with errors only',
    'with errors only (using classes)',
    'with errors only (using items)',
    'with errors only (using items and classes)',
  ]),
  ...all('govuk date-input', 'names of the submitted entries are the standard’s', ['with nested name']),
  ...all('govuk date-input', 'which boxes are wrong is said by the issue, not by the boxes that are not', [
    'with error on single field by omission',
    'with error on single item by omission',
  ]),
  ...all('govuk select', 'every choice of ours says its value, also where it is the same as its words', [
    'without values',
    'without values with selected value',
    'with falsy values',
  ]),
  ...all('govuk select', 'what is chosen is said once, by the value', ['item selected overrides value']),
  ...all('govuk radios', 'what is chosen is said once, by the value', ['item checked overrides value']),
  ...all('govuk checkboxes', 'several answers to one question: no field of the standard takes them', ['with checked item']),
  ...all('govuk checkboxes', 'without a fieldset what describes a group is said of its options: ours have a fieldset then', [
    'multiple hints',
    "with single option set 'aria-describedby' on input, and describedBy",
    "with single option (and hint) set 'aria-describedby' on input, and describedBy",
    'with error and idPrefix',
  ]),
  ...all('govuk label', 'nothing is drawn there: no input of ours is without a label', ['empty']),
  ...all('nhsuk date-input', 'names of the submitted entries are the standard’s', ['with custom name prefix']),
  ...all('nhsuk date-input', 'inputs marked as wrong without words: ours say what is wrong', [
    'with error only',
    'with errors only',
    'with errors only (using items)',
  ]),
  ...all('nhsuk select', 'inputs marked as wrong without words: ours say what is wrong', ['with error only']),
  ...all('nhsuk radios', 'inputs marked as wrong without words: ours say what is wrong', ['with error only']),
  ...all('nhsuk checkboxes', 'inputs marked as wrong without words: ours say what is wrong', ['with error only']),
  ...all('nhsuk legend', 'HTML as words', ['with HTML via call block', 'with HTML via call block, without heading']),
  ...all('nhsuk label', 'HTML as words', ['with HTML via call block', 'with HTML via call block, without heading']),
  ...all('nhsuk hint', 'HTML as words', ['with HTML via call block']),
  ...all('nhsuk error-message', 'HTML as words', ['with HTML via call block']),
  ...all('nhsuk error-summary', 'HTML as words', ['with description via call block']),
};

function all(part: string, reason: string, names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [`${part}: ${name}`, reason]));
}
