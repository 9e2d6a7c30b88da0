/** The main job: whoever fills in whatever form gets the one customer ID that is theirs. */
import { describe, expect, it } from 'vitest';
import {
  createRandom,
  flatmateOf,
  hasNickname,
  sonOf,
  twinOf,
  withAddressRespelled,
  withNickname,
  withSurnameTypo,
  type Person,
} from '../../../src/testing/index.ts';
import {
  caseNumberOn,
  missedBin,
  newCase,
  openCase,
  parkingPermit,
  seeCase,
  send,
  typeIdentity,
  type ServiceUnderTest,
} from '../pages.ts';
import { drawPeople, seed } from '../people.ts';
import { withPage, type World } from '../world.ts';

type Variant = (person: Person, random: ReturnType<typeof createRandom>) => Person;

export function describeMainJob(database: string, world: () => World): void {
  const customerOf = async (person: Person, service: ServiceUnderTest): Promise<string> => {
    const { url } = world().demo;
    const caseNumber = await withPage(world(), (page) => openCase(page, { url, service, entries: person.entries }));
    const { customerId } = await seeCase(url, caseNumber);
    if (customerId === undefined) throw new Error(`Case ${caseNumber} has no customer ID`);
    return customerId;
  };
  const onePerson = (purpose: string, isSuitable: (person: Person) => boolean = () => true): Person => {
    const person = drawPeople(20, `${database}/${purpose}`).find(isSuitable);
    if (!person) throw new Error('Nobody suitable was drawn');
    return person;
  };

  describe(`one customer ID, on ${database} (people drawn from seed ${seed})`, () => {
    it('is the same for the same resident in both services', async () => {
      const resident = onePerson('same');
      expect(await customerOf(resident, missedBin)).toBe(await customerOf(resident, parkingPermit));
    });

    it.each<[string, Variant, (person: Person) => boolean]>([
      ['a typo in the surname', withSurnameTypo, ({ family = '' }) => family.length > 4],
      ['a nickname', withNickname, hasNickname],
      ['another spelling of the address', withAddressRespelled, () => true],
    ])('is the same with %s', async (what, variant, isSuitable) => {
      const resident = onePerson(what, isSuitable);
      const again = variant(resident, createRandom(`${seed}/${what}`));
      expect(again.entries).not.toEqual(resident.entries);
      const first = await customerOf(resident, parkingPermit);
      expect(await customerOf(again, missedBin)).toBe(first);
    });

    it.each<[string, Variant]>([
      ['a twin', twinOf],
      ['a father and his son of the same name', sonOf],
      ['a flatmate with the same surname', flatmateOf],
    ])('is another for %s', async (what, variant) => {
      const resident = onePerson(what);
      const other = variant(resident, createRandom(`${seed}/${what}`));
      const first = await customerOf(resident, parkingPermit);
      expect(await customerOf(other, parkingPermit)).not.toBe(first);
    });

    it('is one when two tabs submit the same new resident at once, one of them with a typo', async () => {
      for (const round of [1, 2]) {
        const resident = onePerson(`race ${round}`, ({ family = '' }) => family.length > 4);
        const mistyped = withSurnameTypo(resident, createRandom(`${seed}/race ${round}`));
        const caseNumbers = await raceInTwoTabs(world(), [resident, mistyped]);
        const [one, other] = await Promise.all(caseNumbers.map((caseNumber) => seeCase(world().demo.url, caseNumber)));
        expect(one?.customerId).toMatch(/^GBX-/);
        expect(other?.customerId).toBe(one?.customerId);
      }
    });

    it('stands beside the form that staff fill in once they have chosen who calls, and is the case’s', async () => {
      const caller = onePerson('caller');
      const known = await customerOf(caller, parkingPermit);
      const { url } = world().demo;
      const { disclosed, caseNumber } = await withPage(world(), async (page) => {
        await page.goto(url + newCase.path);
        await typeIdentity(page, caller.entries);
        await page.getByRole('button', { name: 'Find customer' }).click();
        await page.locator('input[name="customer.candidate"]').first().check();
        const disclosed = await page.getByTestId('chosen-customer-id').innerText();
        // Sent back, as it says nothing of the call: whom they had chosen stays.
        await send(page);
        await page.getByTestId('fault-summary').waitFor();
        expect(await page.getByTestId('chosen-customer-id').innerText()).toBe(disclosed);
        expect(await page.locator('input[name="customer.candidate"]').inputValue()).toBe(disclosed);
        await newCase.answer(page);
        await send(page);
        return { disclosed, caseNumber: await caseNumberOn(page) };
      });
      expect(disclosed).toBe(known);
      expect((await seeCase(url, caseNumber)).customerId).toBe(disclosed);
    });
  });
}

/** Both filled first, then sent in the same moment. */
async function raceInTwoTabs(world: World, people: readonly Person[]): Promise<readonly string[]> {
  return withPage(world, async (firstTab) => {
    const tabs = await Promise.all(people.map(async (_, index) => (index === 0 ? firstTab : firstTab.context().newPage())));
    await Promise.all(
      tabs.map(async (tab, index) => {
        await tab.goto(world.demo.url + missedBin.path);
        await typeIdentity(tab, people[index]?.entries ?? {});
        await missedBin.answer(tab);
      }),
    );
    await Promise.all(tabs.map(send));
    return Promise.all(tabs.map(caseNumberOn));
  });
}
