/**
 * The mail providers that most residents use, and which of them a mistyped domain probably means. Only ever a hint:
 * a domain that looks like a slip may be somebody's own.
 */

/** Providers of eight letters or more: nearer to a shorter one lie too many real domains. */
const providers = [
  'btinternet.com',
  'gmail.com',
  'googlemail.com',
  'hotmail.co.uk',
  'hotmail.com',
  'icloud.com',
  'live.co.uk',
  'live.com',
  'ntlworld.com',
  'outlook.com',
  'talktalk.net',
  'virginmedia.com',
  'yahoo.co.uk',
  'yahoo.com',
];

/** Real providers that lie one slip away from a bigger one. */
const notSlips = ['email.com', 'love.com', 'mail.com', 'ymail.com'];

/** These have one domain only: the same name under another usual ending is a slip. */
const onlyUnderCom = /^(gmail|googlemail|icloud|btinternet)\.[a-z]{2,3}(?:\.[a-z]{2})?$/u;

/** The provider's domain that was probably meant, or `undefined` where nothing looks wrong. `domain` is in lower case. */
export function suggestProvider(domain: string): string | undefined {
  if (domain.length > 24 || providers.includes(domain) || notSlips.includes(domain)) return undefined;
  const single = onlyUnderCom.exec(domain)?.[1];
  if (single !== undefined) return `${single}.com`;
  return providers.find((provider) => isOneSlipAway(domain, provider));
}

/** One letter too many, too few, wrong, or two neighbours swapped. */
function isOneSlipAway(typed: string, meant: string): boolean {
  if (Math.abs(typed.length - meant.length) > 1) return false;
  let start = 0;
  while (start < typed.length && typed[start] === meant[start]) start += 1;
  const restTyped = typed.slice(start);
  const restMeant = meant.slice(start);
  const isSwap = restTyped.charAt(0) + restTyped.charAt(1) === restMeant.charAt(1) + restMeant.charAt(0);
  return (
    restTyped.slice(1) === restMeant ||
    restTyped === restMeant.slice(1) ||
    restTyped.slice(1) === restMeant.slice(1) ||
    (isSwap && restTyped.slice(2) === restMeant.slice(2))
  );
}
