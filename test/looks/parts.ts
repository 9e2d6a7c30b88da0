/**
 * How the parts of the form are asked for what a design system's example asks of its own: the form's very templates, with the
 * example's words, on a server. Only what the form can be asked for: `knows` lists the parameters, the rest is out of scope.
 * Not a test.
 */
import { html, type TemplateResult } from 'lit/html.js';
import { list, options } from '../../src/form/choices.ts';
import { errorMessage } from '../../src/form/error-message.ts';
import { errorSummary } from '../../src/form/error-summary.ts';
import { renderTemplate } from '../../src/form/render-html.ts';
import { dateOfBirthTemplate } from '../../src/form/fields/date-of-birth.ts';
import { drawnLabel, hint, legend, textInput, type FieldView, type TextInput } from '../../src/form/fields/field.ts';
import type { TitleSize } from '../../src/form/options.ts';
import { systems } from '../../src/form/looks/systems.ts';
import type { EntryName } from '../../src/standard/fields/field.ts';
import { enGB } from '../../src/standard/messages/en-GB.ts';
import type { Messages } from '../../src/standard/messages.ts';
import { gb } from '../../src/standard/profiles/gb.ts';
import type { DatePart } from '../../src/standard/profiles/profile.ts';
import { listOf, partOf, textOf, wordsOf, type Parameters, type SystemWithExamples } from './example.ts';

export interface Part {
  /** The parameters it can be asked for, as patterns of their paths. */
  readonly knows: RegExp;
  /** The form's own template; and the example's ids and names by ours. */
  draw(parameters: Parameters, system: SystemWithExamples): { readonly template: Drawn; readonly renamed?: Renamed };
}

type Drawn = TemplateResult | ReturnType<typeof hint>;
type Renamed = Readonly<Record<string, string>>;

/** HTML as `renderFallback` makes it, of one part. */
export function renderPart(template: Drawn, system: SystemWithExamples): string {
  return renderTemplate(html`${template}`, system);
}

const entry: EntryName = 'emailAddress';

function viewOf(more: Partial<FieldView>, messages: Partial<Messages> = {}): FieldView {
  const words: Messages = { ...enGB, ...messages };
  return { elementName: 'x', profile: gb, isRequired: true, values: {}, problems: [], ...more, messages: words };
}

/** What all questions share: title, size, heading, and what is wrong. */
function titled(title: unknown, parameters: Parameters, system: SystemWithExamples): Partial<FieldView> {
  const { classes, isPageHeading, heading, size } = partOf(title);
  const fromClass = /--(s|m|l|xl)$/.exec(textOf(classes))?.[1];
  const words = wordsOf(parameters['errorMessage']);
  const describedBy = textOf(parameters['describedBy']) || textOf(partOf(parameters['fieldset'])['describedBy']);
  return {
    titleSize: (fromClass ?? (textOf(size) || 'plain')) as TitleSize,
    isPageHeading: isPageHeading === true || heading !== undefined,
    problems: words === '' ? [] : [{ code: 'example', path: entry, words }],
    isErrorSpan: systems[system]?.isErrorSpan,
    descriptions: Object.fromEntries([entry, 'dateOfBirth'].map((each) => [each, describedBy])),
  };
}

const widths: Readonly<Record<string, NonNullable<TextInput['width']>>> = {
  '2': 'two-digits',
  '4': 'four-digits',
  '10': 'postcode',
  '20': 'code',
};

/** Keeps what is optional out where the example has nothing. */
function given<Key extends string, Value>(key: Key, value: Value | '' | undefined): { readonly [Name in Key]?: Value } {
  return value === '' || value === undefined ? {} : ({ [key]: value } as { readonly [Name in Key]?: Value });
}

function idOf(parameters: Parameters): string {
  return textOf(parameters['id']) || textOf(parameters['idPrefix']) || textOf(parameters['name']);
}

const input: Part = {
  knows:
    /^(label|label\.(text|heading|size|isPageHeading|classes~\S*--(s|m|l|xl))|hint|hint\.text|errorMessage|errorMessage\.text|(fieldset\.)?describedBy|id|name|value|type~(text|tel)|classes~\S*-input--width-(2|4|10|20)|width~(2|4|10|20)|inputmode~(numeric|email|tel)|autocomplete|spellcheck~false|autocapitalize~none)$/,
  draw(parameters, system) {
    const { label, value, classes, width, inputmode, autocapitalize } = parameters;
    const messages = { 'email-address/label': wordsOf(label), 'email-address/hint': wordsOf(parameters['hint']) };
    const view = viewOf(titled(label, parameters, system), messages);
    const id = idOf(parameters);
    const size = /width-(\d+)$/.exec(textOf(classes))?.[1] ?? textOf(width);
    const template = textInput(
      { ...view, values: value === undefined ? {} : { [entry]: textOf(value) } },
      {
        entry,
        label: 'email-address/label',
        ...(messages['email-address/hint'] === '' ? {} : { hint: 'email-address/hint' as const }),
        autocomplete: textOf(parameters['autocomplete']) || 'off',
        isTitle: view.titleSize !== 'plain' || view.isPageHeading === true,
        ...given('width', widths[size]),
        ...given('type', textOf(parameters['type']) === 'tel' ? 'tel' : undefined),
        ...given('inputMode', textOf(inputmode) as 'numeric' | 'email' | 'tel' | ''),
        ...given('autocapitalize', textOf(autocapitalize) as 'none' | ''),
      },
    );
    return { template, renamed: { [`x.${entry}`]: id, '[name]': textOf(parameters['name']) } };
  },
};

const select: Part = {
  knows:
    /^(label|label\.(text|heading|size|isPageHeading|classes~\S*--(s|m|l|xl))|hint|hint\.text|errorMessage|errorMessage\.text|(fieldset\.)?describedBy|id|name|value|items\[\]\.(value|text|selected))$/,
  draw(parameters, system) {
    const { label, items, value } = parameters;
    const messages = { 'email-address/label': wordsOf(label), 'email-address/hint': wordsOf(parameters['hint']) };
    const view = viewOf(titled(label, parameters, system), messages);
    const choices = listOf(items).map((item) => ({ value: textOf(item['value'] ?? item['text']), words: wordsOf(item) }));
    const chosen = listOf(items).find(({ selected }) => selected === true);
    const template = list(
      { ...view, values: { [entry]: textOf(chosen ? (chosen['value'] ?? chosen['text']) : value) } },
      {
        entry,
        label: 'email-address/label',
        ...(messages['email-address/hint'] === '' ? {} : { hint: 'email-address/hint' as const }),
        autocomplete: 'off',
        isAnswered: true,
        isTitle: view.titleSize !== 'plain' || view.isPageHeading === true,
        choices,
      },
    );
    return { template, renamed: { [`x.${entry}`]: idOf(parameters), '[name]': textOf(parameters['name']) } };
  },
};

function optionsPart(kind: 'radio' | 'checkbox'): Part {
  return {
    knows:
      /^(fieldset\.legend|fieldset\.legend\.(text|heading|size|isPageHeading|classes~\S*--(s|m|l|xl))|hint|hint\.text|errorMessage|errorMessage\.text|(fieldset\.)?describedBy|idPrefix|name|value|items\[\]\.(value|text|id|checked|hint|hint\.text))$/,
    draw(parameters, system) {
      const title = partOf(parameters['fieldset'])['legend'];
      const messages = { 'name/legend': wordsOf(title), 'email-address/hint': wordsOf(parameters['hint']) };
      const view = viewOf(titled(title, parameters, system), messages);
      const items = listOf(parameters['items']);
      const checked = items.find((item) => item['checked'] === true) ?? {};
      const prefix = idOf(parameters);
      const template = options(
        { ...view, values: { [entry]: textOf(checked['value'] ?? parameters['value']) } },
        {
          kind,
          field: 'email-address',
          entry,
          legend: 'name/legend',
          ...(messages['email-address/hint'] === '' ? {} : { hint: 'email-address/hint' as const }),
          choices: items.map((item) => ({
            value: textOf(item['value']),
            words: wordsOf(item),
            ...given('hint', wordsOf(item['hint'])),
          })),
        },
      );
      const ids = items.flatMap((item, place) => {
        const ours = place === 0 ? `x.${entry}` : `x.${entry}.${textOf(item['value'])}`;
        const theirs = textOf(item['id']) || (place === 0 ? prefix : `${prefix}-${place + 1}`);
        return [
          [`${ours}-item-hint`, `${theirs}-item-hint`],
          [ours, theirs],
        ] as const;
      });
      const own = { [`x.${entry}-hint`]: `${prefix}-hint`, [`x.${entry}-error`]: `${prefix}-error` };
      return { template, renamed: { ...Object.fromEntries(ids), ...own, '[name]': textOf(parameters['name']) } };
    },
  };
}

const parts: readonly DatePart[] = ['day', 'month', 'year'];

const dateInput: Part = {
  knows:
    /^(fieldset\.legend|fieldset\.legend\.(text|heading|size|isPageHeading)|hint|hint\.text|errorMessage|errorMessage\.text|(fieldset\.)?describedBy|id|namePrefix|(day|month|year|year|items\[\])\.(label|name|value|error|id|autocomplete|width|classes~(\S*-input--width-[24])?( ?\S*-input--error)?)|values\.[a-z0-9-]+|(day|month|year)~false)$/,
  draw(parameters, system) {
    const title = partOf(parameters['fieldset'])['legend'];
    const items = itemsOf(parameters);
    const names = (part: DatePart) => wordsOf(items.find(({ name }) => name === part)?.given['label']) || capitalised(part);
    const messages = {
      'date-of-birth/legend': wordsOf(title),
      'date-of-birth/hint': wordsOf(parameters['hint']),
      'dateOfBirth.day/label': names('day'),
      'dateOfBirth.month/label': names('month'),
      'dateOfBirth.year/label': names('year'),
    };
    const { problems: [problem] = [], ...view } = titled(title, parameters, system);
    const marked = items.filter((item) => item.given['error'] === true || /--error/.test(textOf(item.given['classes'])));
    const all = problem && marked.length === 0 && items.every((item) => item.given['error'] !== false);
    const paths = all ? ['dateOfBirth'] : marked.map(({ name }) => `dateOfBirth.${name}`);
    const template = dateOfBirthTemplate({
      ...viewOf(view, messages),
      // Two parts of a date are theirs alone.
      profile: { ...gb, dateOrder: items.map(({ name }) => name) as unknown as typeof gb.dateOrder },
      values: Object.fromEntries(
        items.filter(({ value }) => value !== '').map(({ name, value }) => [`dateOfBirth.${name}`, value]),
      ),
      problems: paths.map((path, place) => ({ code: 'example', path, words: place === 0 ? (problem?.words ?? '') : '' })),
    });
    const id = textOf(parameters['id']);
    const renamed = Object.fromEntries([
      ['x.dateOfBirth', id],
      ...items.flatMap(({ name, inputId, inputName }) => [
        [`x.dateOfBirth.${name}`, inputId],
        [`[name]x.dateOfBirth.${name}`, inputName],
      ]),
    ]) as Renamed;
    return { template, renamed };
  },
};

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

interface DateItem {
  readonly name: DatePart;
  readonly given: Parameters;
  readonly value: string;
  readonly inputId: string;
  readonly inputName: string;
}

function itemsOf(parameters: Parameters): readonly DateItem[] {
  const listed = listOf(parameters['items']).filter((item) => Object.keys(item).length > 0);
  const names = listed.length > 0 ? listed.map(({ name }) => textOf(name)) : parts.filter((part) => parameters[part] !== false);
  return names.map((name, place) => {
    const part = parts.find((each) => name.startsWith(each)) ?? 'day';
    const item = { ...partOf(parameters[part]), ...listed[place] };
    const prefix = textOf(parameters['namePrefix']);
    const own = textOf(item['name']) || name;
    const inputName = prefix === '' ? own : `${prefix}-${own}`;
    const value = textOf(item['value']) || textOf(partOf(parameters['values'])[inputName]);
    return { name: part, given: item, value, inputId: textOf(item['id']) || `${textOf(parameters['id'])}-${own}`, inputName };
  });
}

const fieldset: Part = {
  knows: /^(legend|legend\.(text|heading|size|isPageHeading|classes~\S*--(s|m|l|xl)))$/,
  draw(parameters, system) {
    const view = viewOf(titled(parameters['legend'], {}, system), { 'name/legend': wordsOf(parameters['legend']) });
    // As the template of every field of several inputs begins.
    return { template: html`<fieldset class="cif-fieldset">${legend(view, 'name/legend')}</fieldset>` };
  },
};

const legendAlone: Part = {
  knows: /^(text|heading|size|isPageHeading|classes~\S*--(s|m|l|xl))$/,
  draw: (parameters, system) => ({
    template: legend(viewOf(titled(parameters, {}, system), { 'name/legend': wordsOf(parameters) }), 'name/legend'),
  }),
};

const labelAlone: Part = {
  knows: /^(text|heading|size|isPageHeading|for|classes~\S*--(s|m|l|xl))$/,
  draw(parameters, system) {
    const view = viewOf(titled(parameters, {}, system));
    const isTitle = view.titleSize !== 'plain' || view.isPageHeading === true;
    // An example may have no input: ours always has one.
    return {
      template: drawnLabel(view, textOf(parameters['for']) || '[none]', { words: wordsOf(parameters), isTitle }),
      renamed: { '[none]': '' },
    };
  },
};

const hintAlone: Part = {
  knows: /^(text|id)$/,
  draw: (parameters) => ({
    template: hint(viewOf({}, { 'email-address/hint': wordsOf(parameters) }), entry, { hint: 'email-address/hint' }),
    renamed: { [`x.${entry}-hint`]: textOf(parameters['id']) },
  }),
};

const errorAlone: Part = {
  knows: /^(text|id|visuallyHiddenText)$/,
  draw(parameters, system) {
    const prefix = textOf(parameters['visuallyHiddenText']);
    const isUsual = parameters['visuallyHiddenText'] === undefined;
    const view = viewOf(titled({}, {}, system), isUsual ? {} : { 'form/error-prefix': prefix && `${prefix}:` });
    const problems = [{ code: 'example', path: entry, words: wordsOf(parameters) }];
    return { template: errorMessage(view, `x.${entry}`, problems), renamed: { [`x.${entry}-error`]: textOf(parameters['id']) } };
  },
};

const summary: Part = {
  knows: /^(titleText|heading|heading\.text|errorList\[\]\.(text|href))$/,
  draw(parameters) {
    const errors = listOf(parameters['errorList']);
    const template = errorSummary({
      elementName: 'x',
      profile: gb,
      messages: { ...enGB, 'form/error-summary-title': textOf(parameters['titleText']) || wordsOf(parameters['heading']) },
      problems: errors.map((error, place) => ({
        code: 'example',
        path: textOf(error['href']) && `e${place}`,
        words: wordsOf(error),
      })),
    });
    return {
      template,
      renamed: Object.fromEntries(errors.map((error, place) => [`#x.e${place}`, textOf(error['href'])])),
    };
  },
};

/** By the component's name in both systems. */
export const partsByComponent: Readonly<Record<string, Part>> = {
  input,
  'date-input': dateInput,
  select,
  radios: optionsPart('radio'),
  checkboxes: optionsPart('checkbox'),
  fieldset,
  legend: legendAlone,
  label: labelAlone,
  hint: hintAlone,
  'error-message': errorAlone,
  'error-summary': summary,
};
