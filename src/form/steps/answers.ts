/** What a resident is shown of their own answers before they send them. Read from the inputs; nothing of it is kept. */
import { isTick, type Input } from '../inputs.ts';

/** The answers of one field, a line each; what belongs on one line stands on it. */
export function answersIn(group: Element, elementName: string): readonly string[] {
  // Several fields in one, as a helper's.
  const fields = [...group.querySelectorAll('[data-field]')];
  if (fields.length > 0) return fields.flatMap((field) => answersIn(field, elementName));
  const inputs = [...group.querySelectorAll<Input>('input, select')].filter(
    (input) => input.name.startsWith(`${elementName}.`) && !input.disabled && input.style.display !== 'none',
  );
  const lines = inputs.map((input) => wordsOf(input)).filter((words) => words !== '');
  const isOneLine = inputs.some(({ name }) => /\.(?:name|previousName|dateOfBirth)\./u.test(name));
  return isOneLine && lines.length > 0 ? [lines.join(' ')] : lines;
}

const valueOf = ({ value }: Input): string => value.trim();

function wordsOf(input: Input): string {
  if (input instanceof HTMLSelectElement) return input.value === '' ? '' : (input.selectedOptions[0]?.text ?? '');
  if (isTick(input) && !input.checked) return '';
  return isTick(input) ? (input.labels?.[0]?.textContent.trim() ?? '') : valueOf(input);
}
