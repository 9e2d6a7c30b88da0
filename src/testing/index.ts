/**
 * For tests and demonstrations of anything built on the standard: synthetic people, and the contract that every Customer Index keeps.
 * Needs no test framework and nothing of Node.
 */
export {
  customerIndexContract,
  type ContractCase,
  type ContractSubject,
  type CreateContractSubject,
} from './customer-index-contract.ts';
export {
  type Column,
  columnsOf,
  drawPeopleFile,
  type Fields,
  type PeopleFileOptions,
  type PeopleFileRecord,
  peopleFileVersion,
  type Setting,
} from './people/people-file.ts';
export type { Person, PersonDetails } from './people/person.ts';
export { createPopulation, drawPeople, type Population, type PopulationOptions } from './people/population.ts';
export { createRandom, type Random } from './people/random.ts';
export { type PersonRecord, sourceNames, type SourceName } from './people/source-systems.ts';
export {
  flatmateOf,
  hasNickname,
  sonOf,
  twinOf,
  withAddressRespelled,
  withNickname,
  withoutContacts,
  withSurnameTypo,
} from './people/variants.ts';
