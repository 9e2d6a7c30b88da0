/** Names of the southern United States and Haiti; Latin American names are with the Spanish ones. */
import { list, type Origin } from './origin.ts';

export const americas: readonly Origin[] = [
  {
    name: 'american',
    structure: 'plain',
    female: list(
      'Mary Jennifer Linda Patricia Ashley Jessica Barbara Susan Amanda Brittany Karen Tammy Kimberly Donna Melissa Crystal Emily Madison Debra Carol Heather Misty Brenda Savannah Kaylee Peggy',
    ),
    male: list(
      'James Michael Robert John William David Christopher Joshua Tyler Richard Charles Justin Cody Austin Dustin Thomas Kenneth Larry Randy Brandon Dakota Wayne Roger Jeremy Travis Hunter',
    ),
    surnames: list(
      'Smith Johnson Williams Brown Jones Davis Miller Wilson Anderson Taylor Thomas Moore Jackson Martin Lee Thompson White Harris Clark Lewis Robinson Walker Young Allen King Wright Scott Hill Green Adams Nelson Baker Hall Campbell ' +
        'Mitchell Carter Roberts Phillips Evans Turner Parker Collins Edwards Stewart Morris Murphy Cook Rogers Morgan Peterson Cooper Reed Bailey Bell Howard Ward Cox Richardson Wood Watson Brooks Bennett Gray Hughes Price Myers Long Foster ' +
        'Sanders Ross Powell Sullivan Russell Jenkins Perry Butler Barnes Fisher Henderson Coleman Simmons Patterson Jordan Reynolds Hamilton Graham Griffin Wallace West Cole Hayes Bryant Gibson Ellis Stevens Ford Marshall Owens Hunter Hicks Crawford Boyd',
    ),
    flatness: 16,
    tail: {
      starts: list(
        'Arm Bald Bark Beck Bow Brack Burk Cald Carl Clem Crock Dal Den East Fitz Gar Gold Good Hal Ham Hend Hol Kauf Kess Kirk Lam Lind Lock Mar Mc New Og Park Pend Rad Rock Sch Shel Stod Strick Tal Under Van Wald Whit Zim',
      ),
      ends: list(
        'land ley man ton ford er ington well by ridge meyer stein hart wood son erson ric field low ster ham burg heimer',
      ),
      share: 0.4,
    },
    middle: 0.75,
  },
  {
    name: 'haitian',
    structure: 'plain',
    female: list(
      'Marie Rose Jeanne Nadège Fabiola Guerline Mirlande Yolette Carline Esther Islande Ketly Micheline Régine Sherline Widlyne Wideline Darline',
    ),
    male: list(
      'Jean Pierre Joseph Wilner Frantz Jacques Emmanuel Ronald Évens Guy Jocelyn Mackenson Stanley Wilson Yves Claude Dieudonné Reginald',
    ),
    surnames: list(
      'Jean Pierre Joseph Louis Charles François Baptiste Toussaint Augustin Michel Désir Paul Étienne Antoine Estimé Saint-Fleur Saint-Louis Jean-Baptiste Jean-Louis Alexandre Dorvil Philippe Guerrier Cadet',
    ),
    flatness: 4,
    middle: 0.4,
  },
];
